package io.heistline.knowledge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.heistline.model.KnownIncident;
import io.heistline.model.KnownSum;
import io.heistline.model.Period;
import io.heistline.model.Precision;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A YAML file of {@link Entry entries}, read strictly: a field that nobody knows, or a text where a
 * list belongs, is an error that names the file and the entry.
 *
 * @param name of the file, for errors
 * @param entries in the file's order
 */
record KnowledgeFile(String name, List<Entry> entries) {
  private static final Pattern SUM = Pattern.compile("(\\d{1,15}(?:\\.\\d{1,8})?) ([A-Z]{2,6})");

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
          "demonyms",
          "incidents",
          "until");

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
          list("demonyms"),
          incidents(),
          text("until").map(this::month));
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

    /** "{when: 2014-02, lost: [850000 BTC, 473000000 USD]}" each. */
    private List<KnownIncident> incidents() {
      List<KnownIncident> incidents = new ArrayList<>();
      for (JsonNode incident : node.path("incidents")) {
        JsonNode when = incident.path("when");
        List<KnownSum> lost = new ArrayList<>();
        incident.path("lost").forEach(sum -> lost.add(sum(sum.asText())));
        if (!when.isTextual() || lost.isEmpty() || incident.size() != 2) {
          throw mistake("needs when (YYYY-MM) and lost in each of its incidents, not " + incident);
        }
        incidents.add(new KnownIncident(month(when.asText()), lost));
      }
      return List.copyOf(incidents);
    }

    private Period month(String text) {
      try {
        YearMonth month = YearMonth.parse(text);
        return new Period(month.atDay(1), month.atEndOfMonth(), Precision.MONTH);
      } catch (DateTimeParseException e) {
        throw mistake("needs a month such as 2014-02 in its incidents or as until, not " + text);
      }
    }

    private KnownSum sum(String text) {
      Matcher sum = SUM.matcher(text);
      if (!sum.matches()) {
        throw mistake("needs a sum such as 850000 BTC in its incidents, not " + text);
      }
      return new KnownSum(Double.parseDouble(sum.group(1)), sum.group(2));
    }

    private IllegalArgumentException mistake(String what) {
      return new IllegalArgumentException(
          file + ", entry '" + node.path("id").asText("without an id") + "': " + what);
    }
  }
}
