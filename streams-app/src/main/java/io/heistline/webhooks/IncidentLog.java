package io.heistline.webhooks;

import io.heistline.model.Incident;
import io.heistline.topics.AvroSerdes;
import io.heistline.topics.Topic;
import io.heistline.topics.Topics;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The incidents' topic, as far as this instance is to tell a webhook of it. Puts each record into
 * the backlog, and keeps how far it was told in a consumer group of the webhook's own. A partition
 * is read from its beginning each time it is taken over: that tells what the receiver knows.
 */
final class IncidentLog implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(IncidentLog.class);

  /** A broker that does not answer within this time is away. */
  private static final Duration ANSWER = Duration.ofSeconds(10);

  /** Others take over what an instance was to tell that has fallen silent for this time. */
  private static final Duration SILENCE = Duration.ofSeconds(10);

  /** Read at once; so many may wait for one receiver in memory, of some 10 KB each. */
  private static final int MOST_WAITING = 500;

  private final Topic<Incident> topic;
  private final Webhook hook;
  private final Backlog backlog;
  private final KafkaConsumer<String, byte[]> consumer;
  private final Map<TopicPartition, Long> committed = new HashMap<>();

  IncidentLog(Topics topics, Webhook hook, Backlog backlog) {
    this.topic = topics.incidents();
    this.hook = hook;
    this.backlog = backlog;
    String group = topics.settings().topicPrefix() + "-webhook-" + hook.name();
    Map<String, Object> config = new HashMap<>(topics.settings().clientConfig());
    config.put("group.id", group);
    config.put("client.id", group);
    config.put("isolation.level", "read_committed");
    config.put("enable.auto.commit", false);
    config.put("auto.offset.reset", "earliest");
    config.put("allow.auto.create.topics", false);
    config.put("max.poll.records", MOST_WAITING);
    config.put("default.api.timeout.ms", (int) ANSWER.toMillis());
    config.put("session.timeout.ms", (int) SILENCE.toMillis());
    config.put("partition.assignment.strategy", CooperativeStickyAssignor.class.getName());
    consumer = new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer());
  }

  /** Whether the topic is there. Then it is shared with the other instances from now on. */
  boolean join() {
    if (consumer.partitionsFor(topic.name(), ANSWER).isEmpty()) {
      return false;
    }
    consumer.subscribe(Set.of(topic.name()), new Rebalancing());
    return true;
  }

  /** Takes what is new within that time, unless something waits still; stays in its group. */
  void read(Duration patience) {
    if (backlog.isEmpty()) {
      consumer.resume(consumer.paused());
    } else {
      consumer.pause(consumer.assignment());
    }
    consumer.poll(patience).forEach(this::take);
  }

  private void take(ConsumerRecord<String, byte[]> record) {
    try {
      backlog.add(
          new IncidentChange(
              record.partition(),
              record.offset(),
              record.timestamp(),
              record.key(),
              Optional.ofNullable(record.value()).map(this::incident)));
    } catch (SerializationException e) {
      if (AvroSerdes.isUnreachable(e)) {
        throw e;
      }
      log.warn(
          "{} partition {} offset {} key {} cannot be decoded; {} is not told of it: {}",
          record.topic(),
          record.partition(),
          record.offset(),
          record.key(),
          hook,
          e.getMessage());
    }
  }

  private Incident incident(byte[] bytes) {
    return topic.values().deserializer().deserialize(topic.name(), bytes);
  }

  /** The receiver has it, and all before it in its partition. */
  void told(IncidentChange change) {
    commit(Map.of(new TopicPartition(topic.name(), change.partition()), change.offset() + 1));
  }

  /** Nothing waits any more: all that was read is told. */
  void toldAll() {
    Map<TopicPartition, Long> reached = new HashMap<>();
    for (TopicPartition part : consumer.assignment()) {
      long position = consumer.position(part);
      if (position > committed.getOrDefault(part, 0L)) {
        reached.put(part, position);
      }
    }
    commit(reached);
  }

  private void commit(Map<TopicPartition, Long> offsets) {
    Map<TopicPartition, OffsetAndMetadata> positions = new HashMap<>();
    offsets.forEach((part, offset) -> positions.put(part, new OffsetAndMetadata(offset)));
    if (positions.isEmpty()) {
      return;
    }
    try {
      consumer.commitSync(positions, ANSWER);
      committed.putAll(offsets);
    } catch (RebalanceInProgressException e) {
      log.debug("the next commit says this, too", e);
    }
  }

  /** Records that are not read yet. */
  long lag() {
    return consumer.assignment().stream()
        .mapToLong(part -> consumer.currentLag(part).orElse(0))
        .sum();
  }

  @Override
  public void close() {
    consumer.close();
  }

  private final class Rebalancing implements ConsumerRebalanceListener {
    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> parts) {
      for (TopicPartition part : parts) {
        backlog.close(part.partition());
        committed.remove(part);
      }
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> parts) {
      if (parts.isEmpty()) {
        return;
      }
      Map<TopicPartition, OffsetAndMetadata> known = consumer.committed(Set.copyOf(parts), ANSWER);
      Map<TopicPartition, Long> ends = consumer.endOffsets(parts, ANSWER);
      Map<TopicPartition, Long> begun = new HashMap<>();
      for (TopicPartition part : parts) {
        OffsetAndMetadata position = known.get(part);
        if (position == null) {
          begun.put(part, hook.history() ? 0 : ends.getOrDefault(part, 0L));
        } else {
          committed.put(part, position.offset());
          backlog.open(part.partition(), position.offset());
        }
      }
      begun.forEach((part, from) -> backlog.open(part.partition(), from));
      // at once: what comes from now on is to be told, whatever happens before the first message
      commit(begun);
      consumer.seekToBeginning(parts);
    }
  }
}
