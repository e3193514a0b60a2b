package io.heistline.app;

import io.heistline.knowledge.Knowledge;
import io.heistline.logging.LogFormat;
import io.heistline.monitor.Monitor;
import io.heistline.monitor.MonitorSettings;
import io.heistline.reading.Reader;
import io.heistline.topics.ClusterSettings;
import io.heistline.topics.TopicSetup;
import io.heistline.topics.Topics;
import io.heistline.topology.LedgerTopology;
import io.heistline.valuing.Rates;
import io.heistline.webhooks.Webhook;
import io.heistline.webhooks.WebhookFile;
import io.heistline.webhooks.Webhooks;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyDescription;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The streams application: one instance of any number that share the work. */
public final class StreamsApp implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(StreamsApp.class);

  /** What is under way is finished within this time; then the instance leaves all the same. */
  private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(30);

  private static final int MOST_REPLACEMENTS = 100;

  private final StreamsSettings settings;
  private final Topics topics;
  private final Knowledge knowledge;
  private final Topology topology;
  private final KafkaStreams streams;
  private final AtomicInteger replacements = new AtomicInteger();

  public StreamsApp(StreamsSettings settings) {
    this.settings = settings;
    topics = new Topics(settings.cluster());
    knowledge = Knowledge.bundled();
    topology =
        new LedgerTopology(topics, new Reader(knowledge)::reading, settings.properties()).get();
    streams = new KafkaStreams(topology, settings.properties());
    streams.setUncaughtExceptionHandler(this::replaceThread);
  }

  /** An instance with the default number of threads. */
  public StreamsApp(ClusterSettings cluster, Path stateDirectory) {
    this(new StreamsSettings(cluster, stateDirectory, StreamsSettings.defaultThreads()));
  }

  /** Sets the topics up, publishes the bundled knowledge and rates and starts processing. */
  public void start() {
    new TopicSetup(topics).ensure();
    new KnowledgePublisher(topics).publish(knowledge);
    new RatesPublisher(topics).publish(Rates.bundled());
    streams.start();
  }

  /** Finishes what is under way and leaves the group. */
  @Override
  public void close() {
    streams.close(CLOSE_TIMEOUT);
  }

  /** Holds this instance: it stays in the group and processes nothing. */
  public void pause() {
    streams.pause();
  }

  public void resume() {
    streams.resume();
  }

  /** Tells receivers what changes from now on; the caller closes it. */
  public Webhooks tell(List<Webhook> hooks) {
    Webhooks telling = new Webhooks(topics, hooks, Clock.systemUTC(), new SplittableRandom());
    telling.start();
    return telling;
  }

  /**
   * Serves what the topics hold, over HTTP; the caller closes it.
   *
   * @param telling what is shown beside it
   * @throws IllegalStateException if the port cannot be listened on
   */
  public Monitor serve(MonitorSettings http, Webhooks telling) {
    Monitor monitor =
        new Monitor(
            topics,
            http,
            new StreamsEngine(streams),
            ruling -> new RulingPublisher(topics).publish(List.of(ruling)),
            telling,
            List.of(new KafkaStreamsMetrics(streams), telling),
            Clock.systemUTC());
    monitor.start();
    return monitor;
  }

  public KafkaStreams.State state() {
    return streams.state();
  }

  /** The consumer group that processes. */
  public String applicationId() {
    return settings.applicationId();
  }

  /** Every topic that the topology reads in the course of processing, internal ones included. */
  public Set<String> inputTopics() {
    Set<String> inputs = new TreeSet<>();
    for (TopologyDescription.Subtopology part : topology.describe().subtopologies()) {
      for (TopologyDescription.Node node : part.nodes()) {
        if (node instanceof TopologyDescription.Source source && source.topicSet() != null) {
          source.topicSet().forEach(topic -> inputs.add(fullName(topic)));
        }
      }
    }
    return inputs;
  }

  /** Internal topics are described without the application id that Kafka Streams puts in front. */
  private String fullName(String topic) {
    boolean isPublic = topics.all().stream().anyMatch(known -> known.name().equals(topic));
    return isPublic ? topic : applicationId() + "-" + topic;
  }

  private StreamThreadExceptionResponse replaceThread(Throwable error) {
    if (replacements.incrementAndGet() > MOST_REPLACEMENTS) {
      log.error("{} threads have failed; this instance gives up", MOST_REPLACEMENTS, error);
      return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    }
    log.error("a stream thread failed and is replaced", error);
    return StreamThreadExceptionResponse.REPLACE_THREAD;
  }

  /** Runs one instance, configured by HEISTLINE_ variables, until it is told to stop. */
  public static void main(String[] args) throws InterruptedException {
    LogFormat.fromEnvironment(System.getenv()); // of an unknown one nothing could be logged
    CountDownLatch stopped = new CountDownLatch(1);
    StreamsApp app = new StreamsApp(StreamsSettings.fromEnvironment(System.getenv()));
    app.streams.setStateListener(
        (now, before) -> {
          log.info("{} -> {}", before, now);
          if (now == KafkaStreams.State.ERROR || now == KafkaStreams.State.NOT_RUNNING) {
            stopped.countDown();
          }
        });
    Runtime.getRuntime().addShutdownHook(new Thread(app::close, "shutdown"));
    List<Webhook> hooks = WebhookFile.fromEnvironment(System.getenv());
    MonitorSettings http = MonitorSettings.fromEnvironment(System.getenv());
    try (Webhooks telling = app.tell(hooks);
        Monitor monitor = app.serve(http, telling)) {
      log.info("http://localhost:{} shows the ledger", monitor.port());
      app.start();
      stopped.await();
    }
    if (app.state() == KafkaStreams.State.ERROR) {
      Runtime.getRuntime().halt(1);
    }
  }
}
