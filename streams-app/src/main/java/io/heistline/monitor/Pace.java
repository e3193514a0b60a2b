package io.heistline.monitor;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** How fast a count grows, over the last ten seconds. */
final class Pace {
  private static final Duration WINDOW = Duration.ofSeconds(10);

  /** Between two samples. */
  private static final Duration STEP = Duration.ofSeconds(1);

  private record Sample(Instant at, long count) {}

  private final Clock clock;
  private final Deque<Sample> samples = new ArrayDeque<>();

  Pace(Clock clock) {
    this.clock = clock;
  }

  /** Takes a sample, if the last one is old enough; returns the pace with one decimal. */
  synchronized double perSecond(long count) {
    Instant now = clock.instant();
    if (samples.isEmpty() || !now.isBefore(samples.getLast().at().plus(STEP))) {
      samples.add(new Sample(now, count));
    }
    while (samples.size() > 1 && samples.getFirst().at().isBefore(now.minus(WINDOW))) {
      samples.remove();
    }
    Sample first = samples.getFirst();
    double seconds = Math.max(1, Duration.between(first.at(), now).toMillis() / 1_000.0);
    return Math.round(10 * (count - first.count()) / seconds) / 10.0;
  }
}
