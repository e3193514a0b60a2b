package io.heistline.producer;

import io.heistline.topics.Topic;
import io.heistline.topics.Topics;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads a compacted topic, or some partitions of it, from its beginning to its present end. */
final class TableReader {
  private static final Logger log = LoggerFactory.getLogger(TableReader.class);

  private static final Duration POLL = Duration.ofMillis(200);

  private final Topics topics;

  TableReader(Topics topics) {
    this.topics = topics;
  }

  /**
   * The rows of a partition, and the offset up to which they were read.
   *
   * @param rows by key, in the order of keys
   */
  record Table<V>(Map<String, V> rows, long end) {}

  /**
   * Reads what is committed.
   *
   * @throws KafkaException if the broker does not answer
   */
  <V> Map<Integer, Table<V>> read(Topic<V> topic, Collection<Integer> partitions) {
    try (Consumer<String, byte[]> consumer = consumer(topics, Map.of())) {
      return read(consumer, topic, partitions);
    }
  }

  /**
   * Reads all partitions.
   *
   * @throws KafkaException if the broker does not answer, or has no such topic
   */
  <V> Map<String, V> readAll(Topic<V> topic) {
    try (Consumer<String, byte[]> consumer = consumer(topics, Map.of())) {
      List<Integer> partitions =
          consumer.partitionsFor(topic.name()).stream().map(info -> info.partition()).toList();
      Map<String, V> rows = new TreeMap<>();
      read(consumer, topic, partitions).values().forEach(table -> rows.putAll(table.rows()));
      return rows;
    }
  }

  /** A consumer of the topics that sees what is committed, and commits nothing by itself. */
  static Consumer<String, byte[]> consumer(Topics topics, Map<String, Object> more) {
    Map<String, Object> config = new HashMap<>(topics.settings().clientConfig());
    config.put("isolation.level", "read_committed");
    config.put("enable.auto.commit", false);
    config.put("allow.auto.create.topics", false);
    config.put("auto.offset.reset", "earliest");
    config.put("max.partition.fetch.bytes", Topics.MOST_RECORD_BYTES);
    config.putAll(more);
    return new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer());
  }

  private static <V> Map<Integer, Table<V>> read(
      Consumer<String, byte[]> consumer, Topic<V> topic, Collection<Integer> partitions) {
    List<TopicPartition> wanted =
        partitions.stream().map(number -> new TopicPartition(topic.name(), number)).toList();
    consumer.assign(wanted);
    consumer.seekToBeginning(wanted);
    Map<TopicPartition, Long> ends = consumer.endOffsets(wanted);
    Map<Integer, Map<String, V>> rows = new HashMap<>();
    partitions.forEach(number -> rows.put(number, new TreeMap<>()));
    while (ends.entrySet().stream()
        .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
      for (ConsumerRecord<String, byte[]> row : consumer.poll(POLL)) {
        take(topic, row, rows.computeIfAbsent(row.partition(), number -> new TreeMap<>()));
      }
    }
    Map<Integer, Table<V>> tables = new HashMap<>();
    rows.forEach(
        (number, table) ->
            tables.put(
                number,
                new Table<>(table, consumer.position(new TopicPartition(topic.name(), number)))));
    return tables;
  }

  private static <V> void take(
      Topic<V> topic, ConsumerRecord<String, byte[]> row, Map<String, V> rows) {
    if (row.key() == null) {
      log.error("{}-{}@{} has no key; passed over", row.topic(), row.partition(), row.offset());
      return;
    }
    if (row.value() == null) {
      rows.remove(row.key());
      return;
    }
    try {
      rows.put(row.key(), topic.values().deserializer().deserialize(row.topic(), row.value()));
    } catch (RuntimeException e) {
      rows.remove(row.key());
      log.error(
          "row {} of {} cannot be read ({}); write it again", row.key(), row.topic(), e.toString());
    }
  }
}
