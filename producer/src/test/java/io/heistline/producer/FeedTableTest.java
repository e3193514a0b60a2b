package io.heistline.producer;

import static org.assertj.core.api.Assertions.assertThat;

import io.heistline.model.Feed;
import io.heistline.model.FeedState;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FeedTableTest {
  private static final Instant NOW = Instant.parse("2024-03-01T12:00:00Z");
  private static final String A = "https://a.example";
  private static final String B = "https://b.example";

  private final FeedTable table = new FeedTable();

  @Test
  void theLongestDueComesFirst() {
    table.assign(0, Map.of(A, feed(A), B, feed(B)), Set.of(), Map.of(A, due(A, NOW)));
    assertThat(urls(NOW)).containsExactly(B, A);
    assertThat(urls(NOW.minusMillis(1))).containsExactly(B);
  }

  @Test
  void aFeedIsReadByOneAtATime() {
    table.put(0, A, feed(A));
    FeedTable.Row row = table.due(NOW).get(0);
    table.begin(row);
    assertThat(urls(NOW)).isEmpty();
    assertThat(table.end(row)).isTrue();
    table.advance(row, due(A, NOW.plusSeconds(900)));
    assertThat(urls(NOW)).isEmpty();
    assertThat(urls(NOW.plusSeconds(900))).containsExactly(A);
  }

  @Test
  void aHostIsAskedForOneFeedAtATime() {
    table.put(0, A + "/1", feed(A + "/1"));
    table.put(1, A + "/2", feed(A + "/2"));
    table.put(2, B, feed(B));
    assertThat(urls(NOW)).containsExactly(A + "/1", B);
    FeedTable.Row first = table.due(NOW).get(0);
    table.begin(first);
    assertThat(urls(NOW)).containsExactly(B);
    table.end(first);
    table.advance(first, due(A + "/1", NOW.plusSeconds(900)));
    assertThat(urls(NOW)).containsExactly(A + "/2", B);
  }

  @Test
  void aPausedOrRetiredFeedIsLeftAlone() {
    FeedState gone = FeedState.newBuilder(FeedProgress.start(A)).setRetired(true).build();
    Feed paused = Feed.newBuilder(feed(B)).setPaused(true).build();
    table.assign(0, Map.of(A, feed(A), B, paused), Set.of(), Map.of(A, gone));
    assertThat(urls(NOW)).isEmpty();
    assertThat(table.census()).isEqualTo(new FeedTable.Census(2, 0, 1, 1));
    table.put(0, A, feed(A));
    assertThat(urls(NOW)).as("added again").containsExactly(A);
  }

  @Test
  void whatWasReadDoesNotCountOnceThePartitionIsAnothers() {
    table.put(0, A, feed(A));
    FeedTable.Row row = table.due(NOW).get(0);
    table.begin(row);
    table.revoke(0);
    table.assign(0, Map.of(A, feed(A)), Set.of(), Map.of());
    assertThat(urls(NOW)).as("still being read").isEmpty();
    assertThat(table.end(row)).isFalse();
    assertThat(urls(NOW)).containsExactly(A);
  }

  @Test
  void changedSettingsCountAtOnceAndKeepWhatIsKnown() {
    FeedState state = FeedState.newBuilder(due(A, NOW.plusSeconds(900))).setEtag("e").build();
    table.assign(0, Map.of(A, feed(A)), Set.of(), Map.of(A, state));
    assertThat(urls(NOW)).isEmpty();
    table.put(0, A, TestFeeds.feed(A, 60));
    assertThat(table.due(NOW))
        .singleElement()
        .satisfies(row -> assertThat(row.state().getEtag()).contains("e"));
  }

  @Test
  void theStateOfARemovedFeedIsWithdrawn() {
    table.put(3, A, feed(A));
    table.remove(3, A);
    table.remove(3, B);
    assertThat(table.due(NOW)).isEmpty();
    assertThat(table.orphans()).isEqualTo(Map.of(A, 3));
    table.forget(A);
    assertThat(table.orphans()).isEmpty();
  }

  @Test
  void soIsOneThatWasRemovedWhileNobodyLooked() {
    table.assign(1, Map.of(), Set.of(B), Map.of(A, due(A, NOW), B, due(B, NOW)));
    assertThat(table.orphans()).as("B is there, though unreadable").isEqualTo(Map.of(A, 1));
    table.put(1, A, feed(A));
    assertThat(table.orphans()).isEmpty();
  }

  @Test
  void theKeyIsTheFeed() {
    table.put(0, A, feed(B));
    assertThat(urls(NOW)).containsExactly(A);
  }

  private List<String> urls(Instant now) {
    return table.due(now).stream().map(FeedTable.Row::url).toList();
  }

  private static Feed feed(String url) {
    return TestFeeds.feed(url);
  }

  private static FeedState due(String url, Instant at) {
    return FeedState.newBuilder(FeedProgress.start(url)).setNextPollAt(at).build();
  }
}
