package io.heistline.reading;

/** A set of {@link Sense senses}. */
record Senses(long low, long high) {
  static final Senses NONE = new Senses(0, 0);

  static Senses of(Sense... senses) {
    Senses all = NONE;
    for (Sense sense : senses) {
      all = all.with(one(sense));
    }
    return all;
  }

  @SuppressWarnings("EnumOrdinal") // the position is the bit, and is stored nowhere
  private static Senses one(Sense sense) {
    int bit = sense.ordinal();
    return bit < Long.SIZE ? new Senses(1L << bit, 0) : new Senses(0, 1L << bit);
  }

  @SuppressWarnings("EnumOrdinal") // see of
  boolean has(Sense sense) {
    int bit = sense.ordinal();
    return ((bit < Long.SIZE ? low : high) & (1L << bit)) != 0;
  }

  boolean isEmpty() {
    return (low | high) == 0;
  }

  boolean hasAny(Senses others) {
    return ((low & others.low) | (high & others.high)) != 0;
  }

  Senses with(Senses others) {
    return new Senses(low | others.low, high | others.high);
  }

  Senses without(Senses others) {
    return new Senses(low & ~others.low, high & ~others.high);
  }
}
