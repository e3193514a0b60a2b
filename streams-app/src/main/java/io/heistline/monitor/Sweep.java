package io.heistline.monitor;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * Finds out what has gone without a word. A tombstone is kept for a day; a model that was cut off
 * for longer reads all keys anew, and what it holds and does not meet is gone. What it has applied
 * before is not applied again.
 */
final class Sweep {
  private final Map<TopicPartition, Long> applied;
  private final Map<TopicPartition, Long> until;
  private final Map<String, Set<String>> alive = new HashMap<>();

  /**
   * Reads from the beginning of each partition.
   *
   * @param applied what lies before these positions was applied already
   * @param until where the partitions end now
   */
  Sweep(Map<TopicPartition, Long> applied, Map<TopicPartition, Long> until) {
    this.applied = Map.copyOf(applied);
    this.until = Map.copyOf(until);
  }

  /** Takes note of the next record; whether it has still to be applied. */
  boolean isNew(ConsumerRecord<String, byte[]> record) {
    Set<String> keys = alive.computeIfAbsent(record.topic(), topic -> new HashSet<>());
    if (record.value() == null) {
      keys.remove(record.key());
    } else {
      keys.add(record.key());
    }
    TopicPartition part = new TopicPartition(record.topic(), record.partition());
    return record.offset() >= applied.getOrDefault(part, 0L);
  }

  /** Whether all that was there when it began has been read. */
  boolean isDone(Map<TopicPartition, Long> positions) {
    return until.entrySet().stream()
        .allMatch(end -> positions.getOrDefault(end.getKey(), 0L) >= end.getValue());
  }

  /** Those of the keys known of a topic that are no longer there. */
  List<String> gone(String topic, Collection<String> known) {
    Set<String> keys = alive.getOrDefault(topic, Set.of());
    return known.stream().filter(key -> !keys.contains(key)).toList();
  }
}
