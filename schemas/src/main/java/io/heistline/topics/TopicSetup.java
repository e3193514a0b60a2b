package io.heistline.topics;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Creates the topics that are missing, checks those that are there, and registers the schemas. Any
 * number of programs may do this at once.
 */
public final class TopicSetup {
  private static final Logger log = LoggerFactory.getLogger(TopicSetup.class);

  /** An admin call that takes longer finds no working cluster. */
  private static final long PATIENCE_SECONDS = 60;

  /** A broker learns of a new topic within milliseconds; within seconds on a busy machine. */
  private static final int MOST_ATTEMPTS = 100;

  private static final long PAUSE_MILLIS = 100;

  private static final String COMPATIBILITY = "FULL_TRANSITIVE";

  private final Topics topics;

  public TopicSetup(Topics topics) {
    this.topics = topics;
  }

  /**
   * Makes the cluster ready.
   *
   * @throws TopicSetupException naming every setting that differs and how to mend it, or the
   *     cluster or registry that does not answer
   */
  public void ensure() {
    try (Admin admin = Admin.create(topics.settings().clientConfig())) {
      create(admin);
      checkOnceKnown(admin);
    }
    registerSchemas();
  }

  private void create(Admin admin) {
    Collection<String> existing = await(admin.listTopics().names(), "list the topics");
    List<NewTopic> missing =
        topics.all().stream()
            .filter(topic -> !existing.contains(topic.name()))
            .map(this::newTopic)
            .toList();
    admin
        .createTopics(missing)
        .values()
        .forEach(
            (name, created) -> {
              awaitUnlessThere(created, "create topic " + name);
              log.info("topic {} is ready", name);
            });
  }

  private NewTopic newTopic(Topic<?> topic) {
    ClusterSettings settings = topics.settings();
    return new NewTopic(topic.name(), settings.partitions(), settings.replication())
        .configs(topic.config());
  }

  /**
   * A topic that has just been made may be unknown to a broker for a moment; then it asks again.
   */
  private void checkOnceKnown(Admin admin) {
    for (int attempt = 1; ; attempt++) {
      try {
        check(admin);
        return;
      } catch (TopicSetupException e) {
        if (attempt == MOST_ATTEMPTS || !isCausedBy(e, UnknownTopicOrPartitionException.class)) {
          throw e;
        }
        pause();
      }
    }
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TopicSetupException("interrupted while setting up the topics", e);
    }
  }

  private void check(Admin admin) {
    List<String> names = topics.all().stream().map(Topic::name).toList();
    Map<String, TopicDescription> descriptions =
        await(admin.describeTopics(names).allTopicNames(), "describe the topics");
    Map<String, Config> configs =
        await(
                admin
                    .describeConfigs(
                        names.stream()
                            .map(name -> new ConfigResource(ConfigResource.Type.TOPIC, name))
                            .toList())
                    .all(),
                "describe the topics' settings")
            .entrySet()
            .stream()
            .collect(Collectors.toMap(entry -> entry.getKey().name(), Map.Entry::getValue));

    List<String> problems = new ArrayList<>();
    for (Topic<?> topic : topics.all()) {
      checkPartitions(topic, lookUp(descriptions, topic), problems);
      checkConfig(topic, lookUp(configs, topic), problems);
    }
    if (!problems.isEmpty()) {
      throw new TopicSetupException(problems);
    }
  }

  private static <T> T lookUp(Map<String, T> answers, Topic<?> topic) {
    return Optional.ofNullable(answers.get(topic.name()))
        .orElseThrow(
            () ->
                new TopicSetupException(
                    List.of("topic " + topic.name() + " vanished while it was being set up")));
  }

  private void checkPartitions(
      Topic<?> topic, TopicDescription description, List<String> problems) {
    int wanted = topics.settings().partitions();
    int found = description.partitions().size();
    if (found != wanted) {
      problems.add(
          "topic %s has %d partitions, but %s is %d: set %s=%d, or delete the topics and feed again"
              .formatted(
                  topic.name(),
                  found,
                  ClusterSettings.PARTITIONS,
                  wanted,
                  ClusterSettings.PARTITIONS,
                  found));
    }
  }

  private static void checkConfig(Topic<?> topic, Config config, List<String> problems) {
    topic
        .config()
        .forEach(
            (setting, wanted) -> {
              String found = config.get(setting).value();
              if (!wanted.equals(found)) {
                problems.add(
                    ("topic %s has %s=%s, but needs %s: kafka-configs.sh --alter --entity-type topics"
                            + " --entity-name %s --add-config %s=%s")
                        .formatted(
                            topic.name(), setting, found, wanted, topic.name(), setting, wanted));
              }
            });
  }

  private void registerSchemas() {
    String url = topics.settings().registryUrl();
    SchemaRegistryClient registry = topics.serdes().registry();
    try {
      for (Topic<?> topic : topics.all()) {
        if (topic.schema().isPresent()) {
          registry.register(topic.subject(), new AvroSchema(topic.schema().get()));
          registry.updateCompatibility(topic.subject(), COMPATIBILITY);
        }
      }
    } catch (IOException | RestClientException e) {
      throw new TopicSetupException(
          "schema registry at " + url + " refused the schemas: " + e.getMessage(), e);
    }
  }

  private static <T> T await(KafkaFuture<T> future, String what) {
    try {
      return future.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw new TopicSetupException("cannot " + what + ": " + e.getCause(), e);
    } catch (TimeoutException e) {
      throw new TopicSetupException(
          "cannot " + what + ": no answer within " + PATIENCE_SECONDS + " s", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TopicSetupException("cannot " + what + ": interrupted", e);
    }
  }

  private static void awaitUnlessThere(KafkaFuture<Void> created, String what) {
    try {
      await(created, what);
    } catch (TopicSetupException e) {
      if (!isCausedBy(e, TopicExistsException.class)) {
        throw e;
      }
    }
  }

  private static boolean isCausedBy(TopicSetupException e, Class<? extends Throwable> type) {
    return e.getCause() != null && type.isInstance(e.getCause().getCause());
  }
}
