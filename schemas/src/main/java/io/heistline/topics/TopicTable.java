package io.heistline.topics;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The current content of a compacted topic, by key, as a consumer at read_committed sees it. A
 * record that cannot be decoded is logged and passed over: the stream's own dead letters keep it.
 */
public final class TopicTable<V> implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(TopicTable.class);
  private static final Duration POLL = Duration.ofMillis(100);

  /**
   * How long reading may stand still before its end. An open transaction holds it up until the
   * broker aborts it, after a minute at most.
   */
  private static final Duration NO_PROGRESS = Duration.ofSeconds(90);

  /** A broker that says nothing for so long is not there. */
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

  private final Topic<V> topic;
  private final Function<V, Optional<V>> kept;
  private final Map<String, Object> clientConfig;
  private final Consumer<String, byte[]> consumer;
  private final NavigableMap<String, V> content = new TreeMap<>();

  /** Opens the topic's table; nothing is read yet. */
  public TopicTable(ClusterSettings settings, Topic<V> topic) {
    this(settings, topic, Optional::of);
  }

  private TopicTable(ClusterSettings settings, Topic<V> topic, Function<V, Optional<V>> kept) {
    this.topic = topic;
    this.kept = kept;
    clientConfig = settings.clientConfig();
    clientConfig.put("default.api.timeout.ms", (int) CONNECT_TIMEOUT.toMillis());
    clientConfig.put("request.timeout.ms", (int) CONNECT_TIMEOUT.toMillis());
    Map<String, Object> config = new HashMap<>(clientConfig);
    config.put("isolation.level", "read_committed");
    config.put("auto.offset.reset", "earliest");
    config.put("enable.auto.commit", false);
    consumer = new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer());
  }

  /**
   * Reads a topic as it is now.
   *
   * @throws TopicReadException if the broker or topic is not there, or reading stands still
   */
  public static <V> NavigableMap<String, V> read(ClusterSettings settings, Topic<V> topic) {
    return read(settings, topic, Optional::of);
  }

  /**
   * Reads of a topic as it is now what is wanted, so that the rest takes no memory.
   *
   * @param kept what to keep of a value; empty for nothing
   * @throws TopicReadException if the broker or topic is not there, or reading stands still
   */
  public static <V> NavigableMap<String, V> read(
      ClusterSettings settings, Topic<V> topic, Function<V, Optional<V>> kept) {
    try (TopicTable<V> table = new TopicTable<>(settings, topic, kept)) {
      return table.readToEnd();
    }
  }

  /**
   * Reads up to where the topic ends now, transactions under way included, and returns what is
   * there then. The map is the table's own and changes when it reads on.
   *
   * @throws TopicReadException if the broker or topic is not there, or reading stands still
   */
  public NavigableMap<String, V> readToEnd() {
    Map<TopicPartition, Long> ends = ends();
    consumer.assign(ends.keySet());
    long movedAt = System.nanoTime();
    while (!reached(ends)) {
      if (poll((key, value) -> {}) > 0) {
        movedAt = System.nanoTime();
      } else if (System.nanoTime() - movedAt > NO_PROGRESS.toNanos()) {
        throw new TopicReadException(
            "%s cannot be read to its end: an open transaction has held it up for %d s"
                .formatted(topic.name(), NO_PROGRESS.toSeconds()));
      }
    }
    return content;
  }

  /**
   * Reads on as the topic grows; call {@link #readToEnd} first.
   *
   * @param change is told each key and its new value; empty if it is gone
   * @param open false when to stop
   */
  public void follow(BiConsumer<String, Optional<V>> change, BooleanSupplier open) {
    while (open.getAsBoolean()) {
      poll(change);
    }
  }

  @Override
  public void close() {
    consumer.close();
  }

  private int poll(BiConsumer<String, Optional<V>> change) {
    int count = 0;
    for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
      apply(record, change);
      count++;
    }
    return count;
  }

  private void apply(
      ConsumerRecord<String, byte[]> record, BiConsumer<String, Optional<V>> change) {
    if (record.value() == null) {
      content.remove(record.key());
      change.accept(record.key(), Optional.empty());
      return;
    }
    try {
      V value = topic.values().deserializer().deserialize(record.topic(), record.value());
      kept.apply(value)
          .ifPresentOrElse(
              part -> content.put(record.key(), part), () -> content.remove(record.key()));
      change.accept(record.key(), Optional.of(value));
    } catch (SerializationException e) {
      log.warn(
          "{} partition {} offset {} key {} cannot be decoded and is passed over: {}",
          record.topic(),
          record.partition(),
          record.offset(),
          record.key(),
          e.getMessage());
    }
  }

  private boolean reached(Map<TopicPartition, Long> ends) {
    return ends.entrySet().stream()
        .allMatch(entry -> consumer.position(entry.getKey()) >= entry.getValue());
  }

  private Map<TopicPartition, Long> ends() {
    try (Admin admin = Admin.create(clientConfig)) {
      Map<TopicPartition, OffsetSpec> latest =
          admin.describeTopics(List.of(topic.name())).allTopicNames().get().values().stream()
              .flatMap(found -> found.partitions().stream())
              .collect(
                  Collectors.toMap(
                      info -> new TopicPartition(topic.name(), info.partition()),
                      info -> OffsetSpec.latest()));
      Map<TopicPartition, ListOffsetsResultInfo> offsets =
          admin
              .listOffsets(latest, new ListOffsetsOptions(IsolationLevel.READ_UNCOMMITTED))
              .all()
              .get();
      return offsets.entrySet().stream()
          .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().offset()));
    } catch (ExecutionException e) {
      throw new TopicReadException(
          "cannot read %s from %s: %s"
              .formatted(topic.name(), clientConfig.get("bootstrap.servers"), e.getCause()),
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TopicReadException("interrupted while reading " + topic.name(), e);
    }
  }
}
