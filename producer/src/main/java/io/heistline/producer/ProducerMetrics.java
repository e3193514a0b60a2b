package io.heistline.producer;

import io.heistline.fetching.FetchProblem;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntSupplier;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.common.metrics.Gauge;
import org.apache.kafka.common.metrics.JmxReporter;
import org.apache.kafka.common.metrics.KafkaMetricsContext;
import org.apache.kafka.common.metrics.MetricConfig;
import org.apache.kafka.common.metrics.Metrics;
import org.apache.kafka.common.metrics.Sensor;
import org.apache.kafka.common.metrics.stats.CumulativeSum;
import org.apache.kafka.common.utils.Time;

/**
 * What this instance does, as JMX metrics: heistline.producer:type=feeds,instance=NAME counts
 * polls, articles, refusals and how the feeds stand; type=feed-problems,reason=NAME counts failed
 * polls by reason; type=article-requests,status=CODE counts what was answered to who hands in
 * articles over HTTP. Each feed's own figures are in the topic of the states.
 */
final class ProducerMetrics implements AutoCloseable {
  private static final String GROUP = "feeds";

  private final Metrics metrics =
      new Metrics(
          new MetricConfig(),
          List.of(new JmxReporter()),
          Time.SYSTEM,
          new KafkaMetricsContext("heistline.producer"));

  private final String instance;
  private final Sensor polls;
  private final Sensor articles;
  private final Sensor refusals;
  private final Map<FetchProblem, Sensor> problems = new EnumMap<>(FetchProblem.class);
  private final Map<Integer, Sensor> answers = new ConcurrentHashMap<>();
  private volatile FeedTable.Census census = new FeedTable.Census(0, 0, 0, 0);
  private volatile int reading;

  ProducerMetrics(String instance) {
    this.instance = instance;
    this.polls = count("polls-total", "polls that were published, with or without success");
    this.articles = count("articles-total", "articles published, new and edited");
    this.refusals = count("refusals-total", "items refused");
    for (FetchProblem problem : FetchProblem.values()) {
      problems.put(problem, count(problem));
    }
    gauge("feeds", "feeds of this instance", () -> census.feeds());
    gauge("failing", "feeds whose last poll failed", () -> census.failing());
    gauge("retired", "feeds that are gone for good", () -> census.retired());
    gauge("paused", "feeds that are paused", () -> census.paused());
    gauge("reading", "feeds being read", () -> reading);
  }

  void published(FeedPoll.Outcome outcome) {
    polls.record(1);
    int refused =
        (int) outcome.submissions().stream().filter(Submission.Refused.class::isInstance).count();
    articles.record(outcome.submissions().size() - refused);
    refusals.record(refused);
    outcome
        .next()
        .getProblem()
        .map(FetchProblem::valueOf)
        .map(problems::get)
        .ifPresent(failures -> failures.record(1));
  }

  /** A request of who hands in articles was answered with this status. */
  void answered(int status) {
    answers.computeIfAbsent(status, this::countAnswers).record(1);
  }

  void stand(FeedTable.Census now, int beingRead) {
    census = now;
    reading = beingRead;
  }

  private Sensor count(String name, String description) {
    return sensor(name, metrics.metricName(name, GROUP, description, Map.of("instance", instance)));
  }

  private Sensor count(FetchProblem problem) {
    return sensor(
        problem.name(),
        metrics.metricName(
            "failures-total",
            "feed-problems",
            "polls that failed for this reason",
            Map.of("instance", instance, "reason", problem.name())));
  }

  private Sensor countAnswers(int status) {
    String code = Integer.toString(status);
    return sensor(
        "answers-" + code,
        metrics.metricName(
            "requests-total",
            "article-requests",
            "requests answered with this status",
            Map.of("instance", instance, "status", code)));
  }

  private Sensor sensor(String name, MetricName metric) {
    Sensor sensor = metrics.sensor(name);
    sensor.add(metric, new CumulativeSum());
    return sensor;
  }

  private void gauge(String name, String description, IntSupplier value) {
    metrics.addMetric(
        metrics.metricName(name, GROUP, description, Map.of("instance", instance)),
        (Gauge<Integer>) (config, now) -> value.getAsInt());
  }

  @Override
  public void close() {
    metrics.close();
  }
}
