package io.heistline.app;

import io.heistline.topics.ClusterSettings;
import io.heistline.topics.Topics;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;

/**
 * How the application runs.
 *
 * @param cluster where Kafka and the registry are
 * @param stateDirectory where its stores lie; losing them costs a restore, nothing else
 * @param threads stream threads of this instance, at least 1
 */
public record StreamsSettings(ClusterSettings cluster, Path stateDirectory, int threads) {
  public static final String STATE_DIRECTORY = "HEISTLINE_STATE_DIR";
  public static final String THREADS = "HEISTLINE_THREADS";

  /** Results of each step become visible this often; a total takes six steps. */
  private static final int COMMIT_INTERVAL_MS = 50;

  /** Cached table updates; small, since every commit flushes them anyway. */
  private static final long CACHE_BYTES = 16L * 1024 * 1024;

  /** Small enough to fill a request from several partitions while a burst is waited for. */
  private static final int LINGER_MS = 5;

  /**
   * An instance that falls silent is given up after this time, in milliseconds. After kill -9 its
   * tasks move on; a shorter time would take tasks from an instance that only collects garbage.
   */
  private static final int SESSION_TIMEOUT_MS = 10_000;

  public StreamsSettings {
    if (threads < 1) {
      throw new IllegalArgumentException(THREADS + " is " + threads + "; use 1 or more");
    }
  }

  /** Reads the HEISTLINE_ variables; what is not set keeps its default. */
  public static StreamsSettings fromEnvironment(Map<String, String> environment) {
    String threads = environment.getOrDefault(THREADS, "");
    try {
      return new StreamsSettings(
          ClusterSettings.fromEnvironment(environment),
          Path.of(environment.getOrDefault(STATE_DIRECTORY, "state")),
          threads.isBlank() ? defaultThreads() : Integer.parseInt(threads.strip()));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(THREADS + " is '" + threads + "'; give a whole number", e);
    }
  }

  /** One thread a processor, since the work is reading text. */
  public static int defaultThreads() {
    return Runtime.getRuntime().availableProcessors();
  }

  /** Id of the application: its consumer group, and what its internal topics begin with. */
  public String applicationId() {
    return cluster.topicPrefix() + "-streams";
  }

  /** Settings for Kafka Streams. */
  public Properties properties() {
    Topics topics = new Topics(cluster);
    Properties properties = new Properties();
    properties.putAll(cluster.clientConfig());
    properties.put(StreamsConfig.APPLICATION_ID_CONFIG, applicationId());
    properties.put(StreamsConfig.STATE_DIR_CONFIG, stateDirectory.toString());
    properties.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, threads);
    properties.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, (int) cluster.replication());
    properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
    properties.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, COMMIT_INTERVAL_MS);
    properties.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, CACHE_BYTES);
    properties.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
    properties.put(
        StreamsConfig.ERRORS_DEAD_LETTER_QUEUE_TOPIC_NAME_CONFIG, topics.deadLetters().name());
    properties.put(StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG, DeadLetters.class);
    properties.put(StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, DeadLetters.class);
    properties.put(StreamsConfig.PRODUCTION_EXCEPTION_HANDLER_CLASS_CONFIG, DeadLetters.class);
    properties.put(
        StreamsConfig.producerPrefix(ProducerConfig.MAX_REQUEST_SIZE_CONFIG),
        Topics.MOST_RECORD_BYTES);
    properties.put(StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG), "lz4");
    properties.put(StreamsConfig.producerPrefix(ProducerConfig.LINGER_MS_CONFIG), LINGER_MS);
    properties.put(
        StreamsConfig.consumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), SESSION_TIMEOUT_MS);
    properties.put(
        StreamsConfig.topicPrefix("max.message.bytes"), Integer.toString(Topics.MOST_RECORD_BYTES));
    return properties;
  }
}
