package io.heistline.reading;

import io.heistline.reading.Token.Form;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts text into tokens: "$8.4M from Axie's" is {@code $ 8.4 M from Axie 's}.
 *
 * <p>A dot or star between letters stays in its word ("Crypto.com", "U.S.", "E*Trade"), a comma or
 * dot between digits in its number; a hyphen is a mark of its own; a number and the letters behind
 * it part where the letters are a unit ("44m", "6th", "75BTC"), else they are one word ("1inch",
 * "500px").
 */
final class Tokens {
  /** A longer run of letters is an address or a hash, no word; it is kept as one mark. */
  private static final int MAX_WORD_CHARS = 60;

  /** Characters of a word and the space behind it, mostly fewer. */
  private static final int CHARS_A_TOKEN = 4;

  private final char[] text;
  private final char[] small;
  private final int end;
  private int at;
  private final List<Token> tokens;

  private Tokens(char[] text, char[] small, int start, int end) {
    this.text = text;
    this.small = small;
    this.at = start;
    this.end = end;
    this.tokens = new ArrayList<>((end - start) / CHARS_A_TOKEN + 1);
  }

  /**
   * The tokens from start to before end.
   *
   * @param small the text in lower case, see {@link Text#lower(char[])}
   */
  static List<Token> of(char[] text, char[] small, int start, int end) {
    return new Tokens(text, small, start, end).cut();
  }

  private List<Token> cut() {
    while (at < end) {
      char c = text[at];
      if (Character.isWhitespace(c)) {
        at++;
      } else if (Text.isDigit(c)) {
        number();
      } else if (Text.isLetterOrDigit(c)) {
        word(at);
      } else if (!Text.isApostrophe(c) || !possessive()) {
        int width = Character.isHighSurrogate(c) && at + 1 < end ? 2 : 1;
        add(at, at + width, Form.MARK);
      }
    }
    return tokens;
  }

  /** Digits with their commas and dots; or a word that begins with a digit. */
  private void number() {
    int start = at;
    int i = at;
    while (i < end
        && (Text.isDigit(text[i])
            || ((text[i] == ',' || text[i] == '.') && i + 1 < end && Text.isDigit(text[i + 1])))) {
      i++;
    }
    int letters = i;
    while (letters < end && Text.isLetterOrDigit(text[letters])) {
      letters++;
    }
    if (letters > i && !Units.isUnit(new String(small, i, Math.min(letters - i, MAX_WORD_CHARS)))) {
      word(start);
    } else {
      add(start, i, Form.NUMBER);
    }
  }

  private void word(int start) {
    int i = start;
    while (i < end) {
      char c = text[i];
      boolean inner =
          (c == '.' || c == '*')
              && i > start
              && i + 1 < end
              && Text.isLetterOrDigit(text[i + 1])
              && Text.isLetterOrDigit(text[i - 1]);
      if (!Text.isLetterOrDigit(c) && !inner && !contraction(i)) {
        break;
      }
      i++;
    }
    if (i < end && text[i] == '.' && isInitials(start, i)) {
      i++;
    }
    add(start, i, i - start > MAX_WORD_CHARS ? Form.MARK : Form.WORD);
  }

  /** The apostrophe of "didn't" and "O'Brien": letters on both sides, and no possessive 's. */
  private boolean contraction(int i) {
    return Text.isApostrophe(text[i])
        && i > at
        && i + 1 < end
        && Character.isLetter(text[i + 1])
        && Character.isLetter(text[i - 1])
        && !isPossessiveS(i);
  }

  private boolean isPossessiveS(int i) {
    return i + 1 < end
        && (text[i + 1] == 's' || text[i + 1] == 'S')
        && (i + 2 >= end || !Text.isLetterOrDigit(text[i + 2]));
  }

  /** Whether letters and dots alternate: "U.S", whose last dot belongs to it. */
  private boolean isInitials(int start, int to) {
    if (to - start < 3 || (to - start) % 2 == 0) {
      return false;
    }
    for (int i = start; i < to; i++) {
      if ((i - start) % 2 == 0 ? !Character.isLetter(text[i]) : text[i] != '.') {
        return false;
      }
    }
    return true;
  }

  private boolean possessive() {
    if (at == 0 || !Text.isLetterOrDigit(text[at - 1])) {
      return false;
    }
    if (isPossessiveS(at)) {
      add(at, at + 2, Form.POSSESSIVE);
      return true;
    }
    if (text[at - 1] == 's' && at + 1 < end && text[at + 1] == ' ') {
      add(at, at + 1, Form.POSSESSIVE);
      return true;
    }
    return false;
  }

  private void add(int start, int stop, Form form) {
    tokens.add(
        form == Form.WORD
            ? Token.word(text, small, start, stop)
            : Token.mark(text, start, stop, form));
    at = stop;
  }
}
