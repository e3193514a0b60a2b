package io.heistline.monitor;

import io.heistline.model.Feed;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;

/** Heistline's own metrics, for Prometheus. All begin with heistline_. */
final class MonitorMetrics implements AutoCloseable {
  /** From what one commit takes to what somebody would be woken for. */
  private static final Duration[] LATENCIES = {
    Duration.ofMillis(100),
    Duration.ofMillis(250),
    Duration.ofMillis(500),
    Duration.ofSeconds(1),
    Duration.ofSeconds(2),
    Duration.ofSeconds(5),
    Duration.ofSeconds(10),
    Duration.ofSeconds(30),
    Duration.ofMinutes(1),
    Duration.ofMinutes(5)
  };

  private static final Duration[] ANSWER_TIMES = {
    Duration.ofMillis(1),
    Duration.ofMillis(5),
    Duration.ofMillis(10),
    Duration.ofMillis(50),
    Duration.ofMillis(100),
    Duration.ofMillis(500),
    Duration.ofSeconds(1),
    Duration.ofSeconds(5)
  };

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final JvmGcMetrics collections = new JvmGcMetrics();
  private final Clock clock;
  private final Timer visible;
  private final Set<String> refusals = new TreeSet<>();

  MonitorMetrics(Clock clock) {
    this.clock = clock;
    visible =
        Timer.builder("heistline.latency")
            .description("From an article's (or other input's) commit to a total that shows it")
            .serviceLevelObjectives(LATENCIES)
            .register(registry);
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
    collections.bindTo(registry);
  }

  /** Where Kafka's own metrics go, too. */
  MeterRegistry registry() {
    return registry;
  }

  /** A total that rests on an input of this time, in milliseconds since 1970, can be seen now. */
  void visible(long timestamp) {
    visible.record(Duration.ofMillis(Math.max(0, clock.millis() - timestamp)));
  }

  /** Time of answers, by path as the routes have it and by status. */
  Timer answers(String path, int status) {
    return Timer.builder("heistline.http.answers")
        .description("Time to make an answer")
        .tags("path", path, "status", Integer.toString(status))
        .serviceLevelObjectives(ANSWER_TIMES)
        .register(registry);
  }

  void watch(ReadModel model) {
    gauge("heistline.articles", "Current articles", model, it -> it.articles().size());
    gauge("heistline.claims", "Current claims", model, it -> it.claims().size());
    gauge("heistline.incidents", "Incidents in the ledger", model, it -> it.incidents().size());
    gauge("heistline.actors", "Actors with totals", model, it -> it.totals().size());
    gauge("heistline.rulings", "Rulings in force", model, it -> it.rulings().size());
    gauge(
        "heistline.loss.usd",
        "Sum of the best losses of all incidents, in US dollars",
        model,
        it -> it.incidents().stream().mapToLong(each -> each.lossCents().orElse(0)).sum() / 100.0);
    for (FeedHealth health : FeedHealth.values()) {
      Gauge.builder("heistline.feeds", model, it -> count(it, health))
          .description("Feeds by health")
          .tags("health", health.name())
          .register(registry);
    }
    counter(
        "heistline.articles.seen",
        "Versions and withdrawals of articles read",
        model,
        ReadModel::articlesSeen);
    counter(
        "heistline.monitor.left.out",
        "Entries that the monitor had no room for",
        model,
        ReadModel::leftOut);
  }

  private static double count(ReadModel model, FeedHealth health) {
    return model.feeds().stream().filter(feed -> of(model, feed) == health).count();
  }

  private static FeedHealth of(ReadModel model, Feed feed) {
    return FeedHealth.of(feed, model.feedState(feed.getUrl()));
  }

  void watch(Freshness freshness, Iterable<String> topics) {
    gauge(
        "heistline.monitor.age.seconds",
        "Since the monitor was current; 0 while it is live",
        freshness,
        it -> it.standing().ageMs() / 1_000.0);
    for (Freshness.State state : Freshness.State.values()) {
      Gauge.builder(
              "heistline.monitor.state", freshness, it -> it.standing().state() == state ? 1 : 0)
          .description("1 for the state that the monitor's model is in")
          .tags("state", state.name())
          .register(registry);
    }
    for (String topic : topics) {
      Gauge.builder("heistline.topic.lag", freshness, it -> it.lag().getOrDefault(topic, 0L))
          .description("Records of a topic that the monitor has still to read")
          .tags("topic", topic)
          .register(registry);
    }
  }

  void watch(EventHub hub) {
    gauge("heistline.sse.clients", "Clients that listen to events", hub, EventHub::clients);
    gauge("heistline.sse.pending", "Changes that wait to be told", hub, EventHub::pending);
    counter("heistline.sse.sent", "Messages handed to clients", hub, EventHub::sent);
    counter("heistline.sse.dropped", "Clients that were too slow", hub, EventHub::dropped);
  }

  void watch(Engine engine) {
    gauge(
        "heistline.streams.lag",
        "Records that the topology has still to read",
        engine,
        it -> it.status().lag());
    gauge(
        "heistline.streams.failed",
        "1 if the topology will not go on by itself",
        engine,
        it -> it.status().failed() ? 1 : 0);
  }

  private <T> void gauge(String name, String what, T of, ToDoubleFunction<T> value) {
    Gauge.builder(name, of, value).description(what).register(registry);
  }

  private <T> void counter(String name, String what, T of, ToDoubleFunction<T> value) {
    FunctionCounter.builder(name, of, value).description(what).register(registry);
  }

  /** What Prometheus reads. */
  String scrape(ReadModel model, Engine engine) {
    refused(
        "dead-letter",
        model.deadLetters().byReason().keySet(),
        reason -> model.deadLetters().byReason().getOrDefault(reason, 0));
    Map<String, Double> unread = engine.unread();
    refused("unread", unread.keySet(), reason -> engine.unread().getOrDefault(reason, 0.0));
    return registry.scrape();
  }

  /** Reasons come to be known as they happen. */
  private synchronized void refused(
      String how, Set<String> reasons, ToDoubleFunction<String> count) {
    for (String reason : reasons) {
      if (refusals.add(how + "/" + reason)) {
        FunctionCounter.builder("heistline.refusals", reason, count)
            .description("Records that were not, or not wholly, taken in")
            .tags(Tags.of("how", how, "reason", reason))
            .register(registry);
      }
    }
  }

  @Override
  public void close() {
    collections.close();
    registry.close();
  }
}
