package io.heistline.local;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.heistline.knowledge.Knowledge;
import io.heistline.reading.Reader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    description = {
      "Measures, on a stack of its own and in one run: how fast Kafka passes the articles through,",
      "how fast they are read, how fast the whole topology is, and how long a total takes."
    })
final class BenchCommand implements Callable<Integer> {
  /** As many as the renaming of victims has names for. */
  private static final int MOST_ARTICLES = 100_000;

  private static final List<TextTable.Column> COLUMNS =
      List.of(
          TextTable.Column.left("WHAT"),
          TextTable.Column.right("ARTICLES/S"),
          TextTable.Column.right("SECONDS"),
          TextTable.Column.right("PROCESSOR S"));

  private final Console console;

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--corpus",
      paramLabel = "FILE",
      description = "Articles to feed: .jsonl or .jsonl.gz (default: the bundled samples).")
  private @Nullable Path corpus;

  @Option(
      names = "--articles",
      paramLabel = "N",
      description =
          "How many (default: ${DEFAULT-VALUE}). Beyond what the file holds, copies that tell of"
              + " other victims.")
  private int articles = 10_000;

  @Option(names = "--json", description = "One JSON object.")
  private boolean json;

  BenchCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    Range.require(spec, "--articles", articles, 1, MOST_ARTICLES);
    ProgressBar bar = new ProgressBar(console.err(), console.errIsTerminal());
    bar.say("reading articles");
    Reader reader = new Reader(Knowledge.bundled());
    BenchArticles source =
        BenchArticles.read(List.of(corpus == null ? Home.samples() : corpus), reader);
    DataFolder folder = DataFolder.temporary();
    LogFile.open(folder.log());
    BenchResult result;
    try (BenchRun run = new BenchRun(source, articles, reader, folder, bar)) {
      result = run.measure();
    }
    bar.clear();
    if (json) {
      console.out().println(json(result));
    } else {
      print(result);
    }
    return 0;
  }

  private void print(BenchResult result) {
    TextTable table = new TextTable(COLUMNS);
    table.add(row("ceiling: passed through, exactly once", result.ceiling()));
    table.add(row("reading alone, on all cores", result.reading()));
    table.add(row("whole topology, until drained", result.whole()));
    console.out().println("%d articles, %d cores".formatted(result.articles(), result.cores()));
    console.out().println();
    console.print(table.lines());
    BenchResult.Latency latency = result.latencyMs();
    console.out().println();
    console
        .out()
        .println(
            "from an article's commit to its total, at %s articles/s: p50 %d ms, p99 %d ms, max %d ms"
                .formatted(
                    number(latency.atArticlesPerSecond()),
                    latency.p50(),
                    latency.p99(),
                    latency.max()));
  }

  private static List<String> row(String what, BenchResult.Speed speed) {
    return List.of(
        what,
        number(speed.articlesPerSecond()),
        number(speed.seconds()),
        number(speed.processorSeconds()));
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, value < 100 ? "%.1f" : "%,.0f", value);
  }

  private static String json(BenchResult result) {
    try {
      return JsonMapper.builder().build().writeValueAsString(result);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a record of numbers is always JSON", e);
    }
  }
}
