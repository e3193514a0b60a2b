package io.heistline.syndication;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a feed says.
 *
 * @param format such as rss_2.0, atom_1.0, json_1.1, sitemap
 * @param title plain text; may be empty
 * @param timeToLive how long it may be kept before it is asked for again
 * @param skipHours hours of the day (UTC, 0 to 23) in which it does not change
 */
public record FeedDocument(
    String format,
    String title,
    List<FeedItem> items,
    Optional<Duration> timeToLive,
    Set<Integer> skipHours) {
  public FeedDocument {
    items = List.copyOf(items);
    skipHours = Set.copyOf(skipHours);
  }
}
