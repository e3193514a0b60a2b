package io.heistline.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.heistline.topics.Topic;
import io.heistline.topics.Topics;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;

/** Writes changes of a table to its compacted topic. */
final class TablePublisher<V extends SpecificRecord> {
  private final Topics topics;
  private final Topic<V> topic;

  TablePublisher(Topics topics, Topic<V> topic) {
    this.topics = topics;
    this.topic = topic;
  }

  /**
   * Publishes records by key, null for a tombstone. Returns when all is written.
   *
   * @throws IllegalStateException naming the first record that could not be written
   */
  void publish(SortedMap<String, @Nullable V> changes) {
    publish(changes, Map.of());
  }

  /** The same, with headers on every record. */
  void publish(SortedMap<String, @Nullable V> changes, Map<String, String> headers) {
    if (changes.isEmpty()) {
      return;
    }
    Map<String, Object> config = new HashMap<>(topics.settings().clientConfig());
    config.put("acks", "all");
    try (Producer<String, V> producer =
        new KafkaProducer<>(config, topic.keySerde().serializer(), topic.values().serializer())) {
      Map<String, Future<RecordMetadata>> sent = new TreeMap<>();
      changes.forEach((key, record) -> sent.put(key, producer.send(record(key, record, headers))));
      producer.flush();
      sent.forEach(this::confirm);
    }
  }

  private ProducerRecord<String, V> record(
      String key, @Nullable V value, Map<String, String> headers) {
    ProducerRecord<String, V> record = new ProducerRecord<>(topic.name(), key, value);
    headers.forEach((name, text) -> record.headers().add(name, text.getBytes(UTF_8)));
    return record;
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
