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
          "mr", "mrs", "ms", "dr", "prof", "st", "mt", "ft", "sen", "sens", "rep", "reps", "gen",
          "gov", "lt", "col", "capt", "cmdr", "sgt", "rev", "hon", "messrs", "supt", "rs", "vs",
          "v", "fig", "approx", "ca", "cf", "e.g", "i.e", "eg", "ie");

  /** Words whose dot ends no sentence before a number: "No. 1"; alone they may be the last. */
  private static final Set<String> BEFORE_NUMBERS = Set.of("no", "nos", "art", "sec", "vol", "p");

  /** Words whose dot ends a sentence only before a word that opens one ("Inc. The company"). */
  private static final Set<String> ABBREVIATIONS =
      Set.of(
          "jr", "sr", "inc", "ltd", "pvt", "plc", "llc", "corp", "co", "cos", "jan", "feb", "mar",
          "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "est", "al", "dept",
          "assn", "bros", "intl", "univ", "ariz", "calif", "colo", "conn", "fla", "ga", "ky", "md",
          "mich", "minn", "mo", "nev", "okla", "pa", "tenn", "tex", "va", "wis");

  /** Names that end with a mark: "Yahoo! Mail". */
  private static final Set<String> EXCLAIMED = Set.of("yahoo", "yum", "joomla", "jeopardy");

  /** Words that begin a sentence glued to the one before: "a bugThe breach". */
  private static final Set<String> GLUED_OPENERS =
      Set.of("The", "This", "These", "They", "However", "According");

  /** The longest of them. */
  private static final int MAX_GLUED = 9;

  /** More letters and dots than an abbreviation has. */
  private static final int MAX_ABBREVIATION = 9;

  /** A shorter word before a dot or capital is a part of a name: "my.Zuzubit", "eBay". */
  private static final int MIN_GLUED = 3;

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
          "i",
          "you",
          "what",
          "who",
          "why",
          "how",
          "then",
          "so",
          "both",
          "most",
          "many",
          "once",
          "one",
          "not",
          "because",
          "until",
          "under",
          "despite",
          "during",
          "police",
          "investigators",
          "attackers",
          "experts",
          "hackers",
          "researchers",
          "officials",
          "users",
          "customers");

  private Sentences() {}

  static List<Sentence> of(MainText main) {
    List<Sentence> sentences = new ArrayList<>();
    String text = main.text();
    char[] characters = text.toCharArray();
    char[] small = Text.lower(characters);
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
                Tokens.of(characters, small, start, end)));
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
      if (c >= 'A' && c <= 'Z' && isGluedWithoutMark(text, start, i, limit)) {
        return Optional.of(i);
      }
    }
    return Optional.empty();
  }

  private static boolean endsHere(String text, int start, int mark, int blockEnd) {
    int next = behindQuotes(text, mark + 1, blockEnd);
    if (next >= blockEnd) {
      return true;
    }
    if (text.charAt(next) != ' ') {
      return isGlued(text, start, mark, next, blockEnd);
    }
    if (next + 1 >= blockEnd) {
      return false;
    }
    char first = text.charAt(next + 1);
    if (Character.isLowerCase(first)) {
      return false;
    }
    return switch (text.charAt(mark)) {
      case '.' -> !isAbbreviation(text, start, mark, next + 1, blockEnd);
      case '!' ->
          !EXCLAIMED.contains(wordBefore(text, start, mark)) || isOpener(text, next + 1, blockEnd);
      default -> true;
    };
  }

  /**
   * "was paid.Thieves", "at Zuzubit.The firm", "it said.\"We are": a space was lost behind the
   * mark.
   */
  private static boolean isGlued(String text, int start, int mark, int next, int blockEnd) {
    int word = next;
    while (word < blockEnd && Character.isLetter(text.charAt(word))) {
      word++;
    }
    boolean opens =
        word - next >= 2
            && Character.isUpperCase(text.charAt(next))
            && Character.isLowerCase(text.charAt(next + 1))
            && (word == blockEnd || "./@_-(".indexOf(text.charAt(word)) < 0);
    boolean openerBehindAny =
        word < blockEnd && text.charAt(word) == ' ' && isOpener(text, next, blockEnd);
    return opens && (openerBehindAny || isLowerWord(text, start, mark));
  }

  /** "exploited a bugThe breach": the mark was lost too. */
  private static boolean isGluedWithoutMark(String text, int start, int at, int limit) {
    if (at == start || !Character.isLowerCase(text.charAt(at - 1))) {
      return false;
    }
    int space = text.indexOf(' ', at);
    return space > at
        && space < limit
        && space - at <= MAX_GLUED
        && GLUED_OPENERS.contains(text.substring(at, space))
        && isLowerWord(text, start, at);
  }

  /** Whether a word of some length, all in small letters, ends here. */
  private static boolean isLowerWord(String text, int start, int end) {
    int from = end;
    while (from > start && Character.isLowerCase(text.charAt(from - 1))) {
      from--;
    }
    return end - from >= MIN_GLUED
        && (from == start || " \"'(\u201C\u2018\u2019-".indexOf(text.charAt(from - 1)) >= 0);
  }

  private static int behindQuotes(String text, int from, int to) {
    int i = from;
    while (i < to && "\"'\u201D\u2019)]".indexOf(text.charAt(i)) >= 0) {
      i++;
    }
    return i;
  }

  private static boolean isAbbreviation(String text, int start, int mark, int next, int blockEnd) {
    String word = wordBefore(text, start, mark);
    return BEFORE_NAMES.contains(word)
        || (BEFORE_NUMBERS.contains(word) && Text.isDigit(text.charAt(next)))
        || ((ABBREVIATIONS.contains(word) || areInitials(word, text.charAt(mark - 1)))
            && !isOpener(text, next, blockEnd));
  }

  /**
   * The letters, dots and apostrophes before a mark, in small letters; nothing if they are many.
   */
  private static String wordBefore(String text, int start, int mark) {
    int from = mark;
    while (from > start
        && mark - from <= MAX_ABBREVIATION
        && (Character.isLetter(text.charAt(from - 1))
            || text.charAt(from - 1) == '.'
            || Text.isApostrophe(text.charAt(from - 1)))) {
      from--;
    }
    return mark - from > MAX_ABBREVIATION ? "" : Text.lower(text.substring(from, mark));
  }

  /** "John D. Smith", "J.P. Morgan", "the U.S. Treasury", "at 9 p.m. Monday". */
  private static boolean areInitials(String word, char last) {
    if (word.length() == 1) {
      return Character.isUpperCase(last);
    }
    for (int i = 0; i < word.length(); i++) {
      if ((word.charAt(i) == '.') != (i % 2 == 1)) {
        return false;
      }
    }
    return word.length() % 2 == 1;
  }

  private static boolean isOpener(String text, int quoteOrWord, int to) {
    int from = quoteOrWord;
    while (from < to && "\"'\u201C\u2018".indexOf(text.charAt(from)) >= 0) {
      from++;
    }
    int end = from;
    while (end < to && Character.isLetter(text.charAt(end))) {
      end++;
    }
    boolean initial = end - from == 1 && end < to && text.charAt(end) == '.'; // "J. A. Smith"
    return !initial && OPENERS.contains(Text.lower(text.substring(from, end)));
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
