package io.heistline.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heistline.topics.ClusterSettings;
import io.heistline.topics.TopicSetup;
import io.heistline.topics.TopicSetupException;
import io.heistline.topics.Topics;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Setting topics up, on a real broker. */
@Timeout(120)
class TopicSetupTest {
  @TempDir private static Path folder;
  private static EmbeddedBroker broker;

  @BeforeAll
  static void startBroker() throws Exception {
    broker = EmbeddedBroker.start(folder, 0);
  }

  @AfterAll
  static void stopBroker() throws Exception {
    broker.close();
  }

  private static ClusterSettings settings(String prefix, int partitions) {
    return new ClusterSettings(
        broker.bootstrapServers(), "mock://" + prefix, prefix, partitions, (short) 1);
  }

  private static void setUp(ClusterSettings settings) {
    new TopicSetup(new Topics(settings)).ensure();
  }

  @Test
  void makesWhatIsMissingAndLeavesTheRest() throws Exception {
    ClusterSettings settings = settings("made", 2);
    setUp(settings);
    assertThatCode(() -> setUp(settings)).doesNotThrowAnyException();
    try (Admin admin = Admin.create(settings.clientConfig())) {
      assertThat(admin.listTopics().names().get())
          .containsAll(new Topics(settings).all().stream().map(topic -> topic.name()).toList());
    }
  }

  @Test
  void anyNumberOfProgramsMayDoItAtOnce() {
    ClusterSettings settings = settings("raced", 2);
    CompletableFuture<?>[] racers =
        Stream.generate(() -> CompletableFuture.runAsync(() -> setUp(settings)))
            .limit(4)
            .toArray(CompletableFuture[]::new);
    assertThatCode(() -> CompletableFuture.allOf(racers).join()).doesNotThrowAnyException();
  }

  @Test
  void anotherNumberOfPartitionsIsAnErrorThatSaysHowToMendIt() {
    setUp(settings("split", 2));
    assertThatThrownBy(() -> setUp(settings("split", 3)))
        .isInstanceOf(TopicSetupException.class)
        .hasMessageContaining("topic split.articles has 2 partitions")
        .hasMessageContaining("set HEISTLINE_PARTITIONS=2");
  }

  @Test
  void anotherSettingIsAnErrorThatSaysHowToMendIt() throws Exception {
    ClusterSettings settings = settings("kept", 2);
    setUp(settings);
    ConfigResource claims = new ConfigResource(ConfigResource.Type.TOPIC, "kept.claims");
    AlterConfigOp delete =
        new AlterConfigOp(new ConfigEntry("cleanup.policy", "delete"), AlterConfigOp.OpType.SET);
    try (Admin admin = Admin.create(settings.clientConfig())) {
      admin.incrementalAlterConfigs(Map.of(claims, List.of(delete))).all().get();
      // a broker answers with a changed setting once it has read of it
      while (!cleanupPolicy(admin, claims).equals("delete")) {
        Thread.sleep(20);
      }
    }
    assertThatThrownBy(() -> setUp(settings))
        .isInstanceOf(TopicSetupException.class)
        .hasMessageContaining("topic kept.claims has cleanup.policy=delete, but needs compact")
        .hasMessageContaining("--entity-name kept.claims --add-config cleanup.policy=compact");
  }

  private static String cleanupPolicy(Admin admin, ConfigResource topic) throws Exception {
    return admin
        .describeConfigs(List.of(topic))
        .all()
        .get()
        .get(topic)
        .get("cleanup.policy")
        .value();
  }
}
