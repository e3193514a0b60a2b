package io.heistline.reading;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Words and their senses, found in a text without cutting them out of it: of an article's words
 * most are here, and each is looked up. So a word is compared where it stands, in any case, and a
 * token of it shares its characters.
 */
final class Lexicon {
  /** Slots a word; the fewer words share one, the sooner it is clear that a word is not here. */
  private static final int SLOTS_A_WORD = 4;

  /** From a capital to its small letter, in ASCII. */
  private static final int TO_SMALL = 'a' - 'A';

  private final @Nullable Word[] slots;

  /**
   * A word.
   *
   * @param lower in lower case
   * @param senses what it may mean, see {@link Sense}
   */
  record Word(String lower, Senses senses) {}

  /** The words of a map from lower case to senses. */
  Lexicon(Map<String, Senses> words) {
    slots = new @Nullable Word[Integer.highestOneBit(Math.max(1, words.size()) * SLOTS_A_WORD) * 2];
    words.forEach(
        (lower, senses) -> {
          int slot = slot(lower.hashCode());
          while (slots[slot] != null) {
            slot = next(slot);
          }
          slots[slot] = new Word(lower, senses);
        });
  }

  /** The word that stands in a text from one offset to before another, in any case. */
  @Nullable Word find(String text, int from, int to) {
    int hash = 0; // of the word in lower case, as String has it
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (c >= 0x80) {
        String lower = Text.lower(text.substring(from, to));
        return find(lower.hashCode(), lower, 0, lower.length());
      }
      hash = 31 * hash + lower(c);
    }
    return find(hash, text, from, to);
  }

  private @Nullable Word find(int hash, String text, int from, int to) {
    for (int slot = slot(hash); ; slot = next(slot)) {
      Word word = slots[slot];
      if (word == null || isHere(word.lower(), text, from, to)) {
        return word;
      }
    }
  }

  private static boolean isHere(String lower, String text, int from, int to) {
    if (lower.length() != to - from) {
      return false;
    }
    for (int i = 0; i < lower.length(); i++) {
      if (lower.charAt(i) != lower(text.charAt(from + i))) {
        return false;
      }
    }
    return true;
  }

  private static char lower(char c) {
    return c >= 'A' && c <= 'Z' ? (char) (c + TO_SMALL) : c;
  }

  private int slot(int hash) {
    return (hash ^ (hash >>> 16)) & (slots.length - 1);
  }

  private int next(int slot) {
    return (slot + 1) & (slots.length - 1);
  }
}
