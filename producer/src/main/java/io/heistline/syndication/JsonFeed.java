package io.heistline.syndication;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.heistline.fetching.FetchFailure;
import io.heistline.fetching.FetchProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads JSON Feed, versions 1.0 and 1.1. */
final class JsonFeed {
  private static final Pattern VERSION =
      Pattern.compile("https?://(?:www\\.)?jsonfeed\\.org/version/(\\d[\\d.]*)");

  /** A feed nests 5 deep; extensions some more. */
  private static final int MOST_DEPTH = 64;

  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(MOST_DEPTH).build())
                  .build())
          .build();

  private JsonFeed() {}

  static FeedDocument parse(String text) {
    JsonNode feed = read(text);
    Matcher version = VERSION.matcher(feed.path("version").asText(""));
    if (!version.find()) {
      throw FeedParser.notAFeed("it is JSON without the version of a JSON Feed");
    }
    List<FeedItem> items = new ArrayList<>();
    feed.path("items").forEach(item -> items.add(item(item)));
    return new FeedDocument(
        "json_" + version.group(1),
        text(feed, "title").map(PlainText::clean).orElse(""),
        items,
        Optional.empty(),
        Set.of());
  }

  private static JsonNode read(String text) {
    try {
      return JSON.readTree(text);
    } catch (StreamConstraintsException e) {
      throw new FetchFailure(
          FetchProblem.TOO_DEEP, "the JSON is beyond all limits: " + e.getOriginalMessage(), e);
    } catch (JsonProcessingException e) {
      throw FeedParser.notAFeed("it is no valid JSON (" + e.getOriginalMessage() + ")");
    }
  }

  private static FeedItem item(JsonNode item) {
    Optional<FeedItem.Text> html =
        text(item, "content_html").map(value -> new FeedItem.Text(value, "text/html"));
    Optional<FeedItem.Text> plain =
        text(item, "content_text")
            .or(() -> text(item, "summary"))
            .map(value -> new FeedItem.Text(value, "text/plain"));
    return new FeedItem(
        text(item, "id"),
        text(item, "url").or(() -> text(item, "external_url")),
        text(item, "title").map(PlainText::clean).orElse(""),
        html.or(() -> plain),
        text(item, "date_published").flatMap(FeedDates::read),
        text(item, "date_modified").flatMap(FeedDates::read));
  }

  /** Identifiers are numbers now and then. */
  private static Optional<String> text(JsonNode node, String field) {
    return Optional.of(node.path(field))
        .filter(JsonNode::isValueNode)
        .flatMap(value -> value.isNull() ? Optional.empty() : PlainText.present(value.asText()));
  }
}
