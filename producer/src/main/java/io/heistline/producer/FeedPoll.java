package io.heistline.producer;

import io.heistline.fetching.FetchFailure;
import io.heistline.fetching.FetchProblem;
import io.heistline.fetching.Web;
import io.heistline.model.Feed;
import io.heistline.model.FeedState;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads a feed once. Whatever is wrong with the feed is an outcome, not an exception. */
final class FeedPoll {
  private static final Logger log = LoggerFactory.getLogger(FeedPoll.class);

  private final WebFeed web;
  private final FolderFeed folders;
  private final FeedProgress progress;
  private final Executor threads;
  private final Clock clock;

  /**
   * Reads from the web and from folders.
   *
   * @param threads where folders are read
   */
  FeedPoll(Web web, FolderFeed folders, PollSchedule schedule, Executor threads, Clock clock) {
    this.progress = new FeedProgress(schedule);
    this.web = new WebFeed(web, progress, clock);
    this.folders = folders;
    this.threads = threads;
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

    /** Of all that is to be published. */
    long characters() {
      return submissions.stream()
          .filter(Submission.Version.class::isInstance)
          .mapToLong(version -> ((Submission.Version) version).article().getBody().length())
          .sum();
    }

    static Outcome unchanged(FeedState next) {
      return new Outcome(List.of(), next);
    }
  }

  /** Never fails, but for what this machine cannot bear. */
  CompletableFuture<Outcome> poll(Feed feed, FeedState state) {
    try {
      Feeds.check(feed);
    } catch (IllegalArgumentException e) {
      FetchFailure failure =
          new FetchFailure(FetchProblem.SETTINGS, String.valueOf(e.getMessage()));
      return CompletableFuture.completedFuture(failed(feed, state, failure));
    }
    return begun(feed, state)
        .handle((outcome, error) -> outcome != null ? outcome : failed(feed, state, error));
  }

  private CompletableFuture<Outcome> begun(Feed feed, FeedState state) {
    try {
      return FolderFeed.isFolder(feed)
          ? CompletableFuture.supplyAsync(() -> readFolder(feed, state), threads)
          : web.read(feed, state);
    } catch (FetchFailure e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  private Outcome readFolder(Feed feed, FeedState state) {
    Instant now = clock.instant();
    try (Stream<Submission> submissions = folders.read(feed)) {
      FeedChanges changes = FeedChanges.between(state.getVersions(), submissions);
      return new Outcome(
          changes.submissions(),
          progress.read(
              feed,
              state,
              FeedProgress.Served.LOCALLY,
              new FullText.Fulfilled(changes, Map.of(), 0, Map.of(), Optional.empty()),
              new FeedArticles.Read(List.of(), Map.of(), Map.of(), 0),
              now));
    }
  }

  /** The outcome of a failure. */
  Outcome failed(Feed feed, FeedState state, @Nullable Throwable error) {
    Throwable cause =
        error instanceof CompletionException && error.getCause() != null ? error.getCause() : error;
    FetchFailure failure = cause instanceof FetchFailure known ? known : unforeseen(feed, cause);
    return Outcome.unchanged(progress.failed(feed, state, failure, clock.instant()));
  }

  private static FetchFailure unforeseen(Feed feed, @Nullable Throwable cause) {
    log.error("feed {}: reading it failed in a way that was not foreseen", feed.getUrl(), cause);
    return new FetchFailure(FetchProblem.INTERNAL, String.valueOf(cause));
  }
}
