package io.heistline.monitor;

import io.heistline.model.Certainty;
import io.heistline.model.EntityRef;
import io.heistline.model.Incident;
import io.heistline.model.Kind;
import io.heistline.model.LinkedActor;
import io.heistline.model.Loss;
import io.heistline.model.Period;
import io.heistline.model.Precision;
import io.heistline.model.Source;
import io.heistline.topics.ModelClasses;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Incidents for tests. */
final class Ledger {
  static final LinkedActor LAZARUS =
      new LinkedActor(
          "lazarus-group",
          "Lazarus Group",
          "north-korea",
          List.of(new EntityRef("north-korea", "North Korea")),
          Certainty.CONFIRMED);

  private Ledger() {}

  /**
   * An incident of a victim.
   *
   * @param day when; null if nobody says
   * @param dollars loss; null if nobody says
   */
  static Incident.Builder incident(String id, @Nullable String day, @Nullable Long dollars) {
    ModelClasses.trust();
    String victim = id.replaceAll("-\\d{4}.*|-undated", "");
    return Incident.newBuilder()
        .setId(id)
        .setVictim(new EntityRef(victim, victim.toUpperCase(java.util.Locale.ROOT)))
        .setKnownAs(List.of())
        .setKind(Kind.THEFT)
        .setActors(List.of())
        .setLoss(
            dollars == null
                ? null
                : new Loss(dollars * 100, dollars * 100, dollars * 100, "one says so", false))
        .setPeriod(
            day == null
                ? null
                : new Period(LocalDate.parse(day), LocalDate.parse(day), Precision.DAY))
        .setClaims(1)
        .setArticles(1)
        .setPublishers(1)
        .setSources(
            List.of(
                new Source(
                    id + "-claim",
                    id + "-article",
                    "https://news.example/" + id,
                    "The Wire",
                    Instant.parse("2024-01-02T03:04:05Z"),
                    "It was stolen.")));
  }

  static FiledIncident filed(Incident.Builder incident, long changedAt) {
    return new FiledIncident(incident.build(), changedAt);
  }
}
