package io.heistline.webhooks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.heistline.monitor.IncidentFilter;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Webhooks as an operator lists them, in YAML. Secrets stand in files of their own, or in it. */
public final class WebhookFile {
  /** File that lists webhooks; without it there are none. */
  public static final String FILE = "HEISTLINE_WEBHOOKS";

  /** Each takes a thread, and a consumer with its connections. */
  static final int MOST_HOOKS = 20;

  private static final YAMLMapper YAML =
      YAMLMapper.builder().enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY).build();

  private static final Set<String> FIELDS =
      new TreeSet<>(
          Set.of("name", "url", "secret", "secretFile", "filter", "history", "allowPrivate"));

  private final Path file;

  private WebhookFile(Path file) {
    this.file = file;
  }

  /**
   * Those of the file that {@value #FILE} names.
   *
   * @throws IllegalArgumentException naming the file and the entry that makes no sense
   */
  public static List<Webhook> fromEnvironment(Map<String, String> environment) {
    String file = environment.getOrDefault(FILE, "").strip();
    return file.isEmpty() ? List.of() : read(Path.of(file));
  }

  /**
   * Those of a file.
   *
   * @throws IllegalArgumentException naming the file and the entry that makes no sense
   */
  public static List<Webhook> read(Path file) {
    return new WebhookFile(file).read();
  }

  private List<Webhook> read() {
    JsonNode root = parsed();
    if (!root.isArray()) {
      throw wrong("it is no list; begin entries like: - name: alerts");
    }
    if (root.size() > MOST_HOOKS) {
      throw wrong("it lists %d webhooks; %d can be had".formatted(root.size(), MOST_HOOKS));
    }
    Map<String, Webhook> hooks = new LinkedHashMap<>();
    int number = 0;
    for (JsonNode entry : root) {
      number++;
      try {
        Webhook hook = hook(entry);
        if (hooks.put(hook.name(), hook) != null) {
          throw new IllegalArgumentException("another has the name " + hook.name());
        }
      } catch (IllegalArgumentException e) {
        throw wrong("entry %d: %s".formatted(number, e.getMessage()));
      }
    }
    return List.copyOf(hooks.values());
  }

  private JsonNode parsed() {
    try {
      return YAML.readTree(Files.readString(file));
    } catch (JsonProcessingException e) {
      throw wrong("it is no YAML: " + e.getOriginalMessage());
    } catch (IOException e) {
      throw wrong("it cannot be read: " + e);
    }
  }

  private IllegalArgumentException wrong(String why) {
    return new IllegalArgumentException("webhooks in %s: %s".formatted(file, why));
  }

  private Webhook hook(JsonNode entry) {
    for (Iterator<String> names = entry.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (!FIELDS.contains(name)) {
        throw new IllegalArgumentException(
            "there is no field '%s'; give some of %s".formatted(name, String.join(", ", FIELDS)));
      }
    }
    return new Webhook(
        text(entry, "name").orElseThrow(() -> new IllegalArgumentException("it has no name")),
        URI.create(
            text(entry, "url").orElseThrow(() -> new IllegalArgumentException("it has no url"))),
        secrets(entry),
        filter(entry.path("filter")),
        flag(entry, "history"),
        flag(entry, "allowPrivate"));
  }

  private List<WebhookSecret> secrets(JsonNode entry) {
    List<String> texts = new ArrayList<>();
    text(entry, "secret").ifPresent(texts::add);
    text(entry, "secretFile").ifPresent(name -> texts.addAll(lines(name)));
    return texts.stream().map(WebhookSecret::of).toList();
  }

  /** Beside the list, unless it is named in full. */
  private List<String> lines(String name) {
    Path secrets = file.toAbsolutePath().resolveSibling(name);
    try {
      return Files.readAllLines(secrets).stream()
          .map(String::strip)
          .filter(line -> !line.isEmpty())
          .toList();
    } catch (IOException e) {
      throw new IllegalArgumentException("secretFile %s cannot be read: %s".formatted(secrets, e));
    }
  }

  private static IncidentFilter filter(JsonNode node) {
    if (!node.isObject() && !node.isMissingNode()) {
      throw new IllegalArgumentException("filter is no object; give one like {minUsd: 1000000}");
    }
    Map<String, String> parameters = new LinkedHashMap<>();
    node.properties().forEach(each -> parameters.put(each.getKey(), each.getValue().asText()));
    try {
      return IncidentFilter.of(parameters);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("filter: " + e.getMessage(), e);
    }
  }

  private static Optional<String> text(JsonNode entry, String field) {
    JsonNode value = entry.path(field);
    if (value.isMissingNode()) {
      return Optional.empty();
    }
    if (!value.isTextual() || value.textValue().isBlank()) {
      throw new IllegalArgumentException(field + " is no text");
    }
    return Optional.of(value.textValue().strip());
  }

  private static boolean flag(JsonNode entry, String field) {
    JsonNode value = entry.path(field);
    if (!value.isBoolean() && !value.isMissingNode()) {
      throw new IllegalArgumentException(field + " is not true or false");
    }
    return value.asBoolean(false);
  }
}
