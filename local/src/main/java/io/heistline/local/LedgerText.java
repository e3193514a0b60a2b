package io.heistline.local;

import io.heistline.model.ActorTotals;
import io.heistline.model.Amount;
import io.heistline.model.AmountRole;
import io.heistline.model.Certainty;
import io.heistline.model.Claim;
import io.heistline.model.Incident;
import io.heistline.model.IncidentRef;
import io.heistline.model.LinkedActor;
import io.heistline.model.LinkedClaim;
import io.heistline.model.Loss;
import io.heistline.model.Period;
import io.heistline.model.Reported;
import io.heistline.model.Tally;
import io.heistline.valuing.Valuation;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The ledger as tables for people. */
final class LedgerText {
  private static final int MONTH_LENGTH = "2022-03".length();
  private static final double PERCENT = 100.0;

  private static final List<TextTable.Column> INCIDENT_COLUMNS =
      List.of(
          TextTable.Column.left("WHEN"),
          TextTable.Column.left("VICTIM"),
          TextTable.Column.left("KIND"),
          TextTable.Column.right("LOSS"),
          TextTable.Column.left("REPORTED RANGE"),
          TextTable.Column.right("RECOVERED"),
          TextTable.Column.left("ACTORS"),
          TextTable.Column.right("ARTICLES"));

  private static final List<TextTable.Column> TOTALS_COLUMNS =
      List.of(
          TextTable.Column.left("ACTOR"),
          TextTable.Column.left("SPONSOR"),
          TextTable.Column.right("INCIDENTS"),
          TextTable.Column.right("LOSS"),
          TextTable.Column.right("SUSPECTED"),
          TextTable.Column.right("RECOVERED"),
          TextTable.Column.right("NET"),
          TextTable.Column.left("LARGEST"),
          TextTable.Column.left("FIRST"),
          TextTable.Column.left("LAST"));

  private static final List<TextTable.Column> REPORTED_COLUMNS =
      List.of(
          TextTable.Column.left("ACTOR"),
          TextTable.Column.right("REPORTED"),
          TextTable.Column.right("COMPUTED"),
          TextTable.Column.right("COVERAGE"),
          TextTable.Column.left("FROM"),
          TextTable.Column.left("TO"),
          TextTable.Column.left("BY"));

  private static final List<TextTable.Column> CLAIM_COLUMNS =
      List.of(
          TextTable.Column.left("SCOPE"),
          TextTable.Column.left("KIND"),
          TextTable.Column.left("VICTIM"),
          TextTable.Column.left("ACTORS"),
          TextTable.Column.left("AMOUNTS"),
          TextTable.Column.left("WHEN"),
          TextTable.Column.left("SAYS"),
          TextTable.Column.left("PUBLISHER"));

  private LedgerText() {}

  /** Everything: incidents, totals, and what others report. */
  static List<String> ledger(
      long articles, Collection<Incident> incidents, Collection<ActorTotals> totals) {
    List<String> lines = new ArrayList<>();
    lines.add("%d articles, %d incidents".formatted(articles, incidents.size()));
    lines.add("");
    lines.addAll(incidents(incidents));
    lines.add("");
    lines.addAll(totalsAndReported(totals));
    return lines;
  }

  /** Totals, and below them what others report, if anything. */
  static List<String> totalsAndReported(Collection<ActorTotals> totals) {
    List<String> lines = new ArrayList<>(totals(totals));
    List<String> reported = reported(totals);
    if (!reported.isEmpty()) {
      lines.add("");
      lines.addAll(reported);
    }
    return lines;
  }

  /** Incidents, latest first; those without a date last. */
  static List<String> incidents(Collection<Incident> incidents) {
    TextTable table = new TextTable(INCIDENT_COLUMNS);
    incidents.stream()
        .sorted(Comparator.comparing(LedgerText::from).reversed().thenComparing(Incident::getId))
        .forEach(incident -> table.add(row(incident)));
    return table.lines();
  }

  /** Totals, largest first. */
  static List<String> totals(Collection<ActorTotals> totals) {
    TextTable table = new TextTable(TOTALS_COLUMNS);
    bySize(totals).forEach(each -> table.add(row(each)));
    return table.lines();
  }

  /** What others report, beside the computed totals; no lines if there is nothing. */
  static List<String> reported(Collection<ActorTotals> totals) {
    TextTable table = new TextTable(REPORTED_COLUMNS);
    for (ActorTotals each : bySize(totals)) {
      each.getReported().stream()
          .sorted(
              Comparator.comparing((Reported reported) -> day(reported.getFrom()))
                  .thenComparing(reported -> day(reported.getTo()))
                  .thenComparing(Reported::getUsdCents))
          .forEach(reported -> table.add(row(each, reported)));
    }
    List<String> lines = table.lines();
    return lines.size() == 1 ? List.of() : lines;
  }

  /** Claims, in the order given. */
  static List<String> claims(Collection<LinkedClaim> claims) {
    TextTable table = new TextTable(CLAIM_COLUMNS);
    claims.forEach(claim -> table.add(row(claim)));
    return table.lines();
  }

  /** One claim in full: what, where it says so. */
  static List<String> claim(LinkedClaim linked) {
    List<String> cells = row(linked).stream().filter(cell -> !cell.isEmpty()).toList();
    return List.of(
        TextTable.cleanLine(String.join("; ", cells)),
        "  \"" + TextTable.cleanLine(linked.getClaim().getEvidence().getSentence()) + "\"");
  }

