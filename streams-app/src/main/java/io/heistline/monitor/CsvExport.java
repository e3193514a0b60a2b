package io.heistline.monitor;

import io.heistline.model.ActorTotals;
import io.heistline.model.Incident;
import io.heistline.model.LinkedActor;
import io.heistline.model.Loss;
import io.heistline.model.Period;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * Tables as RFC 4180 has them. Text that a spreadsheet would take for a formula gets an apostrophe
 * in front; numbers never begin so.
 */
final class CsvExport {
  static final String TYPE = "text/csv; charset=utf-8; header=present";

  private static final String FORMULA_STARTS = "=+-@\t\r";
  private static final int CENT_PLACES = 2;

  private static final List<String> INCIDENT_COLUMNS =
      List.of(
          "id",
          "kind",
          "victim_id",
          "victim",
          "actor_ids",
          "actors",
          "certainties",
          "loss_low_usd",
          "loss_usd",
          "loss_high_usd",
          "recovered_usd",
          "records",
          "from",
          "to",
          "articles",
          "publishers",
          "loss_reason");

  private static final List<String> TOTALS_COLUMNS =
      List.of(
          "actor_id",
          "actor",
          "sponsor",
          "incidents",
          "loss_usd",
          "recovered_usd",
          "net_usd",
          "first",
          "last",
          "largest");

  private CsvExport() {}

  static String incidents(List<FiledIncident> incidents) {
    return table(INCIDENT_COLUMNS, incidents.stream().map(each -> row(each.incident())).toList());
  }

  static String totals(List<FiledTotals> totals) {
    return table(TOTALS_COLUMNS, totals.stream().map(each -> row(each.totals())).toList());
  }

  private static Object[] row(Incident incident) {
    Optional<Loss> loss = incident.getLoss();
    return new Object[] {
      text(incident.getId()),
      incident.getKind(),
      text(incident.getVictim().getId()),
      text(incident.getVictim().getName()),
      text(joined(incident.getActors(), LinkedActor::getId)),
      text(joined(incident.getActors(), LinkedActor::getName)),
      joined(incident.getActors(), actor -> actor.getCertainty().name()),
      dollars(loss.map(Loss::getLowUsdCents)),
      dollars(loss.map(Loss::getBestUsdCents)),
      dollars(loss.map(Loss::getHighUsdCents)),
      dollars(incident.getRecoveredUsdCents()),
      incident.getRecords().map(Object::toString).orElse(""),
      incident.getPeriod().map(Period::getFrom).map(Object::toString).orElse(""),
      incident.getPeriod().map(Period::getTo).map(Object::toString).orElse(""),
      incident.getArticles(),
      incident.getPublishers(),
      text(loss.map(Loss::getReason).orElse(""))
    };
  }

  private static Object[] row(ActorTotals totals) {
    return new Object[] {
      text(totals.getActor().getId()),
      text(totals.getActor().getName()),
      text(totals.getSponsor().orElse("")),
      totals.getIncidents(),
      dollars(Optional.of(totals.getLossUsdCents())),
      dollars(Optional.of(totals.getRecoveredUsdCents())),
      dollars(totals.getNetUsdCents()),
      text(totals.getFirst().map(each -> each.getId()).orElse("")),
      text(totals.getLast().map(each -> each.getId()).orElse("")),
      text(totals.getLargest().map(each -> each.getId()).orElse(""))
    };
  }

  private static String joined(List<LinkedActor> actors, Function<LinkedActor, String> part) {
    return actors.stream().map(part).collect(Collectors.joining("; "));
  }

  private static String dollars(Optional<Long> cents) {
    return cents.map(value -> BigDecimal.valueOf(value, CENT_PLACES).toPlainString()).orElse("");
  }

  /** Text that is nothing but text. */
  private static String text(String cell) {
    return !cell.isEmpty() && FORMULA_STARTS.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
  }

  private static String table(List<String> columns, List<Object[]> rows) {
    StringBuilder table = new StringBuilder();
    try (CSVPrinter printer = new CSVPrinter(table, CSVFormat.RFC4180)) {
      printer.printRecord(columns);
      for (Object[] row : rows) {
        printer.printRecord(Arrays.asList(row));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return table.toString();
  }
}
