package io.heistline.producer;

import io.heistline.model.Feed;
import io.heistline.model.FeedState;
import io.heistline.topics.Topics;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.producer.Producer;

/** The list of feeds that the producers share: written here, read by every {@link ProducerApp}. */
public final class Feeds implements AutoCloseable {
  public static final Duration DEFAULT_INTERVAL = Duration.ofMinutes(15);

  /** Below a second a poll would follow on its own heels. */
  public static final Duration LEAST_INTERVAL = Duration.ofSeconds(1);

  /** A feed read more seldom loses items before they are seen. */
  public static final Duration MOST_INTERVAL = Duration.ofDays(30);

  private static final int MOST_URL_CHARACTERS = 2_000;

  private final Topics topics;
  private final Producer<String, byte[]> producer;
  private final TopicWriter writer;
  private final TableReader reader;

  public Feeds(Topics topics) {
    this.topics = topics;
    this.producer = TopicWriter.producer(topics, Map.of());
    this.writer = new TopicWriter(producer);
    this.reader = new TableReader(topics);
  }

  /**
   * Adds a feed with the usual settings, or replaces the one of this URL; written when it returns.
   *
   * @param url of a feed (http, https) or of a folder (file:path)
   * @throws IllegalArgumentException saying what is wrong with the feed
   * @throws PublishException if it could not be written
   */
  public void add(String url, Optional<String> publisher, Duration interval) {
    add(
        Feed.newBuilder()
            .setUrl(url)
            .setPublisher(publisher.orElse(null))
            .setIntervalSeconds((int) interval.toSeconds())
            .build());
  }

  /** Adds a feed, or replaces the one of its URL; as {@link #add(String, Optional, Duration)}. */
  public void add(Feed feed) {
    check(feed);
    write(new FeedPlaces(reader.read(topics.feeds())), feed);
    writer.flush();
  }

  /**
   * Removes a feed; its articles stay. Written when it returns.
   *
   * @return false if there is no such feed
   * @throws PublishException if it could not be written
   */
  public boolean remove(String url) {
    Map<Integer, TableReader.Table<Feed>> known = reader.read(topics.feeds());
    if (!TableReader.rows(known).containsKey(url)) {
      return false;
    }
    int place = new FeedPlaces(known).of(url);
    writer.send(topics.feeds(), place, url, null, "the removal of feed " + url);
    writer.flush();
    return true;
  }

  /**
   * Pauses a feed, or lets it go on; written when it returns.
   *
   * @return false if there is no such feed
   * @throws PublishException if it could not be written
   */
  public boolean setPaused(String url, boolean paused) {
    Map<Integer, TableReader.Table<Feed>> tables = reader.read(topics.feeds());
    Optional<Feed> known = Optional.ofNullable(TableReader.rows(tables).get(url));
    known.ifPresent(
        feed ->
            write(
                new FeedPlaces(tables),
                Feed.newBuilder(feed).setUrl(url).setPaused(paused).build()));
    writer.flush();
    return known.isPresent();
  }

  /**
   * What taking a list over has changed.
   *
   * @param added feeds that are new
   * @param changed feeds that got other settings
   * @param unchanged feeds that were there as the list has them; they are not written again
   */
  public record Imported(int added, int changed, int unchanged) {}

  /**
   * Adds the feeds of a list; of those that are there, changes what the list says. All are written
   * when it returns.
   *
   * @throws PublishException if they could not be written
   */
  public Imported add(FeedListFile list) {
    Map<Integer, TableReader.Table<Feed>> tables = reader.read(topics.feeds());
    Map<String, Feed> known = TableReader.rows(tables);
    FeedPlaces places = new FeedPlaces(tables);
    int added = 0;
    int changed = 0;
    for (FeedEntry entry : list.entries()) {
      Optional<Feed> before = Optional.ofNullable(known.get(entry.url()));
      Feed feed = entry.applyTo(before);
      if (!before.equals(Optional.of(feed))) {
        added += before.isEmpty() ? 1 : 0;
        changed += before.isPresent() ? 1 : 0;
        write(places, feed);
        known.put(feed.getUrl(), feed);
      }
    }
    writer.flush();
    return new Imported(added, changed, list.entries().size() - added - changed);
  }

  /** All feeds, in the order of their URLs. */
  public List<Feed> list() {
    return List.copyOf(reader.readAll(topics.feeds()).values());
  }

  /** How the feeds stand, by URL; a feed that was never read is not in it. */
  public Map<String, FeedState> states() {
    return reader.readAll(topics.feedState());
  }

  @Override
  public void close() {
    producer.close();
  }

  private void write(FeedPlaces places, Feed feed) {
    String url = feed.getUrl();
    writer.send(topics.feeds(), places.of(url), url, feed, "feed " + url);
  }

  /**
   * Checks the address and the settings.
   *
   * @throws IllegalArgumentException saying what is wrong with the feed
   */
  static void check(Feed feed) {
    String url = feed.getUrl();
    if (url.length() > MOST_URL_CHARACTERS) {
      throw new IllegalArgumentException(
          "feed URL has %d characters, more than %d".formatted(url.length(), MOST_URL_CHARACTERS));
    }
    checkInterval(url, Duration.ofSeconds(feed.getIntervalSeconds()));
    if (feed.getLongestIntervalSeconds() != 0) {
      checkInterval(url, Duration.ofSeconds(feed.getLongestIntervalSeconds()));
    }
    if (!url.startsWith("file:")) {
      checkHttp(url);
    }
  }

  private static void checkInterval(String url, Duration interval) {
    if (interval.compareTo(LEAST_INTERVAL) < 0 || interval.compareTo(MOST_INTERVAL) > 0) {
      throw new IllegalArgumentException(
          "feed %s: interval %s is not between %s and %s"
              .formatted(url, interval, LEAST_INTERVAL, MOST_INTERVAL));
    }
  }

  private static void checkHttp(String url) {
    try {
      URI uri = new URI(url);
      if (uri.getHost() == null || !List.of("http", "https").contains(uri.getScheme())) {
        throw new IllegalArgumentException(
            "feed %s: give an http:// or https:// URL, or file:folder".formatted(url));
      }
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("feed %s: %s".formatted(url, e.getMessage()), e);
    }
  }
}
