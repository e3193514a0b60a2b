package io.heistline.webhooks;

import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * How long to leave a receiver alone that has not taken a message: twice as long each time, within
 * limits, and never as long as others that failed at the same moment.
 *
 * @param first at most, after one failure
 * @param most at most, after any number of them
 * @param mostAsked at most, if the receiver asks for a time itself
 */
record BackOff(Duration first, Duration most, Duration mostAsked) {
  /** A restart takes seconds, an outage minutes to days; more often than that is a nuisance. */
  static final BackOff USUAL =
      new BackOff(Duration.ofSeconds(1), Duration.ofMinutes(10), Duration.ofHours(1));

  /** Beyond it the longest time is reached, whatever the first is. */
  private static final int MOST_DOUBLINGS = 30;

  /**
   * How long.
   *
   * @param failures in a row, 1 or more
   * @param asked how long the receiver wants to be left alone
   */
  Duration after(int failures, Optional<Duration> asked, RandomGenerator random) {
    long doubled = first.toMillis() << Math.min(failures - 1, MOST_DOUBLINGS);
    long ceiling = Math.max(2, Math.min(most.toMillis(), doubled));
    Duration own = Duration.ofMillis(ceiling / 2 + random.nextLong(ceiling / 2 + 1));
    Duration theirs = asked.orElse(Duration.ZERO);
    return longer(own, theirs.compareTo(mostAsked) > 0 ? mostAsked : theirs);
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }
}
