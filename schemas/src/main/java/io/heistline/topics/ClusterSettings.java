package io.heistline.topics;

import java.util.HashMap;
import java.util.Map;

/**
 * Where Kafka and the schema registry are, and how the topics are laid out there.
 *
 * @param bootstrapServers Kafka brokers, host:port, comma-separated
 * @param registryUrl base URL of a schema registry with Confluent's API; mock://scope for one in
 *     this process
 * @param topicPrefix what every topic name begins with, without the dot
 * @param partitions partitions of each topic, at least 1; the same for all, because the stages join
 *     them
 * @param replication replicas of each topic, at least 1
 */
public record ClusterSettings(
    String bootstrapServers,
    String registryUrl,
    String topicPrefix,
    int partitions,
    short replication) {

  public static final String BOOTSTRAP_SERVERS = "HEISTLINE_BOOTSTRAP_SERVERS";
  public static final String REGISTRY_URL = "HEISTLINE_REGISTRY_URL";
  public static final String TOPIC_PREFIX = "HEISTLINE_TOPIC_PREFIX";
  public static final String PARTITIONS = "HEISTLINE_PARTITIONS";
  public static final String REPLICATION = "HEISTLINE_REPLICATION";

  /** What the demo, the embedded stack and docker-compose use. */
  public static final ClusterSettings DEFAULTS =
      new ClusterSettings(
          "localhost:9092", "http://localhost:8081/apis/ccompat/v7", "heistline", 6, (short) 1);

  private static final int MOST_PARTITIONS = 1_000;

  public ClusterSettings {
    if (bootstrapServers.isBlank()) {
      throw new IllegalArgumentException(BOOTSTRAP_SERVERS + " is empty; give host:port");
    }
    if (registryUrl.isBlank()) {
      throw new IllegalArgumentException(REGISTRY_URL + " is empty; give the registry's base URL");
    }
    if (!topicPrefix.matches("[a-zA-Z0-9._-]{1,100}")) {
      throw new IllegalArgumentException(
          TOPIC_PREFIX + " is '" + topicPrefix + "'; use 1 to 100 of a-z A-Z 0-9 . _ -");
    }
    if (partitions < 1 || partitions > MOST_PARTITIONS) {
      throw new IllegalArgumentException(
          PARTITIONS + " is " + partitions + "; use 1 to " + MOST_PARTITIONS);
    }
    if (replication < 1) {
      throw new IllegalArgumentException(REPLICATION + " is " + replication + "; use 1 or more");
    }
  }

  /**
   * Reads the HEISTLINE_ variables; what is not set keeps its default.
   *
   * @throws IllegalArgumentException naming the variable that makes no sense
   */
  public static ClusterSettings fromEnvironment(Map<String, String> environment) {
    return new ClusterSettings(
        environment.getOrDefault(BOOTSTRAP_SERVERS, DEFAULTS.bootstrapServers),
        environment.getOrDefault(REGISTRY_URL, DEFAULTS.registryUrl),
        environment.getOrDefault(TOPIC_PREFIX, DEFAULTS.topicPrefix),
        number(environment, PARTITIONS, DEFAULTS.partitions),
        (short) number(environment, REPLICATION, DEFAULTS.replication));
  }

  /** The variables that these settings are read from. */
  public Map<String, String> toEnvironment() {
    return Map.of(
        BOOTSTRAP_SERVERS, bootstrapServers,
        REGISTRY_URL, registryUrl,
        TOPIC_PREFIX, topicPrefix,
        PARTITIONS, Integer.toString(partitions),
        REPLICATION, Short.toString(replication));
  }

  public ClusterSettings withPartitions(int number) {
    return new ClusterSettings(bootstrapServers, registryUrl, topicPrefix, number, replication);
  }

  /** Settings for any Kafka client of this cluster. */
  public Map<String, Object> clientConfig() {
    return new HashMap<>(Map.of("bootstrap.servers", bootstrapServers));
  }

  private static int number(Map<String, String> environment, String name, int otherwise) {
    String value = environment.get(name);
    if (value == null) {
      return otherwise;
    }
    try {
      return Integer.parseInt(value.strip());
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(name + " is '" + value + "'; give a whole number", e);
    }
  }
}
