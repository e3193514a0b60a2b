package io.heistline.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.heistline.app.StreamsApp;
import io.heistline.json.LedgerJson;
import io.heistline.knowledge.Knowledge;
import io.heistline.producer.ArticlePublisher;
import io.heistline.reading.Reader;
import io.heistline.topics.ClusterSettings;
import io.heistline.topics.TopicTable;
import io.heistline.topics.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The promise under fire: instances of the streams app, each a process of its own, are killed while
 * articles come in, lose their state, join and leave; the ledger is that of an undisturbed run.
 *
 * <p>-Dfaults.articles says how many articles are fed; 600 take about two minutes.
 */
@Timeout(1800)
class FaultTest {
  private static final int ARTICLES = Integer.getInteger("faults.articles", 600);
  private static final int PARTITIONS = 4;

  /** The articles come in so many parts, and while each is processed something happens. */
  private static final int PARTS = 6;

  private static final Duration PATIENCE = Duration.ofMinutes(3);

  @TempDir private Path folder;
  private EmbeddedBroker broker;
  private EmbeddedRegistry registry;
  private BenchArticles articles;

  @BeforeEach
  void start() throws Exception {
    broker = EmbeddedBroker.start(folder.resolve("kafka"), 0);
    registry =
        EmbeddedRegistry.start(folder.resolve("registry"), folder.resolve("registry.log"), 0);
    articles = BenchArticles.read(List.of(Home.samples()), new Reader(Knowledge.bundled()));
  }

  @AfterEach
  void stop() {
    registry.close();
    broker.close();
  }

  @Test
  void killedWipedAndRescaledInstancesLeaveTheLedgerOfAnUndisturbedRun() throws Exception {
    ClusterSettings calm = settings("calm");
    try (StreamsApp app = new StreamsApp(calm, folder.resolve("calm-state"))) {
      app.start();
      IntStream.range(0, PARTS).forEach(part -> feed(calm, part));
      drain(calm, app);
    }
    String expected = ledger(calm);
    assertThat(expected).contains("copy-1", "\"north-korea\"");

    ClusterSettings stormy = settings("stormy");
    try (Instances instances = new Instances(stormy, folder);
        StreamsApp plan = new StreamsApp(stormy, folder.resolve("unused"))) {
      instances.start("a");
      duringPart(stormy, 0, () -> instances.kill("a"));
      instances.start("a");
      duringPart(stormy, 1, () -> instances.start("b"));
      instances.start("c");
      duringPart(stormy, 2, () -> instances.kill("b"));
      instances.start("b");
      duringPart(stormy, 3, () -> instances.kill("a"));
      instances.wipe("a");
      instances.start("a");
      duringPart(stormy, 4, () -> instances.kill("c"));
      duringPart(stormy, 5, () -> instances.kill("a"));
      instances.start("a");
      drain(stormy, plan);

      assertThat(instances.running()).isEqualTo(2);
      assertThat(ledger(stormy)).isEqualTo(expected);
      Command audit =
          Command.run(
              "audit",
              "--bootstrap-servers",
              stormy.bootstrapServers(),
              "--registry",
              stormy.registryUrl(),
              "--topic-prefix",
              stormy.topicPrefix());
      assertThat(audit.out()).startsWith("the totals of ");
      assertThat(audit.status()).isZero();
    }
  }

  private ClusterSettings settings(String prefix) {
    return new ClusterSettings(
        broker.bootstrapServers(), registry.url(), prefix, PARTITIONS, (short) 1);
  }

  /** Feeds a part and, once some of it is processed and the rest is under way, acts. */
  private void duringPart(ClusterSettings settings, int part, Runnable act) {
    long before = articlesDone(settings);
    feed(settings, part);
    await().atMost(PATIENCE).until(() -> articlesDone(settings) > before);
    act.run();
  }

  private void feed(ClusterSettings settings, int part) {
    int from = ARTICLES * part / PARTS;
    int to = ARTICLES * (part + 1) / PARTS;
    await().atMost(PATIENCE).until(() -> topicsAreThere(settings));
    try (ArticlePublisher publisher = new ArticlePublisher(new Topics(settings))) {
      IntStream.range(from, to).mapToObj(articles::get).forEach(publisher::publish);
    }
  }

  private static boolean topicsAreThere(ClusterSettings settings) throws Exception {
    try (Admin admin = Admin.create(settings.clientConfig())) {
      return admin.listTopics().names().get().contains(new Topics(settings).articles().name());
    }
  }

  private static long articlesDone(ClusterSettings settings) {
    String topic = new Topics(settings).articles().name();
    try (Admin admin = Admin.create(settings.clientConfig())) {
      return admin
          .listConsumerGroupOffsets(settings.topicPrefix() + "-streams")
          .partitionsToOffsetAndMetadata()
          .get()
          .entrySet()
          .stream()
          .filter(entry -> entry.getKey().topic().equals(topic))
          .mapToLong(entry -> entry.getValue().offset())
          .sum();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private static void drain(ClusterSettings settings, StreamsApp app) throws InterruptedException {
    try (Admin admin = Admin.create(settings.clientConfig())) {
      new Drained(admin, app.applicationId(), app.inputTopics(), Optional::empty, PATIENCE)
          .await(left -> {});
    }
  }

  private static String ledger(ClusterSettings settings) {
    Topics topics = new Topics(settings);
    return LedgerJson.ledger(
        TopicTable.read(settings, topics.articles()).size(),
        TopicTable.read(settings, topics.incidents()).values(),
        TopicTable.read(settings, topics.actorTotals()).values());
  }
}
