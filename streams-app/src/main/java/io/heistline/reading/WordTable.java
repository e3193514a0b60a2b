package io.heistline.reading;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Something for each of some words, found by the number that a token has of its word. */
final class WordTable<V> {
  private static final int HASHES = 1 << 16;

  private final List<@Nullable V> byNumber =
      new ArrayList<>(Collections.nCopies(Vocabulary.size(), null));

  /** Of words outside the vocabulary. */
  private final Map<String, V> others = new HashMap<>();

  /** Which words may stand there, by their hash: most do not, and this is small. */
  private final BitSet hashes = new BitSet(HASHES);

  /** What a word has; what is made for it if it had nothing. */
  V getOrPut(String word, Supplier<V> made) {
    V known = get(word);
    if (known != null) {
      return known;
    }
    V value = made.get();
    put(word, value);
    return value;
  }

  void put(String word, V value) {
    Lexicon.Word known = Vocabulary.find(word);
    if (known == null) {
      others.put(word, value);
      hashes.set(hash(word));
    } else {
      byNumber.set(known.number(), value);
    }
  }

  @Nullable V get(String word) {
    Lexicon.Word known = Vocabulary.find(word);
    return known == null ? others.get(word) : byNumber.get(known.number());
  }

  /** What a token's word has. */
  @Nullable V get(Token token) {
    if (token.isKnown()) {
      return byNumber.get(token.number());
    }
    boolean may = !others.isEmpty() && hashes.get(hash(token.lower()));
    return may ? others.get(token.lower()) : null;
  }

  private static int hash(String word) {
    int hash = word.hashCode();
    return (hash ^ (hash >>> 16)) & (HASHES - 1);
  }
}
