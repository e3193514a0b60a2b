package io.heistline.local;

import io.heistline.topics.ClusterSettings;
import io.heistline.topics.Topics;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which running stack a command speaks to. */
final class ClusterOptions {
  /** Where a stack that is up listens if nothing else is said. */
  static final int KAFKA_PORT = 9092;

  static final int REGISTRY_PORT = 8081;

  /** A broker on this machine or the next answers in a few milliseconds. */
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(3);

  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec spec;

  @Option(
      names = "--bootstrap-servers",
      paramLabel = "HOST:PORT",
      description =
          "Kafka of the running stack (default: $HEISTLINE_BOOTSTRAP_SERVERS or localhost:9092).")
  private @Nullable String bootstrapServers;

  @Option(
      names = "--registry",
      paramLabel = "URL",
      description =
          "Schema registry of the running stack (default: $HEISTLINE_REGISTRY_URL or"
              + " http://localhost:8081/apis/ccompat/v7).")
  private @Nullable String registryUrl;

  @Option(
      names = "--topic-prefix",
      paramLabel = "NAME",
      description =
          "What the topics' names begin with (default: $HEISTLINE_TOPIC_PREFIX or heistline).")
  private @Nullable String topicPrefix;

  /**
   * The cluster's settings.
   *
   * @throws StackException if nothing listens there
   */
  ClusterSettings settings() {
    ClusterSettings settings = read();
    requireListener(settings);
    return settings;
  }

  Topics topics() {
    return new Topics(settings());
  }

  private ClusterSettings read() {
    Map<String, String> environment = new HashMap<>(System.getenv());
    environment.putIfAbsent(
        ClusterSettings.REGISTRY_URL, EmbeddedRegistry.url("localhost", REGISTRY_PORT));
    put(environment, ClusterSettings.BOOTSTRAP_SERVERS, bootstrapServers);
    put(environment, ClusterSettings.REGISTRY_URL, registryUrl);
    put(environment, ClusterSettings.TOPIC_PREFIX, topicPrefix);
    try {
      return ClusterSettings.fromEnvironment(environment);
    } catch (IllegalArgumentException e) {
      if (spec == null) {
        throw e;
      }
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }

  private static void put(Map<String, String> environment, String name, @Nullable String value) {
    if (value != null) {
      environment.put(name, value);
    }
  }

  /** Kafka's own client would try for a long time before it says so. */
  private static void requireListener(ClusterSettings settings) {
    for (String server : settings.bootstrapServers().split(",", -1)) {
      if (listens(server.strip())) {
        return;
      }
    }
    throw new StackException(
        "no Kafka at %s. Start a stack with ./heistline up (or demo), or name a running one with"
                .formatted(settings.bootstrapServers())
            + " --bootstrap-servers");
  }

  private static boolean listens(String server) {
    URI address = URI.create("kafka://" + server);
    if (address.getHost() == null || address.getPort() < 0) {
      throw new StackException("'" + server + "' is no Kafka address; give host:port");
    }
    try (Socket socket = new Socket()) {
      socket.connect(
          new InetSocketAddress(address.getHost(), address.getPort()),
          (int) CONNECT_TIMEOUT.toMillis());
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
