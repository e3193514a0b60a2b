package io.heistline.producer;

import io.heistline.model.Feed;
import io.heistline.model.FeedState;
import java.time.Instant;
import java.util.Map;

/** How a feed stands after each thing that may come of reading it. */
final class FeedProgress {
  private static final int MOST_ERROR_CHARACTERS = 500;

  private FeedProgress() {}

  /** Of a feed that was never read: due at once. */
  static FeedState start(String url) {
    return FeedState.newBuilder().setUrl(url).setVersions(Map.of()).build();
  }

  /** It says that nothing has changed. */
  static FeedState unchanged(Feed feed, FeedState before, Instant now) {
    return succeeded(before, now).setNextPollAt(PollSchedule.afterSuccess(feed, now)).build();
  }

  /** It was read to its end. */
  static FeedState read(
      Feed feed, FeedState before, FeedReading.Items items, FeedChanges changes, Instant now) {
    return withChanges(succeeded(before, now), before, changes)
        .setEtag(items.etag().orElse(null))
        .setLastModified(items.lastModified().orElse(null))
        .setNextPollAt(PollSchedule.afterSuccess(feed, now))
        .build();
  }

  /** More has changed than is published at once: the rest is due now, without validators. */
  static FeedState readInPart(FeedState before, FeedChanges changes, Instant now) {
    return withChanges(succeeded(before, now), before, changes).setNextPollAt(now).build();
  }

  /** It could not be read. */
  static FeedState failed(Feed feed, FeedState before, String error, Instant now) {
    int failures = before.getFailures() + 1;
    return FeedState.newBuilder(before)
        .setLastPollAt(now)
        .setFailures(failures)
        .setLastError(error.substring(0, Math.min(error.length(), MOST_ERROR_CHARACTERS)))
        .setNextPollAt(PollSchedule.afterFailure(feed, failures, now))
        .build();
  }

  private static FeedState.Builder succeeded(FeedState before, Instant now) {
    return FeedState.newBuilder(before)
        .setLastPollAt(now)
        .setLastSuccessAt(now)
        .setFailures(0)
        .setLastError(null);
  }

  private static FeedState.Builder withChanges(
      FeedState.Builder state, FeedState before, FeedChanges changes) {
    return state
        .setArticles(before.getArticles() + changes.articles())
        .setVersions(changes.versions());
  }
}
