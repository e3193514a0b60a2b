package io.heistline.producer;

import io.heistline.topics.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/** Everything that lies in the topic of articles at read_committed, replaced versions too. */
public final class TopicLog {
  private final Topics topics;

  public TopicLog(Topics topics) {
    this.topics = topics;
  }

  /** The key of each record. */
  public List<String> articles() {
    List<String> keys = new ArrayList<>();
    try (Consumer<String, byte[]> consumer = TableReader.consumer(topics, Map.of())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topics.articles().name()).stream()
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (ends.entrySet().stream().anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
        consumer.poll(Duration.ofMillis(100)).forEach(record -> keys.add(record.key()));
      }
    }
    return keys;
  }
}
