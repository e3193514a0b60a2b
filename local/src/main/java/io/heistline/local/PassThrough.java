package io.heistline.local;

import io.heistline.app.StreamsSettings;
import io.heistline.topics.ClusterSettings;
import io.heistline.topics.Topics;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Produced;

/**
 * The least that Kafka Streams can do with the articles: it copies their bytes to another topic,
 * with the settings of the real application. Nothing that reads them can be faster.
 */
final class PassThrough implements AutoCloseable {
  private static final String COPY = "bench-copy";

  private final Admin admin;
  private final KafkaStreams streams;
  private final Drained drained;

  PassThrough(ClusterSettings cluster, Path state) throws InterruptedException {
    Topics topics = new Topics(cluster);
    admin = Admin.create(cluster.clientConfig());
    create(new NewTopic(COPY, cluster.partitions(), cluster.replication()));
    Properties properties =
        new StreamsSettings(cluster, state, StreamsSettings.defaultThreads()).properties();
    properties.put(StreamsConfig.APPLICATION_ID_CONFIG, COPY);
    StreamsBuilder builder = new StreamsBuilder();
    builder.stream(
            topics.articles().name(),
            Consumed.with(Serdes.ByteArray(), Serdes.ByteArray()).withName("articles"))
        .to(COPY, Produced.with(Serdes.ByteArray(), Serdes.ByteArray()).withName("copies"));
    streams = new KafkaStreams(builder.build(), properties);
    drained =
        new Drained(
            admin,
            COPY,
            Set.of(topics.articles().name()),
            () ->
                Optional.of(streams.state())
                    .filter(KafkaStreams.State::hasStartedOrFinishedShuttingDown)
                    .map(Enum::name),
            Drained.NO_PROGRESS);
  }

  private void create(NewTopic topic) throws InterruptedException {
    try {
      admin.createTopics(List.of(topic)).all().get();
    } catch (ExecutionException e) {
      throw new StackException("cannot make " + topic.name() + ": " + e.getCause(), e);
    }
  }

  void start() {
    streams.start();
  }

  void pause() {
    streams.pause();
  }

  void resume() {
    streams.resume();
  }

  void awaitDrained() throws InterruptedException {
    drained.await(left -> {});
  }

  @Override
  public void close() {
    streams.close();
    admin.close();
  }
}
