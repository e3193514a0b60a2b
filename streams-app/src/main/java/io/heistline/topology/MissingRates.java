package io.heistline.topology;

import io.heistline.model.Claim;
import io.heistline.valuing.Valuation;
import java.util.HashSet;
import java.util.Set;
import org.apache.kafka.common.metrics.Sensor;
import org.apache.kafka.streams.StreamsMetrics;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes visible that amounts stay without dollars for want of a rate: each missing rate is logged
 * once a task, and every such amount is counted in the metric unvalued-amounts-total.
 */
final class MissingRates {
  private static final Logger log = LoggerFactory.getLogger(MissingRates.class);

  /** Rates that are logged, a bound on memory; what more is missing is counted only. */
  private static final int MOST_LOGGED = 1_000;

  private final Sensor unvalued;
  private final Set<String> logged = new HashSet<>();

  MissingRates(StreamsMetrics metrics) {
    unvalued =
        metrics.addRateTotalSensor(
            "valuing", "claims", "unvalued-amounts", Sensor.RecordingLevel.INFO);
  }

  /** Takes note of what a claim lacks. */
  void note(Claim claim) {
    for (String key : Valuation.missing(claim)) {
      unvalued.record();
      if (logged.size() < MOST_LOGGED && logged.add(key)) {
        log.warn(
            "no rate for {}: claim {} keeps an amount without dollars; publish one under that key",
            key,
            claim.getId());
      }
    }
  }
}
