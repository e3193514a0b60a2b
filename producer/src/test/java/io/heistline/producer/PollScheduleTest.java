package io.heistline.producer;

import static org.assertj.core.api.Assertions.assertThat;

import io.heistline.model.Feed;
import io.heistline.model.FeedState;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PollScheduleTest {
  /** Its doubles are 0.5: nothing is spread. */
  static final RandomGenerator MIDDLE = () -> Long.MIN_VALUE;

  private static final Instant NOW = Instant.parse("2024-03-01T12:00:00Z");
  private static final String URL = "https://a.example";
  private final PollSchedule schedule = new PollSchedule(MIDDLE);

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
    assertThat(
            schedule.afterFailure(TestFeeds.feed(URL, interval), failures, Optional.empty(), NOW))
        .isEqualTo(NOW.plus(wait));
  }

  @ParameterizedTest
  @CsvSource({"PT10M, PT30M", "PT2H, PT2H", "P400D, P1D"})
  void waitsAsLongAsTheServerAsksUpToADay(Duration asked, Duration wait) {
    assertThat(schedule.afterFailure(TestFeeds.feed(URL), 1, Optional.of(NOW.plus(asked)), NOW))
        .isEqualTo(NOW.plus(wait));
  }

  @Test
  void backOffsAreSpread() {
    PollSchedule random = new PollSchedule(new SplittableRandom(1));
    for (int count = 0; count < 100; count++) {
      Instant next = random.afterFailure(TestFeeds.feed(URL), 2, Optional.empty(), NOW);
      assertThat(Duration.between(NOW, next))
          .isBetween(Duration.ofMinutes(45), Duration.ofMinutes(75));
    }
  }

  @ParameterizedTest
  @CsvSource({
    // before, new, held: the interval after it
    "0, 0, 20, 1350",
    "900, 0, 20, 1350",
    "8000, 0, 20, 10800",
    "10800, 0, 20, 10800",
    "10800, 1, 20, 5400",
    "1000, 1, 20, 900",
    "10800, 10, 20, 900",
    "10800, 20, 20, 900"
  })
  void isOftenWhereItIsLively(int before, int news, int held, int after) {
    FeedState state =
        FeedState.newBuilder(FeedProgress.start(URL)).setIntervalSeconds(before).build();
    Feed feed = TestFeeds.feed(URL);
    PollSchedule.Plan plan =
        news == 0
            ? schedule.afterQuiet(feed, state, PollSchedule.Wishes.NONE, NOW)
            : schedule.afterNews(feed, state, news, held, PollSchedule.Wishes.NONE, NOW);
    assertThat(plan)
        .isEqualTo(new PollSchedule.Plan(Duration.ofSeconds(after), NOW.plusSeconds(after)));
  }

  @Test
  void keepsToTheBoundsOfTheFeed() {
    Feed feed = Feed.newBuilder(TestFeeds.feed(URL, 60)).setLongestIntervalSeconds(120).build();
    FeedState state = FeedProgress.start(URL);
    for (int count = 0; count < 5; count++) {
      PollSchedule.Plan plan = schedule.afterQuiet(feed, state, PollSchedule.Wishes.NONE, NOW);
      state =
          FeedState.newBuilder(state).setIntervalSeconds((int) plan.interval().toSeconds()).build();
    }
    assertThat(state.getIntervalSeconds()).isEqualTo(120);
    assertThat(
            schedule
                .afterQuiet(TestFeeds.feed("file:/a", 5), state, PollSchedule.Wishes.NONE, NOW)
                .interval())
        .as("a folder")
        .isEqualTo(Duration.ofSeconds(5));
  }

  @Test
  void letsTheServerHaveItsWay() {
    FeedState state = FeedProgress.start(URL);
    assertThat(next(state, new PollSchedule.Wishes(Optional.of(NOW.plusSeconds(7200)), Set.of())))
        .isEqualTo(NOW.plusSeconds(7200));
    assertThat(next(state, new PollSchedule.Wishes(Optional.of(NOW.plusSeconds(60)), Set.of())))
        .isEqualTo(NOW.plusSeconds(1350));
    assertThat(
            next(
                state,
                new PollSchedule.Wishes(Optional.of(NOW.plus(Duration.ofDays(9))), Set.of())))
        .isEqualTo(NOW.plus(Duration.ofDays(1)));
    assertThat(next(state, new PollSchedule.Wishes(Optional.empty(), Set.of(12, 13))))
        .isEqualTo(Instant.parse("2024-03-01T14:00:00Z"));
  }

  private Instant next(FeedState state, PollSchedule.Wishes wishes) {
    return schedule.afterQuiet(TestFeeds.feed(URL), state, wishes, NOW).next();
  }
}
