package io.heistline.producer;

import io.heistline.model.Feed;
import io.heistline.model.FeedState;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The feeds that are this instance's to read, and how each stands. For one thread. */
final class FeedTable {
  private final Map<String, Row> rows = new TreeMap<>();

  /** States of feeds that are no more; to be withdrawn from their topic. */
  private final Map<String, Integer> orphans = new TreeMap<>();

  private final Set<String> busy = new HashSet<>();

  /**
   * A feed.
   *
   * @param partition of the feeds topic, and of the states topic too
   */
  record Row(int partition, Feed feed, FeedState state) {
    String url() {
      return feed.getUrl();
    }
  }

  /**
   * A partition becomes this instance's.
   *
   * @param unreadable feeds of which nothing is known but that they are there
   */
  void assign(
      int partition,
      Map<String, Feed> feeds,
      Set<String> unreadable,
      Map<String, FeedState> states) {
    states.forEach(
        (url, state) -> {
          boolean backfill = state.getResumeAt().isPresent();
          if (!feeds.containsKey(url) && !unreadable.contains(url) && !backfill) {
            orphans.put(url, partition);
          }
        });
    feeds.forEach(
        (url, feed) ->
            rows.put(
                url,
                new Row(
                    partition,
                    keyed(url, feed),
                    Optional.ofNullable(states.get(url))
                        .orElseGet(() -> FeedProgress.start(url)))));
  }

  /**
   * A partition becomes another's: what is known of it, and what is under way, no longer counts.
   */
  void revoke(int partition) {
    rows.values().removeIf(row -> row.partition() == partition);
    orphans.values().removeIf(number -> number == partition);
  }

  /** A feed is new, or its settings change; then it is read at once. */
  void put(int partition, String url, Feed feed) {
    orphans.remove(url);
    Row known = rows.get(url);
    FeedState state =
        known == null
            ? FeedProgress.start(url)
            : FeedState.newBuilder(known.state()).setNextPollAt(null).build();
    rows.put(url, new Row(partition, keyed(url, feed), state));
  }

  /** A feed is removed. */
  void remove(int partition, String url) {
    if (rows.remove(url) != null) {
      orphans.put(url, partition);
    }
  }

  /** Feeds that are due and not being read yet, the longest due first. */
  List<Row> due(Instant now) {
    return rows.values().stream()
        .filter(row -> !busy.contains(row.url()))
        .filter(row -> PollSchedule.isDue(row.feed(), row.state(), now))
        .sorted(Comparator.comparing(row -> row.state().getNextPollAt().orElse(Instant.EPOCH)))
        .toList();
  }

  void begin(Row row) {
    busy.add(row.url());
  }

  /**
   * A feed has been read.
   *
   * @return false if what was read no longer counts: the feed is gone, has changed or is another's
   */
  @SuppressWarnings("ReferenceEquality") // a row that came back the same is another assignment's
  boolean end(Row row) {
    busy.remove(row.url());
    return rows.get(row.url()) == row;
  }

  /** What was read is published. */
  void advance(Row row, FeedState next) {
    rows.put(row.url(), new Row(row.partition(), row.feed(), next));
  }

  /** States to withdraw, by URL, with their partition. */
  Map<String, Integer> orphans() {
    return Map.copyOf(orphans);
  }

  void forget(String orphan) {
    orphans.remove(orphan);
  }

  /** The key is the feed's identity, whatever another program has written beside it. */
  private static Feed keyed(String url, Feed feed) {
    return feed.getUrl().equals(url) ? feed : Feed.newBuilder(feed).setUrl(url).build();
  }

  int size() {
    return rows.size();
  }
}
