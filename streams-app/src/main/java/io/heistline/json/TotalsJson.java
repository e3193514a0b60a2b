package io.heistline.json;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsFirst;

import io.heistline.model.ActorTotals;
import io.heistline.model.IncidentRef;
import io.heistline.model.Reported;
import io.heistline.model.Tally;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What an actor, or anyone below it, took, beside what others report.
 *
 * @param netUsd what is still missing; null in a record of an older version
 * @param byYear loss by year
 * @param byKind number of incidents by kind
 */
record TotalsJson(
    ActorIdJson actor,
    int incidents,
    BigDecimal lossUsd,
    BigDecimal recoveredUsd,
    @Nullable BigDecimal netUsd,
    SortedMap<String, BigDecimal> byYear,
    SortedMap<String, Integer> incidentsByYear,
    SortedMap<String, Integer> byKind,
    SortedMap<String, BigDecimal> lossByKind,
    SortedMap<String, TallyJson> byCertainty,
    @Nullable LandmarkJson largest,
    @Nullable LandmarkJson first,
    @Nullable LandmarkJson last,
    List<ReportedJson> reported) {
  private static final Comparator<ReportedJson> BY_PERIOD =
      comparing(ReportedJson::from, nullsFirst(naturalOrder()))
          .thenComparing(ReportedJson::to, nullsFirst(naturalOrder()))
          .thenComparing(ReportedJson::usd)
          .thenComparing(ReportedJson::by, nullsFirst(naturalOrder()));

  static TotalsJson of(ActorTotals totals) {
    return new TotalsJson(
        new ActorIdJson(
            totals.getActor().getId(),
            totals.getActor().getName(),
            totals.getSponsor().orElse(null)),
        totals.getIncidents(),
        Dollars.ofCents(totals.getLossUsdCents()),
        Dollars.ofCents(totals.getRecoveredUsdCents()),
        totals.getNetUsdCents().map(Dollars::ofCents).orElse(null),
        sorted(totals.getLossByYear(), Dollars::ofCents),
        new TreeMap<>(totals.getIncidentsByYear()),
        new TreeMap<>(totals.getIncidentsByKind()),
        sorted(totals.getLossByKind(), Dollars::ofCents),
        sorted(totals.getByCertainty(), TallyJson::of),
        totals.getLargest().map(LandmarkJson::of).orElse(null),
        totals.getFirst().map(LandmarkJson::of).orElse(null),
        totals.getLast().map(LandmarkJson::of).orElse(null),
        totals.getReported().stream().map(ReportedJson::of).sorted(BY_PERIOD).toList());
  }

  private static <V, W> SortedMap<String, W> sorted(Map<String, V> values, Function<V, W> as) {
    SortedMap<String, W> sorted = new TreeMap<>();
    values.forEach((key, value) -> sorted.put(key, as.apply(value)));
    return sorted;
  }

  /** The actor. */
  record ActorIdJson(String id, String name, @Nullable String sponsor) {}

  /** Some of the incidents. */
  record TallyJson(int incidents, BigDecimal lossUsd) {
    static TallyJson of(Tally tally) {
      return new TallyJson(tally.getIncidents(), Dollars.ofCents(tally.getLossUsdCents()));
    }
  }

  /** An incident that stands out. */
  record LandmarkJson(
      String id, String victim, @Nullable String from, @Nullable BigDecimal lossUsd) {
    static LandmarkJson of(IncidentRef incident) {
      return new LandmarkJson(
          incident.getId(),
          incident.getVictim(),
          incident.getFrom().map(Object::toString).orElse(null),
          incident.getLossUsdCents().map(Dollars::ofCents).orElse(null));
    }
  }

  /**
   * A total that somebody reports.
   *
   * @param by who reports it; null if no article says
   * @param valued whether usd was worked out at a rate
   * @param computedUsd what the ledger's incidents of the period come to; null in a record of an
   *     older version
   * @param coverage the part of usd that computedUsd is
   */
  record ReportedJson(
      BigDecimal usd,
      @Nullable String from,
      @Nullable String to,
      @Nullable String by,
      boolean valued,
      @Nullable BigDecimal computedUsd,
      @Nullable BigDecimal coverage) {
    /** Places of coverage after the point: one in ten thousand is beyond what any source knows. */
    private static final int COVERAGE_PLACES = 4;

    static ReportedJson of(Reported reported) {
      return new ReportedJson(
          Dollars.ofCents(reported.getUsdCents()),
          reported.getFrom().map(Object::toString).orElse(null),
          reported.getTo().map(Object::toString).orElse(null),
          reported.getBy().isEmpty() ? null : reported.getBy(),
          reported.getValued(),
          reported.getComputedUsdCents().map(Dollars::ofCents).orElse(null),
          reported
              .getComputedUsdCents()
              .filter(computed -> reported.getUsdCents() > 0)
              .map(computed -> coverage(computed, reported.getUsdCents()))
              .orElse(null));
    }

    private static BigDecimal coverage(long computed, long reported) {
      return Dollars.plain(
          BigDecimal.valueOf(computed)
              .divide(BigDecimal.valueOf(reported), COVERAGE_PLACES, RoundingMode.HALF_UP));
    }
  }
}
