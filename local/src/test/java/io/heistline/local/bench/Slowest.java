package io.heistline.local.bench;

import io.heistline.knowledge.Knowledge;
import io.heistline.model.Article;
import io.heistline.reading.Reader;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * The articles that take longest, once the program is warm.
 *
 * @param article which
 * @param leastNanos processor time of the quickest of some passes
 * @param mostNanos of the slowest; a pause for garbage falls on whom it may
 */
record Slowest(Article article, long leastNanos, long mostNanos) {
  private static final int SHOWN = 10;

  /** Passes over all articles before it counts. */
  private static final int WARM_UP_PASSES = 4;

  private static final int PASSES = 5;

  /** Of all articles the slowest, the slowest first. */
  static List<Slowest> of(List<Article> articles) {
    Reader reader = new Reader(Knowledge.bundled());
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long[] least = new long[articles.size()];
    long[] most = new long[articles.size()];
    for (int pass = -WARM_UP_PASSES; pass < PASSES; pass++) {
      for (int i = 0; i < articles.size(); i++) {
        long from = threads.getCurrentThreadCpuTime();
        reader.reading(articles.get(i));
        long nanos = threads.getCurrentThreadCpuTime() - from;
        least[i] = pass <= 0 ? nanos : Math.min(least[i], nanos);
        most[i] = pass <= 0 ? nanos : Math.max(most[i], nanos);
      }
    }
    List<Slowest> all = new ArrayList<>();
    for (int i = 0; i < articles.size(); i++) {
      all.add(new Slowest(articles.get(i), least[i], most[i]));
    }
    all.sort(Comparator.comparingLong(Slowest::leastNanos).reversed());
    return List.copyOf(all.subList(0, Math.min(SHOWN, all.size())));
  }

  static void report(List<Slowest> slowest, PrintStream out) {
    out.printf("%nThe slowest articles, ms of processor time in %d passes%n", PASSES);
    out.printf("%10s %10s %12s  %s%n", "least", "most", "characters", "article");
    for (Slowest each : slowest) {
      out.printf(
          Locale.ROOT,
          "%10.2f %10.2f %,12d  %s%n",
          each.leastNanos() / 1e6,
          each.mostNanos() / 1e6,
          each.article().getBody().length(),
          each.article().getUrl());
    }
  }
}
