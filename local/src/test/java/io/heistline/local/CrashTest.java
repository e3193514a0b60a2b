package io.heistline.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.heistline.fetching.FetchSettings;
import io.heistline.logging.LogFormat;
import io.heistline.model.Feed;
import io.heistline.producer.ProducerSettings;
import io.heistline.producer.TopicLog;
import io.heistline.topics.ClusterSettings;
import io.heistline.topics.Topic;
import io.heistline.topics.TopicSetup;
import io.heistline.topics.Topics;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Producers, each a process of its own, are killed while they fetch: no article is lost, none comes
 * twice.
 *
 * <p>-Dcrash.kills says how often (default 3), -Dcrash.seed at which points.
 */
@Timeout(7200)
class CrashTest {
  private static final int KILLS = Integer.getInteger("crash.kills", 3);
  private static final long SEED = Long.getLong("crash.seed", 1);
  private static final int FEEDS = 16;
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  /** How long after a request a kill comes at most: the answer, its reading and its publishing. */
  private static final int MOST_MILLIS_TO_KILL = 700;

  @TempDir private Path folder;
  private EmbeddedBroker broker;
  private EmbeddedRegistry registry;
  private Topics topics;
  private FeedServer news;
  private final Map<String, ProducerProcess> producers = new TreeMap<>();

  @BeforeEach
  void start() throws Exception {
    broker = EmbeddedBroker.start(folder.resolve("kafka"), 0);
    registry =
        EmbeddedRegistry.start(folder.resolve("registry"), folder.resolve("registry.log"), 0);
    topics =
        new Topics(
            new ClusterSettings(
                broker.bootstrapServers(), registry.url(), "heistline", 4, (short) 1));
    new TopicSetup(topics).ensure();
    news = new FeedServer(new Random(SEED));
    addFeeds();
  }

  /**
   * Spread by their URLs, as another program would write them: all are on one host, and put where
   * its feeds belong they would fall to one producer.
   */
  private void addFeeds() {
    Topic<Feed> topic = topics.feeds();
    try (Producer<String, Feed> producer =
        new KafkaProducer<>(
            topics.settings().clientConfig(),
            new StringSerializer(),
            topic.values().serializer())) {
      for (int number = 0; number < FEEDS; number++) {
        Feed feed =
            Feed.newBuilder()
                .setUrl(news.url(number))
                .setIntervalSeconds(1)
                .setLongestIntervalSeconds(1)
                .build();
        producer.send(new ProducerRecord<>(topic.name(), feed.getUrl(), feed));
      }
    }
  }

  @AfterEach
  void stop() {
    producers.values().forEach(producer -> producer.handle().destroyForcibly());
    news.close();
    registry.close();
    broker.close();
  }

  @Test
  void killedInTheMiddleOfAFetchNothingIsLostAndNothingComesTwice() throws Exception {
    Random random = new Random(SEED);
    startProducer("a");
    startProducer("b");
    for (int kill = 0; kill < KILLS; kill++) {
      List<String> working = awaitWorking();
      String victim = working.get(random.nextInt(working.size()));
      news.awaitRequest(victim, PATIENCE);
      Thread.sleep(random.nextInt(MOST_MILLIS_TO_KILL));
      kill(victim);
      startProducer(victim);
    }
    news.stop();
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofSeconds(2))
        .untilAsserted(() -> assertThat(published()).containsAll(news.articles()));
    Thread.sleep(5_000); // whatever would still come twice

    List<String> records = new TopicLog(topics).articles();
    Map<String, Long> counts =
        records.stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    Set<String> twice =
        counts.entrySet().stream()
            .filter(entry -> entry.getValue() > 1)
            .map(Map.Entry::getKey)
            .collect(Collectors.toSet());
    report(
        "%d kills, %d requests, %d articles served, %d in the topic, %d lost, %d twice"
            .formatted(
                KILLS,
                news.requests(),
                news.articles().size(),
                counts.size(),
                news.articles().stream().filter(id -> !counts.containsKey(id)).count(),
                twice.size()));
    assertThat(twice).isEmpty();
    assertThat(counts.keySet()).isEqualTo(news.articles());
  }

  /** One of three is killed: the others read its feeds within the session's time-out, and more. */
  @Test
  void theOthersTakeTheFeedsOfOneThatIsKilledOver() throws Exception {
    for (String name : List.of("a", "b", "c")) {
      startProducer(name);
    }
    await().atMost(PATIENCE).until(() -> news.read(Instant.EPOCH).size() == FEEDS);
    kill("b");
    Instant killedAt = Instant.now();
    await().atMost(PATIENCE).until(() -> news.read(killedAt).size() == FEEDS);
    long seconds = Duration.between(killedAt, Instant.now()).toSeconds();
    report(
        "all %d feeds are read again %d s after a producer of three was killed"
            .formatted(FEEDS, seconds));
    assertThat(producers)
        .hasSize(2)
        .allSatisfy((name, producer) -> assertThat(producer.isAlive()).isTrue());
  }

  /** The producers that have read a feed since they were started; at least one. */
  private List<String> awaitWorking() {
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(20))
        .until(() -> producers.keySet().stream().anyMatch(news::hasRequestOf));
    return producers.keySet().stream().filter(news::hasRequestOf).toList();
  }

  private Set<String> published() {
    return new HashSet<>(new TopicLog(topics).articles());
  }

  /** The server tells producers apart by their contact. */
  private static FetchSettings fetching(String name) {
    return new FetchSettings(
        true,
        Optional.of(FeedServer.CONTACT + name),
        Duration.ofMillis(100),
        FetchSettings.DEFAULTS.timeout());
  }

  private void startProducer(String name) throws IOException {
    news.forget(name);
    producers.put(
        name,
        ProducerProcess.start(
            topics.settings(),
            new ProducerSettings(List.of(), fetching(name), Optional.of(name)),
            Optional.empty(),
            LogFormat.TEXT,
            folder.resolve(name + ".log")));
  }

  private void kill(String name) {
    ProducerProcess producer = producers.remove(name);
    assertThat(producer.isAlive()).as(producer.toString()).isTrue();
    producer.handle().destroyForcibly();
    producer.handle().onExit().join();
  }

  private static void report(String line) throws IOException {
    try (PrintStream report =
        new PrintStream(
            Files.newOutputStream(
                Path.of("target", "crash.txt"),
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND),
            true,
            StandardCharsets.UTF_8)) {
      report.println(line);
    }
  }
}
