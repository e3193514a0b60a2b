package io.heistline.producer;

import static org.assertj.core.api.Assertions.assertThat;

import io.heistline.model.Feed;
import io.heistline.model.FeedState;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PollScheduleTest {
  private static final Instant NOW = Instant.parse("2024-03-01T12:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "900, 1, PT30M",
    "900, 2, PT1H",
    "900, 6, PT16H",
    "900, 7, PT24H",
    "900, 1000000, PT24H",
    "604800, 1, P7D",
    "-5, 1, PT2S",
    "2147483647, 1, P30D",
  })
  void backsOffUpToADayOrTheInterval(int interval, int failures, Duration wait) {
    assertThat(PollSchedule.afterFailure(feed(interval, false), failures, NOW))
        .isEqualTo(NOW.plus(wait));
  }

  @Test
  void isDueAtItsTimeUnlessPaused() {
    FeedState state = FeedProgress.start("https://a.example");
    FeedState later = FeedState.newBuilder(state).setNextPollAt(NOW.plusMillis(1)).build();
    assertThat(PollSchedule.isDue(feed(900, false), state, NOW)).isTrue();
    assertThat(PollSchedule.isDue(feed(900, false), later, NOW)).isFalse();
    assertThat(PollSchedule.isDue(feed(900, false), later, NOW.plusMillis(1))).isTrue();
    assertThat(PollSchedule.isDue(feed(900, true), state, NOW)).isFalse();
    assertThat(PollSchedule.afterSuccess(feed(900, false), NOW)).isEqualTo(NOW.plusSeconds(900));
  }

  private static Feed feed(int interval, boolean paused) {
    return Feed.newBuilder(TestFeeds.feed("https://a.example", interval)).setPaused(paused).build();
  }
}
