package io.heistline.reading;

import io.heistline.model.Article;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What an article's writer wrote: title and paragraphs, without the page around them.
 *
 * <p>Evidence offsets point into {@link #text()}.
 */
public final class MainText {
  /** Characters of a body that are read: a novel's length, so a page beyond it is no article. */
  static final int MAX_BODY_CHARS = 1_000_000;

  /** A shorter line that ends without a full stop is a line of its own, not a wrapped one. */
  private static final int MIN_WRAPPED_LINE = 50;

  private final String text;
  private final List<Block> blocks;
  private final boolean cut;

  private MainText(String text, List<Block> blocks, boolean cut) {
    this.text = text;
    this.blocks = List.copyOf(blocks);
    this.cut = cut;
  }

  /**
   * A title or paragraph.
   *
   * @param start offset of its first character in the text
   * @param end offset behind its last character
   * @param title whether it is the article's title
   */
  record Block(int start, int end, boolean title) {}

  /** The main text of an article. */
  public static MainText of(Article article) {
    String body = article.getBody();
    boolean cut = body.length() > MAX_BODY_CHARS;
    String read = cut ? body.substring(0, MAX_BODY_CHARS) : body;
    List<String> paragraphs =
        isHtml(article.getContentType()) ? HtmlText.paragraphs(read) : plainParagraphs(read);
    return of(squeeze(article.getTitle()), paragraphs, cut);
  }

  private static MainText of(String title, List<String> paragraphs, boolean cut) {
    StringBuilder text = new StringBuilder();
    List<Block> blocks = new ArrayList<>();
    if (!title.isEmpty()) {
      blocks.add(new Block(0, title.length(), true));
      text.append(title);
    }
    for (String paragraph : paragraphs) {
      if (Boilerplate.isBoilerplate(paragraph) || paragraph.equals(title)) {
        continue;
      }
      if (text.length() > 0) {
        text.append("\n\n");
      }
      blocks.add(new Block(text.length(), text.length() + paragraph.length(), false));
      text.append(paragraph);
    }
    return new MainText(text.toString(), blocks, cut);
  }

  /** Title, blank line, paragraphs separated by blank lines; each with single spaces. */
  public String text() {
    return text;
  }

  /** Whether the body was longer than what is read of one. */
  public boolean cut() {
    return cut;
  }

  List<Block> blocks() {
    return blocks;
  }

  /** Single spaces for any white space, none at the ends; zero-width characters gone; mended. */
  static String squeeze(String raw) {
    String text = Mojibake.mend(raw);
    int same = squeezedPart(text);
    if (same == text.length()) {
      return text; // as most lines
    }
    StringBuilder squeezed = new StringBuilder(text.length()).append(text, 0, same);
    boolean space = false;
    for (int i = same; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isSpace(c)) {
        space = squeezed.length() > 0;
      } else if (!isZeroWidth(c)) {
        if (space) {
          squeezed.append(' ');
          space = false;
        }
        squeezed.append(c);
      }
    }
    return squeezed.toString();
  }

  /** The length of the part of a text, up to the end of a word, that squeezing leaves as it is. */
  private static int squeezedPart(String text) {
    boolean space = true;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean single = c == ' ' && !space;
      if (!single && (isSpace(c) || isZeroWidth(c))) {
        return space && i > 0 ? i - 1 : i;
      }
      space = single;
    }
    return space && !text.isEmpty() ? text.length() - 1 : text.length();
  }

  private static boolean isSpace(char c) {
    return c <= ' ' ? Character.isWhitespace(c) : c > '~' && isWideSpace(c);
  }

  private static boolean isWideSpace(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }

  private static boolean isZeroWidth(char c) {
    return c == '\u200B' || c == '\u00AD' || c == '\uFEFF';
  }

  /** Blank lines part paragraphs; so does a line that was not broken for its length. */
  private static List<String> plainParagraphs(String body) {
    List<String> paragraphs = new ArrayList<>();
    StringBuilder paragraph = new StringBuilder();
    for (String line : (Iterable<String>) body.lines()::iterator) {
      String squeezed = squeeze(line);
      if (!squeezed.isEmpty()) {
        paragraph.append(paragraph.length() > 0 ? " " : "").append(squeezed);
      }
      if (!isWrapped(squeezed) && paragraph.length() > 0) {
        paragraphs.add(paragraph.toString());
        paragraph.setLength(0);
      }
    }
    if (paragraph.length() > 0) {
      paragraphs.add(paragraph.toString());
    }
    return paragraphs;
  }

  private static boolean isWrapped(String line) {
    return line.length() >= MIN_WRAPPED_LINE
        && ".!?:\"\u201D".indexOf(line.charAt(line.length() - 1)) < 0;
  }

  private static boolean isHtml(String contentType) {
    return contentType.toLowerCase(Locale.ROOT).contains("html");
  }
}
