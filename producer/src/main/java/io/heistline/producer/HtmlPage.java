package io.heistline.producer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jsoup.parser.StreamParser;

/**
 * What an HTML page says about itself in its head, its JSON-LD and its time elements.
 *
 * @param url where it says that it lives; empty unless that is a full http URL
 */
record HtmlPage(
    Optional<String> title,
    Optional<String> publisher,
    Optional<String> url,
    Optional<Instant> publishedAt,
    Optional<Instant> updatedAt) {

  /**
   * Reads a page. One whose head says all is parsed no further: archives have millions, and nothing
   * takes as long.
   */
  static HtmlPage of(String html) {
    HtmlPage head = new PageNotes(head(html)).page();
    return head.isComplete() ? head : new PageNotes(Jsoup.parse(html)).page();
  }

  private static Element head(String html) {
    try (StreamParser parser = new StreamParser(Parser.htmlParser()).parse(html, "")) {
      return parser.expectFirst("head");
    } catch (IOException e) {
      throw new UncheckedIOException(e); // a text in memory
    }
  }

  private boolean isComplete() {
    return Stream.of(title, publisher, url, publishedAt, updatedAt).allMatch(Optional::isPresent);
  }
}
