package io.heistline.totalling;

import io.heistline.model.ActorFile;
import io.heistline.model.ActorTotals;
import io.heistline.model.EntityRef;
import io.heistline.model.Reported;
import io.heistline.model.Tally;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

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
      EntityRef actor,
      Optional<String> sponsor,
      ActorFile file,
      Landmarks landmarks,
      Collection<Reported> reports) {
    Map<String, Tally> years = Months.years(file.getMonths());
    return ActorTotals.newBuilder()
        .setActor(actor)
        .setSponsor(sponsor.orElse(null))
        .setIncidents(file.getIncidents())
        .setLossUsdCents(file.getLossUsdCents())
        .setRecoveredUsdCents(file.getRecoveredUsdCents())
        .setNetUsdCents(file.getNetUsdCents())
        .setLossByYear(losses(years))
        .setIncidentsByYear(counts(years))
        .setLossByKind(losses(file.getKinds()))
        .setIncidentsByKind(counts(file.getKinds()))
        .setByCertainty(file.getCertainties())
        .setLargest(landmarks.largest().orElse(null))
        .setFirst(landmarks.first().orElse(null))
        .setLast(landmarks.last().orElse(null))
        .setReported(besideComputed(Reports.list(reports), file))
        .build();
  }

  private static List<Reported> besideComputed(List<Reported> reports, ActorFile file) {
    return reports.stream()
        .map(
            report ->
                Reported.newBuilder(report)
                    .setComputedUsdCents(
                        Months.loss(file.getMonths(), report.getFrom(), report.getTo()))
                    .build())
        .toList();
  }

  private static Map<String, Long> losses(Map<String, Tally> tallies) {
    Map<String, Long> losses = new TreeMap<>();
    tallies.forEach((key, tally) -> losses.put(key, tally.getLossUsdCents()));
    losses.values().removeIf(loss -> loss == 0);
    return losses;
  }

  private static Map<String, Integer> counts(Map<String, Tally> tallies) {
    Map<String, Integer> counts = new TreeMap<>();
    tallies.forEach((key, tally) -> counts.put(key, tally.getIncidents()));
    return counts;
  }
}
