package io.heistline.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * The single words that weigh for or against a name's being a victim's, numbered: the same word is
 * another cue in the name, before it, behind it or anywhere in its sentence, and in a title. What
 * whole kinds of words tell is a {@link Cue}; here "sued" is told from "fined".
 */
final class WordCues {
  /** Words on either side of a name that are told from the rest of its sentence. */
  private static final int SIDE = 8;

  /** Shorter words tell nothing that a {@link Cue} does not. */
  private static final int LEAST_CHARS = 3;

  private static final Set<String> COMMON =
      Set.of(
          "the", "and", "for", "with", "was", "are", "were", "been", "that", "this", "its", "from",
          "has", "have", "had", "which", "who", "not", "but", "their", "they", "she", "his", "her");

  private static final int[] NOT_WEIGHED = numbers();

  private final WordTable<int[]> byWord = new WordTable<>();
  private final List<String> names = new ArrayList<>();
  private final boolean open;

  /** Where a word stands. */
  enum Place {
    /** In the name itself: "Zuzu Hospital". */
    OWN("own:"),
    LEFT("left:"),
    RIGHT("right:"),
    NEAR("near:"),
    TITLE_LEFT("title-left:"),
    TITLE_RIGHT("title-right:"),
    TITLE_NEAR("title-near:");

    private final String prefix;

    Place(String prefix) {
      this.prefix = prefix;
    }
  }

  private WordCues(boolean open) {
    this.open = open;
  }

  /** Numbers every word that it meets: to fit weights. */
  static WordCues open() {
    return new WordCues(true);
  }

  /** The words of the cues that are given by name; other names are left out. */
  static WordCues of(Collection<String> cues) {
    WordCues words = new WordCues(false);
    for (String cue : cues) {
      for (Place place : Place.values()) {
        if (cue.startsWith(place.prefix)) {
          words.add(place, cue.substring(place.prefix.length()));
        }
      }
    }
    return words;
  }

  /** Whether a cue of a table is one of these: {@code left:sued}. */
  static boolean isCue(String cue) {
    for (Place place : Place.values()) {
      if (cue.startsWith(place.prefix)) {
        return true;
      }
    }
    return false;
  }

  /** How many there are; their numbers begin at 0. */
  int count() {
    return names.size();
  }

  /** The name of a cue in the table of weights: {@code left:sued}. */
  String name(int number) {
    return names.get(number);
  }

  /** The names of all, in order of number. */
  List<String> names() {
    return List.copyOf(names);
  }

  @SuppressWarnings("EnumOrdinal") // a place in an array of the same length
  private static void set(BitSet cues, int[] word, Place place) {
    int number = word[place.ordinal()];
    if (number >= 0) {
      cues.set(number);
    }
  }

  private int[] of(Token token) {
    if (!token.isWord() || token.lower().length() < LEAST_CHARS) {
      return NOT_WEIGHED;
    }
    int[] known = byWord.get(token);
    if (known == null && open && !COMMON.contains(token.lower())) {
      for (Place place : Place.values()) {
        add(place, token.lower());
      }
      return of(token);
    }
    return known == null ? NOT_WEIGHED : known;
  }

  @SuppressWarnings("EnumOrdinal") // a place in an array of the same length
  private void add(Place place, String word) {
    byWord.getOrPut(word, WordCues::numbers)[place.ordinal()] = names.size();
    names.add(place.prefix + word);
  }

  private static int[] numbers() {
    int[] none = new int[Place.values().length];
    Arrays.fill(none, -1);
    return none;
  }

  /** The words of a sentence. */
  OfSentence of(Sentence sentence) {
    return new OfSentence(sentence);
  }

  /** The words of one sentence. */
  final class OfSentence {
    private final int[][] words;
    private final boolean title;

    private OfSentence(Sentence sentence) {
      this.words = new int[sentence.size()][];
      for (int i = 0; i < words.length; i++) {
        words[i] = of(sentence.at(i));
      }
      this.title = sentence.style() == Sentence.Style.TITLE;
    }

    /**
     * Adds the cues of a name.
     *
     * @param span the name, or the list that it stands in
     * @param ordinary whether it is an ordinary word, too: then it tells nothing by itself
     */
    void addTo(BitSet cues, Name name, VictimCues.Span span, boolean ordinary) {
      add(cues, 0, name.from(), title ? Place.TITLE_NEAR : Place.NEAR);
      add(cues, name.to(), words.length, title ? Place.TITLE_NEAR : Place.NEAR);
      if (!ordinary) {
        add(cues, name.from(), name.to(), Place.OWN);
      }
      add(cues, span.from() - SIDE, span.from(), title ? Place.TITLE_LEFT : Place.LEFT);
      add(cues, span.to(), span.to() + SIDE, title ? Place.TITLE_RIGHT : Place.RIGHT);
    }

    private void add(BitSet cues, int from, int to, Place place) {
      for (int i = Math.max(0, from); i < Math.min(to, words.length); i++) {
        if (words[i] != NOT_WEIGHED) {
          set(cues, words[i], place);
        }
      }
    }
  }
}
