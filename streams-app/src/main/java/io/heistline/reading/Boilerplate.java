package io.heistline.reading;

import java.util.List;
import java.util.Locale;

/** Lines that a site adds to an article: "Read More: ...", "© 2025 ...", "Sign up for ...". */
final class Boilerplate {
  /** How such lines begin, in lower case. */
  private static final List<String> OPENINGS =
      List.of(
          "read more:",
          "read also",
          "also read",
          "read next",
          "related article",
          "related:",
          "related stories",
          "related reading",
          "see also:",
          "more from",
          "more on this",
          "\u00a9",
          "(c) 20",
          "copyright",
          "sign up",
          "subscribe",
          "follow us",
          "follow @",
          "share this",
          "share on",
          "advertisement",
          "sponsored",
          "click here to",
          "image credit",
          "photo credit",
          "(photo",
          "photo:",
          "join our",
          "found this article interesting",
          "we use cookies",
          "this website uses cookies",
          "by clicking",
          "real time analytics",
          "get the latest",
          "download our app");

  /** What such lines say somewhere, in lower case. */
  private static final List<String> PHRASES =
      List.of("all rights reserved", "sign up for our newsletter", "subscribe to our newsletter");

  /** A longer paragraph is the writer's, whatever it begins with. */
  private static final int MAX_LENGTH = 300;

  private Boilerplate() {}

  static boolean isBoilerplate(String paragraph) {
    if (paragraph.length() > MAX_LENGTH) {
      return false;
    }
    String lower = paragraph.toLowerCase(Locale.ROOT);
    for (String opening : OPENINGS) {
      if (lower.startsWith(opening)) {
        return true;
      }
    }
    for (String phrase : PHRASES) {
      if (lower.contains(phrase)) {
        return true;
      }
    }
    return false;
  }
}
