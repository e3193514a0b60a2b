package io.heistline.local;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.PortBinding;
import com.github.dockerjava.api.model.Ports.Binding;
import io.heistline.app.StreamsApp;
import io.heistline.producer.ProducerApp;
import io.heistline.producer.ProducerSettings;
import io.heistline.topics.ClusterSettings;
import io.heistline.topics.Topics;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.io.TempDir;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.kafka.KafkaContainer;

/**
 * On the broker and the registry of docker-compose.yml, in containers, with topology and producer
 * as their services run them. Skipped where no Docker engine answers.
 */
class ContainerEndToEndTest extends EndToEnd {
  private static final String KAFKA = "apache/kafka:4.3.1";
  private static final String REGISTRY = "apicurio/apicurio-registry:3.3.3";
  private static final int REGISTRY_PORT = 8080;
  private static final Duration REGISTRY_START = Duration.ofMinutes(2);

  @TempDir private static Path state;

  @Override
  RunningStack start() {
    assumeTrue(
        DockerClientFactory.instance().isDockerAvailable(),
        "no Docker engine answers, so the end-to-end test over containers is skipped");
    KafkaContainer broker = new KafkaContainer(KAFKA).withCreateContainerCmdModifier(onLoopback());
    GenericContainer<?> registry =
        new GenericContainer<>(REGISTRY)
            .withExposedPorts(REGISTRY_PORT)
            .withCreateContainerCmdModifier(onLoopback())
            .waitingFor(
                Wait.forHttp("/apis/ccompat/v7/subjects")
                    .forPort(REGISTRY_PORT)
                    .withStartupTimeout(REGISTRY_START));
    broker.start();
    registry.start();
    ClusterSettings settings =
        new ClusterSettings(
            broker.getBootstrapServers(),
            "http://%s:%d/apis/ccompat/v7"
                .formatted(registry.getHost(), registry.getMappedPort(REGISTRY_PORT)),
            "heistline",
            PARTITIONS,
            (short) 1);
    StreamsApp app = new StreamsApp(settings, state);
    app.start();
    ProducerApp producer =
        new ProducerApp(new Topics(settings), ProducerSettings.DEFAULTS, Clock.systemUTC());
    producer.start();
    return new Contained(settings, broker, registry, app, producer);
  }

  private static Consumer<CreateContainerCmd> onLoopback() {
    return command ->
        command
            .getHostConfig()
            .withPortBindings(
                Arrays.stream(command.getExposedPorts())
                    .map(ContainerEndToEndTest::onLoopback)
                    .toList());
  }

  private static PortBinding onLoopback(ExposedPort port) {
    return new PortBinding(Binding.bindIp("127.0.0.1"), port);
  }

  private record Contained(
      ClusterSettings settings,
      KafkaContainer broker,
      GenericContainer<?> registry,
      StreamsApp app,
      ProducerApp producer)
      implements RunningStack {
    @Override
    public void drain() throws InterruptedException {
      try (Admin admin = Admin.create(settings.clientConfig())) {
        new Drained(
                admin, app.applicationId(), app.inputTopics(), Optional::empty, Drained.NO_PROGRESS)
            .await(left -> {});
      }
    }

    @Override
    public void close() {
      producer.close();
      app.close();
      registry.stop();
      broker.stop();
    }
  }
}
