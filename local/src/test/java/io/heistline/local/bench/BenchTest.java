package io.heistline.local.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.heistline.local.LongTail;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** That the benchmarks run; what they measure is no matter of a test. */
final class BenchTest {
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final Bench bench =
      new Bench(
          new PrintStream(printed, true, StandardCharsets.UTF_8),
          Path.of(System.getProperty("heistline.home"), "samples"));

  @BeforeAll
  static void shareTheMachine() {
    System.setProperty("jmh.ignoreLock", "true"); // another build may do the same just now
  }

  @Test
  void setTheReaderAgainstItsCeiling() throws Exception {
    bench.reader(1, once());

    assertThat(printed()).contains("ratio").containsPattern("text +\\d+").containsPattern("html ");
  }

  @Test
  void setLongPagesAgainstShortOnes() throws Exception {
    bench.scaling(once().param("characters", "500", "1000"));

    assertThat(printed().lines().filter(line -> line.matches(".*\\d$")))
        .as("one line a kind of page, with a growth at its end")
        .hasSize(Hostile.values().length);
  }

  @Test
  void nameTheSlowestArticles() {
    bench.slowest();

    assertThat(printed()).contains("https://");
  }

  @Test
  void loadResolvingWithManyClaims() throws Exception {
    LongTail.run(new PrintStream(printed, true, StandardCharsets.UTF_8), 2_000, 100, 600, 1_200);

    assertThat(printed()).contains("one more article about one victim", "2,000 claims over 100");
  }

  @Test
  void setBackfillingBesideWhatBoundsIt() throws Exception {
    bench.backfill(100, 1);

    assertThat(printed()).contains("writing articles").containsPattern("backfill .* records/s");
  }

  /** In this very process, hardly more than once. */
  private static ChainedOptionsBuilder once() {
    return new OptionsBuilder()
        .forks(0)
        .warmupIterations(0)
        .measurementIterations(1)
        .measurementTime(TimeValue.milliseconds(1))
        .verbosity(VerboseMode.SILENT);
  }

  private String printed() {
    return printed.toString(StandardCharsets.UTF_8);
  }
}
