package io.heistline.producer;

import io.heistline.model.FeedState;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * What is remembered of a feed's items: those that it holds, and for a while those that it held.
 * Feeds lose their items for an hour and bring them back, and old items are no news.
 *
 * @param versions as in the feed's state
 * @param gone as in the feed's state
 * @param firstSeen as in the feed's state
 * @param twins as in the feed's state
 */
record FeedMemory(
    Map<String, String> versions,
    Map<String, Long> gone,
    Map<String, Long> firstSeen,
    Map<String, String> twins) {
  /** Longer than {@link FeedArticles#MOST_AGE}: what comes back later is too old to be news. */
  static final Duration KEPT = Duration.ofDays(45);

  /** Some 60 bytes each in a feed's state, which is held in memory and written at every poll. */
  static final int MOST_GONE = 1_000;

  static FeedMemory of(FeedState state) {
    return new FeedMemory(
        state.getVersions(), state.getGone(), state.getFirstSeen(), state.getTwins());
  }

  /**
   * Once the feed was read.
   *
   * @param held versions of the items that it holds now
   * @param seen when items without a date were first seen, of those and earlier ones
   * @param canonical addresses of pages, of those and earlier ones
   */
  FeedMemory after(
      Map<String, String> held,
      Map<String, Long> seen,
      Map<String, String> canonical,
      Instant now) {
    Map<String, Long> missing = missing(held, now);
    Map<String, String> all = new TreeMap<>(held);
    missing.keySet().forEach(id -> all.put(id, versions.getOrDefault(id, "")));
    return new FeedMemory(
        all, missing, only(seen, all::containsKey), only(canonical, all::containsKey));
  }

  private Map<String, Long> missing(Map<String, String> held, Instant now) {
    long oldest = now.minus(KEPT).toEpochMilli();
    Map<String, Long> missing = new TreeMap<>();
    versions.keySet().stream()
        .filter(id -> !held.containsKey(id))
        .map(id -> Map.entry(id, gone.getOrDefault(id, now.toEpochMilli())))
        .filter(entry -> entry.getValue() >= oldest)
        .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder()))
        .limit(MOST_GONE)
        .forEach(entry -> missing.put(entry.getKey(), entry.getValue()));
    return missing;
  }

  private static <V> Map<String, V> only(Map<String, V> map, Predicate<String> wanted) {
    Map<String, V> some = new HashMap<>(map);
    some.keySet().removeIf(wanted.negate());
    return some;
  }
}
