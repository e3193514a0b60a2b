package io.heistline.reading;

/**
 * A word, number or mark of a text.
 *
 * @param text as it stands there
 * @param lower in lower case
 * @param start offset of its first character in the main text
 * @param end offset behind its last character
 * @param form what it looks like
 * @param senses what it may mean, see {@link Sense#of}
 */
record Token(String text, String lower, int start, int end, Form form, long senses) {

  /** What a token looks like. */
  enum Form {
    WORD,
    NUMBER,
    /** The 's or ' of a possessive. */
    POSSESSIVE,
    MARK
  }

  static Token of(String text, int start, Form form) {
    String lower = form == Form.WORD ? Text.lower(text) : text;
    long senses = form == Form.WORD ? Sense.of(lower) : 0L;
    if (lower.equals("may")) {
      senses = text.equals("May") ? Sense.MONTH.bit() : senses & ~Sense.MONTH.bit();
    }
    return new Token(text, lower, start, start + text.length(), form, senses);
  }

  boolean is(Sense sense) {
    return (senses & sense.bit()) != 0;
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

  /** Whether it looks like a name or a part of one: "Axie", "bZx", "1inch"; not "axie". */
  boolean isCapitalised() {
    if (form != Form.WORD) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isUpperCase(c) || (i == 0 && c >= '0' && c <= '9')) {
        return true;
      }
    }
    return false;
  }

  /** Whether nothing but letters in capitals: "FBI". */
  boolean isAllCapitals() {
    return form == Form.WORD && text.length() > 1 && text.equals(Text.upper(text));
  }
}
