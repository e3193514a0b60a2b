package io.heistline.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heistline.topics.ClusterSettings;
import io.heistline.topics.Topic;
import io.heistline.topics.TopicTable;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is read off a real broker by offsets: {@link Drained} and tables. */
@Timeout(120)
class BrokerTest {
  private static final AtomicInteger NAMES = new AtomicInteger();
  private static final String GROUP = "readers";

  @TempDir static Path folder;
  private static EmbeddedBroker broker;
  private static Admin admin;
  private static ClusterSettings settings;

  private String name;
  private Topic<String> topic;

  @BeforeAll
  static void startBroker() throws Exception {
    broker = EmbeddedBroker.start(folder, 0);
    settings = new ClusterSettings(broker.bootstrapServers(), "mock://none", "test", 2, (short) 1);
    admin = Admin.create(settings.clientConfig());
  }

  @AfterAll
  static void stopBroker() {
    admin.close();
    broker.close();
  }

  @BeforeEach
  void makeTopic() throws Exception {
    name = "topic-" + NAMES.incrementAndGet();
    topic = new Topic<>(name, "", Serdes.String(), Optional.empty(), Map.of());
    admin.createTopics(List.of(new NewTopic(name, 2, (short) 1))).all().get();
  }

  @Test
  void anEmptyTopicIsDrainedThoughNothingWasEverCommitted() throws Exception {
    drained(Duration.ofSeconds(10)).await(left -> assertThat(left).isZero());
  }

  @Test
  void whatIsNotCommittedIsWaitedFor() throws Exception {
    send(0, "a", "1");
    send(0, "b", "2");
    commit(0, 1);
    assertThat(drained(Duration.ofSeconds(10)).now()).isFalse();

    AtomicLong left = new AtomicLong();
    CompletableFuture<Void> waiting =
        CompletableFuture.runAsync(() -> await(drained(Duration.ofSeconds(30)), left));
    Thread.sleep(300);
    assertThat(waiting).isNotDone();
    assertThat(left).hasValue(1);

    commit(0, 2);
    waiting.get(10, TimeUnit.SECONDS);
    assertThat(left).hasValue(0);
  }

  @Test
  void anOpenTransactionIsWaitedFor() throws Exception {
    try (KafkaProducer<String, String> producer = producer(Map.of("transactional.id", name))) {
      producer.initTransactions();
      producer.beginTransaction();
      producer.send(new ProducerRecord<>(name, 1, "a", "1")).get();

      assertThat(drained(Duration.ofSeconds(10)).now()).isFalse();
      producer.abortTransaction();
    }
  }

  @Test
  void aTopicThatIsNotThereYetIsWaitedFor() throws Exception {
    assertThat(
            new Drained(
                    admin,
                    GROUP,
                    Set.of(name, "not-there"),
                    Optional::empty,
                    Duration.ofSeconds(10))
                .now())
        .isFalse();
  }

  @Test
  void whenNothingMovesTheLaggingPartitionIsNamed() throws Exception {
    send(1, "a", "1");

    assertThatThrownBy(() -> drained(Duration.ofMillis(300)).await(left -> {}))
        .isInstanceOf(StackException.class)
        .hasMessageContaining(name + "-1 (1 behind)");
  }

  @Test
  void aTopologyThatHasStoppedIsNotWaitedFor() throws Exception {
    send(1, "a", "1");
    Drained drained =
        new Drained(admin, GROUP, Set.of(name), () -> Optional.of("ERROR"), Duration.ofHours(1));

    assertThatThrownBy(() -> drained.await(left -> {}))
        .isInstanceOf(StackException.class)
        .hasMessageContaining("ERROR");
  }

  @Test
  void aTableHoldsTheLastValueOfEachKeySorted() throws Exception {
    send(0, "b", "1");
    send(0, "a", "1");
    send(0, "b", "2");
    send(1, "c", "1");
    send(1, "c", null);

    assertThat(TopicTable.read(settings, topic))
        .containsExactly(Map.entry("a", "1"), Map.entry("b", "2"));
  }

  @Test
  void aTableWaitsForTransactionsUnderWayAndLeavesOutAbortedOnes() throws Exception {
    try (KafkaProducer<String, String> producer = producer(Map.of("transactional.id", name))) {
      producer.initTransactions();
      producer.beginTransaction();
      producer.send(new ProducerRecord<>(name, 0, "aborted", "1")).get();
      producer.abortTransaction();
      producer.beginTransaction();
      producer.send(new ProducerRecord<>(name, 0, "committed", "1")).get();
      CompletableFuture<Map<String, String>> reading =
          CompletableFuture.supplyAsync(() -> TopicTable.read(settings, topic));
      Thread.sleep(500);
      assertThat(reading).isNotDone();
      producer.commitTransaction();

      assertThat(reading.get(10, TimeUnit.SECONDS)).containsOnlyKeys("committed");
    }
  }

  @Test
  void aTableFollowsChanges() throws Exception {
    send(0, "a", "1");
    List<String> changes = new ArrayList<>();
    try (TopicTable<String> table = new TopicTable<>(settings, topic)) {
      table.readToEnd();
      send(0, "a", "2");
      send(0, "a", null);
      table.follow((key, value) -> changes.add(key + value), () -> changes.size() < 2);
    }

    assertThat(changes).containsExactly("aOptional[2]", "aOptional.empty");
  }

  private Drained drained(Duration patience) {
    return new Drained(admin, GROUP, Set.of(name), Optional::empty, patience);
  }

  private static void await(Drained drained, AtomicLong left) {
    try {
      drained.await(left::set);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private void commit(int partition, long offset) throws Exception {
    admin
        .alterConsumerGroupOffsets(
            GROUP, Map.of(new TopicPartition(name, partition), new OffsetAndMetadata(offset)))
        .all()
        .get();
  }

  private void send(int partition, String key, String value) throws Exception {
    try (KafkaProducer<String, String> producer = producer(Map.of())) {
      producer.send(new ProducerRecord<>(name, partition, key, value)).get();
    }
  }

  private static KafkaProducer<String, String> producer(Map<String, Object> more) {
    Map<String, Object> config = settings.clientConfig();
    config.putAll(more);
    return new KafkaProducer<>(config, new StringSerializer(), new StringSerializer());
  }
}
