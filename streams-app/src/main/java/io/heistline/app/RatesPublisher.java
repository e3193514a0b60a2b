package io.heistline.app;

import io.heistline.model.Rate;
import io.heistline.topics.TopicTable;
import io.heistline.topics.Topics;
import io.heistline.valuing.Rates;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the bundled rates into heistline.rates: what is new or changed since the version that
 * published them last, and tombstones for what is bundled no more. Rates that somebody else
 * published stay as they are.
 */
final class RatesPublisher {
  private static final Logger log = LoggerFactory.getLogger(RatesPublisher.class);

  private final Topics topics;

  RatesPublisher(Topics topics) {
    this.topics = topics;
  }

  void publish(Map<String, Rate> bundled) {
    SortedMap<String, @Nullable Rate> changes =
        changes(TopicTable.read(topics.settings(), topics.rates()), bundled);
    new TablePublisher<>(topics, topics.rates()).publish(changes);
    log.info("{} of {} bundled rates were published", changes.size(), bundled.size());
  }

  /** What to publish, null for a tombstone, given what the topic holds and what it should. */
  static SortedMap<String, @Nullable Rate> changes(
      Map<String, Rate> published, Map<String, Rate> bundled) {
    SortedMap<String, @Nullable Rate> changes = new TreeMap<>();
    bundled.forEach(
        (key, rate) -> {
          Rate there = published.get(key);
          if (there == null || (isBundled(there) && !there.equals(rate))) {
            changes.put(key, rate);
          }
        });
    published.forEach(
        (key, there) -> {
          if (isBundled(there) && !bundled.containsKey(key)) {
            changes.put(key, null);
          }
        });
    return changes;
  }

  private static boolean isBundled(Rate rate) {
    return rate.getOrigin().equals(Rates.BUNDLED);
  }
}
