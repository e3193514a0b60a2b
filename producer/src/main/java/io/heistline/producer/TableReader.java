package io.heistline.producer;

import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import io.heistline.topics.Topic;
import io.heistline.topics.Topics;
import java.io.InterruptedIOException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
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
   * A partition as a table.
   *
   * @param rows by key, in the order of keys
   * @param unreadable keys of rows that are there, but that nobody can read
   * @param end the offset up to which it was read
   */
  record Table<V>(Map<String, V> rows, Set<String> unreadable, long end) {
    Table() {
      this(new TreeMap<>(), new TreeSet<>(), 0);
    }

    private Table<V> upTo(long offset) {
      return new Table<>(rows, unreadable, offset);
    }
  }

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
  <V> Map<Integer, Table<V>> read(Topic<V> topic) {
    try (Consumer<String, byte[]> consumer = consumer(topics, Map.of())) {
      return read(
          consumer,
          topic,
          partitions(consumer, topic).stream().map(TopicPartition::partition).toList());
    }
  }

  /**
   * All partitions of a topic.
   *
   * @throws KafkaException if the broker does not answer, or has no such topic
   */
  static List<TopicPartition> partitions(Consumer<?, ?> consumer, Topic<?> topic) {
    List<TopicPartition> partitions =
        consumer.partitionsFor(topic.name()).stream()
            .map(info -> new TopicPartition(info.topic(), info.partition()))
            .toList();
    if (partitions.isEmpty()) {
      throw new UnknownTopicOrPartitionException(
          "no topic " + topic.name() + "; start a stack first, which makes it");
    }
    return partitions;
  }

  /** The rows of all partitions; errors as {@link #read(Topic)}. */
  <V> Map<String, V> readAll(Topic<V> topic) {
    return rows(read(topic));
  }

  static <V> Map<String, V> rows(Map<Integer, Table<V>> tables) {
    Map<String, V> rows = new TreeMap<>();
    tables.values().forEach(table -> rows.putAll(table.rows()));
    return rows;
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
    Map<Integer, Table<V>> tables = new HashMap<>();
    partitions.forEach(number -> tables.put(number, new Table<>()));
    while (ends.entrySet().stream()
        .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
      for (ConsumerRecord<String, byte[]> row : consumer.poll(POLL)) {
        take(topic, row, tables.computeIfAbsent(row.partition(), number -> new Table<>()));
      }
    }
    tables.replaceAll(
        (number, table) -> table.upTo(consumer.position(new TopicPartition(topic.name(), number))));
    return tables;
  }

  private static <V> void take(Topic<V> topic, ConsumerRecord<String, byte[]> row, Table<V> table) {
    String key = String.valueOf(row.key());
    table.rows().remove(key);
    table.unreadable().remove(key);
    if (row.value() != null) {
      decode(topic, row)
          .ifPresentOrElse(
              value -> table.rows().put(key, value), () -> table.unreadable().add(key));
    }
  }

  /**
   * The value; empty for a tombstone, and for what nobody can read, which is logged.
   *
   * @throws SerializationException if the registry does not answer: it would be wrong to take its
   *     silence for a bad record
   */
  static <V> Optional<V> decode(Topic<V> topic, ConsumerRecord<String, byte[]> row) {
    try {
      return Optional.ofNullable(row.value())
          .map(bytes -> topic.values().deserializer().deserialize(row.topic(), bytes));
    } catch (KafkaException e) {
      if (isOutage(e)) {
        throw e;
      }
      log.error(
          "row {} of {} cannot be read ({}); write it again", row.key(), row.topic(), e.toString());
      return Optional.empty();
    }
  }

  private static boolean isOutage(@Nullable Throwable error) {
    return error != null
        && (error instanceof SocketException
            || error instanceof UnknownHostException
            || error instanceof InterruptedIOException
            || error instanceof RetriableException
            || (error instanceof RestClientException answer && answer.getStatus() >= 500)
            || isOutage(error.getCause()));
  }
}
