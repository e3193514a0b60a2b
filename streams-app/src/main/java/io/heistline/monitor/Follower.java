package io.heistline.monitor;

import io.heistline.topics.ClusterSettings;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads topics from their beginning, on and on, at read_committed and in no group: no rebalance
 * touches it. Through an outage it waits, and goes on where it was.
 */
final class Follower implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Follower.class);

  private static final Duration POLL = Duration.ofMillis(100);

  /** Between two looks at where the topics end. */
  private static final Duration LOOK = Duration.ofSeconds(1);

  /** A broker that does not say within this time where its topics end does not answer. */
  private static final Duration ANSWER = Duration.ofSeconds(2);

  /** Between two attempts to reach a cluster or a registry. */
  private static final Duration BACK_OFF = Duration.ofSeconds(1);

  private static final Duration CLOSE = Duration.ofSeconds(5);

  private final ClusterSettings settings;
  private final Map<String, Consumer<ConsumerRecord<String, byte[]>>> sinks;
  private final Freshness freshness;
  private final Clock clock;
  private final Map<TopicPartition, Long> positions = new HashMap<>();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread thread = new Thread(this::run, "monitor-follower");
  private Instant nextLook = Instant.MIN;
  private boolean answers = true;

  Follower(ClusterSettings settings, List<Followed> topics, Freshness freshness, Clock clock) {
    this.settings = settings;
    this.sinks = topics.stream().collect(Collectors.toMap(Followed::topic, Followed::sink));
    this.freshness = freshness;
    this.clock = clock;
    thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  boolean isAlive() {
    return thread.isAlive();
  }

  @Override
  public void close() {
    closing.countDown();
    try {
      thread.join(CLOSE.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    while (isOpen()) {
      try (KafkaConsumer<String, byte[]> consumer = consumer()) {
        assign(consumer);
        follow(consumer);
      } catch (KafkaException | UnreachableException e) {
        log.warn("the monitor cannot read on and tries again: {}", e.toString());
        pause();
      }
    }
  }

  private boolean isOpen() {
    return closing.getCount() > 0;
  }

  private void pause() {
    try {
      if (closing.await(BACK_OFF.toMillis(), TimeUnit.MILLISECONDS)) {
        log.debug("closing");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      closing.countDown();
    }
  }

  private KafkaConsumer<String, byte[]> consumer() {
    Map<String, Object> config = new HashMap<>(settings.clientConfig());
    config.put("client.id", settings.topicPrefix() + "-monitor");
    config.put("isolation.level", "read_committed");
    config.put("auto.offset.reset", "earliest");
    config.put("enable.auto.commit", false);
    return new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer());
  }

  private void assign(KafkaConsumer<String, byte[]> consumer) {
    List<TopicPartition> parts = new ArrayList<>();
    for (String topic : sinks.keySet()) {
      List<PartitionInfo> found = consumer.partitionsFor(topic, ANSWER);
      if (found == null || found.isEmpty()) {
        throw new UnreachableException(topic + " is not there yet");
      }
      found.forEach(info -> parts.add(new TopicPartition(topic, info.partition())));
    }
    consumer.assign(parts);
    for (TopicPartition part : parts) {
      Long position = positions.get(part);
      if (position == null) {
        consumer.seekToBeginning(List.of(part));
      } else {
        consumer.seek(part, position);
      }
    }
  }

  private void follow(KafkaConsumer<String, byte[]> consumer) {
    while (isOpen()) {
      look(consumer);
      ConsumerRecords<String, byte[]> records = consumer.poll(POLL);
      for (ConsumerRecord<String, byte[]> record : records) {
        apply(record);
      }
      for (TopicPartition part : consumer.assignment()) {
        advance(consumer, part);
      }
      freshness.reached(positions);
    }
  }

  /** Past the end of transactions, too, which are no records. */
  private void advance(KafkaConsumer<String, byte[]> consumer, TopicPartition part) {
    try {
      positions.put(part, consumer.position(part, Duration.ZERO));
    } catch (TimeoutException e) {
      log.debug("{} has no position yet", part, e);
    }
  }

  private void look(KafkaConsumer<String, byte[]> consumer) {
    Instant now = clock.instant();
    if (now.isBefore(nextLook)) {
      return;
    }
    nextLook = now.plus(LOOK);
    try {
      freshness.looked(now, consumer.endOffsets(consumer.assignment(), ANSWER));
      if (!answers) {
        log.info("{} answers again", settings.bootstrapServers());
      }
      answers = true;
    } catch (TimeoutException e) {
      if (answers) {
        log.warn(
            "{} does not answer; the monitor shows what it has: {}",
            settings.bootstrapServers(),
            e.getMessage());
      }
      answers = false;
    }
  }

  private void apply(ConsumerRecord<String, byte[]> record) {
    try {
      Consumer<ConsumerRecord<String, byte[]>> sink = sinks.get(record.topic());
      if (sink != null) {
        sink.accept(record);
      }
    } catch (SerializationException e) {
      if (isUnreachable(e)) {
        throw new UnreachableException(
            "the schema registry at %s does not answer: %s"
                .formatted(settings.registryUrl(), e.getMessage()));
      }
      log.warn(
          "{} partition {} offset {} key {} cannot be decoded and is passed over: {}",
          record.topic(),
          record.partition(),
          record.offset(),
          record.key(),
          e.getMessage());
    }
    positions.put(new TopicPartition(record.topic(), record.partition()), record.offset() + 1);
    freshness.applied(record.timestamp());
  }

  private static boolean isUnreachable(Throwable error) {
    for (Throwable cause = error; cause != null; cause = cause.getCause()) {
      if (cause instanceof SocketException
          || cause instanceof SocketTimeoutException
          || cause instanceof UnknownHostException) {
        return true;
      }
    }
    return false;
  }

  /** What is needed to read on is not there now. */
  private static final class UnreachableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnreachableException(String message) {
      super(message);
    }
  }
}
