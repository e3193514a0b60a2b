package io.heistline.monitor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.heistline.model.Certainty;
import io.heistline.model.EntityRef;
import io.heistline.model.Incident;
import io.heistline.model.LinkedActor;
import io.heistline.model.Loss;
import io.heistline.model.Period;
import io.heistline.model.Source;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Incidents as a bundle of STIX 2.1: victims and states as identities, actors as threat actors,
 * articles as reports. What is the same in the ledger has the same id in every bundle.
 */
final class StixBundle {
  static final String TYPE = "application/stix+json;version=2.1";

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  /** When what has no date of its own is said to be made: what it says does not change. */
  private static final Instant ALWAYS = Instant.parse("2026-01-01T00:00:00Z");

  private static final String HEISTLINE = id("identity", "heistline");
  private static final int CENT_PLACES = 2;
  private static final Set<String> SCHEMES = Set.of("http", "https");

  /** By id, so that the same incidents make the same bytes. */
  private final Map<String, ObjectNode> objects = new TreeMap<>();

  /** What each article's report speaks of. */
  private final Map<String, TreeSet<String>> reported = new TreeMap<>();

  private StixBundle() {}

  static JsonNode of(List<FiledIncident> incidents) {
    StixBundle bundle = new StixBundle();
    bundle.add(
        bundle
            .object("identity", "heistline", ALWAYS, ALWAYS)
            .put("name", "Heistline")
            .put("identity_class", "system"));
    incidents.forEach(bundle::add);
    bundle.closeReports();
    return bundle.json();
  }

  private JsonNode json() {
    ObjectNode bundle = Json.object().put("type", "bundle");
    StringBuilder content = new StringBuilder();
    objects.forEach((id, object) -> content.append(id).append(object.path("modified").asText()));
    bundle.put("id", id("bundle", content.toString()));
    ArrayNode all = bundle.putArray("objects");
    objects.values().forEach(all::add);
    return bundle;
  }

  private void add(FiledIncident filed) {
    Incident incident = filed.incident();
    String victim = victim(incident);
    String id = incident(filed);
    relate(id, "targets", victim, filed);
    for (LinkedActor actor : incident.getActors()) {
      if (actor.getCertainty() != Certainty.DENIED) {
        String blamed = actor(actor);
        relate(id, "attributed-to", blamed, filed);
        relate(blamed, "targets", victim, filed);
        incident.getSources().forEach(source -> report(source, blamed));
      }
    }
    incident.getSources().forEach(source -> report(source, id));
    incident.getSources().forEach(source -> report(source, victim));
  }

  private String victim(Incident incident) {
    EntityRef victim = incident.getVictim();
    return add(
        object("identity", "victim/" + victim.getId(), ALWAYS, ALWAYS)
            .put("name", victim.getName())
            .put("identity_class", "organization"));
  }

  private String incident(FiledIncident filed) {
    Incident incident = filed.incident();
    ObjectNode object =
        object("incident", incident.getId(), created(incident), modified(filed))
            .put("name", name(incident))
            .put("description", description(incident));
    ArrayNode references = object.putArray("external_references");
    references.addObject().put("source_name", "heistline").put("external_id", incident.getId());
    for (Source source : incident.getSources()) {
      reference(references, source).put("description", source.getSentence());
    }
    return add(object);
  }

  /** What is no address of the web is left out: the standard wants none or a right one. */
  private static ObjectNode reference(ArrayNode references, Source source) {
    ObjectNode reference = references.addObject().put("source_name", named(source));
    if (isOnTheWeb(source.getUrl())) {
      reference.put("url", source.getUrl());
    }
    return reference;
  }

  private static boolean isOnTheWeb(String url) {
    try {
      URI address = new URI(url);
      return address.getHost() != null && SCHEMES.contains(address.getScheme());
    } catch (URISyntaxException e) {
      return false;
    }
  }

  private static String named(Source source) {
    return Stream.of(source.getPublisher(), source.getUrl())
        .filter(name -> !name.isBlank())
        .findFirst()
        .orElse(source.getArticleId());
  }

  private static String name(Incident incident) {
    return incident.getPeriod().map(Period::getFrom).map(Object::toString).stream()
        .map(day -> incident.getVictim().getName() + ", " + day)
        .findFirst()
        .orElse(incident.getVictim().getName());
  }

