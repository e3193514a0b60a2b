package io.heistline.producer;

import io.heistline.model.Feed;
import io.heistline.model.FeedState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
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

  /** Feeds that are being read, with their hosts. */
  private final Map<String, String> busy = new HashMap<>();

  /** A feed. Its state is packed, to a fifth: that of 5,000 feeds is held in memory. */
  static final class Row {
    private final int partition;
    private final Feed feed;
    private final String host;
    private final byte[] state;
    private final Instant dueAt;
    private final boolean retired;
    private final boolean failing;

    /**
     * A feed and how it stands.
     *
     * @param partition of the feeds topic, and of the states topic too
     */
    Row(int partition, Feed feed, FeedState state) {
      this.partition = partition;
      this.feed = feed;
      this.host = FeedPlaces.host(feed.getUrl());
      this.state = packed(state);
      this.dueAt = state.getNextPollAt().orElse(Instant.EPOCH);
      this.retired = state.getRetired();
      this.failing = state.getFailures() > 0;
    }

    int partition() {
      return partition;
    }

    Feed feed() {
      return feed;
    }

    String url() {
      return feed.getUrl();
    }

    FeedState state() {
      try {
        return FeedState.fromByteBuffer(ByteBuffer.wrap(state));
      } catch (IOException e) {
        throw new UncheckedIOException("the state of feed " + url() + " does not unpack", e);
      }
    }

    boolean isDue(Instant now) {
      return !feed.getPaused() && !retired && !dueAt.isAfter(now);
    }

    private static byte[] packed(FeedState state) {
      try {
        ByteBuffer buffer = state.toByteBuffer();
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return bytes;
      } catch (IOException e) {
        throw new UncheckedIOException("the state of feed " + state.getUrl() + " is no record", e);
      }
    }
  }

  /** How the feeds stand, in numbers. */
  record Census(int feeds, int failing, int retired, int paused) {}

  Census census() {
    int failing = 0;
    int retired = 0;
    int paused = 0;
    for (Row row : rows.values()) {
      failing += row.failing ? 1 : 0;
      retired += row.retired ? 1 : 0;
      paused += row.feed().getPaused() ? 1 : 0;
    }
    return new Census(rows.size(), failing, retired, paused);
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

  /** A feed is new, or its settings change; then it is read at once, even if it was retired. */
  void put(int partition, String url, Feed feed) {
    orphans.remove(url);
    Row known = rows.get(url);
    FeedState state =
        known == null
            ? FeedProgress.start(url)
            : FeedState.newBuilder(known.state()).setNextPollAt(null).setRetired(false).build();
    rows.put(url, new Row(partition, keyed(url, feed), state));
  }

  /** A feed is removed. */
  void remove(int partition, String url) {
    if (rows.remove(url) != null) {
      orphans.put(url, partition);
    }
  }

  /**
   * Feeds that are due and not being read yet, the longest due first; one a host, for a host is
   * sent one request at a time, and a feed that waits for its turn would hold up those of other
   * hosts.
   */
  List<Row> due(Instant now) {
    Set<String> hosts = new HashSet<>(busy.values());
    return rows.values().stream()
        .filter(row -> row.isDue(now) && !busy.containsKey(row.url()))
        .sorted(Comparator.comparing(row -> row.dueAt))
        .filter(row -> hosts.add(row.host))
        .toList();
  }

  void begin(Row row) {
    busy.put(row.url(), row.host);
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
