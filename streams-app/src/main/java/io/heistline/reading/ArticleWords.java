package io.heistline.reading;

import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How much an article's words weigh for its telling of a theft that happened to anybody, rather
 * than of flaws, arrests or advice. A word weighs once for each part of the article that it stands
 * in.
 */
final class ArticleWords {
  /** What every article has. */
  static final String ALWAYS = "article:always";

  /** Shorter words tell nothing. */
  private static final int LEAST_CHARS = 3;

  /** Sentences behind the title that say what an article is about. */
  private static final int LEDE_SENTENCES = 3;

  /**
   * The log-odds below which words tell of no theft: one to seven. Of 887 labelled articles with an
   * incident 21 lie below by weights that never saw them, and none by those that ship.
   */
  private static final double LEAST_TELLING = -2;

  private static final double[] NOTHING = {0, 0, 0};

  /** The parts of an article. */
  private enum Part {
    TITLE("article-title:"),
    LEDE("article-lede:"),
    BODY("article-body:");

    private final String prefix;

    Part(String prefix) {
      this.prefix = prefix;
    }
  }

  private static final Part[] PARTS = Part.values();

  private final double always;
  private final WordTable<Weighed> words = new WordTable<>();

  /**
   * A word.
   *
   * @param number its own, from 0
   * @param weights of it, by part
   */
  @SuppressWarnings("ArrayRecordComponent") // never changed, and added up for each word of a text
  private record Weighed(int number, double[] weights) {}

  private ArticleWords(double always, Map<String, double[]> weights) {
    this.always = always;
    int number = 0;
    for (Map.Entry<String, double[]> word : weights.entrySet()) {
      words.put(word.getKey(), new Weighed(number++, word.getValue()));
    }
  }

  /**
   * The words that a table weighs.
   *
   * @param table of cues, also of others
   */
  @SuppressWarnings("EnumOrdinal") // a place in an array of the same length
  static ArticleWords of(Map<String, Double> table) {
    Map<String, double[]> weights = new HashMap<>();
    table.forEach(
        (cue, weight) -> {
          for (Part part : Part.values()) {
            if (cue.startsWith(part.prefix)) {
              String word = cue.substring(part.prefix.length());
              weights.computeIfAbsent(word, w -> NOTHING.clone())[part.ordinal()] = weight;
            }
          }
        });
    return new ArticleWords(table.getOrDefault(ALWAYS, 0.0), weights);
  }

  /** Whether a cue of a table is one of these. */
  static boolean isCue(String cue) {
    for (Part part : Part.values()) {
      if (cue.startsWith(part.prefix)) {
        return true;
      }
    }
    return cue.equals(ALWAYS);
  }

  /** All cues of an article, to fit weights: {@code article-lede:stolen}. */
  static Set<String> in(List<Sentence> sentences) {
    Set<String> cues = new HashSet<>();
    cues.add(ALWAYS);
    for (int i = 0; i < sentences.size(); i++) {
      for (Token token : sentences.get(i).tokens()) {
        if (!isWeighed(token)) {
          continue;
        }
        for (Part part : Part.values()) {
          if (isIn(part, i)) {
            cues.add(part.prefix + token.lower());
          }
        }
      }
    }
    return cues;
  }

  private static boolean isIn(Part part, int sentence) {
    return switch (part) {
      case TITLE -> sentence == 0;
      case LEDE -> sentence > 0 && sentence <= LEDE_SENTENCES;
      case BODY -> sentence > 0;
    };
  }

  private static boolean isWeighed(Token token) {
    return token.isWord() && token.lower().length() >= LEAST_CHARS;
  }

  /** Whether an article is worth a search for victims, by its words. */
  boolean mayTell(List<Sentence> sentences) {
    return logOdds(sentences) >= LEAST_TELLING;
  }

  /** The log-odds that an article tells of a theft, by its words. */
  @SuppressWarnings("EnumOrdinal") // a place in an array of the same length
  double logOdds(List<Sentence> sentences) {
    double sum = always;
    BitSet seen = new BitSet();
    for (int i = 0; i < sentences.size(); i++) {
      for (Token token : sentences.get(i).tokens()) {
        Weighed word = isWeighed(token) ? words.get(token) : null;
        if (word == null) {
          continue;
        }
        for (Part part : PARTS) {
          int place = word.number() * NOTHING.length + part.ordinal();
          if (isIn(part, i) && !seen.get(place)) {
            seen.set(place);
            sum += word.weights()[part.ordinal()];
          }
        }
      }
    }
    return sum;
  }
}
