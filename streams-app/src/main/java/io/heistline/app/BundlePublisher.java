package io.heistline.app;

import io.heistline.topics.Topic;
import io.heistline.topics.TopicTable;
import io.heistline.topics.Topics;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings records that are shipped with the program into their topic: what is new or changed since
 * the version that published them last, and tombstones for what is shipped no more. Records that
 * somebody else published stay as they are.
 */
final class BundlePublisher<V extends SpecificRecord> {
  private static final Logger log = LoggerFactory.getLogger(BundlePublisher.class);

  private final Topics topics;
  private final Topic<V> topic;
  private final Predicate<V> isBundled;

  /**
   * A publisher of one topic.
   *
   * @param isBundled whether a record in the topic came out of a bundle
   */
  BundlePublisher(Topics topics, Topic<V> topic, Predicate<V> isBundled) {
    this.topics = topics;
    this.topic = topic;
    this.isBundled = isBundled;
  }

  void publish(Map<String, V> bundled) {
    Map<String, @Nullable V> changes =
        changes(TopicTable.read(topics.settings(), topic), bundled, isBundled);
    Map<String, Object> config = new HashMap<>(topics.settings().clientConfig());
    config.put("acks", "all");
    try (Producer<String, V> producer =
        new KafkaProducer<>(config, topic.keySerde().serializer(), topic.values().serializer())) {
      Map<String, Future<RecordMetadata>> sent = new TreeMap<>();
      changes.forEach(
          (key, record) ->
              sent.put(key, producer.send(new ProducerRecord<>(topic.name(), key, record))));
      producer.flush();
      sent.forEach(this::confirm);
    }
    log.info(
        "{} of {} bundled records were published to {}",
        changes.size(),
        bundled.size(),
        topic.name());
  }

  /** What to publish, null for a tombstone, given what the topic holds and what it should. */
  static <V> SortedMap<String, @Nullable V> changes(
      Map<String, V> published, Map<String, V> bundled, Predicate<V> isBundled) {
    SortedMap<String, @Nullable V> changes = new TreeMap<>();
    bundled.forEach(
        (key, record) -> {
          V there = published.get(key);
          if (there == null || (isBundled.test(there) && !there.equals(record))) {
            changes.put(key, record);
          }
        });
    published.forEach(
        (key, there) -> {
          if (isBundled.test(there) && !bundled.containsKey(key)) {
            changes.put(key, null);
          }
        });
    return changes;
  }

  private void confirm(String key, Future<RecordMetadata> sent) {
    try {
      sent.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(
          "'%s' could not be published to %s".formatted(key, topic.name()), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(
          "interrupted while publishing '%s' to %s".formatted(key, topic.name()), e);
    }
  }
}
