package io.heistline.app;

import io.heistline.monitor.Engine;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.streams.KafkaStreams;

/** The topology of this process, by its own metrics. */
final class StreamsEngine implements Engine {
  private static final String LAG = "records-lag";
  private static final String READING = "stream-reading-metrics";
  private static final String TOTAL = "-total";

  private final KafkaStreams streams;

  StreamsEngine(KafkaStreams streams) {
    this.streams = streams;
  }

  @Override
  public Status status() {
    KafkaStreams.State state = streams.state();
    boolean failed =
        state == KafkaStreams.State.ERROR
            || state == KafkaStreams.State.PENDING_ERROR
            || state == KafkaStreams.State.NOT_RUNNING;
    return new Status(state.name(), lag(), failed);
  }

  private long lag() {
    double lag = 0;
    for (Map.Entry<MetricName, ? extends Metric> metric : streams.metrics().entrySet()) {
      MetricName name = metric.getKey();
      if (name.name().equals(LAG) && name.tags().containsKey("partition")) {
        lag += number(metric.getValue());
      }
    }
    return Math.round(lag);
  }

  @Override
  public Map<String, Double> unread() {
    Map<String, Double> unread = new TreeMap<>();
    for (Map.Entry<MetricName, ? extends Metric> metric : streams.metrics().entrySet()) {
      MetricName name = metric.getKey();
      if (name.group().equals(READING) && name.name().endsWith(TOTAL)) {
        String reason = name.name().substring(0, name.name().length() - TOTAL.length());
        unread.merge(reason, number(metric.getValue()), Double::sum);
      }
    }
    return unread;
  }

  /** Some metrics are NaN before the first record. */
  private static double number(Metric metric) {
    return metric.metricValue() instanceof Number number && Double.isFinite(number.doubleValue())
        ? number.doubleValue()
        : 0;
  }
}
