package io.heistline.monitor;

import io.heistline.topics.Topics;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The monitor: a read model of the output topics, and HTTP in front of it. */
public final class Monitor implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Monitor.class);

  /** Between two times that changes are told, in milliseconds: at once, for who looks. */
  private static final long TICK_MS = 250;

  /** Between two signs of life on an idle connection, in seconds. */
  private static final long PING_S = 15;

  private final Freshness freshness;
  private final MonitorMetrics metrics;
  private final ReadModel model;
  private final ArticleTexts texts;
  private final EventHub hub;
  private final Follower follower;
  private final HttpServer server;
  private final ScheduledExecutorService clockwork =
      Executors.newSingleThreadScheduledExecutor(Monitor::clockworkThread);

  /**
   * @param engine the topology beside it
   * @param desk where posted rulings go
   * @param deliveries how telling others stands
   * @param more metrics of others that are shown, too
   */
  public Monitor(
      Topics topics,
      MonitorSettings settings,
      Engine engine,
      RulingDesk desk,
      Deliveries deliveries,
      List<MeterBinder> more,
      Clock clock) {
    freshness = new Freshness(clock);
    metrics = new MonitorMetrics(clock);
    model = new ReadModel(topics, this::changed, this::visible);
    texts = new ArticleTexts(topics);
    LedgerAnswers ledger = new LedgerAnswers(model, freshness, texts);
    hub = new EventHub(ledger::event, clock.millis());
    follower = new Follower(topics.settings(), model.followed(), freshness, clock);
    StateAnswers state =
        new StateAnswers(
            model, freshness, engine, deliveries, new Pace(clock), ledger, follower::standing);
    Routes routes =
        new Routes(
            model,
            ledger,
            state,
            desk,
            settings.token(),
            () -> metrics.scrape(model, engine),
            openApi(),
            clock);
    server = new HttpServer(settings, door(routes, settings));
    watch(engine, more);
  }

  private HttpDoor door(Routes routes, MonitorSettings settings) {
    try {
      return new HttpDoor(
          routes.all(),
          model,
          freshness,
          hub,
          new Site(),
          metrics::answers,
          HttpDoor.hostsOf(settings.host()));
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "%s is '%s', which is no address of this machine"
              .formatted(MonitorSettings.HOST, settings.host()),
          e);
    }
  }

  private static Answer openApi() {
    try (InputStream in =
        Objects.requireNonNull(Monitor.class.getResourceAsStream("openapi.json"))) {
      return Answer.of(200, Answer.JSON, in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void watch(Engine engine, List<MeterBinder> more) {
    metrics.watch(model);
    metrics.watch(freshness, model.followed().stream().map(Followed::topic).toList());
    metrics.watch(hub);
    metrics.watch(engine);
    more.forEach(binder -> binder.bindTo(metrics.registry()));
  }

  /** What is read at the start is no news. */
  private void changed(Change change) {
    if (freshness.hasCaughtUp()) {
      hub.changed(change);
    }
  }

  private void visible(long timestamp) {
    if (freshness.hasCaughtUp()) {
      metrics.visible(timestamp);
    }
  }

  /**
   * Listens and reads; returns at once.
   *
   * @throws IllegalStateException if the port cannot be listened on
   */
  public void start() {
    server.start();
    follower.start();
    every(
        TICK_MS,
        () -> {
          model.tick();
          hub.tick();
        });
    every(TimeUnit.SECONDS.toMillis(PING_S), hub::ping);
    log.info("the monitor listens on port {}", server.port());
  }

  @SuppressWarnings("FutureReturnValueIgnored") // the task keeps what it throws to itself
  private void every(long millis, Runnable task) {
    clockwork.scheduleWithFixedDelay(
        () -> {
          try {
            task.run();
          } catch (RuntimeException e) {
            log.error("events could not be told; the next ones will be", e);
          }
        },
        millis,
        millis,
        TimeUnit.MILLISECONDS);
  }

  private static Thread clockworkThread(Runnable task) {
    Thread thread = new Thread(task, "monitor-events");
    thread.setDaemon(true);
    return thread;
  }

  /** The port that it listens on. */
  public int port() {
    return server.port();
  }

  @Override
  public void close() {
    clockwork.shutdownNow();
    hub.close();
    server.close();
    follower.close();
    texts.close();
    metrics.close();
  }
}
