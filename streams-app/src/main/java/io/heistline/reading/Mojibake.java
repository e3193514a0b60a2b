package io.heistline.reading;

import java.nio.charset.Charset;

/**
 * Mends text whose UTF-8 was taken for Windows-1252: "the firm\u00E2\u20AC\u2122s" is "the firm's".
 * Only what cannot have been meant is mended: letters that stand for the bytes of one character.
 */
final class Mojibake {
  /** Letters that stand for the first byte of an accented letter, a quote or dash, an emoji. */
  private static final String LEADS = "\u00C2\u00C3\u00C4\u00C5\u00E2\u00F0";

  /** What is left of a closing quote, whose last byte means nothing in Windows-1252. */
  private static final String CUT_QUOTE = "\u00E2\u20AC";

  /** Marks that may close what ends with a capital: "\u2026 S\u00C3\u201D". */
  private static final String CLOSING = "\u2018\u2019\u201C\u201D\u2013\u2014\u2026";

  /** What Windows-1252 has where Latin-1 has control characters. */
  private static final int WINDOWS_FIRST = 0x80;

  private static final String WINDOWS = windows();

  /** Text may have been mistaken twice. */
  private static final int MAX_ROUNDS = 2;

  private Mojibake() {}

  private static String windows() {
    byte[] bytes = new byte[32];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (WINDOWS_FIRST + i);
    }
    return new String(bytes, Charset.forName("windows-1252"));
  }

  static String mend(String text) {
    String mended = text;
    for (int round = 0; round < MAX_ROUNDS && isSuspect(mended); round++) {
      mended = once(mended);
    }
    return mended;
  }

  private static boolean isSuspect(String text) {
    for (int i = 0; i < LEADS.length(); i++) {
      if (text.indexOf(LEADS.charAt(i)) >= 0) {
        return true;
      }
    }
    return false;
  }

  private static String once(String text) {
    StringBuilder mended = new StringBuilder(text.length());
    int i = 0;
    while (i < text.length()) {
      int character = characterAt(text, i);
      if (character > 0) {
        mended.appendCodePoint(character);
        i += length(text.charAt(i));
      } else if (text.startsWith(CUT_QUOTE, i)) {
        mended.append('\u201D');
        i += CUT_QUOTE.length();
      } else {
        mended.append(text.charAt(i++));
      }
    }
    return mended.toString();
  }

  /** The character whose bytes in UTF-8 stand here as letters; 0 if none does. */
  private static int characterAt(String text, int at) {
    int length = length(text.charAt(at));
    if (length == 0 || at + length > text.length()) {
      return 0;
    }
    int character = text.charAt(at) & (0x7F >> length);
    for (int i = at + 1; i < at + length; i++) {
      char c = text.charAt(i);
      int b = windowsByte(c);
      if ((b & 0xC0) != 0x80 || (length == 2 && CLOSING.indexOf(c) >= 0)) {
        return 0;
      }
      character = (character << 6) | (b & 0x3F);
    }
    boolean shortest = character >= (length == 2 ? 0x80 : length == 3 ? 0x800 : 0x10000);
    return shortest && Character.isValidCodePoint(character) ? character : 0;
  }

  /** The byte that a letter stands for; 0 if it stands for none. */
  private static int windowsByte(char c) {
    if (c <= '\u00FF') {
      return c;
    }
    int place = c == '\uFFFD' ? -1 : WINDOWS.indexOf(c);
    return place < 0 ? 0 : WINDOWS_FIRST + place;
  }

  /** How many bytes a character has whose first byte is this letter; 0 if it is no such byte. */
  private static int length(char lead) {
    return switch (lead) {
      case '\u00C2', '\u00C3', '\u00C4', '\u00C5' -> 2;
      case '\u00E2' -> 3;
      case '\u00F0' -> 4;
      default -> 0;
    };
  }
}
