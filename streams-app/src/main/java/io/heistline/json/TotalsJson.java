package io.heistline.json;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsFirst;

import io.heistline.model.ActorTotals;
import io.heistline.model.Reported;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What an actor, or anyone below it, took, beside what others report. */
record TotalsJson(
    ActorIdJson actor,
    int incidents,
    BigDecimal lossUsd,
    BigDecimal recoveredUsd,
    SortedMap<String, BigDecimal> byYear,
    SortedMap<String, Integer> byKind,
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
        byYear(totals.getLossByYear()),
        new TreeMap<>(totals.getIncidentsByKind()),
        totals.getReported().stream().map(ReportedJson::of).sorted(BY_PERIOD).toList());
  }

  private static SortedMap<String, BigDecimal> byYear(Map<String, Long> cents) {
    SortedMap<String, BigDecimal> dollars = new TreeMap<>();
    cents.forEach((year, amount) -> dollars.put(year, Dollars.ofCents(amount)));
    return dollars;
  }

  /** The actor. */
  record ActorIdJson(String id, String name, @Nullable String sponsor) {}

  /**
   * A total that somebody reports.
   *
   * @param by who reports it; null if no article says
   * @param valued whether usd was worked out at a rate
   */
  record ReportedJson(
      BigDecimal usd,
      @Nullable String from,
      @Nullable String to,
      @Nullable String by,
      boolean valued) {
    static ReportedJson of(Reported reported) {
      return new ReportedJson(
          Dollars.ofCents(reported.getUsdCents()),
          reported.getFrom().map(Object::toString).orElse(null),
          reported.getTo().map(Object::toString).orElse(null),
          reported.getBy().isEmpty() ? null : reported.getBy(),
          reported.getValued());
    }
  }
}
