package io.heistline.local;

import io.heistline.app.StreamsApp;
import io.heistline.logging.LogFormat;
import io.heistline.monitor.Monitor;
import io.heistline.monitor.MonitorSettings;
import io.heistline.producer.EndpointSettings;
import io.heistline.producer.ProducerApp;
import io.heistline.producer.ProducerSettings;
import io.heistline.topics.ClusterSettings;
import io.heistline.topics.TopicSetup;
import io.heistline.topics.TopicSetupException;
import io.heistline.topics.Topics;
import io.heistline.webhooks.Webhook;
import io.heistline.webhooks.Webhooks;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.streams.KafkaStreams;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Broker, registry, topology and producer in one go, reachable from this machine only. Told to stop
 * (Ctrl-C, SIGTERM), the process closes it first.
 */
final class EmbeddedStack implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(EmbeddedStack.class);
  private static final String TOPIC_PREFIX = ClusterSettings.DEFAULTS.topicPrefix();
  private static final short REPLICATION = 1;

  private final DataFolder folder;
  private final Deque<AutoCloseable> parts = new ArrayDeque<>();
  private final Thread stopHook = new Thread(this::stop, "stop");
  private volatile boolean stopping;
  private final ClusterSettings settings;
  private final StreamsApp app;
  private final Optional<EmbeddedRegistry> registry;
  private final Optional<ProducerApp> producer;
  private final List<ProducerProcess> producers;
  private final Optional<Monitor> monitor;

  /**
   * What to start.
   *
   * @param kafkaPort loopback port of the broker; 0 for any free one
   * @param registryPort loopback port of the registry; 0 for any free one; empty for a registry
   *     within this process, for topics that nobody else will read
   * @param partitions partitions of each topic
   * @param producers who reads feeds and takes articles; empty for nobody
   * @param http settings of the monitor; empty for none
   * @param hooks who is told of changes, while there is a monitor
   */
  record Plan(
      int kafkaPort,
      Optional<Integer> registryPort,
      int partitions,
      Optional<Producers> producers,
      Optional<MonitorSettings> http,
      List<Webhook> hooks) {
    Plan {
      if (registryPort.isEmpty() && producers.filter(planned -> planned.count() > 1).isPresent()) {
        throw new IllegalArgumentException(
            "producers that are processes of their own need a registry with a port");
      }
      hooks = List.copyOf(hooks);
    }

    /** A stack that tells nobody. */
    Plan(
        int kafkaPort,
        Optional<Integer> registryPort,
        int partitions,
        Optional<Producers> producers,
        Optional<MonitorSettings> http) {
      this(kafkaPort, registryPort, partitions, producers, http, List.of());
    }

    /** For a run that nobody else looks into. */
    static Plan secluded(int partitions) {
      return new Plan(0, Optional.empty(), partitions, Optional.empty(), Optional.empty());
    }
  }

  /**
   * The producers.
   *
   * @param settings what each may do; with more than one, their names get a number
   * @param endpoint where the first takes articles over HTTP; empty for nowhere
   * @param count 1 for one within this process; more for as many processes
   * @param format how those that are processes write their logs
   */
  record Producers(
      ProducerSettings settings, Optional<EndpointSettings> endpoint, int count, LogFormat format) {
    /** Most that one machine is asked to run, each with a heap of its own. */
    static final int MOST = 16;

    /** One, within this process. */
    static Producers one(ProducerSettings settings) {
      return new Producers(settings, Optional.empty(), 1, LogFormat.TEXT);
    }
  }

  /**
   * Starts the stack; returns when the topology is on its way. The folder is closed with it.
   *
   * @throws StackException if a part does not start; the message names its log
   */
  static EmbeddedStack start(DataFolder folder, Plan plan) throws InterruptedException {
    try {
      return new EmbeddedStack(folder, plan);
    } catch (StackException | TopicSetupException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      throw new StackException(
          "the stack does not start: %s (log: %s)".formatted(e, folder.log()), e);
    }
  }

  private EmbeddedStack(DataFolder folder, Plan plan) throws IOException, InterruptedException {
    this.folder = folder;
    parts.push(folder);
    Runtime.getRuntime().addShutdownHook(stopHook);
    boolean started = false;
    try {
      EmbeddedBroker broker = opened(EmbeddedBroker.start(folder.broker(), plan.kafkaPort()));
      registry = startRegistry(plan);
      settings =
          new ClusterSettings(
              broker.bootstrapServers(),
              registry.map(EmbeddedRegistry::url).orElse("mock://" + UUID.randomUUID()),
              TOPIC_PREFIX,
              plan.partitions(),
              REPLICATION);
      app = opened(new StreamsApp(settings, folder.state()));
      app.start();
      producer = startProducer(plan);
      producers = startProducers(plan);
      monitor = plan.http().map(http -> serve(http, plan.hooks()));
      started = true;
    } finally {
      if (!started) {
        folder.keep();
        close();
      }
    }
  }

  private Monitor serve(MonitorSettings http, List<Webhook> hooks) {
    Webhooks telling = opened(app.tell(hooks));
    return opened(app.serve(http, telling));
  }

  private Optional<EmbeddedRegistry> startRegistry(Plan plan)
      throws IOException, InterruptedException {
    if (plan.registryPort().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        opened(
            EmbeddedRegistry.start(
                folder.registry(), folder.registryLog(), plan.registryPort().get())));
  }

  private Optional<ProducerApp> startProducer(Plan plan) {
    if (plan.producers().isEmpty() || plan.producers().get().count() > 1) {
      return Optional.empty();
    }
    Producers one = plan.producers().get();
    ProducerApp started =
        opened(new ProducerApp(topics(), one.settings(), one.endpoint(), Clock.systemUTC()));
    started.start();
    return Optional.of(started);
  }

  private List<ProducerProcess> startProducers(Plan plan) throws IOException {
    List<ProducerProcess> started = new ArrayList<>();
    if (plan.producers().isEmpty() || plan.producers().get().count() == 1) {
      return started;
    }
    new TopicSetup(topics()).ensure();
    Producers many = plan.producers().get();
    for (int number = 1; number <= many.count(); number++) {
      String name = many.settings().instance().orElse("producer") + "-" + number;
      started.add(
          opened(
              ProducerProcess.start(
                  settings,
                  many.settings().named(name),
                  number == 1 ? many.endpoint() : Optional.empty(),
                  many.format(),
                  folder.producerLog(name))));
    }
    return started;
  }

  private synchronized <T extends AutoCloseable> T opened(T part) {
    parts.push(part);
    return part;
  }

  ClusterSettings settings() {
    return settings;
  }

  /** Where the monitor can be looked at; empty if there is none. */
  Optional<String> address() {
    return monitor.map(running -> "http://%s:%d".formatted(Ports.LOOPBACK, running.port()));
  }

  Topics topics() {
    return new Topics(settings);
  }

  DataFolder folder() {
    return folder;
  }

  /** Why the stack will not go on; empty while it runs. */
  Optional<String> failure() {
    if (stopping) {
      return Optional.empty();
    }
    KafkaStreams.State state = app.state();
    if (state == KafkaStreams.State.ERROR
        || state == KafkaStreams.State.PENDING_ERROR
        || state == KafkaStreams.State.NOT_RUNNING) {
      return Optional.of("its state is " + state + "; see " + folder.log());
    }
    if (registry.isPresent() && !registry.get().isAlive()) {
      return Optional.of("the schema registry has ended; see " + folder.registryLog());
    }
    if (!producers.isEmpty() && producers.stream().noneMatch(ProducerProcess::isAlive)) {
      return Optional.of("all producers have ended; see " + folder.path());
    }
    return producer
        .flatMap(ProducerApp::failure)
        .map(cause -> "the producer has ended: " + cause + "; see " + folder.log());
  }

  /** The producers that are processes of their own. */
  List<ProducerProcess> producers() {
    return List.copyOf(producers);
  }

  /** Holds the topology; what is written waits. */
  void pause() {
    app.pause();
  }

  /** Lets the topology go on. */
  void resume() {
    app.resume();
  }

  /**
   * Waits until everything that was written is processed.
   *
   * @param progress is told the number of records left
   * @throws StackException if that does not happen
   */
  void awaitDrained(LongConsumer progress) throws InterruptedException {
    try (Admin admin = Admin.create(settings.clientConfig())) {
      new Drained(admin, app.applicationId(), app.inputTopics(), this::failure, Drained.NO_PROGRESS)
          .await(progress);
    }
  }

  /** Stops everything, last started first; a part that does not stop does not keep the others. */
  @Override
  public void close() {
    stop();
    try {
      Runtime.getRuntime().removeShutdownHook(stopHook);
    } catch (IllegalStateException e) {
      log.debug("the process is on its way out, and the hook with it", e);
    }
  }

  private synchronized void stop() {
    stopping = true;
    while (!parts.isEmpty()) {
      AutoCloseable part = parts.pop();
      try {
        part.close();
      } catch (Exception e) {
        if (e instanceof InterruptedException) {
          Thread.currentThread().interrupt();
        }
        log.warn("{} did not stop cleanly", part.getClass().getSimpleName(), e);
      }
    }
  }
}
