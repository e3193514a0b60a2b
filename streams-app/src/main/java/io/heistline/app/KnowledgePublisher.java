package io.heistline.app;

import io.heistline.knowledge.Knowledge;
import io.heistline.model.Alias;
import io.heistline.topics.Topic;
import io.heistline.topics.TopicTable;
import io.heistline.topics.Topics;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the bundled knowledge into heistline.knowledge: what is new or changed since the version
 * that published it last, and tombstones for what it no longer holds. Names that somebody else
 * published stay as they are.
 */
final class KnowledgePublisher {
  private static final Logger log = LoggerFactory.getLogger(KnowledgePublisher.class);
  private static final String BUNDLED = "bundled";

  private final Topics topics;

  KnowledgePublisher(Topics topics) {
    this.topics = topics;
  }

  void publish(Knowledge knowledge) {
    Topic<Alias> topic = topics.knowledge();
    Map<String, @Nullable Alias> changes =
        changes(TopicTable.read(topics.settings(), topic), knowledge.aliases());
    Map<String, Object> config = new HashMap<>(topics.settings().clientConfig());
    config.put("acks", "all");
    try (Producer<String, Alias> producer =
        new KafkaProducer<>(config, topic.keySerde().serializer(), topic.values().serializer())) {
      Map<String, Future<RecordMetadata>> sent = new TreeMap<>();
      changes.forEach(
          (name, alias) ->
              sent.put(name, producer.send(new ProducerRecord<>(topic.name(), name, alias))));
      producer.flush();
      sent.forEach(KnowledgePublisher::confirm);
    }
    log.info("{} of {} bundled names were published", changes.size(), knowledge.aliases().size());
  }

  /** What to publish, null for a tombstone, given what the topic holds and what it should. */
  static SortedMap<String, @Nullable Alias> changes(
      Map<String, Alias> published, Map<String, Alias> bundled) {
    SortedMap<String, @Nullable Alias> changes = new TreeMap<>();
    bundled.forEach(
        (name, alias) -> {
          Alias there = published.get(name);
          if (there == null || (isBundled(there) && !there.equals(alias))) {
            changes.put(name, alias);
          }
        });
    published.forEach(
        (name, there) -> {
          if (isBundled(there) && !bundled.containsKey(name)) {
            changes.put(name, null);
          }
        });
    return changes;
  }

  private static boolean isBundled(Alias alias) {
    return alias.getOrigin().equals(BUNDLED);
  }

  private static void confirm(String name, Future<RecordMetadata> sent) {
    try {
      sent.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("the name '" + name + "' could not be published", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while publishing '" + name + "'", e);
    }
  }
}
