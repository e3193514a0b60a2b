package io.heistline.monitor;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The rules of STIX 2.1 (OASIS Standard, 10 June 2021) for the types that a bundle has, and what
 * the OASIS schemas add: sections 2.7 (identifiers), 2.13 (timestamps), 3.1 to 3.3 (common
 * properties, references), 4 (domain objects), 5.1 (relationships), 8 (bundle), 10 (vocabularies).
 */
final class StixRules {
  private static final Set<String> COMMON =
      Set.of(
          "type",
          "spec_version",
          "id",
          "created_by_ref",
          "created",
          "modified",
          "revoked",
          "labels",
          "confidence",
          "lang",
          "external_references",
          "object_marking_refs",
          "granular_markings",
          "extensions");

  private static final Set<String> COMMON_REQUIRED =
      Set.of("type", "spec_version", "id", "created", "modified");

  /** What a type has beside the common properties. */
  private record Type(Set<String> required, Set<String> optional) {}

  private static final Map<String, Type> TYPES =
      Map.of(
          "identity",
          new Type(
              Set.of("name"),
              Set.of("description", "roles", "identity_class", "sectors", "contact_information")),
          "threat-actor",
          new Type(
              Set.of("name"),
              Set.of(
                  "description",
                  "threat_actor_types",
                  "aliases",
                  "first_seen",
                  "last_seen",
                  "roles",
                  "goals",
                  "sophistication",
                  "resource_level",
                  "primary_motivation",
                  "secondary_motivations",
                  "personal_motivations")),
          "incident",
          new Type(Set.of("name"), Set.of("description")),
          "report",
          new Type(
              Set.of("name", "published", "object_refs"), Set.of("description", "report_types")),
          "relationship",
          new Type(
              Set.of("relationship_type", "source_ref", "target_ref"),
              Set.of("description", "start_time", "stop_time")));

  /** Words that the standard suggests; others may be, but nobody would know them. */
  private static final Map<String, Set<String>> VOCABULARIES =
      Map.of(
          "identity_class",
          Set.of("individual", "group", "system", "organization", "class", "unspecified"),
          "threat_actor_types",
          Set.of(
              "activist",
              "competitor",
              "crime-syndicate",
              "criminal",
              "hacker",
              "insider-accidental",
              "insider-disgruntled",
              "nation-state",
              "sensationalist",
              "spy",
              "terrorist",
              "unknown"),
          "report_types",
          Set.of(
              "attack-pattern",
              "campaign",
              "identity",
              "indicator",
              "intrusion-set",
              "malware",
              "observed-data",
              "threat-actor",
              "threat-report",
              "tool",
              "vulnerability"),
          "sectors",
          Set.of("government", "government-national", "financial-services", "technology"));

  /**
   * Relationships that the standard suggests. For incidents, which it leaves to a later version, it
   * suggests none and forbids none; these two are as OASIS's own extension for incidents names
   * them.
   */
  private static final Set<String> RELATIONSHIPS =
      Set.of(
          "threat-actor targets identity",
          "threat-actor attributed-to identity",
          "incident targets identity",
          "incident attributed-to threat-actor");

  private static final Set<String> TIMES = Set.of("created", "modified", "published");
  private static final Set<String> REFERENCES =
      Set.of("created_by_ref", "source_ref", "target_ref");
  private static final Set<String> REFERENCE_PARTS =
      Set.of("source_name", "description", "url", "hashes", "external_id");

  private static final String UUID =
      "[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}";
  private static final String TIME =
      "\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d+)?Z"; // RFC 3339, in UTC

  private final Map<String, JsonNode> objects = new LinkedHashMap<>();
  private final List<String> problems = new ArrayList<>();

  private StixRules() {}

  /** What is wrong with a bundle; nothing if it is one. */
  static List<String> problems(JsonNode bundle) {
    StixRules rules = new StixRules();
    rules.checkBundle(bundle);
    rules.objects.values().forEach(rules::check);
    return rules.problems;
  }

  private void wrong(JsonNode object, String what) {
    problems.add(object.path("id").asText() + ": " + what);
  }

  private void checkBundle(JsonNode bundle) {
    Set<String> names = new TreeSet<>();
    bundle.fieldNames().forEachRemaining(names::add);
    if (!names.equals(Set.of("type", "id", "objects"))) {
      wrong(bundle, "a bundle has type, id and objects, not " + names);
    }
    if (!bundle.path("type").asText().equals("bundle")
        || !bundle.path("id").asText().matches("bundle--" + UUID)) {
      wrong(bundle, "is no bundle by type and id");
    }
    if (bundle.path("objects").isEmpty()) {
      wrong(bundle, "a list may not be empty: objects");
    }
    for (JsonNode object : bundle.path("objects")) {
      if (objects.put(object.path("id").asText(), object) != null) {
        wrong(object, "is there twice");
      }
    }
  }

