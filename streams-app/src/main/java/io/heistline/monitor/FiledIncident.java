package io.heistline.monitor;

import io.heistline.json.LedgerJson;
import io.heistline.linking.Linker;
import io.heistline.model.EntityRef;
import io.heistline.model.Incident;
import io.heistline.model.LinkedActor;
import io.heistline.model.Loss;
import io.heistline.model.Period;
import io.heistline.model.Source;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;

/** An incident as it lies in the read model, with what it is found by. */
final class FiledIncident {
  private final Incident incident;
  private final long changedAt;
  private final Set<String> actors;
  private final Set<String> sponsors;
  private final String text;
  private volatile String json = "";

  /**
   * @param changedAt time of the record, in milliseconds since 1970
   */
  FiledIncident(Incident incident, long changedAt) {
    this.incident = incident;
    this.changedAt = changedAt;
    actors = Set.copyOf(actors(incident));
    sponsors =
        Set.copyOf(
            incident.getActors().stream().flatMap(actor -> actor.getSponsor().stream()).toList());
    text = lower(String.join("\n", names(incident)));
  }

  /** Those named, and all above them, as {@code incidents --actor} takes them. */
  private static Set<String> actors(Incident incident) {
    if (incident.getActors().isEmpty()) {
      return Set.of(Linker.UNATTRIBUTED.getId());
    }
    Set<String> ids = new TreeSet<>();
    for (LinkedActor actor : incident.getActors()) {
      ids.add(actor.getId());
      actor.getLineage().forEach(above -> ids.add(above.getId()));
    }
    return ids;
  }

  private static List<String> names(Incident incident) {
    List<String> names = new ArrayList<>();
    names.add(incident.getId());
    names.add(incident.getVictim().getName());
    names.addAll(incident.getKnownAs());
    for (LinkedActor actor : incident.getActors()) {
      names.add(actor.getId());
      names.add(actor.getName());
      actor.getLineage().stream().map(EntityRef::getName).forEach(names::add);
    }
    return names;
  }

  static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  Incident incident() {
    return incident;
  }

  String id() {
    return incident.getId();
  }

  /** Milliseconds since 1970. */
  long changedAt() {
    return changedAt;
  }

  /** First possible day; empty if no article says when. */
  Optional<LocalDate> from() {
    return incident.getPeriod().map(Period::getFrom);
  }

  /** Best loss, in cents of US dollars; empty if no article gives a figure. */
  OptionalLong lossCents() {
    return incident
        .getLoss()
        .map(Loss::getBestUsdCents)
        .map(OptionalLong::of)
        .orElseGet(OptionalLong::empty);
  }

  boolean blames(String actor) {
    return actors.contains(actor);
  }

  boolean isSponsoredBy(String sponsor) {
    return sponsors.contains(sponsor);
  }

  /** Whether the victim has this id, or one of its names holds this text. */
  boolean robs(String victim) {
    String sought = lower(victim);
    return incident.getVictim().getId().equals(sought)
        || lower(incident.getVictim().getName()).contains(sought)
        || incident.getKnownAs().stream().anyMatch(name -> lower(name).contains(sought));
  }

  /** Whether its id or a name in it holds this text, which is in lower case. */
  boolean mentions(String lowerText) {
    return text.contains(lowerText);
  }

  /** Claims that it quotes, in order. */
  List<String> claims() {
    return incident.getSources().stream().map(Source::getClaimId).distinct().toList();
  }

  /** As docs/json.md has it; made once, when first asked for. */
  String json() {
    String made = json;
    if (made.isEmpty()) {
      made = LedgerJson.incident(incident);
      json = made;
    }
    return made;
  }
}
