package io.heistline.totalling;

import io.heistline.model.ActorFile;
import io.heistline.model.ActorTotals;
import io.heistline.model.EntityRef;
import io.heistline.model.Reported;
import java.util.Collection;
import java.util.Optional;

/** Writes an actor's running sums down as its record in heistline.actor-totals. */
public final class Totals {
  private Totals() {}

  /**
   * The record.
   *
   * @param actor the actor, and
   * @param sponsor the state behind it, as its contributions name them
   */
  public static ActorTotals of(
      EntityRef actor, Optional<String> sponsor, ActorFile file, Collection<Reported> reports) {
    return ActorTotals.newBuilder()
        .setActor(actor)
        .setSponsor(sponsor.orElse(null))
        .setIncidents(file.getIncidents())
        .setLossUsdCents(file.getLossUsdCents())
        .setRecoveredUsdCents(file.getRecoveredUsdCents())
        .setLossByYear(file.getLossByYear())
        .setIncidentsByKind(file.getIncidentsByKind())
        .setReported(Reports.list(reports))
        .build();
  }
}
