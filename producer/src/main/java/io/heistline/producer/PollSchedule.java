package io.heistline.producer;

import io.heistline.model.Feed;
import io.heistline.model.FeedState;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/** When a feed is read again: often while it is lively, rarely while it is quiet. */
final class PollSchedule {
  /** Of a quiet feed whose settings name no bound: a burst of news is not missed for longer. */
  static final Duration USUAL_LONGEST_INTERVAL = Duration.ofHours(3);

  /** A feed that has failed for long is tried once a day: it may come back, and costs nothing. */
  static final Duration MOST_BACK_OFF = Duration.ofDays(1);

  /** A server may ask for peace, but not silence a feed for good. */
  static final Duration MOST_WISH = Duration.ofDays(1);

  /** 2^20 intervals exceed any back-off; more would overflow. */
  private static final int MOST_DOUBLINGS = 20;

  /** Parts of the interval by which polls are spread, so that feeds do not march in step. */
  private static final double SPREAD = 0.1;

  /** Parts of a back-off: those who failed together should not come back together. */
  private static final double BACK_OFF_SPREAD = 0.5;

  private static final int HOURS = 24;

  private final RandomGenerator random;

  PollSchedule(RandomGenerator random) {
    this.random = random;
  }

  /**
   * What a server and its feed ask for.
   *
   * @param freshUntil before which nothing will have changed
   * @param skipHours hours (UTC) in which it does not change
   */
  record Wishes(Optional<Instant> freshUntil, Set<Integer> skipHours) {
    static final Wishes NONE = new Wishes(Optional.empty(), Set.of());
  }

  /** The next poll, and the interval that led to it. */
  record Plan(Duration interval, Instant next) {}

  /**
   * There is news: come back sooner. If half of what the feed holds is new, the rest may have been
   * missed already, so as soon as may be.
   *
   * @param news items that are new or changed
   * @param held items that the feed holds
   */
  Plan afterNews(Feed feed, FeedState before, int news, int held, Wishes wishes, Instant now) {
    Duration shortest = shortest(feed);
    boolean rush = news * 2 >= held;
    Duration interval = rush ? shortest : within(feed, interval(feed, before).dividedBy(2));
    return plan(interval, wishes, now);
  }

  /** There is no news: take half as much time again. */
  Plan afterQuiet(Feed feed, FeedState before, Wishes wishes, Instant now) {
    Duration interval = within(feed, interval(feed, before).multipliedBy(3).dividedBy(2));
    return plan(interval, wishes, now);
  }

  /**
   * Twice the interval after the first failure, doubled by each further one, up to the most, and
   * spread around that.
   *
   * @param retryAt before which the server wants no request
   */
  Instant afterFailure(Feed feed, int failures, Optional<Instant> retryAt, Instant now) {
    Duration shortest = shortest(feed);
    Duration doubled = shortest.multipliedBy(1L << Math.min(failures, MOST_DOUBLINGS));
    Duration most = max(shortest, MOST_BACK_OFF);
    Duration backOff = doubled.compareTo(most) > 0 ? most : doubled;
    double factor = 1 + BACK_OFF_SPREAD * (random.nextDouble() - 0.5);
    return later(now.plus(times(backOff, factor)), retryAt, now);
  }

  private Plan plan(Duration interval, Wishes wishes, Instant now) {
    Instant spread = now.plus(times(interval, 1 + SPREAD * (random.nextDouble() - 0.5)));
    return new Plan(
        interval, afterSkipped(later(spread, wishes.freshUntil(), now), wishes.skipHours()));
  }

  private static Instant later(Instant next, Optional<Instant> wish, Instant now) {
    Instant most = now.plus(MOST_WISH);
    return wish.map(until -> until.isAfter(most) ? most : until)
        .filter(until -> until.isAfter(next))
        .orElse(next);
  }

  private static Instant afterSkipped(Instant next, Set<Integer> skipHours) {
    Instant after = next;
    for (int hours = 0; hours < HOURS && isIn(after, skipHours); hours++) {
      after = after.truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.HOURS);
    }
    return after;
  }

  private static boolean isIn(Instant time, Set<Integer> hours) {
    return hours.contains(time.atOffset(ZoneOffset.UTC).getHour());
  }

  /** The one that was last adapted; at first the shortest. */
  private static Duration interval(Feed feed, FeedState before) {
    return within(feed, Duration.ofSeconds(before.getIntervalSeconds()));
  }

  private static Duration within(Feed feed, Duration interval) {
    Duration most = longest(feed);
    return max(shortest(feed), interval.compareTo(most) > 0 ? most : interval);
  }

  /** Within the bounds, whatever another program has written to the topic. */
  private static Duration shortest(Feed feed) {
    return bounded(Duration.ofSeconds(feed.getIntervalSeconds()));
  }

  /** A folder costs nothing to look into, and says not how lively it is. */
  private static Duration longest(Feed feed) {
    if (FolderFeed.isFolder(feed)) {
      return shortest(feed);
    }
    int seconds = feed.getLongestIntervalSeconds();
    return max(
        shortest(feed),
        seconds == 0 ? USUAL_LONGEST_INTERVAL : bounded(Duration.ofSeconds(seconds)));
  }

  private static Duration bounded(Duration interval) {
    if (interval.compareTo(Feeds.LEAST_INTERVAL) < 0) {
      return Feeds.LEAST_INTERVAL;
    }
    return interval.compareTo(Feeds.MOST_INTERVAL) > 0 ? Feeds.MOST_INTERVAL : interval;
  }

  private static Duration max(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }

  private static Duration times(Duration duration, double factor) {
    return Duration.ofMillis(Math.round(duration.toMillis() * factor));
  }
}
