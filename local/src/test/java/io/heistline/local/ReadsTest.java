package io.heistline.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.heistline.app.StreamsApp;
import io.heistline.app.StreamsSettings;
import io.heistline.model.Article;
import io.heistline.model.EntityRef;
import io.heistline.model.Incident;
import io.heistline.model.Kind;
import io.heistline.monitor.Engine;
import io.heistline.monitor.Monitor;
import io.heistline.monitor.MonitorSettings;
import io.heistline.producer.ArticlePublisher;
import io.heistline.topics.ClusterSettings;
import io.heistline.topics.Topic;
import io.heistline.topics.TopicSetup;
import io.heistline.topics.Topics;
import io.heistline.webhooks.Webhooks;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.streams.KafkaStreams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The monitor answers whatever happens behind it, says how old its answers are, and why. */
@Timeout(300)
class ReadsTest {
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final Duration LIVE = Duration.ofSeconds(5);
  private static final int PARTITIONS = 2;
  private static final MonitorSettings ANY_PORT =
      new MonitorSettings(MonitorSettings.LOOPBACK, 0, Optional.empty());
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @TempDir private Path folder;
  private final String registry = "mock://" + UUID.randomUUID();

  private Topics topics(int port) {
    return new Topics(
        new ClusterSettings("127.0.0.1:" + port, registry, "heistline", PARTITIONS, (short) 1));
  }

  private StreamsApp app(Topics topics, String name) {
    return new StreamsApp(new StreamsSettings(topics.settings(), folder.resolve(name), 1));
  }

  private static HttpResponse<String> get(Monitor monitor, String path) throws Exception {
    return CLIENT.send(
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d%s".formatted(monitor.port(), path)))
            .build(),
        BodyHandlers.ofString());
  }

  private static JsonNode json(Monitor monitor, String path) throws Exception {
    return JSON.readTree(get(monitor, path).body());
  }

  private static List<String> incidents(Monitor monitor) throws Exception {
    JsonNode items = json(monitor, "/api/incidents").path("items");
    return StreamSupport.stream(items.spliterator(), false)
        .map(item -> item.at("/victim/name").asText())
        .sorted()
        .toList();
  }

  private static void publish(Topics topics, Article article) {
    try (ArticlePublisher publisher = new ArticlePublisher(topics)) {
      publisher.publish(article);
    }
  }

  private static Article theft(String id, String victim) {
    return News.article(
        id,
        "The Gazette",
        "2023-05-05",
        "Hackers stole $40 million from %s on 3 May 2023.".formatted(victim));
  }

  /** Asks on and on, and keeps whatever is no answer with all that was there. */
  private static final class Reader implements AutoCloseable {
    private final Monitor monitor;
    private final AtomicInteger answers = new AtomicInteger();
    private final ConcurrentLinkedQueue<String> failures = new ConcurrentLinkedQueue<>();
    private final Thread thread = new Thread(this::ask, "reader");
    private volatile boolean closed;

    Reader(Monitor monitor) {
      this.monitor = monitor;
      thread.start();
    }

    private void ask() {
      while (!closed) {
        try {
          HttpResponse<String> answer = get(monitor, "/api/actors");
          JsonNode list = JSON.readTree(answer.body());
          if (answer.statusCode() != 200
              || list.path("items").isEmpty()
              || !list.path("ageMs").isInt()) {
            failures.add(answer.statusCode() + " " + answer.body());
          }
          answers.incrementAndGet();
        } catch (Exception e) {
          failures.add(e.toString());
        }
        LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
      }
    }

    /** Ends it; it has been answered all the while. */
    @Override
    public void close() {
      closed = true;
      try {
        thread.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      assertThat(failures).isEmpty();
      assertThat(answers.get()).isGreaterThan(10);
    }
  }

