package io.heistline.reading;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * How much each cue weighs for or against a name's being a victim's: a logistic regression, fitted
 * to labelled articles. A table of cue and weight, one a line.
 */
final class VictimWeights {
  private static final String TABLE = "/reading/victim-weights.csv";

  /** The cue that every name has. */
  static final String ALWAYS = "always";

  /** The log-odds from which a name is a victim's: where precision and recall are in balance. */
  private static final double THRESHOLD = -0.2;

  private final Map<String, Double> weights;

  private VictimWeights(Map<String, Double> weights) {
    this.weights = weights;
  }

  /** The weights that ship. */
  static VictimWeights bundled() {
    Map<String, Double> weights = new HashMap<>();
    InputStream table = VictimWeights.class.getResourceAsStream(TABLE);
    if (table == null) {
      throw new IllegalStateException(TABLE + " is not on the class path");
    }
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(table, StandardCharsets.UTF_8))) {
      for (String line : (Iterable<String>) lines.lines()::iterator) {
        int comma = line.lastIndexOf(',');
        if (!line.startsWith("#")) {
          weights.put(line.substring(0, comma), Double.valueOf(line.substring(comma + 1)));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(TABLE + " cannot be read", e);
    }
    return new VictimWeights(weights);
  }

  boolean isVictim(Map<String, Double> cues) {
    return logOdds(cues) >= THRESHOLD;
  }

  /** The log-odds that a name with these cues is a victim's. */
  double logOdds(Map<String, Double> cues) {
    double sum = weights.getOrDefault(ALWAYS, 0.0);
    for (Map.Entry<String, Double> cue : cues.entrySet()) {
      Double weight = weights.get(cue.getKey());
      sum += weight == null ? 0 : weight * cue.getValue();
    }
    return sum;
  }
}
