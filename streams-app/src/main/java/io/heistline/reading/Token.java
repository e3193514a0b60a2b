package io.heistline.reading;

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
 */
record Token(
    String text,
    String lower,
    int start,
    int end,
    Form form,
    boolean isCapitalised,
    Senses senses) {

  private static final Senses MONTH = Senses.of(Sense.MONTH);

  /** What a token looks like. */
  enum Form {
    WORD,
    NUMBER,
    /** The 's or ' of a possessive. */
    POSSESSIVE,
    MARK
  }

  /** The token that stands in a text from start to before end. */
  static Token of(String text, int start, int end, Form form) {
    if (form != Form.WORD) {
      String mark = text.substring(start, end);
      return new Token(mark, mark, start, end, form, false, Senses.NONE);
    }
    Lexicon.Word known = Sense.find(text, start, end);
    if (known != null && text.startsWith(known.lower(), start)) {
      boolean digit = Text.isDigit(text.charAt(start));
      return word(known.lower(), known.lower(), start, digit, known.senses());
    }
    String word = text.substring(start, end);
    boolean capitalised = isCapitalised(word);
    return known != null
        ? word(word, known.lower(), start, capitalised, known.senses())
        : word(word, Text.lower(word), start, capitalised, Senses.NONE);
  }

  private static Token word(
      String text, String lower, int start, boolean capitalised, Senses senses) {
    Senses here = senses;
    if (lower.equals("may")) {
      here = text.equals("May") ? MONTH : senses.without(MONTH);
    }
    return new Token(text, lower, start, start + text.length(), Form.WORD, capitalised, here);
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

  private static boolean isCapitalised(String word) {
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (Character.isUpperCase(c) || (i == 0 && Text.isDigit(c))) {
        return true;
      }
    }
    return false;
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