  @Test
  void readsGoOnThroughRebalanceRestartAndOutage() throws Exception {
    int port = Ports.free();
    Topics topics = topics(port);
    EmbeddedBroker broker = EmbeddedBroker.start(folder.resolve("kafka"), port);
    StreamsApp first = app(topics, "first");
    Webhooks nobody = first.tell(List.of());
    try (Monitor monitor = first.serve(ANY_PORT, nobody)) {
      first.start();
      publish(topics, theft("one", "Marlinspoon Exchange"));
      await().atMost(PATIENCE).until(() -> incidents(monitor).size() == 1);
      await().atMost(PATIENCE).until(() -> !json(monitor, "/api/actors").path("items").isEmpty());
      assertThat(get(monitor, "/health/live").statusCode()).isEqualTo(200);
      assertThat(get(monitor, "/health/ready").body()).contains("\"warnings\":[]");

      try (Reader reader = new Reader(monitor)) {
        StreamsApp second = rebalanced(topics, first);
        first.close();
        publish(topics, theft("two", "Larchwood Exchange"));
        await().atMost(PATIENCE).until(() -> incidents(monitor).size() == 2);
        assertThat(get(monitor, "/health/live").statusCode()).isEqualTo(503);
        assertThat(get(monitor, "/health/live").body())
            .contains("the topology is NOT_RUNNING", "start anew");
        assertThat(get(monitor, "/health/ready").statusCode()).isEqualTo(200);
        second.close();
        assertThat(reader.failures).isEmpty();
      }

      try (Reader reader = new Reader(monitor)) {
        broker.close();
        await().atMost(PATIENCE).until(() -> age(monitor) > LIVE.toMillis());
        long age = age(monitor);
        await().atMost(PATIENCE).until(() -> age(monitor) > age);
        assertThat(get(monitor, "/api/incidents").body()).contains("Marlinspoon", "Larchwood");
        assertThat(get(monitor, "/api/articles/one").statusCode()).isEqualTo(503);
        assertThat(get(monitor, "/health/ready").statusCode()).isEqualTo(200);
        assertThat(get(monitor, "/health/ready").body())
            .contains("were last read to their end", "127.0.0.1:" + port + " does not answer");
        assertThat(json(monitor, "/api/stats").at("/readModel/state").asText()).isEqualTo("STALE");

        broker = EmbeddedBroker.start(folder.resolve("kafka"), port);
        await().atMost(PATIENCE).until(() -> age(monitor) == 0);
        assertThat(get(monitor, "/health/ready").body()).contains("\"warnings\":[]");
        assertThat(get(monitor, "/api/articles/one").statusCode()).isEqualTo(200);
        assertThat(reader.failures).isEmpty();
      }
    } finally {
      nobody.close();
      first.close();
      broker.close();
    }
  }

  private StreamsApp rebalanced(Topics topics, StreamsApp first) {
    StreamsApp second = app(topics, "second");
    second.start();
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                first.state() == KafkaStreams.State.RUNNING
                    && second.state() == KafkaStreams.State.RUNNING);
    return second;
  }

  private static long age(Monitor monitor) throws Exception {
    return json(monitor, "/api/actors").path("ageMs").asLong();
  }

