package io.heistline.local;

import io.heistline.monitor.MonitorSettings;
import io.heistline.topics.ClusterSettings;
import io.heistline.webhooks.Webhook;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Where a stack listens, on this machine only. */
final class PortOptions {
  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec spec;

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
      names = "--port",
      paramLabel = "PORT",
      description =
          "Loopback port of the monitor's page and API; 0 for any free one (default: ${DEFAULT-VALUE}).")
  private int http = MonitorSettings.DEFAULT_PORT;

  @Option(
      names = "--partitions",
      paramLabel = "N",
      description = "Partitions of each topic, when they are made (default: ${DEFAULT-VALUE}).")
  private int partitions = ClusterSettings.DEFAULTS.partitions();

  /**
   * Makes sure that the options make sense, and that nobody else listens there.
   *
   * @throws picocli.CommandLine.ParameterException naming the option that makes none
   * @throws Ports.PortTakenException naming the port and the option that chooses another
   */
  void requireFree() throws IOException {
    Range.require(spec, "--kafka-port", kafka, 0, Range.HIGHEST_PORT);
    Range.require(spec, "--registry-port", registry, 0, Range.HIGHEST_PORT);
    Range.require(spec, "--port", http, 0, Range.HIGHEST_PORT);
    Range.require(spec, "--partitions", partitions, 1, Range.MOST_PARTITIONS);
    Ports.requireFree(kafka, "Kafka", "--kafka-port");
    Ports.requireFree(registry, "the schema registry", "--registry-port");
    Ports.requireFree(http, "the monitor", "--port");
  }

  EmbeddedStack.Plan plan(EmbeddedStack.Producers producers, List<Webhook> hooks) {
    return new EmbeddedStack.Plan(
        kafka,
        Optional.of(registry),
        partitions,
        Optional.of(producers),
        Optional.of(MonitorSettings.fromEnvironment(System.getenv()).onLoopback(http)),
        hooks);
  }
}
