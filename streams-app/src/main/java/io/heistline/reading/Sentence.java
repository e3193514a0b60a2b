package io.heistline.reading;

import java.util.List;

/**
 * A sentence and its tokens.
 *
 * @param text as it stands in the main text
 * @param start offset of its first character in the main text
 * @param paragraph number of its block, counted from 0
 * @param style whether capitals tell anything in it
 * @param cut whether it goes on behind its end, for it is longer than is read as one
 * @param tokens its words, numbers and marks
 * @param senses what any of them may mean, see {@link Sense}
 */
record Sentence(
    String text,
    int start,
    int paragraph,
    Style style,
    boolean cut,
    List<Token> tokens,
    Senses senses) {

  static Sentence of(
      String text, int start, int paragraph, Style style, boolean cut, List<Token> tokens) {
    Senses senses = senses(tokens, 0, tokens.size());
    return new Sentence(text, start, paragraph, style, cut, tokens, senses);
  }

  private static Senses senses(List<Token> tokens, int from, int to) {
    long low = 0;
    long high = 0;
    for (int i = Math.max(0, from); i < Math.min(to, tokens.size()); i++) {
      low |= tokens.get(i).senses().low();
      high |= tokens.get(i).senses().high();
    }
    return new Senses(low, high);
  }

  /** How a sentence is written. */
  enum Style {
    /** The article's title. */
    TITLE,
    /** A heading within the article: words are capitalised that are no names. */
    HEADING,
    PROSE
  }

  int end() {
    return start + text.length();
  }

  int size() {
    return tokens.size();
  }

  /** The token at an index; a mark without text beyond either end. */
  Token at(int index) {
    return index >= 0 && index < tokens.size() ? tokens.get(index) : Token.NOTHING;
  }

  /** The words from one token to before another, as they stand in the text. */
  String words(int from, int to) {
    return text.substring(tokens.get(from).start() - start, tokens.get(to - 1).end() - start);
  }

  boolean isHeadline() {
    return style != Style.PROSE;
  }

  /** Whether a token with the sense stands in the sentence. */
  boolean has(Sense sense) {
    return senses.has(sense);
  }

  /** Whether a word stands from one token to before another. */
  boolean hasWord(String word, int from, int to) {
    for (int i = Math.max(0, from); i < Math.min(size(), to); i++) {
      if (at(i).is(word)) {
        return true;
      }
    }
    return false;
  }

  /** What the tokens from one index to before another may mean. */
  Senses senses(int from, int to) {
    return senses(tokens, from, to);
  }

  /** Whether a token with the sense stands from one index to before another. */
  boolean has(Sense sense, int from, int to) {
    for (int i = Math.max(0, from); i < Math.min(to, tokens.size()); i++) {
      if (tokens.get(i).is(sense)) {
        return true;
      }
    }
    return false;
  }

  /** "was hacked", "have been quietly drained": a victim's passive. */
  boolean hasPassiveDeed() {
    if (!has(Sense.STRUCK)) {
      return false;
    }
    for (int i = 1; i < tokens.size(); i++) {
      if (at(i).is(Sense.STRUCK) && (isWas(at(i - 1)) || isWas(at(i - 2)))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isWas(Token token) {
    return token.isOneOf("was", "were", "been");
  }
}
