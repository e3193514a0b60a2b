package io.heistline.webhooks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.heistline.local.TestCluster;
import io.heistline.model.EntityRef;
import io.heistline.model.Incident;
import io.heistline.model.Kind;
import io.heistline.model.Loss;
import io.heistline.monitor.Deliveries;
import io.heistline.monitor.IncidentFilter;
import io.heistline.topics.Topic;
import io.heistline.topics.Topics;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Webhooks over a real broker and real sockets: each change is told at least once. */
@Timeout(180)
class WebhooksTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int PARTITIONS = 2;
  private static final BackOff QUICK =
      new BackOff(Duration.ofMillis(20), Duration.ofMillis(100), Duration.ofMillis(100));
  private static final Pattern ID =
      Pattern.compile("\\{\"id\":\"([^\"]+)\",\"incident\":(null)?.*");

  @TempDir private static Path folder;
  private static TestCluster cluster;
  private static int ledgers;

  private Topics topics;
  private Receiver receiver;

  /** A receiver that answers as it is told to. */
  private static final class Receiver implements AutoCloseable {
    private final HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Taken> taken = new CopyOnWriteArrayList<>();
    private final List<Taken> refused = new CopyOnWriteArrayList<>();
    private volatile int status = 200;
    private volatile CountDownLatch answering = new CountDownLatch(0);

    Receiver() throws IOException {
      server.setExecutor(threads);
      server.createContext("/", this::answer);
      server.start();
    }

    private void answer(HttpExchange exchange) throws IOException {
      String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
      int now = status;
      (now == 200 ? taken : refused)
          .add(new Taken(exchange.getRequestHeaders().getFirst("webhook-id"), body));
      try {
        answering.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      exchange.sendResponseHeaders(now, -1);
      exchange.close();
    }

    /** Ids of incidents in the order in which they were told; -ID if it was taken back. */
    List<String> told() {
      return taken.stream().map(Taken::incident).toList();
    }

    @Override
    public void close() {
      server.stop(0);
      threads.shutdownNow();
    }
  }

  private record Taken(String id, String body) {
    String incident() {
      Matcher parts = ID.matcher(body);
      assertThat(parts.matches()).as(body).isTrue();
      return (parts.group(2) == null ? "" : "-") + parts.group(1);
    }
  }

  @BeforeAll
  static void startCluster() throws IOException {
    cluster = new TestCluster(folder);
  }

  @AfterAll
  static void stopCluster() {
    cluster.close();
  }

  @BeforeEach
  void start() throws IOException {
    ledgers++;
    topics = cluster.topics("hooks-" + ledgers, PARTITIONS);
    receiver = new Receiver();
  }

  @AfterEach
  void stop() {
    receiver.close();
  }

  private Webhook hook(String name, Receiver to, boolean history) {
    return new Webhook(
        name,
        URI.create("http://127.0.0.1:%d/".formatted(to.server.getAddress().getPort())),
        List.of(WebhookSecret.of("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")),
        IncidentFilter.of(Map.of("minUsd", "100")),
        history,
        true);
  }

  private Webhooks telling(Webhook... hooks) {
    Webhooks telling =
        new Webhooks(
            topics, List.of(hooks), QUICK, Clock.systemUTC(), new SplittableRandom(ledgers));
    telling.start();
    return telling;
  }

  /** A hook without history is told of what comes once it has its place. */
  private Webhooks ready(Webhook... hooks) throws Exception {
    Webhooks telling = telling(hooks);
    int[] count = {0};
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(300))
        .until(
            () -> {
              publish("probe-" + count[0]++, 100);
              return telling.standings().stream().allMatch(each -> each.delivered() > 0);
            });
    await().atMost(PATIENCE).until(() -> receiver.told().contains("probe-" + (count[0] - 1)));
    receiver.taken.clear();
    return telling;
  }

  private void publish(String id, long dollars) throws Exception {
    send(
        id,
        Incident.newBuilder()
            .setId(id)
            .setVictim(new EntityRef(id, id))
            .setKnownAs(List.of())
            .setKind(Kind.THEFT)
            .setActors(List.of())
            .setLoss(new Loss(dollars * 100, dollars * 100, dollars * 100, "one says so", false))
            .setPeriod(null)
            .setClaims(1)
            .setArticles(1)
            .setPublishers(1)
            .setSources(List.of())
            .build());
  }

  private void send(String id, @Nullable Incident incident) throws Exception {
    Topic<Incident> topic = topics.incidents();
    try (KafkaProducer<String, Incident> producer =
        new KafkaProducer<>(
            topics.settings().clientConfig(),
            topic.keySerde().serializer(),
            topic.values().serializer())) {
      producer.send(new ProducerRecord<>(topic.name(), id, incident)).get();
    }
  }

  @Test
  void whatComesWhileAReceiverIsAwayIsToldOnceItIsBackEvenByAnotherProcess() throws Exception {
    try (Receiver other = new Receiver()) {
      Webhook away = hook("away", receiver, false);
      Webhook there = hook("there", other, false);
      try (Webhooks telling = ready(away, there)) {
        publish("a", 100);
        await().atMost(PATIENCE).until(() -> receiver.told().contains("a"));
        receiver.status = 500;
        publish("b", 100);
        publish("c", 100);
        publish("small", 99);

        await().atMost(PATIENCE).until(() -> other.told().containsAll(List.of("a", "b", "c")));
        await().atMost(PATIENCE).until(() -> receiver.refused.size() > 3);
        Deliveries.Standing standing = telling.standings().get(0);
        assertThat(standing.failed()).isPositive();
        assertThat(standing.behind()).isPositive();
        assertThat(standing.trouble().orElseThrow().problem()).isEqualTo("HTTP 500");
        assertThat(telling.standings().get(1).trouble()).isEmpty();
      }
      publish("d", 100);
      receiver.status = 200;
      try (Webhooks telling = telling(away, there)) {
        await().atMost(PATIENCE).until(() -> receiver.told().containsAll(List.of("b", "c", "d")));
        await().atMost(PATIENCE).until(() -> telling.standings().get(0).behind() == 0);
        assertThat(telling.standings().get(0).trouble()).isEmpty();
      }
    }
    assertThat(receiver.told()).containsExactlyInAnyOrder("a", "b", "c", "d");
    assertThat(receiver.taken.stream().map(Taken::id).toList())
        .doesNotHaveDuplicates()
        .containsAll(receiver.refused.stream().map(Taken::id).toList());
  }

  @Test
  void aMessageWhoseAnswerIsLostIsSentAgainUnderTheSameId() throws Exception {
    Webhook hook = hook("lost", receiver, true);
    receiver.answering = new CountDownLatch(1);
    try (Webhooks telling = telling(hook)) {
      publish("a", 100);
      await().atMost(PATIENCE).until(() -> receiver.told().contains("a"));
      assertThat(telling.standings().get(0).delivered()).isZero();
    }
    receiver.answering.countDown();
    try (Webhooks telling = telling(hook)) {
      await().atMost(PATIENCE).until(() -> telling.standings().get(0).delivered() == 1);
    }

    assertThat(receiver.told()).hasSizeGreaterThan(1).containsOnly("a");
    assertThat(receiver.taken).extracting(Taken::id).containsOnly(receiver.taken.get(0).id());
  }

  @Test
  void aNewWebhookMissesNothingFromItsFirstStartOn() throws Exception {
    Webhook hook = hook("new", receiver, false);
    publish("before", 100);
    try (Webhooks telling = telling(hook)) {
      await().atMost(PATIENCE).until(() -> places("new") == PARTITIONS);
      assertThat(telling.standings().get(0).delivered()).isZero();
    }
    publish("meanwhile", 100);
    try (Webhooks telling = telling(hook)) {
      await().atMost(PATIENCE).until(() -> telling.standings().get(0).delivered() > 0);
    }
    assertThat(receiver.told()).containsExactly("meanwhile");
  }

  /** Partitions of which Kafka knows how far the webhook was told. */
  private int places(String hook) throws Exception {
    try (Admin admin = Admin.create(topics.settings().clientConfig())) {
      return admin
          .listConsumerGroupOffsets(topics.settings().topicPrefix() + "-webhook-" + hook)
          .partitionsToOffsetAndMetadata()
          .get()
          .size();
    }
  }

  @Test
  void aReceiverIsToldOfWhatGoesIfItWasToldOfIt() throws Exception {
    Webhook hook = hook("gone", receiver, true);
    publish("a", 100);
    publish("b", 100);
    publish("small", 99);
    try (Webhooks telling = telling(hook)) {
      await().atMost(PATIENCE).until(() -> telling.standings().get(0).delivered() == 2);
    }
    assertThat(receiver.told()).containsExactlyInAnyOrder("a", "b");

    try (Webhooks telling = telling(hook)) {
      send("a", null);
      publish("b", 99);
      send("small", null);
      await().atMost(PATIENCE).until(() -> telling.standings().get(0).delivered() == 2);
      publish("c", 100);
      await().atMost(PATIENCE).until(() -> receiver.told().contains("c"));
    }
    assertThat(receiver.told()).containsExactlyInAnyOrder("a", "b", "-a", "-b", "c");
  }

  @Test
  void instancesShareTheWorkAndTakeItOver() throws Exception {
    Webhook hook = hook("shared", receiver, true);
    List<String> first = IntStream.range(0, 12).mapToObj(i -> "first-" + i).toList();
    List<String> second = IntStream.range(0, 12).mapToObj(i -> "second-" + i).toList();
    try (Webhooks stays = telling(hook)) {
      try (Webhooks goes = telling(hook)) {
        for (String id : first) {
          publish(id, 100);
        }
        await().atMost(PATIENCE).until(() -> receiver.told().containsAll(first));
        assertThat(goes.standings()).hasSize(1);
      }
      for (String id : second) {
        publish(id, 100);
      }
      await().atMost(PATIENCE).until(() -> receiver.told().containsAll(second));
      assertThat(stays.standings().get(0).trouble()).isEmpty();
    }
  }
}
