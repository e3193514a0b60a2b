package io.heistline.monitor;

import io.heistline.topics.AvroSerdes;
import io.heistline.topics.ClusterSettings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
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

  /** Tombstones are kept for a day; after half of that the model looks for what has gone. */
  private static final Duration LONG_AWAY = Duration.ofHours(12);

  private final ClusterSettings settings;
  private final Map<String, Followed> topics;
  private final Freshness freshness;
  private final Clock clock;
  private final Map<TopicPartition, Long> positions = new HashMap<>();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread thread = new Thread(this::run, "monitor-follower");
  private Optional<Sweep> sweep = Optional.empty();
  private Instant nextLook = Instant.MIN;
  private volatile Optional<String> trouble = Optional.empty();

  Follower(ClusterSettings settings, List<Followed> topics, Freshness freshness, Clock clock) {
    this.settings = settings;
    this.topics = topics.stream().collect(Collectors.toMap(Followed::topic, each -> each));
    this.freshness = freshness;
    this.clock = clock;
    thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  /**
   * How reading goes.
   *
   * @param isAlive whether the thread that reads is there
   * @param trouble why nothing new can be read now; empty if it can
   */
  record Standing(boolean isAlive, Optional<String> trouble) {}

  Standing standing() {
    return new Standing(thread.isAlive(), trouble);
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
        trouble = Optional.of(e instanceof TimeoutException ? noAnswer() : "" + e.getMessage());
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
    for (String topic : topics.keySet()) {
      List<PartitionInfo> found = consumer.partitionsFor(topic, ANSWER);
      if (found == null || found.isEmpty()) {
        throw new UnreachableException(topic + " is not there yet");
      }
      found.forEach(info -> parts.add(new TopicPartition(topic, info.partition())));
    }
    consumer.assign(parts);
    sweep = Optional.empty(); // one that was under way begins anew
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
        if (sweep.isEmpty() || sweep.get().isNew(record)) {
          apply(record);
        }
      }
      Map<TopicPartition, Long> reached = reached(consumer);
      if (sweep.isPresent() && sweep.get().isDone(reached)) {
        takeOut(sweep.get());
        sweep = Optional.empty();
      }
      if (sweep.isEmpty()) {
        positions.putAll(reached);
        freshness.reached(positions);
      }
    }
  }

  /** Past the end of transactions, too, which are no records. */
  private static Map<TopicPartition, Long> reached(KafkaConsumer<String, byte[]> consumer) {
    Map<TopicPartition, Long> reached = new HashMap<>();
    for (TopicPartition part : consumer.assignment()) {
      try {
        reached.put(part, consumer.position(part, Duration.ZERO));
      } catch (TimeoutException e) {
        log.debug("{} has no position yet", part, e);
      }
    }
    return reached;
  }

  /** Reads all keys anew, for what has gone meanwhile is told no more. */
  private void sweep(KafkaConsumer<String, byte[]> consumer, Map<TopicPartition, Long> endsNow) {
    Map<TopicPartition, Long> ends = new HashMap<>(endsNow);
    ends.keySet().removeIf(part -> !isTable(part.topic()));
    log.warn(
        "the monitor was cut off for more than {}; it reads again what is still there", LONG_AWAY);
    sweep = Optional.of(new Sweep(positions, ends));
    consumer.seekToBeginning(ends.keySet());
  }

  private boolean isTable(String topic) {
    return Optional.ofNullable(topics.get(topic)).flatMap(Followed::keys).isPresent();
  }

  private void takeOut(Sweep swept) {
    for (Followed topic : topics.values()) {
      List<String> gone =
          topic.keys().map(keys -> swept.gone(topic.topic(), keys.get())).orElse(List.of());
      gone.forEach(
          key -> topic.sink().accept(new ConsumerRecord<>(topic.topic(), 0, 0, key, null)));
      if (!gone.isEmpty()) {
        log.info("{} entries of {} had gone", gone.size(), topic.topic());
      }
    }
  }

  private void look(KafkaConsumer<String, byte[]> consumer) {
    Instant now = clock.instant();
    if (now.isBefore(nextLook)) {
      return;
    }
    nextLook = now.plus(LOOK);
    try {
      Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment(), ANSWER);
      freshness.looked(now, ends);
      if (sweep.isEmpty() && freshness.hasBeenAway(LONG_AWAY)) {
        sweep(consumer, ends);
      }
      if (trouble.isPresent()) {
        log.info("{} answers again", settings.bootstrapServers());
      }
      trouble = Optional.empty();
    } catch (TimeoutException e) {
      if (trouble.isEmpty()) {
        log.warn(
            "{} does not answer; the monitor shows what it has: {}",
            settings.bootstrapServers(),
            e.getMessage());
      }
      trouble = Optional.of(noAnswer());
    }
  }

  private String noAnswer() {
    return "Kafka at %s does not answer".formatted(settings.bootstrapServers());
  }

  private void apply(ConsumerRecord<String, byte[]> record) {
    try {
      Optional.ofNullable(topics.get(record.topic()))
          .ifPresent(topic -> topic.sink().accept(record));
    } catch (SerializationException e) {
      if (AvroSerdes.isUnreachable(e)) {
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

  /** What is needed to read on is not there now. */
  private static final class UnreachableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnreachableException(String message) {
      super(message);
    }
  }
}
