package io.heistline.producer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.heistline.model.Feed;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A list of feeds as YAML: a list of objects with the fields of {@link FeedEntry}. */
final class FeedYaml {
  private static final YAMLMapper YAML =
      YAMLMapper.builder().disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER).build();

  /** For readers of the list; not kept. */
  private static final String TOPIC = "topic";

  private static final Set<String> FIELDS =
      Set.of(
          FeedEntry.URL,
          FeedEntry.PUBLISHER,
          FeedEntry.INTERVAL,
          FeedEntry.LONGEST_INTERVAL,
          FeedEntry.PAUSED,
          FeedEntry.FULL_TEXT,
          FeedEntry.BACKFILL,
          TOPIC);

  private FeedYaml() {}

  static FeedListFile read(String yaml) {
    List<FeedEntry> entries = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    try {
      JsonNode root = YAML.readTree(yaml);
      if (!root.isArray()) {
        problems.add("not a list of feeds; give entries like: - url: https://www.example.com/feed");
      }
      int number = 0;
      for (JsonNode node : root.isArray() ? root : YAML.createArrayNode()) {
        number++;
        try {
          entries.add(entry(node));
        } catch (IllegalArgumentException e) {
          problems.add("entry %d: %s".formatted(number, e.getMessage()));
        }
      }
    } catch (JsonProcessingException e) {
      problems.add("not YAML: " + e.getOriginalMessage());
    }
    return new FeedListFile(entries, problems);
  }

  static String write(List<Feed> feeds) {
    ArrayNode list = YAML.createArrayNode();
    for (Feed feed : feeds) {
      ObjectNode entry = list.addObject().put(FeedEntry.URL, feed.getUrl());
      feed.getPublisher().ifPresent(name -> entry.put(FeedEntry.PUBLISHER, name));
      entry
          .put(FeedEntry.INTERVAL, feed.getIntervalSeconds())
          .put(FeedEntry.LONGEST_INTERVAL, feed.getLongestIntervalSeconds())
          .put(FeedEntry.PAUSED, feed.getPaused())
          .put(FeedEntry.FULL_TEXT, feed.getFullText())
          .put(FeedEntry.BACKFILL, feed.getBackfill());
    }
    try {
      return YAML.writeValueAsString(list);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a list of feeds cannot be written as YAML", e);
    }
  }

  private static FeedEntry entry(JsonNode node) {
    if (!node.isObject()) {
      throw new IllegalArgumentException("not an object with a url");
    }
    for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (!FIELDS.contains(name)) {
        throw new IllegalArgumentException("unknown field '" + name + "'");
      }
    }
    FeedEntry entry =
        new FeedEntry(
            text(node, FeedEntry.URL).orElseThrow(() -> new IllegalArgumentException("no url")),
            text(node, FeedEntry.PUBLISHER),
            number(node, FeedEntry.INTERVAL),
            number(node, FeedEntry.LONGEST_INTERVAL),
            flag(node, FeedEntry.PAUSED),
            flag(node, FeedEntry.FULL_TEXT),
            flag(node, FeedEntry.BACKFILL));
    Feeds.check(entry.applyTo(Optional.empty()));
    return entry;
  }

  private static Optional<String> text(JsonNode node, String field) {
    return value(node, field)
        .map(
            value -> {
              if (!value.isTextual() || value.textValue().isBlank()) {
                throw new IllegalArgumentException(field + " is no text");
              }
              return value.textValue().strip();
            });
  }

  private static Optional<Integer> number(JsonNode node, String field) {
    return value(node, field)
        .map(
            value -> {
              if (!value.isInt()) {
                throw new IllegalArgumentException(field + " is no whole number");
              }
              return value.intValue();
            });
  }

  private static Optional<Boolean> flag(JsonNode node, String field) {
    return value(node, field)
        .map(
            value -> {
              if (!value.isBoolean()) {
                throw new IllegalArgumentException(field + " is not true or false");
              }
              return value.booleanValue();
            });
  }

  private static Optional<JsonNode> value(JsonNode node, String field) {
    return Optional.ofNullable(node.get(field)).filter(value -> !value.isNull());
  }
}
