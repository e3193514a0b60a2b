package io.heistline.syndication;

import io.heistline.fetching.FetchFailure;
import io.heistline.fetching.FetchProblem;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Goes through XML once, before any tree is made of it: refuses what is an attack, and takes away
 * what would only get in the way (what stands before the document, comments, processing
 * instructions, the document type, control characters).
 */
final class XmlScreen {
  /** Pages within feeds nest some 30 deep. */
  static final int MOST_DEPTH = 200;

  private static final Pattern BEGINNING =
      Pattern.compile(
          "(?i)<\\?xml[\\s?]|<!--|<!DOCTYPE|<(?:[a-z0-9_-]+:)?(?:rss|rdf|feed|channel|urlset|sitemapindex|entry)[\\s>/]");

  private static final Pattern NAME = Pattern.compile("[^\\s/>=\"'<]+");
  private static final String CDATA = "<![CDATA[";

  private final String text;
  private final StringBuilder passed;
  private final Deque<String> open = new ArrayDeque<>();
  private int at;

  private XmlScreen(String text) {
    this.text = text;
    this.passed = new StringBuilder(text.length());
  }

  /**
   * What may be parsed; not well-formed perhaps.
   *
   * @throws FetchFailure XML_ENTITIES or TOO_DEEP
   */
  static String of(String text) {
    Matcher beginning = BEGINNING.matcher(text);
    return new XmlScreen(beginning.find() ? text.substring(beginning.start()) : text).screen();
  }

  private String screen() {
    while (at < text.length()) {
      if (text.charAt(at) == '<') {
        markup();
      } else {
        copyTo(end(text.indexOf('<', at)));
      }
    }
    return passed.toString();
  }

  private void markup() {
    if (text.startsWith("<!--", at)) {
      at = endAfter("-->", at + 4);
    } else if (text.startsWith(CDATA, at)) {
      copyTo(endAfter("]]>", at + CDATA.length()));
    } else if (text.startsWith("<!", at)) {
      declaration();
    } else if (text.startsWith("<?", at)) {
      at = endAfter(">", at);
    } else if (text.startsWith("</", at)) {
      endTag();
    } else if (at + 1 < text.length() && isNameStart(text.charAt(at + 1))) {
      startTag();
    } else {
      passed.append("&lt;");
      at++;
    }
  }

  private static boolean isNameStart(char character) {
    return Character.isLetter(character) || character == '_' || character == ':';
  }

  /** A document type is skipped with all that it declares; entities are refused. */
  private void declaration() {
    int depth = 0;
    int begin = at;
    while (at < text.length()) {
      char character = text.charAt(at++);
      if (character == '<' && text.regionMatches(true, at, "!ENTITY", 0, "!ENTITY".length())) {
        throw new FetchFailure(
            FetchProblem.XML_ENTITIES, "the document declares XML entities; no feed needs them");
      }
      if (character == '[') {
        depth++;
      } else if (character == ']') {
        depth--;
      } else if (character == '>' && depth <= 0) {
        return;
      } else if ((character == '"' || character == '\'') && depth == 0) {
        int quoted = text.indexOf(character, at);
        at = quoted < 0 || quoted - begin > 2_000 ? at : quoted + 1;
      }
    }
  }

  private void endTag() {
    String name = name(at + 2);
    if (open.contains(name)) {
      while (!open.pop().equals(name)) {
        // what was left open ends with what is around it
      }
    }
    copyTo(endAfter(">", at));
  }

  private void startTag() {
    String name = name(at + 1);
    int end = tagEnd();
    boolean empty = end >= 2 && text.charAt(end - 2) == '/';
    if (!empty) {
      open.push(name);
      if (open.size() > MOST_DEPTH) {
        throw new FetchFailure(
            FetchProblem.TOO_DEEP,
            "elements are nested more than %d deep: %s".formatted(MOST_DEPTH, innermost()));
      }
    }
    copyTo(end);
  }

  /** After the tag's bracket; one in quotes is no end, unless the quotes never close. */
  private int tagEnd() {
    char quote = 0;
    for (int index = at + 1; index < text.length(); index++) {
      char character = text.charAt(index);
      if (quote != 0) {
        quote = character == quote ? 0 : quote;
      } else if ((character == '"' || character == '\'') && text.charAt(index - 1) == '=') {
        quote = text.indexOf(character, index + 1) < 0 ? 0 : character;
      } else if (character == '>') {
        return index + 1;
      }
    }
    return text.length();
  }

  private String name(int from) {
    Matcher name = NAME.matcher(text).region(from, Math.min(text.length(), from + 200));
    return name.lookingAt() ? name.group().toLowerCase(Locale.ROOT) : "";
  }

  private String innermost() {
    StringBuilder path = new StringBuilder();
    Iterator<String> names = open.iterator();
    for (int count = 0; count < 3 && names.hasNext(); count++) {
      path.insert(0, "/" + PlainText.clean(names.next()));
    }
    return "..." + path;
  }

  private int end(int found) {
    return found < 0 ? text.length() : found;
  }

  private int endAfter(String mark, int from) {
    int found = text.indexOf(mark, from);
    return found < 0 ? text.length() : found + mark.length();
  }

  private void copyTo(int end) {
    for (; at < end; at++) {
      char character = text.charAt(at);
      boolean allowed =
          character >= ' ' || character == '\n' || character == '\t' || character == '\r';
      if (allowed && character != '\ufffe' && character != '\uffff') {
        passed.append(character);
      }
    }
  }
}
