package io.heistline.producer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** What an HTML page says about itself in its head, its JSON-LD and its time elements. */
final class HtmlPage {
  private static final JsonMapper JSON = new JsonMapper();

  private final Document document;

  HtmlPage(String html) {
    this.document = Jsoup.parse(html);
  }

  Optional<String> title() {
    return first(
        Stream.concat(meta("og:title"), document.select("title").stream().map(Element::text)));
  }

  Optional<String> publisher() {
    return first(meta("og:site_name"));
  }

  /** Where the page says that it lives; empty unless that is a full http URL. */
  Optional<String> url() {
    return first(
        Stream.concat(
                document.select("link[rel=canonical]").stream().map(link -> link.attr("href")),
                meta("og:url"))
            .filter(url -> url.matches("(?i)https?://.+")));
  }

  /** A time element comes last: it may stand for a comment or for another article. */
  Optional<Instant> publishedAt() {
    return firstDate(
        Stream.of(
                meta("article:published_time"),
                jsonLd("datePublished"),
                document.select("time[datetime]").stream().map(time -> time.attr("datetime")))
            .flatMap(dates -> dates));
  }

  Optional<Instant> updatedAt() {
    return firstDate(Stream.concat(meta("article:modified_time"), jsonLd("dateModified")));
  }

  private Stream<String> meta(String property) {
    return document
        .select("meta[property=%s], meta[name=%s]".formatted(property, property))
        .stream()
        .map(meta -> meta.attr("content"));
  }

  private Stream<String> jsonLd(String field) {
    return document.select("script[type=application/ld+json]").stream()
        .map(script -> jsonLd(script, field))
        .flatMap(Optional::stream);
  }

  /** Pages with broken JSON-LD are common; it is as if they had none. */
  private static Optional<String> jsonLd(Element script, String field) {
    try {
      return Optional.ofNullable(JSON.readTree(script.data()).findValue(field))
          .filter(JsonNode::isTextual)
          .map(JsonNode::textValue);
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> first(Stream<String> candidates) {
    return candidates.map(String::strip).filter(text -> !text.isEmpty()).findFirst();
  }

  /** The first that is a date at all: time elements also hold durations and times of day. */
  private static Optional<Instant> firstDate(Stream<String> candidates) {
    return candidates.map(HtmlPage::date).flatMap(Optional::stream).findFirst();
  }

  private static Optional<Instant> date(String text) {
    try {
      return Optional.of(Dates.parse("date", text));
    } catch (RefusalException e) {
      return Optional.empty();
    }
  }
}
