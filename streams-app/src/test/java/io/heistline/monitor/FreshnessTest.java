package io.heistline.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class FreshnessTest {
  private static final TopicPartition PART = new TopicPartition("incidents", 0);

  private Instant now = Instant.parse("2026-01-01T00:00:00Z");
  private final Freshness freshness = new Freshness(clock());

  private Clock clock() {
    return new Clock() {
      @Override
      public ZoneId getZone() {
        return ZoneOffset.UTC;
      }

      @Override
      public Clock withZone(ZoneId zone) {
        return this;
      }

      @Override
      public Instant instant() {
        return now;
      }
    };
  }

  private void pass(long seconds) {
    now = now.plus(Duration.ofSeconds(seconds));
  }

  @Test
  void catchesUpOnceAllIsAppliedThatWasThereAtALook() {
    freshness.looked(now, Map.of(PART, 10L));
    freshness.reached(Map.of(PART, 9L));
    assertThat(freshness.standing().state()).isEqualTo(Freshness.State.CATCHING_UP);
    assertThat(freshness.lag()).containsEntry("incidents", 1L);

    freshness.reached(Map.of(PART, 10L));
    assertThat(freshness.standing().state()).isEqualTo(Freshness.State.LIVE);
    assertThat(freshness.standing().ageMs()).isZero();
    assertThat(freshness.lag()).containsEntry("incidents", 0L);
  }

  @Test
  void isStaleOnceNoLookIsReachedForAWhileAndSaysForHowLong() {
    freshness.looked(now, Map.of(PART, 10L));
    freshness.reached(Map.of(PART, 10L));
    pass(60);

    assertThat(freshness.standing().state()).isEqualTo(Freshness.State.STALE);
    assertThat(freshness.standing().ageMs()).isEqualTo(60_000);
    freshness.reached(Map.of(PART, 10L));
    assertThat(freshness.standing().state()).isEqualTo(Freshness.State.STALE);

    freshness.looked(now, Map.of(PART, 10L));
    freshness.reached(Map.of(PART, 10L));
    assertThat(freshness.standing().state()).isEqualTo(Freshness.State.LIVE);
  }

  @Test
  void tellsTheTimeOfTheNewestRecord() {
    assertThat(freshness.standing().asOf()).isEmpty();
    freshness.applied(2_000);
    freshness.applied(1_000);

    assertThat(freshness.standing().asOf()).contains(Instant.ofEpochMilli(2_000));
  }
}
