package io.heistline.producer;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.utils.Utils;

/**
 * Which partition of the feeds topic a feed belongs in: that of its host. So all feeds of a host
 * fall to one producer, which asks it for one thing at a time. Another program may have put a feed
 * elsewhere; there it stays.
 */
final class FeedPlaces {
  private final Map<String, Integer> taken = new HashMap<>();
  private final int partitions;

  /** As the topic is now. */
  FeedPlaces(Map<Integer, ? extends TableReader.Table<?>> topic) {
    this.partitions = topic.size();
    topic.forEach(
        (partition, table) -> {
          table.rows().keySet().forEach(url -> taken.put(url, partition));
          table.unreadable().forEach(url -> taken.put(url, partition));
        });
  }

  int of(String url) {
    return Optional.ofNullable(taken.get(url)).orElseGet(() -> ofHost(host(url)));
  }

  private int ofHost(String host) {
    return Utils.toPositive(Utils.murmur2(host.getBytes(StandardCharsets.UTF_8))) % partitions;
  }

  /** Folders have no host, and are each their own. */
  static String host(String url) {
    try {
      return Optional.ofNullable(new URI(url).getHost()).orElse(url).toLowerCase(Locale.ROOT);
    } catch (URISyntaxException e) {
      return url; // its poll says what is wrong with it
    }
  }
}