  @Test
  void notReadyUntilTheTopicsWereReadAndSaysWhatIsMissing() throws Exception {
    int port = Ports.free();
    try (Monitor monitor = monitor(topics(port), Clock.systemUTC())) {
      await()
          .atMost(PATIENCE)
          .untilAsserted(
              () ->
                  assertThat(get(monitor, "/health/ready").body())
                      .contains(
                          "\"DOWN\"",
                          "have not been read yet",
                          "Kafka at 127.0.0.1:" + port + " does not answer"));
      assertThat(get(monitor, "/health/ready").statusCode()).isEqualTo(503);
      assertThat(get(monitor, "/health/live").statusCode()).isEqualTo(200);
      assertThat(get(monitor, "/api/actors").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void whatWentUnheardOfIsGoneOnceTheMonitorIsBack() throws Exception {
    int port = Ports.free();
    Path data = folder.resolve("kafka");
    Topics topics = topics(port);
    Later clock = new Later();
    EmbeddedBroker broker = EmbeddedBroker.start(data, port);
    try (Monitor monitor = monitor(topics, clock)) {
      new TopicSetup(topics).ensure();
      for (String id : List.of("goes", "stays", "changes")) {
        put(topics, id, incident(id, "as it was"));
      }
      await().atMost(PATIENCE).until(() -> incidents(monitor).size() == 3);

      broker.close();
      int elsewhere = Ports.free();
      broker = EmbeddedBroker.start(data, elsewhere);
      forget(topics(elsewhere));
      put(topics(elsewhere), "changes", incident("changes", "as it is"));
      put(topics(elsewhere), "stays", incident("stays", "as it was"));
      broker.close();
      clock.pass(Duration.ofHours(13));
      broker = EmbeddedBroker.start(data, port);

      await()
          .atMost(PATIENCE)
          .untilAsserted(
              () -> assertThat(incidents(monitor)).containsExactly("as it is", "as it was"));
      await().atMost(PATIENCE).until(() -> age(monitor) == 0);
    } finally {
      broker.close();
    }
  }

  /** What lay in the topic is no more, as after compaction of records and their tombstones. */
  private static void forget(Topics topics) throws Exception {
    String topic = topics.incidents().name();
    List<TopicPartition> parts =
        IntStream.range(0, PARTITIONS).mapToObj(part -> new TopicPartition(topic, part)).toList();
    try (Admin admin = Admin.create(topics.settings().clientConfig())) {
      policy(admin, topic, "compact,delete");
      Map<TopicPartition, RecordsToDelete> all =
          admin
              .listOffsets(
                  parts.stream()
                      .collect(Collectors.toMap(part -> part, part -> OffsetSpec.latest())))
              .all()
              .get()
              .entrySet()
              .stream()
              .collect(
                  Collectors.toMap(
                      Map.Entry::getKey,
                      end -> RecordsToDelete.beforeOffset(end.getValue().offset())));
      admin.deleteRecords(all).all().get();
      policy(admin, topic, "compact");
    }
  }

  private static void policy(Admin admin, String topic, String policy) throws Exception {
    admin
        .incrementalAlterConfigs(
            Map.of(
                new ConfigResource(ConfigResource.Type.TOPIC, topic),
                List.of(
                    new AlterConfigOp(
                        new ConfigEntry("cleanup.policy", policy), AlterConfigOp.OpType.SET))))
        .all()
        .get();
  }

  private static Monitor monitor(Topics topics, Clock clock) {
    Monitor monitor =
        new Monitor(topics, ANY_PORT, new Idle(), ruling -> {}, List::of, List.of(), clock);
    monitor.start();
    return monitor;
  }

  private static Incident incident(String id, String victim) {
    return Incident.newBuilder()
        .setId(id)
        .setVictim(new EntityRef(id, victim))
        .setKnownAs(List.of())
        .setKind(Kind.THEFT)
        .setActors(List.of())
        .setLoss(null)
        .setPeriod(null)
        .setClaims(1)
        .setArticles(1)
        .setPublishers(1)
        .setSources(List.of())
        .build();
  }

  private static void put(Topics topics, String id, Incident incident) throws Exception {
    Topic<Incident> topic = topics.incidents();
    try (KafkaProducer<String, Incident> producer =
        new KafkaProducer<>(
            topics.settings().clientConfig(),
            topic.keySerde().serializer(),
            topic.values().serializer())) {
      producer.send(new ProducerRecord<>(topic.name(), id, incident)).get();
    }
  }

  /** A topology that has nothing to do. */
  private static final class Idle implements Engine {
    @Override
    public Status status() {
      return new Status("RUNNING", 0, false);
    }

    @Override
    public Map<String, Double> unread() {
      return Map.of();
    }
  }

  /** The machine's clock, ahead by what was let pass. */
  private static final class Later extends Clock {
    private volatile Duration ahead = Duration.ZERO;

    void pass(Duration time) {
      ahead = ahead.plus(time);
    }

    @Override
    public Instant instant() {
      return Clock.systemUTC().instant().plus(ahead);
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
