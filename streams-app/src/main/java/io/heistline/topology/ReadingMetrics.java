package io.heistline.topology;

import io.heistline.reading.Reading;
import io.heistline.reading.Reading.Limit;
import io.heistline.reading.Reading.Skipped;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.common.metrics.Sensor;
import org.apache.kafka.common.metrics.Sensor.RecordingLevel;
import org.apache.kafka.streams.StreamsMetrics;

/**
 * Counts the versions of articles of which all or some was not read: {@code not-english-total},
 * {@code limit-body-total} and so on, each with a rate a second beside it, in the group {@code
 * stream-reading-metrics}, one of each a thread.
 */
final class ReadingMetrics {
  private final Map<Limit, Sensor> limits = new EnumMap<>(Limit.class);
  private final Map<Skipped, Sensor> skipped = new EnumMap<>(Skipped.class);

  ReadingMetrics(StreamsMetrics metrics) {
    for (Limit limit : Limit.values()) {
      limits.put(limit, sensor(metrics, "limit-" + limit));
    }
    for (Skipped why : Skipped.values()) {
      skipped.put(why, sensor(metrics, why.toString()));
    }
  }

  private static Sensor sensor(StreamsMetrics metrics, String name) {
    String operation = name.toLowerCase(Locale.ROOT).replace('_', '-');
    return metrics.addRateTotalSensor("reading", "articles", operation, RecordingLevel.INFO);
  }

  void count(Reading reading) {
    limits.forEach((limit, sensor) -> record(sensor, reading.limits().contains(limit)));
    skipped.forEach(
        (why, sensor) -> record(sensor, reading.skipped().stream().anyMatch(why::equals)));
  }

  private static void record(Sensor sensor, boolean happened) {
    if (happened) {
      sensor.record();
    }
  }
}
