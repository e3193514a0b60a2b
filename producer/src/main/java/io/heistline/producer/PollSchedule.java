package io.heistline.producer;

import io.heistline.model.Feed;
import io.heistline.model.FeedState;
import java.time.Duration;
import java.time.Instant;

/** When a feed is read again. */
final class PollSchedule {
  /** A feed that has failed for long is tried once a day: it may come back, and costs nothing. */
  static final Duration MOST_BACK_OFF = Duration.ofDays(1);

  /** 2^20 intervals exceed any back-off; more would overflow. */
  private static final int MOST_DOUBLINGS = 20;

  private PollSchedule() {}

  static boolean isDue(Feed feed, FeedState state, Instant now) {
    return !feed.getPaused() && !state.getNextPollAt().orElse(Instant.EPOCH).isAfter(now);
  }

  static Instant afterSuccess(Feed feed, Instant now) {
    return now.plus(interval(feed));
  }

  /** Twice the interval after the first failure, doubled by each further one, up to the most. */
  static Instant afterFailure(Feed feed, int failures, Instant now) {
    Duration interval = interval(feed);
    Duration doubled = interval.multipliedBy(1L << Math.min(failures, MOST_DOUBLINGS));
    Duration most = interval.compareTo(MOST_BACK_OFF) > 0 ? interval : MOST_BACK_OFF;
    return now.plus(doubled.compareTo(most) > 0 ? most : doubled);
  }

  /** Within the bounds, whatever another program has written to the topic. */
  private static Duration interval(Feed feed) {
    Duration interval = Duration.ofSeconds(feed.getIntervalSeconds());
    if (interval.compareTo(Feeds.LEAST_INTERVAL) < 0) {
      return Feeds.LEAST_INTERVAL;
    }
    return interval.compareTo(Feeds.MOST_INTERVAL) > 0 ? Feeds.MOST_INTERVAL : interval;
  }
}
