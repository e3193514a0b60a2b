package io.heistline.local;

import io.heistline.model.Feed;
import io.heistline.model.FeedState;
import io.heistline.producer.Feeds;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
        description = "http(s): RSS or Atom; file: a folder of articles.")
    private String url = "";

    @Option(
        names = "--publisher",
        paramLabel = "NAME",
        description = "Publisher of its articles (default: what they say themselves).")
    private @Nullable String publisher;

    @Option(
        names = "--interval",
        paramLabel = "SECONDS",
        description = "Time between two polls (default: ${DEFAULT-VALUE}).")
    private int interval = 900;

    Add(Console console) {
      this.console = console;
    }

    @Override
    public void run() {
      require(isFeed(url), "'" + url + "' is no feed; give an http:, https: or file: URL");
      Range.require(spec, "--interval", interval, SHORTEST_SECONDS, LONGEST_SECONDS);
      try (Feeds feeds = new Feeds(cluster.topics())) {
        feeds.add(url, Optional.ofNullable(publisher), Duration.ofSeconds(interval));
      }
      console.out().println("added " + TextTable.cleanLine(url));
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
            TextTable.Column.left("LAST READ"),
            TextTable.Column.right("FAILURES"),
            TextTable.Column.left("LAST ERROR"));

    private final Console console;

    @Mixin private ClusterOptions cluster = new ClusterOptions();

    Show(Console console) {
      this.console = console;
    }

    @Override
    public void run() {
      TextTable table = new TextTable(COLUMNS);
      try (Feeds feeds = new Feeds(cluster.topics())) {
        Map<String, FeedState> states = feeds.states();
        for (Feed feed : feeds.list()) {
          table.add(row(feed, Optional.ofNullable(states.get(feed.getUrl()))));
        }
      }
      console.print(table.lines());
    }

    private static List<String> row(Feed feed, Optional<FeedState> state) {
      return List.of(
          feed.getUrl(),
          feed.getPublisher().orElse(""),
          feed.getIntervalSeconds() + " s" + (feed.getPaused() ? " (paused)" : ""),
          state.map(known -> Long.toString(known.getArticles())).orElse("0"),
          state.flatMap(FeedState::getLastSuccessAt).map(Show::toSecond).orElse("never"),
          state.map(known -> Integer.toString(known.getFailures())).orElse("0"),
          state.flatMap(FeedState::getLastError).orElse(""));
    }

    private static String toSecond(Instant time) {
      return time.truncatedTo(ChronoUnit.SECONDS).toString();
    }
  }
}
