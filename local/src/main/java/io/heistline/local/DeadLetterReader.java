package io.heistline.local;

import io.heistline.app.DeadLetters;
import io.heistline.topics.ClusterSettings;
import io.heistline.topics.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads the dead letters that are there: where each came from, and why. */
final class DeadLetterReader {
  private static final Duration POLL = Duration.ofMillis(100);

  /** An open transaction holds reading up until the broker aborts it, after a minute at most. */
  private static final Duration NO_PROGRESS = Duration.ofSeconds(90);

  /** Stage of the letters that a producer writes; those it has told of itself. */
  static final String PRODUCER_STAGE = "producer";

  private DeadLetterReader() {}

  /**
   * A dead letter, for people.
   *
   * @param stage the part that could not go on with it
   * @param origin topic, partition and offset of the record
   * @param reason what is wrong with it
   */
  record Letter(String stage, String origin, String reason) {
    static Letter of(ConsumerRecord<byte[], byte[]> record) {
      return new Letter(
          header(record, DeadLetters.STAGE),
          "%s partition %s offset %s (%s)"
              .formatted(
                  header(record, DeadLetters.TOPIC),
                  header(record, DeadLetters.PARTITION),
                  header(record, DeadLetters.OFFSET),
                  header(record, DeadLetters.STAGE)),
          header(record, DeadLetters.REASON));
    }

    private static String header(ConsumerRecord<?, ?> record, String name) {
      return Optional.ofNullable(record.headers().lastHeader(name))
          .map(header -> new String(header.value(), StandardCharsets.UTF_8))
          .orElse("?");
    }
  }

  /** Reads all that are there now, transactions under way included. */
  static List<Letter> read(ClusterSettings settings) throws InterruptedException {
    Map<TopicPartition, Long> ends = ends(settings);
    List<Letter> letters = new ArrayList<>();
    Map<String, Object> config = settings.clientConfig();
    config.put("isolation.level", "read_committed");
    config.put("auto.offset.reset", "earliest");
    config.put("enable.auto.commit", false);
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      consumer.assign(ends.keySet());
      long deadline = System.nanoTime() + NO_PROGRESS.toNanos();
      while (ends.entrySet().stream().anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
          letters.add(Letter.of(record));
          deadline = System.nanoTime() + NO_PROGRESS.toNanos();
        }
        if (System.nanoTime() > deadline) {
          throw new StackException("the dead letters cannot be read to their end");
        }
      }
    }
    return letters;
  }

  private static Map<TopicPartition, Long> ends(ClusterSettings settings)
      throws InterruptedException {
    String topic = new Topics(settings).deadLetters().name();
    try (Admin admin = Admin.create(settings.clientConfig())) {
      Map<TopicPartition, OffsetSpec> latest =
          admin.describeTopics(List.of(topic)).allTopicNames().get().values().stream()
              .flatMap(found -> found.partitions().stream())
              .collect(
                  Collectors.toMap(
                      info -> new TopicPartition(topic, info.partition()),
                      info -> OffsetSpec.latest()));
      return admin
          .listOffsets(latest, new ListOffsetsOptions(IsolationLevel.READ_UNCOMMITTED))
          .all()
          .get()
          .entrySet()
          .stream()
          .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().offset()));
    } catch (ExecutionException e) {
      throw new StackException("cannot read " + topic + ": " + e.getCause(), e);
    }
  }
}
