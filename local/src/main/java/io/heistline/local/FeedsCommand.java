package io.heistline.local;

import io.heistline.model.Feed;
import io.heistline.model.FeedState;
import io.heistline.producer.FeedCheck;
import io.heistline.producer.Feeds;
import io.heistline.topics.TopicTable;
import io.heistline.topics.Topics;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "feeds",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    description = "Shows and changes the list of feeds.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      FeedsCommand.Add.class,
      FeedsCommand.Remove.class,
      FeedsCommand.Show.class,
      FeedsCommand.Check.class,
      FeedsPauseCommand.Pause.class,
      FeedsPauseCommand.Resume.class,
      FeedsFileCommand.Import.class,
      FeedsFileCommand.Export.class
    })
final class FeedsCommand {
  private FeedsCommand() {}

  @Command(
      name = "add",
      mixinStandardHelpOptions = true,
      versionProvider = Main.Version.class,
      description = "Adds a feed, or changes the settings of one.")
  static final class Add implements Runnable {
    private static final Set<String> SCHEMES = Set.of("http", "https", "file");
    private static final int SHORTEST_SECONDS = 1;
    private static final int LONGEST_SECONDS = 7 * 24 * 60 * 60;

    private final Console console;

    @Mixin private ClusterOptions cluster = new ClusterOptions();

    @Spec private @Nullable CommandSpec spec;

    @Parameters(
        paramLabel = "URL",
        description =
            "http(s): RSS, Atom, RDF, JSON Feed or news sitemap; file: a folder of articles.")
    private String url = "";

    @Option(
        names = "--publisher",
        paramLabel = "NAME",
        description = "Publisher of its articles (default: what they say themselves).")
    private @Nullable String publisher;

    @Option(
        names = "--interval",
        paramLabel = "SECONDS",
        description = "Shortest time between two polls (default: ${DEFAULT-VALUE}).")
    private int interval = 900;

    @Option(
        names = "--longest-interval",
        paramLabel = "SECONDS",
        description = "Longest time between two polls, when it is quiet (default: 10800).")
    private @Nullable Integer longestInterval;

    @Option(
        names = "--no-full-text",
        description = "Leaves the pages behind its items alone, though it gives only summaries.")
    private boolean noFullText;

    @Option(
        names = "--backfill",
        description = "Publishes items of all ages (default: those of the last 30 days).")
    private boolean backfill;

    Add(Console console) {
      this.console = console;
    }

    @Override
    public void run() {
      require(isFeed(url), "'" + url + "' is no feed; give an http:, https: or file: URL");
      Range.require(spec, "--interval", interval, SHORTEST_SECONDS, LONGEST_SECONDS);
      if (longestInterval != null) {
        Range.require(spec, "--longest-interval", longestInterval, interval, LONGEST_SECONDS);
      }
      try (Feeds feeds = new Feeds(cluster.topics())) {
        feeds.add(feed());
      }
      console.out().println("added " + TextTable.cleanLine(url));
    }

    private Feed feed() {
      return Feed.newBuilder()
          .setUrl(url)
          .setPublisher(publisher)
          .setIntervalSeconds(interval)
          .setLongestIntervalSeconds(longestInterval == null ? 0 : longestInterval)
          .setFullText(!noFullText)
          .setBackfill(backfill)
          .build();
    }

    private void require(boolean holds, String otherwise) {
      if (!holds && spec != null) {
        throw new ParameterException(spec.commandLine(), otherwise);
      }
    }

    private static boolean isFeed(String url) {
      try {
        String scheme = new URI(url).getScheme();
        return scheme != null && SCHEMES.contains(scheme);
      } catch (URISyntaxException e) {
        return false;
      }
    }
  }

  @Command(
      name = "remove",
      mixinStandardHelpOptions = true,
      versionProvider = Main.Version.class,
      description = "Removes a feed; its articles stay.")
  static final class Remove implements Runnable {
    private final Console console;

    @Mixin private ClusterOptions cluster = new ClusterOptions();

    @Parameters(paramLabel = "URL")
    private String url = "";

    Remove(Console console) {
      this.console = console;
    }

