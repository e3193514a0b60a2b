package io.heistline.producer;

import io.heistline.topics.Topic;
import io.heistline.topics.Topics;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/**
 * Writes to any of the topics through one producer, and remembers the first record that failed, so
 * that no failure is lost between a send and its acknowledgement.
 */
final class TopicWriter {
  private final Producer<String, byte[]> producer;
  private final AtomicReference<@Nullable PublishException> failure = new AtomicReference<>();

  TopicWriter(Producer<String, byte[]> producer) {
    this.producer = producer;
  }

  /** A producer for these topics: nothing acknowledged is lost, nothing retried is doubled. */
  static Producer<String, byte[]> producer(Topics topics, Map<String, Object> more) {
    Map<String, Object> config = new HashMap<>(topics.settings().clientConfig());
    config.put("acks", "all");
    config.put("enable.idempotence", true);
    config.put("compression.type", "lz4");
    config.put("max.request.size", Topics.MOST_RECORD_BYTES);
    config.put("linger.ms", 20);
    config.put("batch.size", 256 * 1024);
    config.putAll(more);
    return new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer());
  }

  /**
   * Sends one record to the partition of its key.
   *
   * @param value null for a tombstone
   * @param what the record, for people
   * @throws PublishException if it, or one before it, could not be written
   */
  <V> void send(Topic<V> topic, String key, @Nullable V value, String what, Header... headers) {
    send(topic, Optional.empty(), key, value, what, headers);
  }

  /** Sends one record to a partition; else as the other. */
  <V> void send(Topic<V> topic, int partition, String key, @Nullable V value, String what) {
    send(topic, Optional.of(partition), key, value, what);
  }

  private <V> void send(
      Topic<V> topic,
      Optional<Integer> partition,
      String key,
      @Nullable V value,
      String what,
      Header... headers) {
    try {
      byte[] bytes =
          value == null ? null : topic.values().serializer().serialize(topic.name(), value);
      send(
          new ProducerRecord<>(
              topic.name(), partition.orElse(null), key, bytes, new RecordHeaders(headers)),
          what);
    } catch (PublishException e) {
      throw e;
    } catch (RuntimeException e) {
      throw new PublishException(what, topic.name(), e);
    }
  }

  /**
   * Sends one record as it is.
   *
   * @throws PublishException if it, or one before it, could not be written
   */
  void send(ProducerRecord<String, byte[]> record, String what) {
    throwFailure();
    try {
      // the callback keeps the failure; the future would say nothing more
      var unused =
          producer.send(
              record,
              (metadata, error) -> {
                if (error != null) {
                  failure.compareAndSet(null, new PublishException(what, record.topic(), error));
                }
              });
    } catch (RuntimeException e) {
      throw new PublishException(what, record.topic(), e);
    }
  }

  /**
   * Waits until all that was sent is acknowledged.
   *
   * @throws PublishException if any of it could not be written
   */
  void flush() {
    producer.flush();
    throwFailure();
  }

  private void throwFailure() {
    PublishException first = failure.get();
    if (first != null) {
      throw first;
    }
  }
}
