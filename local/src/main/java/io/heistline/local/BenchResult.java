package io.heistline.local;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/**
 * What one run of the bench has measured; the names are those of its JSON.
 *
 * @param articles number of articles fed
 * @param cores processors that the run could use
 * @param ceiling the same records passed through by Kafka Streams, exactly once
 * @param reading reading alone, on all cores
 * @param whole the whole topology, until everything was processed
 * @param wholeToReading how much of the speed of reading is left
 * @param latencyMs from an article's commit to its total
 */
record BenchResult(
    int articles,
    int cores,
    Speed ceiling,
    Speed reading,
    Speed whole,
    double wholeToReading,
    Latency latencyMs) {
  /**
   * How fast the articles were processed.
   *
   * @param processorSeconds processor time of this process, the broker's included; unlike the
   *     clock, it hardly depends on what else the machine has to do
   */
  record Speed(double articlesPerSecond, double seconds, double processorSeconds) {}

  /** Measures one step. */
  static final class Watch {
    private final OperatingSystemMXBean process =
        ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private final long startedAt = System.nanoTime();
    private final long processorAt = process.getProcessCpuTime();

    Speed stop(int articles) {
      double seconds = (System.nanoTime() - startedAt) / 1e9;
      double processorSeconds = (process.getProcessCpuTime() - processorAt) / 1e9;
      return new Speed(rounded(articles / seconds), rounded(seconds), rounded(processorSeconds));
    }
  }

  /**
   * Milliseconds from the acknowledgement of an article to the moment when a reader at
   * read_committed has its total.
   *
   * @param samples articles that were watched
   * @param atArticlesPerSecond load meanwhile
   */
  record Latency(long p50, long p99, long max, int samples, double atArticlesPerSecond) {}

  static double rounded(double value) {
    return Math.round(value * 100) / 100.0;
  }
}
