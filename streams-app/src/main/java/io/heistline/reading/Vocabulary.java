package io.heistline.reading;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All words that tell the reader anything: those of {@link Sense}, those that {@link VictimWeights}
 * weighs, small words and currencies, numbered. A word is looked up once, when a text is cut into
 * tokens; what is known of it is found by its number from then on, see {@link WordTable}.
 */
final class Vocabulary {
  private static final Lexicon WORDS = words();

  private Vocabulary() {}

  /** The word that some letters in lower case make, if it is here. */
  static Lexicon.@Nullable Word find(char[] letters, int from, int to) {
    return WORDS.find(letters, from, to);
  }

  static Lexicon.@Nullable Word find(String lower) {
    return find(lower.toCharArray(), 0, lower.length());
  }

  /** How many words there are; their numbers begin at 0. */
  static int size() {
    return WORDS.size();
  }

  private static Lexicon words() {
    Map<String, Senses> words = new HashMap<>(Sense.words());
    Stream.of(Language.ENGLISH, Language.FOREIGN, Units.CURRENCIES)
        .flatMap(Text::words)
        .map(Text::lower)
        .forEach(word -> words.putIfAbsent(word, Senses.NONE));
    VictimWeights.weighedWords().forEach(word -> words.putIfAbsent(word, Senses.NONE));
    Map<Senses, Senses> shared = new HashMap<>(); // few, and so at hand
    words.replaceAll((word, senses) -> shared.computeIfAbsent(senses, same -> same));
    return new Lexicon(words);
  }
}
