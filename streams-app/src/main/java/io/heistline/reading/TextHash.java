package io.heistline.reading;

import java.util.List;
import java.util.Optional;

/**
 * A SimHash of a text: each run of three words votes on all 64 bits, so that copies of one text
 * with another headline or a word changed here and there differ in a few bits only.
 */
final class TextHash {
  /** Words that make one feature: fewer are common to all texts, more break at every change. */
  private static final int RUN = 3;

  /** A text of fewer words has too few runs for its bits to tell anything. */
  static final int FEWEST_WORDS = 30;

  private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;

  private final int[] votes = new int[Long.SIZE];
  private final long[] run = new long[RUN];
  private int words;

  private TextHash() {}

  /** The hash of a text that stands in pieces; empty if it is too short. */
  static Optional<Long> of(List<String> pieces) {
    TextHash hash = new TextHash();
    pieces.forEach(hash::read);
    return hash.words < FEWEST_WORDS ? Optional.empty() : Optional.of(hash.bits());
  }

  private void read(String piece) {
    long word = 0;
    for (char c : Text.lower(piece.toCharArray())) {
      if (Text.isLetterOrDigit(c)) {
        word = mix(word + c + 1);
      } else if (word != 0) {
        add(word);
        word = 0;
      }
    }
    if (word != 0) {
      add(word);
    }
  }

  private void add(long word) {
    run[words++ % RUN] = word;
    if (words < RUN) {
      return;
    }
    long feature = 0;
    for (int i = 0; i < RUN; i++) {
      feature = mix(feature + run[(words + i) % RUN]);
    }
    for (int bit = 0; bit < Long.SIZE; bit++) {
      votes[bit] += (feature >>> bit & 1) == 1 ? 1 : -1;
    }
  }

  private long bits() {
    long bits = 0;
    for (int bit = 0; bit < Long.SIZE; bit++) {
      bits |= votes[bit] > 0 ? 1L << bit : 0;
    }
    return bits;
  }

  private static long mix(long value) {
    long mixed = value * MULTIPLIER;
    mixed = (mixed ^ mixed >>> 32) * MULTIPLIER;
    return mixed ^ mixed >>> 29;
  }
}
