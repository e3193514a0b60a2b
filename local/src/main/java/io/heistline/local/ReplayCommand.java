package io.heistline.local;

import io.heistline.json.LedgerJson;
import io.heistline.model.ActorTotals;
import io.heistline.model.Incident;
import io.heistline.producer.FileDefaults;
import io.heistline.topics.ClusterSettings;
import io.heistline.topics.TopicTable;
import io.heistline.topics.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "replay",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    description = {
      "Feeds articles through a stack of its own and prints the ledger they give.",
      "The stack and its data are gone afterwards."
    })
final class ReplayCommand implements Callable<Integer> {
  private final Console console;

  @Spec private @Nullable CommandSpec spec;

  @Mixin private FileOptions options = new FileOptions();

  @Option(names = "--json", description = "The whole ledger as one JSON object.")
  private boolean json;

  @Option(
      names = "--partitions",
      paramLabel = "N",
      description = "Partitions of each topic (default: ${DEFAULT-VALUE}). The ledger is the same.")
  private int partitions = 2;

  @Option(
      names = "--shuffle",
      paramLabel = "SEED",
      description = "Feed in another order, by this number. The ledger is the same.")
  private @Nullable Long seed;

  @Parameters(
      arity = "1..*",
      paramLabel = "PATH",
      description = "Files or folders: .jsonl, .txt, .html, also gzipped.")
  private List<Path> paths = new ArrayList<>();

  ReplayCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    Range.require(spec, "--partitions", partitions, 1, Range.MOST_PARTITIONS);
    FileDefaults defaults =
        options.defaults(paths.size() == 1 && Files.isRegularFile(paths.get(0)));
    Refusals refusals = new Refusals(console.err());
    ProgressBar bar = new ProgressBar(console.err(), console.errIsTerminal());
    DataFolder folder = DataFolder.temporary();
    LogFile.open(folder.log());
    bar.say("starting broker and topology");
    try (EmbeddedStack stack =
        EmbeddedStack.start(folder, EmbeddedStack.Plan.secluded(partitions))) {
      Replay replay = new Replay(stack, refusals, bar);
      long articles =
          replay.feed(paths, defaults, seed == null ? OptionalLong.empty() : OptionalLong.of(seed));
      replay.await();
      bar.clear();
      print(stack.settings(), articles);
      return refusals.exitCode();
    }
  }

  private void print(ClusterSettings settings, long articles) {
    Topics topics = new Topics(settings);
    Collection<Incident> incidents = TopicTable.read(settings, topics.incidents()).values();
    Collection<ActorTotals> totals = TopicTable.read(settings, topics.actorTotals()).values();
    if (json) {
      console.out().println(LedgerJson.ledger(articles, incidents, totals));
    } else {
      console.print(LedgerText.ledger(articles, incidents, totals));
    }
  }
}
