package io.heistline.reading;

import java.util.ArrayList;
import java.util.List;

/**
 * A person's name: two to four words, as names are written.
 *
 * @param from first token
 * @param to behind the last token
 * @param text as the article writes it
 */
record PersonName(int from, int to, String text) {
  private static final int MAX_WORDS = 4;

  /** A word that means any of these is no part of a person's name. */
  private static final Senses NO_PERSON =
      Senses.of(
          Sense.NO_NAME,
          Sense.PLACE,
          Sense.ORG,
          Sense.GANG,
          Sense.CULPRIT,
          Sense.MALWARE,
          Sense.EVENT,
          Sense.NAME_PART,
          Sense.MONTH,
          Sense.WEEKDAY,
          Sense.DETERMINER,
          Sense.CONJUNCTION,
          Sense.TITLE_OF_PERSON,
          Sense.CHARGE,
          Sense.BE);

  /** The persons' names of a sentence, in order; the names of what is known are none. */
  static List<PersonName> in(Sentence sentence, List<Name> names) {
    List<PersonName> found = new ArrayList<>();
    int i = 0;
    for (Name name : names) {
      if (!name.isUnknown()) {
        addAll(sentence, i, name.from(), found);
        i = name.to();
      }
    }
    addAll(sentence, i, sentence.size(), found);
    return found;
  }

  private static void addAll(Sentence sentence, int from, int to, List<PersonName> found) {
    int i = from;
    while (i < to) {
      int end = i;
      int words = 0;
      while (end < to && (isWord(sentence.at(end)) || isLink(sentence, end, i))) {
        words += isWord(sentence.at(end)) ? 1 : 0;
        end++;
      }
      if (words >= 2 && words <= MAX_WORDS) {
        found.add(new PersonName(i, end, sentence.words(i, end)));
      }
      i = Math.max(end, i + 1);
    }
  }

  /** "Doe", "McDoe", "O'Doe"; not "FBI", "Bitcoin", "Monday". */
  private static boolean isWord(Token token) {
    String text = token.text();
    if (!token.isWord() || text.length() < 2 || token.senses().hasAny(NO_PERSON)) {
      return false;
    }
    return Character.isUpperCase(text.charAt(0))
        && Character.isLowerCase(text.charAt(text.length() - 1))
        && text.indexOf('.') < 0
        && !Text.isDigit(text.charAt(1));
  }

  /** The "Q." of "Jane Q. Doe", the hyphen of "Jane Smith-Doe", the "van" of "Jane van Doe". */
  private static boolean isLink(Sentence sentence, int i, int start) {
    if (i == start) {
      return false;
    }
    Token token = sentence.at(i);
    boolean initial = token.isWord() && token.text().length() == 1 && token.isCapitalised();
    boolean dot = token.is(".") && sentence.at(i - 1).text().length() == 1;
    boolean hyphen = token.is("-") && token.start() == sentence.at(i - 1).end();
    boolean particle = token.isOneOf("van", "von", "de", "der", "den", "al", "el", "bin", "da");
    return (initial && (isWord(sentence.at(i + 1)) || sentence.at(i + 1).is(".")))
        || ((dot || hyphen || particle) && isWord(sentence.at(i + 1)));
  }
}
