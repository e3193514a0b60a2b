package io.heistline.producer;

import io.heistline.model.Feed;
import java.util.Optional;

/**
 * What a list of feeds says of one of them; what it does not say stays as it is, or as usual.
 *
 * @param url as {@link Feed}'s
 * @param publisher as {@link Feed}'s
 * @param intervalSeconds as {@link Feed}'s
 * @param longestIntervalSeconds as {@link Feed}'s
 * @param paused as {@link Feed}'s
 * @param fullText as {@link Feed}'s
 * @param backfill as {@link Feed}'s
 */
record FeedEntry(
    String url,
    Optional<String> publisher,
    Optional<Integer> intervalSeconds,
    Optional<Integer> longestIntervalSeconds,
    Optional<Boolean> paused,
    Optional<Boolean> fullText,
    Optional<Boolean> backfill) {

  /** The names of the fields, in files. */
  static final String URL = "url";

  static final String PUBLISHER = "publisher";
  static final String INTERVAL = "intervalSeconds";
  static final String LONGEST_INTERVAL = "longestIntervalSeconds";
  static final String PAUSED = "paused";
  static final String FULL_TEXT = "fullText";
  static final String BACKFILL = "backfill";

  /** The feed as it is to be. */
  Feed applyTo(Optional<Feed> known) {
    Feed.Builder feed = known.map(Feed::newBuilder).orElseGet(() -> Feed.newBuilder().setUrl(url));
    publisher.ifPresent(feed::setPublisher);
    intervalSeconds.ifPresent(feed::setIntervalSeconds);
    longestIntervalSeconds.ifPresent(feed::setLongestIntervalSeconds);
    paused.ifPresent(feed::setPaused);
    fullText.ifPresent(feed::setFullText);
    backfill.ifPresent(feed::setBackfill);
    return feed.build();
  }
}