  private static String description(Incident incident) {
    String what = "%s of %s".formatted(incident.getKind(), incident.getVictim().getName());
    return incident.getLoss().stream()
        .map(loss -> what + ", loss US$ " + dollars(loss) + ": " + loss.getReason())
        .findFirst()
        .orElse(what + ", no article gives a loss");
  }

  private static String dollars(Loss loss) {
    return BigDecimal.valueOf(loss.getBestUsdCents(), CENT_PLACES).toPlainString();
  }

  /** The actor and, if a state is behind it, that. */
  private String actor(LinkedActor actor) {
    ObjectNode object =
        object("threat-actor", actor.getId(), ALWAYS, ALWAYS).put("name", actor.getName());
    boolean sponsored = actor.getSponsor().isPresent();
    object.putArray("threat_actor_types").add(sponsored ? "nation-state" : "unknown");
    String id = add(object);
    actor
        .getSponsor()
        .ifPresent(
            sponsor -> {
              String state = state(sponsor, actor);
              relate(id, "attributed-to", state, ALWAYS, ALWAYS);
            });
    return id;
  }

  private String state(String sponsor, LinkedActor actor) {
    String name =
        actor.getLineage().stream()
            .filter(above -> above.getId().equals(sponsor))
            .map(EntityRef::getName)
            .findFirst()
            .orElse(sponsor);
    ObjectNode object =
        object("identity", "state/" + sponsor, ALWAYS, ALWAYS)
            .put("name", name)
            .put("identity_class", "organization");
    object.putArray("sectors").add("government-national");
    return add(object);
  }

  private void relate(String from, String how, String to, FiledIncident filed) {
    relate(from, how, to, created(filed.incident()), modified(filed));
  }

  private void relate(String from, String how, String to, Instant created, Instant modified) {
    String key = from + " " + how + " " + to;
    if (objects.containsKey(id("relationship", key))) {
      return; // known from another incident
    }
    boolean always = from.startsWith("threat-actor");
    add(
        object("relationship", key, always ? ALWAYS : created, always ? ALWAYS : modified)
            .put("relationship_type", how)
            .put("source_ref", from)
            .put("target_ref", to));
  }

  private void report(Source source, String about) {
    String key = "article/" + source.getArticleId();
    String id = id("report", key);
    if (!objects.containsKey(id)) {
      ObjectNode object =
          object("report", key, source.getPublishedAt(), source.getPublishedAt())
              .put("name", named(source) + ", " + TIME.format(source.getPublishedAt()))
              .put("published", TIME.format(source.getPublishedAt()));
      object.putArray("report_types").add("threat-report");
      reference(object.putArray("external_references"), source)
          .put("external_id", source.getArticleId());
      add(object);
    }
    reported.computeIfAbsent(id, none -> new TreeSet<>()).add(about);
  }

  private void closeReports() {
    reported.forEach(
        (id, about) -> {
          ObjectNode report = objects.get(id);
          if (report != null) {
            about.forEach(report.putArray("object_refs")::add);
          }
        });
  }

  private ObjectNode object(String type, String key, Instant created, Instant modified) {
    ObjectNode object =
        Json.object()
            .put("type", type)
            .put("spec_version", "2.1")
            .put("id", id(type, key))
            .put("created", TIME.format(created))
            .put("modified", TIME.format(modified.isBefore(created) ? created : modified));
    return key.equals("heistline") ? object : object.put("created_by_ref", HEISTLINE);
  }

  private String add(ObjectNode object) {
    String id = object.path("id").textValue();
    objects.put(id, object);
    return id;
  }

  private static String id(String type, String key) {
    return type + "--" + NamedUuid.of(NamedUuid.NAMESPACE, type + "/" + key);
  }

  /** When the first article that is quoted told of it. */
  private static Instant created(Incident incident) {
    return incident.getSources().stream()
        .map(Source::getPublishedAt)
        .min(Instant::compareTo)
        .orElse(ALWAYS);
  }

  private static Instant modified(FiledIncident filed) {
    return Instant.ofEpochMilli(filed.changedAt());
  }
}
