package io.heistline.reading;

import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Words and their senses, found in a text without cutting them out of it: of an article's words
 * most are here, and each is looked up. So a word is compared where it stands, and a token of it
 * shares its characters.
 */
final class Lexicon {
  /** Slots a word; the fewer words share one, the sooner it is clear that a word is not here. */
  private static final int SLOTS_A_WORD = 2;

  /** Of each slot's word, and 0 of none: most words are told from others by it alone. */
  private final int[] hashes;

  private final @Nullable Word[] slots;
  private final int size;

  /**
   * A word.
   *
   * @param lower in lower case
   * @param letters of it
   * @param senses what it may mean, see {@link Sense}
   * @param number its own, from 0
   */
  @SuppressWarnings("ArrayRecordComponent") // compared with a text, and never changed
  record Word(String lower, char[] letters, Senses senses, int number) {}

  /** The words of a map from lower case to senses. */
  Lexicon(Map<String, Senses> words) {
    hashes = new int[Integer.highestOneBit(Math.max(1, words.size()) * SLOTS_A_WORD) * 2];
    slots = new @Nullable Word[hashes.length];
    size = words.size();
    int number = 0;
    for (Map.Entry<String, Senses> word : words.entrySet()) {
      char[] letters = word.getKey().toCharArray();
      int hash = hash(letters, 0, letters.length);
      int slot = slot(hash);
      while (hashes[slot] != 0) {
        slot = next(slot);
      }
      hashes[slot] = hash;
      slots[slot] = new Word(word.getKey(), letters, word.getValue(), number++);
    }
  }

  /** How many words there are. */
  int size() {
    return size;
  }

  /** The word that some letters in lower case make, if it is here. */
  @Nullable Word find(char[] letters, int from, int to) {
    int hash = hash(letters, from, to);
    for (int slot = slot(hash); hashes[slot] != 0; slot = next(slot)) {
      Word word = slots[slot];
      if (hashes[slot] == hash
          && word != null
          && Arrays.equals(word.letters(), 0, word.letters().length, letters, from, to)) {
        return word;
      }
    }
    return null;
  }

  private static int hash(char[] letters, int from, int to) {
    int hash = 1;
    for (int i = from; i < to; i++) {
      hash = 31 * hash + letters[i];
    }
    return hash == 0 ? 1 : hash;
  }

  private int slot(int hash) {
    return (hash ^ (hash >>> 16)) & (slots.length - 1);
  }

  private int next(int slot) {
    return (slot + 1) & (slots.length - 1);
  }
}
