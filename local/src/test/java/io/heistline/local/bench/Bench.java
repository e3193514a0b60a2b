package io.heistline.local.bench;

import io.heistline.local.LongTail;
import io.heistline.local.MonitorLoad;
import io.heistline.model.Article;
import io.heistline.producer.BackfillRate;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Runs the benchmarks and reports what one has to do with the other: {@code Bench ARTICLES
 * [reader|scaling|slowest|longtail|monitor|backfill ...]}.
 *
 * <p>A figure alone tells as much of the machine as of the program. So each is set against another
 * of the same run: the reader against its ceiling, in turns; a long page against a short one.
 */
final class Bench {
  private static final List<String> ALL =
      List.of("reader", "slowest", "scaling", "longtail", "monitor", "backfill");

  /** Turns of reader and ceiling, for the machine's speed may change while they run. */
  private static final int TURNS = 3;

  // the long tail: claims over victims, and articles about one victim
  private static final int CLAIMS = 1_000_000;
  private static final int VICTIMS = 50_000;
  private static final int FEW = 1_000;
  private static final int MANY = 100_000;

  // the monitor: articles that are processed meanwhile, and clients that listen
  private static final int LOAD = 3_000;
  private static final int LISTENERS = 1_000;

  private static final int ARCHIVED = 10_000;

  private final PrintStream out;
  private final Path articles;

  Bench(PrintStream out, Path articles) {
    this.out = out;
    this.articles = articles;
  }

  public static void main(String[] args) throws RunnerException, IOException, InterruptedException {
    if (args.length == 0 || !Files.exists(Path.of(args[0]))) {
      System.err.println("bench: give -Dbench.articles=FILE, a .jsonl or .jsonl.gz of articles");
      System.exit(2);
    }
    List<String> asked = args.length > 1 ? List.of(args[1].split("[ ,]+")) : ALL;
    Bench bench = new Bench(System.out, Path.of(args[0]).toAbsolutePath().normalize());
    for (String name : asked) {
      switch (name) {
        case "reader" -> bench.reader(TURNS, new OptionsBuilder());
        case "slowest" -> bench.slowest();
        case "scaling" -> bench.scaling(new OptionsBuilder());
        case "longtail" -> LongTail.run(System.out, CLAIMS, VICTIMS, FEW, MANY);
        case "monitor" -> MonitorLoad.run(System.out, bench.articles, LOAD, LISTENERS);
        case "backfill" -> bench.backfill(ARCHIVED, TURNS);
        default -> {
          System.err.println("bench: no benchmark '" + name + "'; there are " + ALL);
          System.exit(2);
        }
      }
    }
  }

  /** Reads the articles as text and as pages, and what could be done at best. */
  void reader(int turns, ChainedOptionsBuilder options) throws RunnerException {
    options
        .include(ReaderBenchmark.class.getName().replace(".", "\\.") + "\\.")
        .param("articles", articles.toString());
    Map<Corpus.Form, List<Turn>> forms = new TreeMap<>();
    for (int i = 0; i < turns; i++) {
      Map<String, RunResult> results = new TreeMap<>();
      for (RunResult result : new Runner(options.build()).run()) {
        results.put(method(result) + result.getParams().getParam("form"), result);
      }
      for (Corpus.Form form : Corpus.Form.values()) {
        forms
            .computeIfAbsent(form, f -> new ArrayList<>())
            .add(
                new Turn(
                    Rate.of(results.get("read" + form)), Rate.of(results.get("ceiling" + form))));
      }
    }
    out.printf("%nArticles a second, one thread; the ratio in processor time%n");
    out.printf("(ceiling: parse the markup, cut at white space, look each word up once)%n");
    out.printf(
        "%-6s %9s %11s %9s %11s %9s %11s %9s  %s%n",
        "form", "articles", "characters", "clock", "processor", "clock", "processor", "ratio", "");
    forms.forEach(this::print);
  }

  private void print(Corpus.Form form, List<Turn> turns) {
    List<Article> corpus = Corpus.read(articles, form);
    for (Turn turn : turns) {
      out.printf(
          Locale.ROOT,
          "%-6s %,9d %,11d %,9.0f %,11.0f %,9.0f %,11.0f %9.3f%n",
          form.name().toLowerCase(Locale.ROOT),
          corpus.size(),
          Corpus.characters(corpus) / corpus.size(),
          turn.reader().byClock(),
          turn.reader().byProcessor(),
          turn.ceiling().byClock(),
          turn.ceiling().byProcessor(),
          turn.reader().byProcessor() / turn.ceiling().byProcessor());
    }
  }

  /** Backfills an archive made of the articles. */
  void backfill(int records, int turns) throws IOException, InterruptedException {
    BackfillRate.run(out, Corpus.read(articles, Corpus.Form.HTML), records, turns);
  }

  /** Reads each article for itself. */
  void slowest() {
    Slowest.report(Slowest.of(Corpus.read(articles, Corpus.Form.TEXT)), out);
  }

  /** Reads hostile pages, short and long. */
  void scaling(ChainedOptionsBuilder options) throws RunnerException {
    options.include(ScalingBenchmark.class.getName().replace(".", "\\.") + "\\.");
    Map<Hostile, TreeMap<Integer, Double>> kinds = new TreeMap<>();
    for (RunResult result : new Runner(options.build()).run()) {
      int characters = Integer.parseInt(result.getParams().getParam("characters"));
      kinds
          .computeIfAbsent(
              Hostile.valueOf(result.getParams().getParam("kind")), k -> new TreeMap<>())
          .put(characters, 1e9 / Rate.of(result).byProcessor() / characters);
    }
    out.printf("%nHostile pages: ns of processor time a character; a growth of 1 is linear%n");
    out.printf(
        "%-20s %12s %10s %12s %10s %10s %8s%n",
        "kind", "characters", "ns each", "characters", "ns each", "ms", "growth");
    kinds.forEach(this::print);
  }

  private void print(Hostile kind, TreeMap<Integer, Double> nanos) {
    out.printf(
        Locale.ROOT,
        "%-20s %,12d %10.1f %,12d %10.1f %10.1f %8.2f%n",
        kind.name().toLowerCase(Locale.ROOT).replace('_', ' '),
        nanos.firstKey(),
        nanos.firstEntry().getValue(),
        nanos.lastKey(),
        nanos.lastEntry().getValue(),
        nanos.lastEntry().getValue() * nanos.lastKey() / 1e6,
        nanos.lastEntry().getValue() / nanos.firstEntry().getValue());
  }

  private static String method(RunResult result) {
    String benchmark = result.getParams().getBenchmark();
    return benchmark.substring(benchmark.lastIndexOf('.') + 1);
  }

  /** A run of the reader and the run of its ceiling beside it. */
  private record Turn(Rate reader, Rate ceiling) {}

  /** Articles a second: of the clock, and of the processor. */
  private record Rate(double byClock, double byProcessor) {
    static Rate of(RunResult result) {
      double articles = result.getSecondaryResults().get("articles").getScore();
      double nanos = result.getSecondaryResults().get("cpuNanos").getScore();
      return new Rate(articles, articles / nanos * 1e9);
    }
  }
}
