package io.heistline.local;

import io.heistline.model.FeedState;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Says in a line what came of each reading of a feed. */
final class FeedNews {
  private final Map<String, Long> articles = new HashMap<>();

  /** Begins with how the feeds stand now. */
  FeedNews(Map<String, FeedState> states) {
    states.forEach((url, state) -> articles.put(url, state.getArticles()));
  }

  /** What is new of a feed; an empty state if it is gone. */
  String line(String url, Optional<FeedState> state) {
    if (state.isEmpty()) {
      articles.remove(url);
      return TextTable.cleanLine(url) + "  removed";
    }
    FeedState now = state.get();
    long published = now.getArticles() - articles.getOrDefault(url, 0L);
    articles.put(url, now.getArticles());
    return TextTable.cleanLine(
        "%s  %s  %s, next %s"
            .formatted(
                toSecond(now.getLastPollAt().or(now::getLastSuccessAt)),
                url,
                outcome(now, published),
                now.getRetired() ? "never: retired" : toSecond(now.getNextPollAt())));
  }

  private static String outcome(FeedState state, long published) {
    if (state.getLastError().isPresent()) {
      return "failed %d times: %s: %s"
          .formatted(
              state.getFailures(), state.getProblem().orElse("?"), state.getLastError().get());
    }
    return published == 0 ? "nothing new" : published + " articles";
  }

  private static String toSecond(Optional<Instant> time) {
    return time.map(at -> at.truncatedTo(ChronoUnit.SECONDS).toString()).orElse("now");
  }
}
