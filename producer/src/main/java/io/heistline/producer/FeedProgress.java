package io.heistline.producer;

import io.heistline.fetching.FetchFailure;
import io.heistline.fetching.FetchProblem;
import io.heistline.model.Feed;
import io.heistline.model.FeedState;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** How a feed stands after each thing that may come of reading it. */
final class FeedProgress {
  private static final int MOST_ERROR_CHARACTERS = 500;

  /** As often as it fails at the address that it moved to, its own is asked again. */
  private static final int MOST_FAILURES_AFTER_A_MOVE = 3;

  /** robots.txt is not asked for again sooner. */
  private static final Duration AFTER_ROBOTS = Duration.ofDays(1);

  private final PollSchedule schedule;

  FeedProgress(PollSchedule schedule) {
    this.schedule = schedule;
  }

  /**
   * How a server answered.
   *
   * @param movedTo where permanent redirects lead to
   * @param etag validator for the next request
   * @param lastModified validator for the next request
   */
  record Served(
      Optional<String> movedTo,
      Optional<String> etag,
      Optional<String> lastModified,
      PollSchedule.Wishes wishes) {
    static final Served LOCALLY =
        new Served(Optional.empty(), Optional.empty(), Optional.empty(), PollSchedule.Wishes.NONE);
  }

  /** Of a feed that was never read: due at once. */
  static FeedState start(String url) {
    return FeedState.newBuilder().setUrl(url).build();
  }

  /** It says that nothing has changed. */
  FeedState unchanged(Feed feed, FeedState before, Served served, Instant now) {
    FeedState.Builder state = succeeded(before, served, now);
    return planned(state, schedule.afterQuiet(feed, before, served.wishes(), now)).build();
  }

  /** It was read, to its end or as far as is published at once; then the rest is due now. */
  FeedState read(
      Feed feed,
      FeedState before,
      Served served,
      FullText.Fulfilled done,
      FeedArticles.Read read,
      Instant now) {
    FeedChanges changes = done.changes();
    FeedMemory memory =
        FeedMemory.of(before).after(changes.versions(), read.firstSeen(), done.twins(), now);
    FeedState.Builder state =
        succeeded(before, served, now)
            .setArticles(before.getArticles() + changes.articles())
            .setVersions(memory.versions())
            .setGone(memory.gone())
            .setFirstSeen(memory.firstSeen())
            .setTwins(memory.twins())
            .setPages(before.getPages() + done.pages())
            .setPageProblem(done.lastProblem().map(FeedProgress::shortened).orElse(null))
            .setProblems(counted(before, done.problems()));
    if (changes.articles() > 0) {
      state.setLastArticleAt(now);
    }
    if (!changes.complete()) {
      return state.setNextPollAt(now).build();
    }
    state
        .setEtag(changes.isOpen() ? null : served.etag().orElse(null))
        .setLastModified(changes.isOpen() ? null : served.lastModified().orElse(null));
    return planned(state, plan(feed, before, changes, served, now)).build();
  }

  private PollSchedule.Plan plan(
      Feed feed, FeedState before, FeedChanges changes, Served served, Instant now) {
    int news = changes.submissions().size();
    return news == 0
        ? schedule.afterQuiet(feed, before, served.wishes(), now)
        : schedule.afterNews(feed, before, news, changes.versions().size(), served.wishes(), now);
  }

  /** It could not be read. */
  FeedState failed(Feed feed, FeedState before, FetchFailure failure, Instant now) {
    int failures = before.getFailures() + 1;
    Optional<Instant> retryAt =
        failure.problem() == FetchProblem.ROBOTS
            ? Optional.of(now.plus(AFTER_ROBOTS))
            : failure.retryAt();
    FeedState.Builder state =
        FeedState.newBuilder(before)
            .setLastPollAt(now)
            .setFailures(failures)
            .setLastError(shortened(failure.reason()))
            .setProblem(failure.problem().name())
            .setProblems(counted(before, Map.of(failure.problem().name(), 1)))
            .setRetired(failure.problem() == FetchProblem.GONE)
            .setNextPollAt(schedule.afterFailure(feed, failures, retryAt, now));
    if (failures >= MOST_FAILURES_AFTER_A_MOVE) {
      state.setMovedTo(null);
    }
    return state.build();
  }

  private static FeedState.Builder succeeded(FeedState before, Served served, Instant now) {
    FeedState.Builder state =
        FeedState.newBuilder(before)
            .setLastPollAt(now)
            .setLastSuccessAt(now)
            .setFailures(0)
            .setLastError(null)
            .setProblem(null)
            .setPageProblem(null);
    served.movedTo().ifPresent(state::setMovedTo);
    return state;
  }

  private static FeedState.Builder planned(FeedState.Builder state, PollSchedule.Plan plan) {
    return state.setIntervalSeconds((int) plan.interval().toSeconds()).setNextPollAt(plan.next());
  }

  private static Map<String, Long> counted(FeedState before, Map<String, Integer> more) {
    Map<String, Long> problems = new TreeMap<>(before.getProblems());
    more.forEach((name, count) -> problems.merge(name, (long) count, Long::sum));
    return problems;
  }

  /** One line, without what a terminal would take for a command. */
  private static String shortened(String error) {
    String line = error.replaceAll("\\p{Cntrl}+", " ");
    return line.substring(0, Math.min(line.length(), MOST_ERROR_CHARACTERS));
  }
}
