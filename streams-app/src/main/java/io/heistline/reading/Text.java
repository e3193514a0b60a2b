package io.heistline.reading;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;

/** Small matters of characters. */
final class Text {
  /** From a capital to its small letter, in ASCII. */
  private static final int TO_SMALL = 'a' - 'A';

  private Text() {}

  /** What stands between white space. */
  static Stream<String> words(String lines) {
    return Arrays.stream(lines.strip().split("\\s+"));
  }

  static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  /** Each character in lower case, where it stands. */
  static char[] lower(char[] text) {
    char[] lower = new char[text.length];
    for (int i = 0; i < text.length; i++) {
      char c = text[i];
      boolean capital = c >= 'A' && c <= 'Z';
      boolean plain = c < 0x80 || isPunctuation(c);
      lower[i] = plain ? (char) (capital ? c + TO_SMALL : c) : Character.toLowerCase(c);
    }
    return lower;
  }

  /** Quotation marks, dashes and the like. */
  private static boolean isPunctuation(char c) {
    return c >= '\u2010' && c <= '\u2027';
  }

  static String upper(String text) {
    return text.toUpperCase(Locale.ROOT);
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  static boolean isLetterOrDigit(char c) {
    if (c >= 0x80) {
      return Character.isLetterOrDigit(c);
    }
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || isDigit(c);
  }

  static boolean isApostrophe(char c) {
    return c == '\'' || c == '\u2019' || c == '\u02BC';
  }
}