    @Override
    public void run() {
      try (Feeds feeds = new Feeds(cluster.topics())) {
        if (feeds.list().stream().noneMatch(feed -> feed.getUrl().equals(url))) {
          throw new StackException("no feed '" + url + "'; feeds list shows them");
        }
        feeds.remove(url);
      }
      console.out().println("removed " + TextTable.cleanLine(url));
    }
  }

  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      versionProvider = Main.Version.class,
      description = "Shows the feeds and how reading them stands.")
  static final class Show implements Runnable {
    private static final List<TextTable.Column> COLUMNS =
        List.of(
            TextTable.Column.left("FEED"),
            TextTable.Column.left("PUBLISHER"),
            TextTable.Column.right("EVERY"),
            TextTable.Column.right("ARTICLES"),
            TextTable.Column.left("LAST ARTICLE"),
            TextTable.Column.left("LAST READ"),
            TextTable.Column.left("NEXT READ"),
            TextTable.Column.right("FAILURES"),
            TextTable.Column.left("PROBLEM"),
            TextTable.Column.left("LAST ERROR"));

    private final Console console;

    @Mixin private ClusterOptions cluster = new ClusterOptions();

    @Option(names = "--follow", description = "Go on with each reading of a feed.")
    private boolean follow;

    Show(Console console) {
      this.console = console;
    }

    @Override
    public void run() {
      Topics topics = cluster.topics();
      TextTable table = new TextTable(COLUMNS);
      try (Feeds feeds = new Feeds(topics)) {
        Map<String, FeedState> states = feeds.states();
        for (Feed feed : feeds.list()) {
          table.add(row(feed, Optional.ofNullable(states.get(feed.getUrl()))));
        }
      }
      console.print(table.lines());
      if (follow) {
        follow(topics);
      }
    }

    private void follow(Topics topics) {
      try (TopicTable<FeedState> states = new TopicTable<>(topics.settings(), topics.feedState())) {
        FeedNews news = new FeedNews(states.readToEnd());
        states.follow((url, state) -> console.out().println(news.line(url, state)), () -> true);
      }
    }

    private static List<String> row(Feed feed, Optional<FeedState> state) {
      return List.of(
          feed.getUrl(),
          feed.getPublisher().orElse(""),
          interval(feed, state) + " s",
          state.map(known -> Long.toString(known.getArticles())).orElse("0"),
          state.flatMap(FeedState::getLastArticleAt).map(Show::toSecond).orElse("never"),
          state.flatMap(FeedState::getLastSuccessAt).map(Show::toSecond).orElse("never"),
          next(feed, state),
          state.map(known -> Integer.toString(known.getFailures())).orElse("0"),
          state.flatMap(FeedState::getProblem).orElse(""),
          state.flatMap(known -> known.getLastError().or(known::getPageProblem)).orElse(""));
    }

    private static int interval(Feed feed, Optional<FeedState> state) {
      return Math.max(
          feed.getIntervalSeconds(), state.map(FeedState::getIntervalSeconds).orElse(0));
    }

    private static String next(Feed feed, Optional<FeedState> state) {
      if (feed.getPaused()) {
        return "paused";
      }
      if (state.filter(FeedState::getRetired).isPresent()) {
        return "retired";
      }
      return state.flatMap(FeedState::getNextPollAt).map(Show::toSecond).orElse("now");
    }

    private static String toSecond(Instant time) {
      return time.truncatedTo(ChronoUnit.SECONDS).toString();
    }
  }

  @Command(
      name = "check",
      mixinStandardHelpOptions = true,
      versionProvider = Main.Version.class,
      description = {
        "Reads one feed as the producer would and prints what it understands, as JSON.",
        "Publishes nothing and needs no broker. Exit code 1, with the reason, if it is no feed."
      })
  static final class Check implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "FILE|URL")
    private String target = "";

    @Mixin private FetchOptions fetching = new FetchOptions();

    Check(Console console) {
      this.console = console;
    }

    @Override
    public Integer call() throws InterruptedException {
      FeedCheck.Result result = new FeedCheck(fetching.settings(), Clock.systemUTC()).check(target);
      console.out().println(result.json());
      return result.understood() ? 0 : 1;
    }
  }
}
