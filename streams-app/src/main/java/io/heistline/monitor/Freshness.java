package io.heistline.monitor;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.common.TopicPartition;

/**
 * How far the read model is behind the topics. Each look at where the topics end is a mark; once
 * all before it is applied, the model is as current as that look.
 */
final class Freshness {
  /** A model that was current within this time is live; looks come every second. */
  private static final Duration LIVE = Duration.ofSeconds(5);

  /** Whether the model holds what the topics hold. */
  enum State {
    /** It has not yet read all there was when it started. */
    CATCHING_UP,
    LIVE,
    /** It was current, and is no longer: the broker does not answer, or news comes too fast. */
    STALE
  }

  /**
   * How the model stands.
   *
   * @param ageMs milliseconds since it was current; 0 while it is live
   * @param asOf time of the newest record applied; empty if there is none
   */
  record Standing(State state, long ageMs, Optional<Instant> asOf) {}

  private final Clock clock;
  private final Instant startedAt;
  private Map<TopicPartition, Long> ends = Map.of();
  private Optional<Instant> lookedAt = Optional.empty();
  private Optional<Instant> currentAt = Optional.empty();
  private long newest = Long.MIN_VALUE;
  private Map<TopicPartition, Long> positions = Map.of();

  Freshness(Clock clock) {
    this.clock = clock;
    startedAt = clock.instant();
  }

  /** A record of this time, in milliseconds since 1970, is applied. */
  synchronized void applied(long timestamp) {
    newest = Math.max(newest, timestamp);
  }

  /** The topics end here now. */
  synchronized void looked(Instant at, Map<TopicPartition, Long> endsNow) {
    ends = Map.copyOf(endsNow);
    lookedAt = Optional.of(at);
  }

  /** Everything before these positions is applied. */
  synchronized void reached(Map<TopicPartition, Long> positionsNow) {
    positions = Map.copyOf(positionsNow);
    if (lookedAt.isPresent() && lag().values().stream().allMatch(lag -> lag == 0)) {
      currentAt = lookedAt;
    }
  }

  /** Whether the model was current, but not within this time. */
  synchronized boolean hasBeenAway(Duration time) {
    return currentAt.isPresent() && age(currentAt.get()).compareTo(time) > 0;
  }

  /** Whether the model has been current once. */
  synchronized boolean hasCaughtUp() {
    return currentAt.isPresent();
  }

  synchronized Standing standing() {
    Optional<Instant> asOf =
        newest == Long.MIN_VALUE ? Optional.empty() : Optional.of(Instant.ofEpochMilli(newest));
    if (currentAt.isEmpty()) {
      return new Standing(State.CATCHING_UP, age(startedAt).toMillis(), asOf);
    }
    Duration age = age(currentAt.get());
    return age.compareTo(LIVE) <= 0
        ? new Standing(State.LIVE, 0, asOf)
        : new Standing(State.STALE, age.toMillis(), asOf);
  }

  /** Records of each topic that were there at the last look and are not applied yet. */
  synchronized Map<String, Long> lag() {
    Map<String, Long> lag = new TreeMap<>();
    ends.forEach(
        (part, end) ->
            lag.merge(
                part.topic(), Math.max(0, end - positions.getOrDefault(part, 0L)), Long::sum));
    return lag;
  }

  Instant startedAt() {
    return startedAt;
  }

  private Duration age(Instant since) {
    Duration age = Duration.between(since, clock.instant());
    return age.isNegative() ? Duration.ZERO : age;
  }
}
