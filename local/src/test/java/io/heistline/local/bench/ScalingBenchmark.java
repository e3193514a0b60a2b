package io.heistline.local.bench;

import io.heistline.knowledge.Knowledge;
import io.heistline.model.Article;
import io.heistline.reading.Reader;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Whether eight times the page takes eight times as long, whatever stands in it. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(value = 1, jvmArgsAppend = "-Xmx1500m")
public class ScalingBenchmark {
  @Param public Hostile kind = Hostile.PROSE;

  /** Of the page's body; no more than a million are read. */
  @Param({"125000", "1000000"})
  public int characters;

  private Article page = Hostile.PROSE.page(0);
  private Reader reader = new Reader(Knowledge.parse("", "", ""));

  @Setup
  public void write() {
    page = kind.page(characters);
    reader = new Reader(Knowledge.bundled());
  }

  @Benchmark
  public long read(Work work) {
    return work.over(List.of(page), article -> reader.reading(article).claims().size());
  }
}
