package io.heistline.reading;

import java.util.function.IntConsumer;

/** A set of {@link Cue cues}. */
final class CueSet {
  private final long[] bits = new long[(Cue.count() + Long.SIZE - 1) / Long.SIZE];

  void add(int cue) {
    bits[cue / Long.SIZE] |= 1L << cue;
  }

  void addIf(boolean holds, int cue) {
    if (holds) {
      add(cue);
    }
  }

  void addAll(CueSet others) {
    for (int i = 0; i < bits.length; i++) {
      bits[i] |= others.bits[i];
    }
  }

  /** Adds the cues that are in both of two sets. */
  void addCommon(CueSet a, CueSet b) {
    for (int i = 0; i < bits.length; i++) {
      bits[i] |= a.bits[i] & b.bits[i];
    }
  }

  boolean has(int cue) {
    return (bits[cue / Long.SIZE] & (1L << cue)) != 0;
  }

  /** Hands each cue on, in order of number. */
  void forEach(IntConsumer consumer) {
    for (int i = 0; i < bits.length; i++) {
      for (long rest = bits[i]; rest != 0; rest &= rest - 1) {
        consumer.accept(i * Long.SIZE + Long.numberOfTrailingZeros(rest));
      }
    }
  }
}
