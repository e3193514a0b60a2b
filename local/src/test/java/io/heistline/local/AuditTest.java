package io.heistline.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.heistline.model.ActorTotals;
import io.heistline.topics.ClusterSettings;
import io.heistline.topics.Topic;
import io.heistline.topics.TopicTable;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The audit of a stack that holds the samples, with right and with wrong totals. */
@Timeout(120)
class AuditTest {
  private static EmbeddedStack stack;

  @BeforeAll
  static void feedTheSamples() throws Exception {
    stack = EmbeddedStack.start(DataFolder.temporary(), EmbeddedStack.Plan.secluded(2));
    Console nowhere = new Console(System.out, System.err);
    Replay replay =
        new Replay(stack, new Refusals(nowhere.err()), new ProgressBar(nowhere.err(), false));
    replay.feed(List.of(Home.samples()), new FileOptions().defaults(false), OptionalLong.empty());
    replay.await();
  }

  @AfterAll
  static void stop() {
    stack.close();
  }

  @Test
  void totalsThatAreWhatTheIncidentsAddUpToAreRightInOneLine() {
    Command audit = audit();
    assertThat(audit.err()).isEmpty();
    assertThat(audit.out())
        .isEqualTo("the totals of 12 actors are what 19 incidents and 6 reported sums add up to\n");
    assertThat(audit.status()).isZero();
  }

  @Test
  void aWrongRecordIsNamedFieldByField() throws Exception {
    ActorTotals right = totals().get("revil");
    ActorTotals wrong =
        ActorTotals.newBuilder(right)
            .setLossUsdCents(right.getLossUsdCents() + 1)
            .setLossByYear(Map.of("2021", right.getLossUsdCents(), "2022", 1L))
            .build();
    publish("revil", wrong);
    try {
      Command audit = audit();
      assertThat(audit.status()).isEqualTo(1);
      assertThat(audit.out().lines().map(line -> line.replaceAll(" +", " ").strip()))
          .containsExactly(
              "ACTOR FIELD IS SHOULD BE",
              "revil lossByYear.2022 1",
              "revil lossUsdCents 1100000001 1100000000");
      assertThat(audit.err()).contains("2 fields differ");
    } finally {
      publish("revil", right);
    }
  }

  @Test
  void anActorTooManyIsNamed() throws Exception {
    publish("nobody", totals().get("revil"));
    try {
      assertThat(audit().status()).isEqualTo(1);
      assertThat(audit().out()).contains("nobody");
    } finally {
      publish("nobody", null);
    }
  }

  private static Command audit() {
    ClusterSettings settings = stack.settings();
    return Command.run(
        "audit",
        "--bootstrap-servers",
        settings.bootstrapServers(),
        "--registry",
        settings.registryUrl());
  }

  private static Map<String, ActorTotals> totals() {
    return TopicTable.read(stack.settings(), stack.topics().actorTotals());
  }

  private static void publish(String actor, ActorTotals totals) throws Exception {
    Topic<ActorTotals> topic = stack.topics().actorTotals();
    try (KafkaProducer<String, ActorTotals> producer =
        new KafkaProducer<>(
            stack.settings().clientConfig(), new StringSerializer(), topic.values().serializer())) {
      producer.send(new ProducerRecord<>(topic.name(), actor, totals)).get();
    }
  }
}
