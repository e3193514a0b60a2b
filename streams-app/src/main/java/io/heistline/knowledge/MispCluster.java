package io.heistline.knowledge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A MISP galaxy cluster of actors, as https://github.com/MISP/misp-galaxy publishes them.
 *
 * @param type of the cluster: "threat-actor"
 * @param version of the cluster
 * @param actors in the order of the file
 * @param refused entries that name no actor
 */
public record MispCluster(
    String type, String version, List<MispActor> actors, List<Refused> refused) {
  /** A cluster of the world's actors has a thousand; more is a mistake. */
  public static final int MOST_ENTRIES = 50_000;

  private static final int MOST_SYNONYMS = 200;
  private static final int MOST_REFERENCES = 5;
  private static final String ACTORS = "actor";

  /** A vendor named behind a name: "TG-2884 (SCWX CTU)"; but "NoName057(16)" is all name. */
  private static final Pattern REMARK = Pattern.compile("\\s+\\([^()]*\\)$");

  /** An entry that is left out as a whole, by its place in the file, and why. */
  public record Refused(String place, String reason) {}

  /**
   * Reads a cluster.
   *
   * @param file its name, for errors
   * @throws KnowledgeException if it is no JSON, no MISP cluster, or one of something else
   */
  public static MispCluster parse(String file, String json) {
    JsonNode root;
    try {
      root = new ObjectMapper().readTree(json);
    } catch (JsonProcessingException e) {
      throw new KnowledgeException(
          "%s is not JSON (%s); give a MISP galaxy cluster"
              .formatted(file, e.getOriginalMessage().replaceAll("\\s+", " ")),
          e);
    }
    JsonNode values = root.path("values");
    if (!values.isArray()) {
      throw new KnowledgeException(
          file
              + " is no MISP galaxy cluster: it has no list of values; give a file like those in"
              + " https://github.com/MISP/misp-galaxy/tree/main/clusters");
    }
    String category = root.path("category").asText("");
    if (!category.equals(ACTORS)) {
      throw new KnowledgeException(
          "%s is a cluster of category '%s', and only actors are imported; give one of category '%s'"
              .formatted(file, category, ACTORS));
    }
    if (values.size() > MOST_ENTRIES) {
      throw new KnowledgeException(
          "%s has %d entries, more than %d; split it".formatted(file, values.size(), MOST_ENTRIES));
    }
    return read(file, root, values);
  }

  private static MispCluster read(String file, JsonNode root, JsonNode values) {
    List<MispActor> actors = new ArrayList<>();
    List<Refused> refused = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      JsonNode entry = values.get(i);
      String name = name(entry.path("value"));
      if (Names.normalise(name).isEmpty()) {
        refused.add(new Refused(place(file, i), "has no value, which is the actor's name"));
      } else if (name.length() > KnowledgeDesk.MOST_NAME_CHARACTERS) {
        refused.add(
            new Refused(
                place(file, i),
                "its value is longer than %d characters"
                    .formatted(KnowledgeDesk.MOST_NAME_CHARACTERS)));
      } else {
        actors.add(actor(name, entry));
      }
    }
    return new MispCluster(
        root.path("type").asText("unnamed"),
        root.path("version").asText("?"),
        List.copyOf(actors),
        List.copyOf(refused));
  }

  private static String place(String file, int index) {
    return "%s, entry %d".formatted(file, index + 1);
  }

  private static MispActor actor(String name, JsonNode entry) {
    JsonNode meta = entry.path("meta");
    return new MispActor(
        name,
        texts(meta.path("synonyms")).limit(MOST_SYNONYMS).toList(),
        text(meta.path("cfr-suspected-state-sponsor")).or(() -> text(meta.path("attribution"))),
        text(meta.path("country")).map(code -> code.toUpperCase(Locale.ROOT)),
        entry.path("description").asText(""),
        strings(meta.path("refs"))
            .filter(address -> address.startsWith("https://") || address.startsWith("http://"))
            .limit(MOST_REFERENCES)
            .toList());
  }

  /** The names in a list; a lone name will do. Too long ones are none. */
  private static Stream<String> texts(JsonNode list) {
    Stream<String> names = list.isTextual() ? Stream.of(list.asText()) : strings(list);
    return names
        .map(MispCluster::plain)
        .filter(name -> !Names.normalise(name).isEmpty())
        .filter(name -> name.length() <= KnowledgeDesk.MOST_NAME_CHARACTERS);
  }

  private static Stream<String> strings(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(
        each -> {
          if (each.isTextual()) {
            texts.add(each.asText());
          }
        });
    return texts.stream();
  }

  private static Optional<String> text(JsonNode node) {
    return node.isTextual() && !node.asText().isBlank()
        ? Optional.of(node.asText().strip())
        : Optional.empty();
  }

  private static String name(JsonNode value) {
    return value.isTextual() ? plain(value.asText()) : "";
  }

  private static String plain(String name) {
    String stripped = name.strip();
    Matcher remark = REMARK.matcher(stripped);
    String kept = remark.find() ? stripped.substring(0, remark.start()) : stripped;
    return kept.endsWith(",") ? kept.substring(0, kept.length() - 1).strip() : kept;
  }
}
