package io.heistline.reading;

import io.heistline.reading.MainText.Block;
import io.heistline.reading.Sentence.Style;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Cuts the main text into sentences. */
final class Sentences {
  /**
   * A longer sentence is a table or a dump; it is cut at a space, to bound what one rule sees, and
   * {@link Sentence#cut} tells.
   */
  static final int MAX_CHARS = 1_200;

  /** A longer block is no heading. */
  private static final int MAX_HEADING_CHARS = 160;

  /** The part of longer words in capitals from which a block is a heading. */
  private static final double HEADING_CAPITALS = 0.7;

  /** Words that stand before a name: their dot ends no sentence ("Mt. Gox", "Dr. Doe"). */
  private static final Set<String> BEFORE_NAMES =
      Set.of(
          "mr", "mrs", "ms", "dr", "prof", "st", "mt", "ft", "sen", "rep", "gen", "gov", "lt",
          "col", "capt", "sgt", "vs", "fig", "approx", "e.g", "i.e", "eg", "ie");

  /** Words whose dot ends a sentence only before a word that opens one ("Inc. The company"). */
  private static final Set<String> ABBREVIATIONS =
      Set.of(
          "jr", "sr", "no", "inc", "ltd", "corp", "co", "jan", "feb", "mar", "apr", "jun", "jul",
          "aug", "sep", "sept", "oct", "nov", "dec", "est", "al", "etc", "dept", "assn", "bros",
          "u.s", "u.k", "u.n", "e.u", "d.c", "a.m", "p.m");

  /** Words that open a sentence and no name. */
  private static final Set<String> OPENERS =
      Set.of(
          "the",
          "a",
          "an",
          "it",
          "its",
          "he",
          "she",
          "they",
          "their",
          "his",
          "her",
          "we",
          "our",
          "in",
          "on",
          "at",
          "by",
          "but",
          "and",
          "this",
          "that",
          "these",
          "those",
          "as",
          "after",
          "before",
          "when",
          "while",
          "however",
          "for",
          "from",
          "since",
          "some",
          "there",
          "if",
          "to",
          "with",
          "according",
          "last",
          "earlier",
          "meanwhile",
          "although",
          "no",
          "now",
          "hackers",
          "researchers",
          "officials",
          "users",
          "customers");

  private Sentences() {}

  static List<Sentence> of(MainText main) {
    List<Sentence> sentences = new ArrayList<>();
    String text = main.text();
    int number = 0;
    for (Block block : main.blocks()) {
      Style style = style(text, block);
      int start = block.start();
      while (start < block.end()) {
        int limit = limit(text, start, block.end());
        Optional<Integer> mark =
            style == Style.PROSE ? end(text, start, limit, block.end()) : Optional.empty();
        int end = mark.orElse(limit);
        boolean cut = mark.isEmpty() && end < block.end();
        sentences.add(
            Sentence.of(
                text.substring(start, end),
                start,
                number,
                style,
                cut,
                Tokens.of(text, start, end)));
        start = end;
        while (start < block.end() && text.charAt(start) == ' ') {
          start++;
        }
      }
      number++;
    }
    return sentences;
  }

  private static Style style(String text, Block block) {
    if (block.title()) {
      return Style.TITLE;
    }
    int length = block.end() - block.start();
    char last = text.charAt(block.end() - 1);
    if (length > MAX_HEADING_CHARS
        || last == '.'
        || last == ':'
        || last == '"'
        || last == '\u201D') {
      return Style.PROSE;
    }
    int longer = 0;
    int capitals = 0;
    for (int i = block.start(), word = i; i <= block.end(); i++) {
      if (i == block.end() || text.charAt(i) == ' ') {
        if (i - word > 3) {
          longer++;
          capitals += Character.isLowerCase(text.charAt(word)) ? 0 : 1;
        }
        word = i + 1;
      }
    }
    return longer >= 3 && capitals >= HEADING_CAPITALS * longer ? Style.HEADING : Style.PROSE;
  }

  /** Behind the mark that ends the sentence which begins at start, if one stands before limit. */
  private static Optional<Integer> end(String text, int start, int limit, int blockEnd) {
    for (int i = start; i < limit; i++) {
      char c = text.charAt(i);
      if ((c == '.' || c == '!' || c == '?' || c == '\u2026')
          && endsHere(text, start, i, blockEnd)) {
        return Optional.of(behindQuotes(text, i + 1, limit));
      }
    }
    return Optional.empty();
  }

  private static boolean endsHere(String text, int start, int mark, int blockEnd) {
    int next = behindQuotes(text, mark + 1, blockEnd);
    if (next >= blockEnd) {
      return true;
    }
    if (text.charAt(next) != ' ' || next + 1 >= blockEnd) {
      return false;
    }
    char first = text.charAt(next + 1);
    if (Character.isLowerCase(first)) {
      return false;
    }
    return text.charAt(mark) != '.' || !isAbbreviation(text, start, mark, next + 1, blockEnd);
  }

  private static int behindQuotes(String text, int from, int to) {
    int i = from;
    while (i < to && "\"'\u201D\u2019)]".indexOf(text.charAt(i)) >= 0) {
      i++;
    }
    return i;
  }

  private static boolean isAbbreviation(String text, int start, int mark, int next, int blockEnd) {
    int word = mark;
    while (word > start && text.charAt(word - 1) != ' ' && text.charAt(word - 1) != '(') {
      word--;
    }
    if (mark - word == 1 && Character.isUpperCase(text.charAt(word))) {
      return true; // an initial: "John D. Smith"
    }
    if (mark - word > 6) {
      return false;
    }
    String lower = Text.lower(text.substring(word, mark));
    return BEFORE_NAMES.contains(lower)
        || (ABBREVIATIONS.contains(lower) && !isOpener(text, next, blockEnd));
  }

  private static boolean isOpener(String text, int from, int to) {
    int end = from;
    while (end < to && Character.isLetter(text.charAt(end))) {
      end++;
    }
    return OPENERS.contains(Text.lower(text.substring(from, end)));
  }

  private static int limit(String text, int start, int blockEnd) {
    if (blockEnd - start <= MAX_CHARS) {
      return blockEnd;
    }
    int space = start + MAX_CHARS;
    while (space > start && text.charAt(space) != ' ') {
      space--;
    }
    return space > start ? space : start + MAX_CHARS;
  }
}
