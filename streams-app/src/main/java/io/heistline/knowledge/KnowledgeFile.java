package io.heistline.knowledge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A YAML file of {@link Entry entries}, read strictly: a field that nobody knows, or a text where a
 * list belongs, is an error that names the file and the entry.
 *
 * @param name of the file, for errors
 * @param entries in the file's order
 */
record KnowledgeFile(String name, List<Entry> entries) {
  private static final Set<String> FIELDS =
      Set.of(
          "id",
          "name",
          "kind",
          "parent",
          "sponsor",
          "official",
          "aliases",
          "ambiguous",
          "demonyms");

  static KnowledgeFile parse(String name, String yaml) {
    JsonNode root;
    try {
      root = new ObjectMapper(new YAMLFactory()).readTree(yaml);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(name + " is not YAML: " + e.getMessage(), e);
    }
    List<Entry> entries = new ArrayList<>();
    if (root.isMissingNode() || root.isNull()) {
      return new KnowledgeFile(name, List.of());
    }
    if (!root.isArray()) {
      throw new IllegalArgumentException(name + " must be a list of entries");
    }
    for (JsonNode node : root) {
      entries.add(new Parser(name, node).entry());
    }
    return new KnowledgeFile(name, List.copyOf(entries));
  }

  /** Reads one entry. */
  private record Parser(String file, JsonNode node) {

    Entry entry() {
      for (Iterator<String> fields = node.fieldNames(); fields.hasNext(); ) {
        String field = fields.next();
        if (!FIELDS.contains(field)) {
          throw mistake("has an unknown field '" + field + "', known are " + FIELDS);
        }
      }
      return new Entry(
          required("id"),
          required("name"),
          text("kind").orElse(""),
          text("parent"),
          text("sponsor"),
          node.path("official").asBoolean(false),
          list("aliases"),
          list("ambiguous"),
          list("demonyms"));
    }

    private String required(String field) {
      return text(field).orElseThrow(() -> mistake("needs a " + field));
    }

    private Optional<String> text(String field) {
      JsonNode value = node.path(field);
      if (value.isMissingNode() || value.isNull()) {
        return Optional.empty();
      }
      if (!value.isValueNode() || value.asText().isBlank()) {
        throw mistake("needs a word as " + field + ", not " + value);
      }
      return Optional.of(value.asText().strip());
    }

    private List<String> list(String field) {
      JsonNode value = node.path(field);
      if (value.isMissingNode() || value.isNull()) {
        return List.of();
      }
      if (!value.isArray()) {
        throw mistake("needs a list as " + field + ", not " + value);
      }
      List<String> names = new ArrayList<>();
      for (JsonNode name : value) {
        if (!name.isValueNode() || name.isNull() || name.asText().isBlank()) {
          throw mistake("has an empty name or none in " + field);
        }
        names.add(name.asText().strip());
      }
      return List.copyOf(names);
    }

    private IllegalArgumentException mistake(String what) {
      return new IllegalArgumentException(
          file + ", entry '" + node.path("id").asText("without an id") + "': " + what);
    }
  }
}