  private void check(JsonNode object) {
    Type type = TYPES.get(object.path("type").asText());
    if (type == null) {
      wrong(object, "there is no type " + object.path("type"));
      return;
    }
    checkProperties(object, type);
    if (!object.path("spec_version").asText().equals("2.1")) {
      wrong(object, "spec_version is not 2.1");
    }
    if (!object.path("id").asText().matches(object.path("type").asText() + "--" + UUID)) {
      wrong(object, "the id does not fit the type, or has no UUID");
    }
    checkTimes(object);
    checkReferences(object);
    object.path("external_references").forEach(each -> checkExternal(object, each));
    VOCABULARIES.forEach((name, words) -> checkWords(object, name, words));
    if (object.path("type").asText().equals("relationship")) {
      checkRelationship(object);
    }
  }

  private void checkProperties(JsonNode object, Type type) {
    Set<String> allowed =
        Stream.of(COMMON, type.required(), type.optional())
            .flatMap(Set::stream)
            .collect(Collectors.toSet());
    Stream.of(COMMON_REQUIRED, type.required())
        .flatMap(Set::stream)
        .filter(name -> !object.has(name))
        .forEach(name -> wrong(object, "has no " + name));
    for (Map.Entry<String, JsonNode> property : object.properties()) {
      JsonNode value = property.getValue();
      if (!allowed.contains(property.getKey())) {
        wrong(object, "there is no property " + property.getKey());
      }
      if (value.isNull() || (value.isContainerNode() && value.isEmpty())) {
        wrong(object, "what is not known is left out: " + property.getKey());
      }
      if (property.getKey().equals("name") && value.asText().isBlank()) {
        wrong(object, "the name is blank");
      }
    }
  }

  private void checkTimes(JsonNode object) {
    for (String name : TIMES) {
      String text = object.path(name).asText();
      if (object.has(name) && !(text.matches(TIME) && isTime(text))) {
        wrong(object, name + " is no timestamp: " + text);
        return;
      }
    }
    if (isTime(object.path("modified").asText())
        && isTime(object.path("created").asText())
        && Instant.parse(object.path("modified").asText())
            .isBefore(Instant.parse(object.path("created").asText()))) {
      wrong(object, "is modified before it is created");
    }
  }

  private static boolean isTime(String text) {
    try {
      Instant.parse(text);
      return true;
    } catch (DateTimeException e) {
      return false;
    }
  }

  private void checkReferences(JsonNode object) {
    for (String name : REFERENCES) {
      if (object.has(name) && !objects.containsKey(object.path(name).asText())) {
        wrong(object, name + " leads out of the bundle");
      }
    }
    Set<String> once = new TreeSet<>();
    for (JsonNode reference : object.path("object_refs")) {
      if (!objects.containsKey(reference.asText())) {
        wrong(object, "object_refs lead out of the bundle");
      }
      if (!once.add(reference.asText())) {
        wrong(object, "object_refs name one twice");
      }
    }
    if (object.has("created_by_ref")
        && !object.path("created_by_ref").asText().startsWith("identity--")) {
      wrong(object, "created_by_ref is no identity");
    }
  }

  private void checkExternal(JsonNode object, JsonNode reference) {
    Set<String> names = new TreeSet<>();
    reference.fieldNames().forEachRemaining(names::add);
    if (!REFERENCE_PARTS.containsAll(names)) {
      wrong(object, "an external reference has no such property: " + names);
    }
    if (reference.path("source_name").asText().isBlank()) {
      wrong(object, "an external reference has no source_name");
    }
    if (!reference.has("url") && !reference.has("description") && !reference.has("external_id")) {
      wrong(object, "an external reference leads nowhere");
    }
    if (reference.has("url") && !isUrl(reference.path("url").asText())) {
      wrong(object, "an external reference's url is none: " + reference.path("url"));
    }
  }

  private static boolean isUrl(String text) {
    try {
      URI url = new URI(text);
      return url.getScheme() != null && url.getHost() != null;
    } catch (URISyntaxException e) {
      return false;
    }
  }

  private void checkWords(JsonNode object, String name, Set<String> words) {
    JsonNode value = object.path(name);
    if (value.isTextual() && !words.contains(value.asText())) {
      wrong(object, name + " is no word of the vocabulary: " + value);
    }
    value.forEach(
        word -> {
          if (!words.contains(word.asText())) {
            wrong(object, name + " has no word of the vocabulary: " + word);
          }
        });
  }

  private void checkRelationship(JsonNode object) {
    String named =
        "%s %s %s"
            .formatted(
                type(object.path("source_ref")),
                object.path("relationship_type").asText(),
                type(object.path("target_ref")));
    if (!RELATIONSHIPS.contains(named)) {
      wrong(object, "there is no relationship " + named);
    }
  }

  private static String type(JsonNode reference) {
    return reference.asText().replaceFirst("--.*", "");
  }
}
