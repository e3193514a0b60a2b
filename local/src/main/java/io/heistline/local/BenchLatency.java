package io.heistline.local;

import io.heistline.model.ActorTotals;
import io.heistline.model.Article;
import io.heistline.topics.ClusterSettings;
import io.heistline.topics.Topic;
import io.heistline.topics.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * How long it takes from an article's commit to its total, under a steady load of other articles.
 * Watched are articles that each blame a gang of their own, so that the first total under the
 * gang's id is the article's.
 */
final class BenchLatency {
  private static final Duration MEASURED = Duration.ofSeconds(15);

  /** Totals of the first seconds are not counted: the load has to get under way. */
  private static final Duration SETTLING = Duration.ofSeconds(3);

  private static final int WATCHED_A_SECOND = 20;

  /** Of so many articles one is watched at most, so that the load remains that of the others. */
  private static final int LEAST_OTHERS = 5;

  /** A total that has not come after this time will not come. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final Duration POLL = Duration.ofMillis(5);

  private final EmbeddedStack stack;
  private final Topics topics;
  private final BenchArticles articles;
  private final int from;
  private final double load;
  private final Map<String, Long> committedAt = new ConcurrentHashMap<>();
  private final Map<String, Long> seenAt = new ConcurrentHashMap<>();
  private volatile boolean open = true;

  /**
   * @param from number of the first article that was not fed yet
   * @param load articles a second
   */
  BenchLatency(EmbeddedStack stack, BenchArticles articles, int from, double load) {
    this.stack = stack;
    this.topics = stack.topics();
    this.articles = articles;
    this.from = from;
    this.load = load;
  }

  BenchResult.Latency measure() throws InterruptedException {
    Thread reader = new Thread(this::readTotals, "bench-totals");
    reader.start();
    try {
      List<String> watched = feed();
      awaitTotals(watched);
      return result(watched);
    } finally {
      open = false;
      reader.join();
    }
  }

  /** Feeds at an even pace; returns the ids of the actors to wait for. */
  private List<String> feed() {
    List<String> watched = new ArrayList<>();
    int total = (int) (load * MEASURED.plus(SETTLING).toSeconds());
    int every = Math.max(LEAST_OTHERS, (int) (load / WATCHED_A_SECOND));
    try (KafkaProducer<String, Article> producer = producer()) {
      long start = System.nanoTime();
      for (int i = 0; i < total; i++) {
        long due = start + (long) (i * TimeUnit.SECONDS.toNanos(1) / load);
        LockSupport.parkNanos(due - System.nanoTime());
        boolean settled = due - start >= SETTLING.toNanos();
        if (i % every == 0) {
          String gang = BenchArticles.name(i / every) + " Heron";
          String actor = gang.toLowerCase(Locale.ROOT).replace(' ', '-');
          send(producer, told(gang, i), settled ? actor : "");
          if (settled) {
            watched.add(actor);
          }
        } else {
          send(producer, articles.get(from + i), "");
        }
      }
    }
    return watched;
  }

  private void send(KafkaProducer<String, Article> producer, Article article, String actor) {
    var unused =
        producer.send(
            new ProducerRecord<>(topics.articles().name(), article.getId(), article),
            (metadata, error) -> {
              if (error == null && !actor.isEmpty()) {
                committedAt.put(actor, System.nanoTime());
              }
            });
  }

  private static Article told(String gang, int number) {
    return Article.newBuilder()
        .setId("watched-" + number)
        .setUrl("https://bench.example/watched/" + number)
        .setPublisher("Bench")
        .setTitle("")
        .setBody(
            "The %s ransomware gang stole $5 million from %s Exchange on 3 May 2023, the company said."
                .formatted(gang, BenchArticles.name(number) + " Lantern"))
        .setContentType("text/plain")
        .setPublishedAt(Instant.parse("2023-05-05T09:00:00Z"))
        .build();
  }

  private void awaitTotals(List<String> watched) throws InterruptedException {
    long until = System.nanoTime() + PATIENCE.toNanos();
    while (!seenAt.keySet().containsAll(watched) && System.nanoTime() < until) {
      TimeUnit.MILLISECONDS.sleep(POLL.toMillis());
    }
  }

  private BenchResult.Latency result(List<String> watched) {
    List<Long> millis = new ArrayList<>();
    for (String actor : watched) {
      Long seen = seenAt.get(actor);
      Long committed = committedAt.get(actor);
      if (seen == null || committed == null) {
        throw new StackException(
            "no total of %s after %d s; see %s"
                .formatted(actor, PATIENCE.toSeconds(), stack.folder().log()));
      }
      millis.add(Math.max(0, TimeUnit.NANOSECONDS.toMillis(seen - committed)));
    }
    Collections.sort(millis);
    return new BenchResult.Latency(
        percentile(millis, 0.5),
        percentile(millis, 0.99),
        percentile(millis, 1),
        millis.size(),
        BenchResult.rounded(load));
  }

  private static long percentile(List<Long> sorted, double part) {
    return sorted.isEmpty() ? 0 : sorted.get((int) Math.ceil(part * sorted.size()) - 1);
  }

  private void readTotals() {
    Topic<ActorTotals> topic = topics.actorTotals();
    try (KafkaConsumer<String, byte[]> consumer = consumer()) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic.name()).stream()
              .map(info -> new TopicPartition(topic.name(), info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToEnd(partitions);
      while (open) {
        for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
          seenAt.putIfAbsent(record.key(), System.nanoTime());
        }
      }
    }
  }

  private KafkaConsumer<String, byte[]> consumer() {
    Map<String, Object> config = new HashMap<>(settings().clientConfig());
    config.put("isolation.level", "read_committed");
    config.put("enable.auto.commit", false);
    return new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer());
  }

  private KafkaProducer<String, Article> producer() {
    Map<String, Object> config = new HashMap<>(settings().clientConfig());
    config.put("acks", "all");
    config.put("compression.type", "lz4");
    return new KafkaProducer<>(
        config, new StringSerializer(), topics.articles().values().serializer());
  }

  private ClusterSettings settings() {
    return stack.settings();
  }
}
