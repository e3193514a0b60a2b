package io.heistline.producer;

import io.heistline.model.Feed;
import io.heistline.model.FeedState;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads a feed once. Whatever is wrong with the feed is an outcome, not an exception. */
final class FeedPoll {
  private static final Logger log = LoggerFactory.getLogger(FeedPoll.class);

  private final HttpFeed http;
  private final FolderFeed folders;
  private final Clock clock;

  FeedPoll(HttpFeed http, FolderFeed folders, Clock clock) {
    this.http = http;
    this.folders = folders;
    this.clock = clock;
  }

  /**
   * What came of it.
   *
   * @param submissions what to publish
   * @param next how the feed stands once that is published
   */
  record Outcome(List<Submission> submissions, FeedState next) {
    Outcome {
      submissions = List.copyOf(submissions);
    }
  }

  Outcome poll(Feed feed, FeedState state) throws InterruptedException {
    Instant now = clock.instant();
    try {
      Feeds.check(feed);
      return outcome(feed, state, now);
    } catch (FeedFailure | IllegalArgumentException e) {
      return failed(feed, state, String.valueOf(e.getMessage()));
    } catch (RuntimeException e) {
      log.error("feed {}: reading it failed in a way that was not foreseen", feed.getUrl(), e);
      return failed(feed, state, e.toString());
    }
  }

  Outcome failed(Feed feed, FeedState state, String error) {
    return new Outcome(List.of(), FeedProgress.failed(feed, state, error, clock.instant()));
  }

  private Outcome outcome(Feed feed, FeedState state, Instant now) throws InterruptedException {
    try (FeedReading reading =
        FolderFeed.isFolder(feed) ? folders.read(feed) : http.read(feed, state)) {
      if (reading instanceof FeedReading.Items items) {
        FeedChanges changes = FeedChanges.between(state.getVersions(), items.submissions());
        return new Outcome(
            changes.submissions(),
            changes.complete()
                ? FeedProgress.read(feed, state, items, changes, now)
                : FeedProgress.readInPart(state, changes, now));
      }
      return new Outcome(List.of(), FeedProgress.unchanged(feed, state, now));
    }
  }
}