  private static List<ActorTotals> bySize(Collection<ActorTotals> totals) {
    return totals.stream()
        .sorted(
            Comparator.comparing(ActorTotals::getLossUsdCents)
                .thenComparing(ActorTotals::getIncidents)
                .reversed()
                .thenComparing(each -> each.getActor().getId()))
        .toList();
  }

  private static List<String> row(Incident incident) {
    return List.of(
        incident.getPeriod().map(LedgerText::when).orElse(""),
        incident.getVictim().getName(),
        lower(incident.getKind()),
        incident.getLoss().map(loss -> worth(loss.getBestUsdCents(), loss.getValued())).orElse(""),
        incident.getLoss().map(LedgerText::range).orElse(""),
        incident
            .getRecoveredUsdCents()
            .map(cents -> worth(cents, incident.getRecoveredValued()))
            .orElse(""),
        actors(incident.getActors()),
        Integer.toString(incident.getArticles()));
  }

  private static List<String> row(ActorTotals totals) {
    return List.of(
        totals.getActor().getName(),
        totals.getSponsor().orElse(""),
        Integer.toString(totals.getIncidents()),
        Money.of(totals.getLossUsdCents()),
        sum(suspected(totals)),
        sum(totals.getRecoveredUsdCents()),
        totals.getNetUsdCents().map(Money::of).orElse(""),
        totals.getLargest().map(IncidentRef::getVictim).orElse(""),
        month(totals.getFirst()),
        month(totals.getLast()));
  }

  private static long suspected(ActorTotals totals) {
    Tally tally = totals.getByCertainty().get(Certainty.SUSPECTED.name());
    return tally == null ? 0 : tally.getLossUsdCents();
  }

  private static String sum(long cents) {
    return cents == 0 ? "" : Money.of(cents);
  }

  private static String month(Optional<IncidentRef> incident) {
    return incident
        .flatMap(IncidentRef::getFrom)
        .map(day -> YearMonth.from(day).toString())
        .orElse("");
  }

  /** The part of a reported total that the ledger's incidents of its period come to. */
  private static String coverage(Reported reported) {
    return reported
        .getComputedUsdCents()
        .filter(computed -> reported.getUsdCents() > 0)
        .map(computed -> Math.round(PERCENT * computed / reported.getUsdCents()) + "%")
        .orElse("");
  }

  private static List<String> row(ActorTotals totals, Reported reported) {
    return List.of(
        totals.getActor().getName(),
        worth(reported.getUsdCents(), reported.getValued()),
        reported.getComputedUsdCents().map(Money::of).orElse(""),
        coverage(reported),
        day(reported.getFrom()),
        day(reported.getTo()),
        reported.getBy());
  }

  private static List<String> row(LinkedClaim linked) {
    Claim claim = linked.getClaim();
    return List.of(
        lower(claim.getScope()),
        lower(claim.getKind()),
        linked.getVictim().map(victim -> victim.getName()).orElse(""),
        actors(linked.getActors()),
        amounts(claim),
        claim.getPeriod().map(LedgerText::when).orElse(""),
        linked.getAttributedBy().stream()
            .map(source -> source.getName())
            .collect(Collectors.joining(", ")),
        claim.getPublisher());
  }

  private static String amounts(Claim claim) {
    String figures =
        claim.getAmounts().stream().map(LedgerText::amount).collect(Collectors.joining(", "));
    return figures.isEmpty() ? claim.getVagueAmount().orElse("") : figures;
  }

  /** "$625,000,000"; "850000 BTC (~$566,397,500)" where the dollars are not the article's own. */
  private static String amount(Amount amount) {
    String figure =
        Valuation.isStated(amount)
            ? amount.getUsdCents().map(Money::of).orElse("")
            : inItsCurrency(amount)
                + amount.getUsdCents().map(cents -> " (" + worth(cents, true) + ")").orElse("");
    return amount.getRole() == AmountRole.LOSS ? figure : lower(amount.getRole()) + " " + figure;
  }

  private static String inItsCurrency(Amount amount) {
    return amount.getValue().stripTrailingZeros().toPlainString() + " " + amount.getCurrency();
  }

  /** Money, with a tilde if it was worked out at a rate. */
  private static String worth(long cents, boolean valued) {
    return (valued ? "~" : "") + Money.of(cents);
  }

  private static String actors(List<LinkedActor> actors) {
    return actors.stream()
        .map(
            actor ->
                actor.getCertainty() == Certainty.CONFIRMED
                    ? actor.getName()
                    : actor.getName() + " (" + lower(actor.getCertainty()) + ")")
        .collect(Collectors.joining(", "));
  }

  private static String range(Loss loss) {
    return loss.getLowUsdCents() == loss.getHighUsdCents()
        ? ""
        : Money.of(loss.getLowUsdCents()) + " to " + Money.of(loss.getHighUsdCents());
  }

  private static String when(Period period) {
    String from = period.getFrom().toString();
    return switch (period.getPrecision()) {
      case DAY -> from;
      case MONTH -> from.substring(0, MONTH_LENGTH);
      case YEAR -> Integer.toString(period.getFrom().getYear());
      case RANGE -> from + " to " + period.getTo();
    };
  }

  private static String from(Incident incident) {
    return day(incident.getPeriod().map(Period::getFrom));
  }

  private static String day(Optional<LocalDate> day) {
    return day.map(LocalDate::toString).orElse("");
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
