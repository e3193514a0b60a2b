package io.heistline.local.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.function.ToLongFunction;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What was worked off in an iteration; JMH gives each as a rate, by the second of the clock. */
@State(Scope.Thread)
@AuxCounters(AuxCounters.Type.OPERATIONS)
public class Work {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  /** Articles. */
  public long articles;

  /**
   * Nanoseconds for which the thread was on a processor. On a machine that does other things, too,
   * this and not the clock tells what the work costs.
   */
  public long cpuNanos;

  /** Does it with each, and counts. */
  <T> long over(List<T> list, ToLongFunction<T> task) {
    long from = THREADS.getCurrentThreadCpuTime();
    long sum = 0;
    for (T each : list) {
      sum += task.applyAsLong(each);
    }
    cpuNanos += THREADS.getCurrentThreadCpuTime() - from;
    articles += list.size();
    return sum;
  }
}
