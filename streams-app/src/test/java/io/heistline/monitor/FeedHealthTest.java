package io.heistline.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import io.heistline.model.Feed;
import io.heistline.model.FeedState;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class FeedHealthTest {
  private static final String URL = "https://news.example/feed";
  private static final Feed FEED = Feed.newBuilder().setUrl(URL).build();

  @Test
  void aFeedThatIsGoneForGoodIsRetired() {
    assertThat(health(FEED, read().setFailures(1).setRetired(true))).isEqualTo(FeedHealth.RETIRED);
  }

  @Test
  void aFeedIsWhatItsLastPollWas() {
    assertThat(health(FEED, read())).isEqualTo(FeedHealth.OK);
    assertThat(health(FEED, read().setFailures(2))).isEqualTo(FeedHealth.FAILING);
  }

  @Test
  void aFeedThatWasNeverReadIsNew() {
    assertThat(FeedHealth.of(FEED, Optional.empty())).isEqualTo(FeedHealth.NEW);
    assertThat(health(FEED, FeedState.newBuilder().setUrl(URL))).isEqualTo(FeedHealth.NEW);
  }

  @Test
  void aPausedFeedIsPausedHoweverItWent() {
    Feed paused = Feed.newBuilder(FEED).setPaused(true).build();
    assertThat(health(paused, read().setFailures(2))).isEqualTo(FeedHealth.PAUSED);
  }

  private static FeedState.Builder read() {
    return FeedState.newBuilder().setUrl(URL).setLastPollAt(Instant.EPOCH);
  }

  private static FeedHealth health(Feed feed, FeedState.Builder state) {
    return FeedHealth.of(feed, Optional.of(state.build()));
  }
}
