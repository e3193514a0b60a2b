package io.heistline.local;

import io.heistline.topics.ClusterSettings;
import java.io.IOException;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Where a stack listens, on this machine only. */
final class PortOptions {
  @Option(
      names = "--kafka-port",
      paramLabel = "PORT",
      description = "Loopback port of Kafka; 0 for any free one (default: ${DEFAULT-VALUE}).")
  private int kafka = ClusterOptions.KAFKA_PORT;

  @Option(
      names = "--registry-port",
      paramLabel = "PORT",
      description =
          "Loopback port of the schema registry; 0 for any free one (default: ${DEFAULT-VALUE}).")
  private int registry = ClusterOptions.REGISTRY_PORT;

  @Option(
      names = "--partitions",
      paramLabel = "N",
      description = "Partitions of each topic, when they are made (default: ${DEFAULT-VALUE}).")
  private int partitions = ClusterSettings.DEFAULTS.partitions();

  /**
   * Makes sure that nobody else listens there.
   *
   * @throws Ports.PortTakenException naming the port and the option that chooses another
   */
  void requireFree() throws IOException {
    Ports.requireFree(kafka, "Kafka", "--kafka-port");
    Ports.requireFree(registry, "the schema registry", "--registry-port");
  }

  EmbeddedStack.Plan plan() {
    return new EmbeddedStack.Plan(kafka, Optional.of(registry), partitions);
  }
}
