package io.heistline.reading;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * A word, number or mark of a text.
 *
 * @param text as it stands there
 * @param lower in lower case
 * @param start offset of its first character in the main text
 * @param end offset behind its last character
 * @param form what it looks like
 * @param isCapitalised whether it looks like a name or a part of one: "Axie", "bZx", "1inch"; not
 *     "axie"
 * @param senses what it may mean, see {@link Sense}
 * @param number of its word in the {@link Vocabulary}, or -1
 */
record Token(
    String text,
    String lower,
    int start,
    int end,
    Form form,
    boolean isCapitalised,
    Senses senses,
    int number) {

  private static final int UNKNOWN = -1;

  /** A mark beyond either end of a sentence. */
  static final Token NOTHING = new Token("", "", 0, 0, Form.MARK, false, Senses.NONE, UNKNOWN);

  /** The marks of one ASCII character. */
  private static final String[] MARKS =
      IntStream.range(0, 0x80).mapToObj(c -> String.valueOf((char) c)).toArray(String[]::new);

  private static final Senses MONTH = Senses.of(Sense.MONTH);

  /** What a token looks like. */
  enum Form {
    WORD,
    NUMBER,
    /** The 's or ' of a possessive. */
    POSSESSIVE,
    MARK
  }

  /** A number, mark or possessive that stands in a text from start to before end. */
  static Token mark(char[] text, int start, int end, Form form) {
    String mark =
        end == start + 1 && text[start] < MARKS.length
            ? MARKS[text[start]]
            : new String(text, start, end - start);
    return new Token(mark, mark, start, end, form, false, Senses.NONE, UNKNOWN);
  }

  /**
   * A word that stands in a text from start to before end.
   *
   * @param small the same text in lower case, character by character
   */
  static Token word(char[] text, char[] small, int start, int end) {
    boolean capitals = !Arrays.equals(text, start, end, small, start, end);
    boolean capitalised = capitals || Text.isDigit(text[start]);
    Lexicon.Word known = Vocabulary.find(small, start, end);
    if (known == null) {
      String word = new String(text, start, end - start);
      String lower = capitals ? new String(small, start, end - start) : word;
      return new Token(word, lower, start, end, Form.WORD, capitalised, Senses.NONE, UNKNOWN);
    }
    String word = capitals ? new String(text, start, end - start) : known.lower();
    Senses senses = known.senses();
    if (senses.hasAny(MONTH) && known.lower().equals("may")) {
      senses = word.equals("May") ? MONTH : senses.without(MONTH);
    }
    return new Token(
        word, known.lower(), start, end, Form.WORD, capitalised, senses, known.number());
  }

  /** Whether its word stands in the {@link Vocabulary}. */
  boolean isKnown() {
    return number != UNKNOWN;
  }

  boolean is(Sense sense) {
    return senses.has(sense);
  }

  boolean is(String word) {
    return lower.equals(word);
  }

  boolean isOneOf(String... words) {
    for (String word : words) {
      if (lower.equals(word)) {
        return true;
      }
    }
    return false;
  }

  boolean isWord() {
    return form == Form.WORD;
  }

  boolean isNumber() {
    return form == Form.NUMBER;
  }

  boolean isPossessive() {
    return form == Form.POSSESSIVE;
  }

  /** Whether nothing but letters in capitals: "FBI". */
  boolean isAllCapitals() {
    if (form != Form.WORD || text.length() < 2) {
      return false;
    }
    char second = text.charAt(1);
    return (second < 'a' || second > 'z') && text.equals(Text.upper(text));
  }
}
