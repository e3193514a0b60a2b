package io.heistline.producer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/** What a page, or a part of it, says of itself, while it is gathered. */
final class PageNotes {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Pattern HTTP = Pattern.compile("(?i)https?://.+");
  private static final String TITLE = "title";
  private static final String CANONICAL = "canonical";
  private static final String TIME = "time";

  /** What stands where, in the order of the page. */
  private final Map<String, List<String>> told = new HashMap<>();

  private final List<JsonNode> linkedData = new ArrayList<>();

  PageNotes(Element part) {
    part.nodeStream(Element.class).forEach(this::note);
  }

  HtmlPage page() {
    return new HtmlPage(title(), publisher(), url(), publishedAt(), updatedAt());
  }

  private void note(Element element) {
    switch (element.normalName()) {
      case "title" -> note(TITLE, element.text());
      case "link" -> {
        if (element.attr("rel").strip().equalsIgnoreCase("canonical")) {
          note(CANONICAL, element.attr("href"));
        }
      }
      case "meta" ->
          Stream.of("property", "name")
              .map(attribute -> element.attr(attribute).strip())
              .filter(name -> !name.isEmpty())
              .distinct()
              .forEach(name -> note(meta(name), element.attr("content")));
      case "time" -> {
        if (element.hasAttr("datetime")) {
          note(TIME, element.attr("datetime"));
        }
      }
      case "script" -> {
        if (element.attr("type").strip().equalsIgnoreCase("application/ld+json")) {
          noteLinkedData(element.data());
        }
      }
      default -> {
        // says nothing about the page
      }
    }
  }

  private void note(String where, String text) {
    told.computeIfAbsent(where, key -> new ArrayList<>()).add(text);
  }

  /** Pages with broken JSON-LD are common; it is as if they had none. */
  private void noteLinkedData(String json) {
    try {
      linkedData.add(JSON.readTree(json));
    } catch (JsonProcessingException e) {
      // broken
    }
  }

  private Stream<String> told(String where) {
    return told.getOrDefault(where, List.of()).stream();
  }

  private static String meta(String name) {
    return "meta " + name.toLowerCase(Locale.ROOT);
  }

  private Optional<String> title() {
    return first(Stream.concat(told(meta("og:title")), told(TITLE)));
  }

  private Optional<String> publisher() {
    return first(told(meta("og:site_name")));
  }

  private Optional<String> url() {
    return first(
        Stream.concat(told(CANONICAL), told(meta("og:url")))
            .filter(url -> HTTP.matcher(url).matches()));
  }

  /** A time element comes last: it may stand for a comment or for another article. */
  private Optional<Instant> publishedAt() {
    return firstDate(
        Stream.of(told(meta("article:published_time")), jsonLd("datePublished"), told(TIME))
            .flatMap(dates -> dates));
  }

  private Optional<Instant> updatedAt() {
    return firstDate(Stream.concat(told(meta("article:modified_time")), jsonLd("dateModified")));
  }

  private Stream<String> jsonLd(String field) {
    return linkedData.stream()
        .map(data -> data.findValue(field))
        .filter(Objects::nonNull)
        .filter(JsonNode::isTextual)
        .map(JsonNode::textValue);
  }

  private static Optional<String> first(Stream<String> candidates) {
    return candidates.map(String::strip).filter(text -> !text.isEmpty()).findFirst();
  }

  /** The first that is a date at all: time elements also hold durations and times of day. */
  private static Optional<Instant> firstDate(Stream<String> candidates) {
    return candidates.map(PageNotes::date).flatMap(Optional::stream).findFirst();
  }

  private static Optional<Instant> date(String text) {
    try {
      return Optional.of(Dates.parse("date", text));
    } catch (RefusalException e) {
      return Optional.empty();
    }
  }
}
