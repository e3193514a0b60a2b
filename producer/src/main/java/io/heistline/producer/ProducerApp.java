package io.heistline.producer;

import io.heistline.logging.LogFormat;
import io.heistline.topics.ClusterSettings;
import io.heistline.topics.TopicSetup;
import io.heistline.topics.TopicSetupException;
import io.heistline.topics.Topics;
import java.io.Closeable;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The service that reads the feeds and publishes their articles. Any number of instances share the
 * feeds as a consumer group on the feeds topic; see {@link FeedTransactions} for why no two ever
 * publish for one feed.
 */
public final class ProducerApp implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(ProducerApp.class);

  private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(5);

  /** Longer than it takes to end a transaction and to leave the group. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Topics topics;
  private final Clock clock;
  private final ProducerSettings settings;
  private final String instance;
  private final Optional<EndpointSettings> endpoint;
  private final AtomicBoolean begun = new AtomicBoolean();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final CountDownLatch ended = new CountDownLatch(1);
  private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

  public ProducerApp(Topics topics, ProducerSettings settings, Clock clock) {
    this(topics, settings, Optional.empty(), clock);
  }

  /**
   * A producer that also takes articles over HTTP.
   *
   * @param endpoint where; empty for nowhere
   */
  public ProducerApp(
      Topics topics, ProducerSettings settings, Optional<EndpointSettings> endpoint, Clock clock) {
    this.endpoint = endpoint;
    this.topics = topics;
    this.clock = clock;
    this.settings = settings;
    this.instance = settings.instance().orElseGet(() -> UUID.randomUUID().toString());
  }

  /** Runs the service until it is told to stop by SIGTERM; settings come from the environment. */
  public static void main(String[] args) {
    LogFormat.fromEnvironment(System.getenv()); // of an unknown one nothing could be logged
    try {
      ClusterSettings cluster = ClusterSettings.fromEnvironment(System.getenv());
      ProducerSettings settings = ProducerSettings.fromEnvironment(System.getenv());
      ProducerApp app =
          new ProducerApp(
              new Topics(cluster),
              settings,
              EndpointSettings.fromEnvironment(System.getenv()),
              Clock.systemUTC());
      Runtime.getRuntime().addShutdownHook(new Thread(app::close, "shutdown"));
      app.run();
    } catch (IllegalArgumentException | TopicSetupException e) {
      log.error("cannot start: {}", e.getMessage());
      System.exit(1);
    } catch (RuntimeException e) {
      log.error("stopped by an error that was not foreseen", e);
      System.exit(1);
    }
  }

  /**
   * Makes the topics ready, then works in a thread of its own until closed.
   *
   * @throws TopicSetupException if the cluster does not answer or its topics do not fit
   */
  public void start() {
    setUp();
    new Thread(this::work, "heistline-producer").start();
  }

  /**
   * Makes the topics ready, then works in this thread until closed.
   *
   * @throws TopicSetupException if the cluster does not answer or its topics do not fit
   * @throws IllegalStateException with the error that ended the work before it was closed
   */
  public void run() {
    setUp();
    work();
    failure()
        .ifPresent(
            cause -> {
              throw new IllegalStateException("the producer has ended", cause);
            });
  }

  /** What ended the work before it was closed; empty while it runs, and after a clean end. */
  public Optional<Throwable> failure() {
    return Optional.ofNullable(failure.get());
  }

  /** Ends the work cleanly, and waits for it. May be called at any time, and again. */
  @Override
  public void close() {
    closing.countDown();
    try {
      if (begun.get() && !ended.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        log.error("the producer does not end within {}", PATIENCE);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void setUp() {
    if (begun.getAndSet(true)) {
      throw new IllegalStateException("a producer runs only once; make another");
    }
    try {
      new TopicSetup(topics).ensure();
    } catch (RuntimeException e) {
      ended.countDown();
      throw e;
    }
  }

  private void work() {
    try {
      serve();
    } catch (IOException | RuntimeException | Error e) {
      failure.set(e);
      log.error("the producer ends", e);
    } finally {
      ended.countDown();
    }
  }

  private void serve() throws IOException {
    CurrentArticles articles = new CurrentArticles(topics);
    try (articles;
        Fetching fetching = new Fetching(settings.fetching(), clock);
        ProducerMetrics metrics = new ProducerMetrics(instance)) {
      FeedPoll poll =
          new FeedPoll(
              fetching.web(),
              new FolderFeed(settings.feedFolders()),
              new PollSchedule(new SplittableRandom()),
              fetching.threads(),
              clock);
      Closeable taking = takeArticles(articles, metrics);
      try (taking) {
        while (mayRun()) {
          runSession(articles, poll, metrics);
        }
      }
    }
  }

  private Closeable takeArticles(CurrentArticles articles, ProducerMetrics metrics) {
    if (endpoint.isEmpty()) {
      return () -> {};
    }
    ArticlesEndpoint taking =
        new ArticlesEndpoint(endpoint.get(), topics, clock, articles, metrics::answered);
    taking.start();
    return taking::close;
  }

  /** What fails in Kafka may pass; all that counts is in Kafka, and read again. */
  private void runSession(CurrentArticles articles, FeedPoll poll, ProducerMetrics metrics) {
    try (FeedSession session =
        new FeedSession(topics, instance, settings.instance(), articles, poll, metrics, clock)) {
      session.run(this::mayRun);
    } catch (KafkaException | PublishException e) {
      log.error("lost touch with Kafka; trying again in {}", PAUSE_AFTER_FAILURE, e);
      pause();
    }
  }

  private void pause() {
    try {
      boolean closed = closing.await(PAUSE_AFTER_FAILURE.toSeconds(), TimeUnit.SECONDS);
      log.info(closed ? "closed while waiting for Kafka" : "trying again");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      closing.countDown();
    }
  }

  private boolean mayRun() {
    return closing.getCount() > 0;
  }
}
