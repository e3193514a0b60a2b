package io.heistline.syndication;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;

/** Text for people to read: no markup, and nothing that is not seen. */
final class PlainText {
  /** Control characters, and those that turn the direction of what stands around them. */
  private static final Pattern UNSEEN =
      Pattern.compile(
          "[\\p{Cntrl}\\u0080-\\u009f\\u202a-\\u202e\\u2066-\\u2069\\ufeff\\ufffe\\uffff]");

  private PlainText() {}

  /** The text of a piece of HTML. */
  static String ofHtml(String html) {
    return clean(html.indexOf('<') < 0 && html.indexOf('&') < 0 ? html : Jsoup.parse(html).text());
  }

  static String clean(String text) {
    return UNSEEN.matcher(text).replaceAll(" ").replaceAll("[\\s\\p{Z}]+", " ").strip();
  }

  /** Empty for null and for what is blank. */
  static Optional<String> present(@Nullable String value) {
    return Optional.ofNullable(value).map(String::strip).filter(text -> !text.isEmpty());
  }
}
