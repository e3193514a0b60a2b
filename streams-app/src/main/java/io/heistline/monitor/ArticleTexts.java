package io.heistline.monitor;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.heistline.model.Article;
import io.heistline.topics.Topic;
import io.heistline.topics.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Fetches articles out of Kafka when somebody looks at them, and keeps the last ones. */
final class ArticleTexts implements AutoCloseable {
  /** Kept in memory, in characters of all bodies. */
  private static final long MOST_CACHED = 8L * 1024 * 1024;

  /** A record by its place is there at once, or the broker does not answer. */
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private static final Duration POLL = Duration.ofMillis(50);

  private record Key(String id, int partition, long offset) {}

  private final Topics topics;
  private final ReentrantLock one = new ReentrantLock(true);
  private final Cache<Key, Article> cache =
      Caffeine.newBuilder()
          .maximumWeight(MOST_CACHED)
          .<Key, Article>weigher((key, article) -> article.getBody().length() + 1_000)
          .build();
  private Optional<KafkaConsumer<String, byte[]>> consumer = Optional.empty();

  ArticleTexts(Topics topics) {
    this.topics = topics;
  }

  /**
   * The article at a place.
   *
   * @throws ProblemException if Kafka does not give it
   */
  Article fetch(String id, ArticleIndex.Place place) {
    Key key = new Key(id, place.partition(), place.offset());
    Article cached = cache.getIfPresent(key);
    if (cached != null) {
      return cached;
    }
    Article fetched = alone(key).orElseThrow(() -> unavailable(id));
    cache.put(key, fetched);
    return fetched;
  }

  private Optional<Article> alone(Key key) {
    try {
      if (!one.tryLock(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        return Optional.empty();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
    try {
      return read(key);
    } catch (KafkaException e) {
      throw ProblemException.unavailable(
          "the text of article %s cannot be read from Kafka: %s"
              .formatted(key.id(), e.getMessage()));
    } finally {
      one.unlock();
    }
  }

  private Optional<Article> read(Key key) {
    Topic<Article> topic = topics.articles();
    TopicPartition part = new TopicPartition(topic.name(), key.partition());
    KafkaConsumer<String, byte[]> reader = consumer();
    reader.assign(List.of(part));
    reader.seek(part, key.offset());
    long until = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < until) {
      for (ConsumerRecord<String, byte[]> record : reader.poll(POLL)) {
        return record.offset() == key.offset() && record.value() != null
            ? Optional.of(topic.values().deserializer().deserialize(topic.name(), record.value()))
            : Optional.empty();
      }
    }
    return Optional.empty();
  }

  private KafkaConsumer<String, byte[]> consumer() {
    if (consumer.isEmpty()) {
      Map<String, Object> config = new HashMap<>(topics.settings().clientConfig());
      config.put("client.id", topics.settings().topicPrefix() + "-monitor-articles");
      config.put("isolation.level", "read_committed");
      config.put("auto.offset.reset", "earliest");
      config.put("enable.auto.commit", false);
      config.put("max.poll.records", 1);
      consumer =
          Optional.of(
              new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer()));
    }
    return consumer.get();
  }

  private static ProblemException unavailable(String id) {
    return ProblemException.unavailable(
        "the text of article %s is in Kafka, which does not give it now; try again".formatted(id));
  }

  @Override
  public void close() {
    one.lock();
    try {
      consumer.ifPresent(KafkaConsumer::close);
      consumer = Optional.empty();
    } finally {
      one.unlock();
    }
  }
}
