package io.heistline.reading;

import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;

/** Words, kept by the number that a token has of its word. */
final class WordSet {
  private final BitSet numbers = new BitSet();

  /** Words outside the vocabulary. */
  private final Set<String> others = new HashSet<>();

  void add(Token token) {
    if (token.isKnown()) {
      numbers.set(token.number());
    } else {
      others.add(token.lower());
    }
  }

  boolean contains(Token token) {
    return token.isKnown() ? numbers.get(token.number()) : others.contains(token.lower());
  }
}
