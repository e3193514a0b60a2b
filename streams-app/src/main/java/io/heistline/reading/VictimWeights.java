package io.heistline.reading;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * How much each cue weighs for or against a name's being a victim's: a logistic regression, fitted
 * to labelled articles. A table of cue and weight, one a line.
 */
final class VictimWeights {
  private static final String TABLE = "/reading/victim-weights.csv";

  /** What the name of a cue ends in that holds in two sentences and more. */
  static final String AGAIN = "+";

  /** The cue that every name has. */
  static final String ALWAYS = "always";

  /**
   * The log-odds from which a name is a victim's: two to three. Who is missed costs as much as who
   * is wrongly named, and labels miss some, too.
   */
  static final double THRESHOLD = -0.4;

  /** The table that ships; without it no class of the reader can be loaded. */
  private static final Map<String, Double> BUNDLED = read();

  private final double always;
  private final double[] once;
  private final double[] again;
  private final double[] shares;
  private final WordCues words;
  private final double[] ofWords;
  private final ArticleWords articles;

  private VictimWeights(Map<String, Double> weights) {
    this.always = weights.getOrDefault(ALWAYS, 0.0);
    this.once = new double[Cue.count()];
    this.again = new double[Cue.count()];
    this.shares =
        VictimFeatures.SHARES.stream().mapToDouble(n -> weights.getOrDefault(n, 0.0)).toArray();
    this.words = WordCues.of(weights.keySet());
    this.articles = ArticleWords.of(weights);
    this.ofWords = words.names().stream().mapToDouble(n -> weights.getOrDefault(n, 0.0)).toArray();
    for (int cue = 0; cue < once.length; cue++) {
      once[cue] = weights.getOrDefault(Cue.name(cue), 0.0);
      again[cue] = weights.getOrDefault(Cue.name(cue) + AGAIN, 0.0);
    }
  }

  /** The words that the table that ships weighs, wherever they stand. */
  static Set<String> weighedWords() {
    Set<String> words = new HashSet<>();
    for (String cue : BUNDLED.keySet()) {
      if (WordCues.isCue(cue) || ArticleWords.isCue(cue)) {
        words.add(cue.substring(cue.indexOf(':') + 1));
      }
    }
    return words;
  }

  /**
   * The weights that ship.
   *
   * @throws IllegalStateException if the table weighs what is no cue
   */
  static VictimWeights bundled() {
    Set<String> unknown = new TreeSet<>(BUNDLED.keySet());
    unknown.removeAll(names());
    unknown.removeIf(cue -> ArticleWords.isCue(cue) || WordCues.isCue(cue));
    if (!unknown.isEmpty()) {
      throw new IllegalStateException(TABLE + " weighs what is no cue: " + unknown);
    }
    return new VictimWeights(BUNDLED);
  }

  private static Map<String, Double> read() {
    InputStream table = VictimWeights.class.getResourceAsStream(TABLE);
    if (table == null) {
      throw new IllegalStateException(TABLE + " is not on the class path");
    }
    Map<String, Double> weights = new HashMap<>();
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(table, StandardCharsets.UTF_8))) {
      for (String line : (Iterable<String>) lines.lines()::iterator) {
        if (!line.startsWith("#")) {
          int comma = line.lastIndexOf(',');
          weights.put(line.substring(0, comma), Double.valueOf(line.substring(comma + 1)));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(TABLE + " cannot be read", e);
    }
    return weights;
  }

  /** All that may be weighed. */
  private static Set<String> names() {
    Set<String> names = new HashSet<>(VictimFeatures.SHARES);
    names.add(ALWAYS);
    for (int cue = 0; cue < Cue.count(); cue++) {
      names.add(Cue.name(cue));
      names.add(Cue.name(cue) + AGAIN);
    }
    return names;
  }

  /** The single words that are weighed. */
  WordCues words() {
    return words;
  }

  /** The words that tell whether an article tells of a theft. */
  ArticleWords articles() {
    return articles;
  }

  boolean isVictim(VictimFeatures features) {
    return logOdds(features) >= THRESHOLD;
  }

  /** The log-odds that a name with these features is a victim's. */
  double logOdds(VictimFeatures features) {
    double[] sum = {always};
    features.once().forEach(cue -> sum[0] += once[cue]);
    features.again().forEach(cue -> sum[0] += again[cue]);
    for (int i = 0; i < shares.length; i++) {
      sum[0] += shares[i] * features.shares().get(i);
    }
    BitSet beside = features.words();
    for (int word = beside.nextSetBit(0); word >= 0; word = beside.nextSetBit(word + 1)) {
      sum[0] += ofWords[word];
    }
    return sum[0];
  }
}
