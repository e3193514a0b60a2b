package io.heistline.totalling;

import io.heistline.model.IncidentRef;
import io.heistline.model.Tally;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * An actor's incidents by the month of their first possible day: as many sums as there are months,
 * however many incidents. Years and periods are added up from them.
 */
final class Months {
  /** Month and year of an incident whose date is not known. */
  static final String UNKNOWN = "unknown";

  private static final int YEAR_LENGTH = "2022".length();

  private Months() {}

  /** YYYY-MM, or {@link #UNKNOWN}. */
  static String of(IncidentRef incident) {
    return incident.getFrom().map(Months::of).orElse(UNKNOWN);
  }

  /** The sums of each year (YYYY, or {@link #UNKNOWN}). */
  static Map<String, Tally> years(Map<String, Tally> months) {
    Map<String, Tally> years = new TreeMap<>();
    months.forEach(
        (month, tally) ->
            years.merge(
                month.equals(UNKNOWN) ? UNKNOWN : month.substring(0, YEAR_LENGTH),
                tally,
                Months::plus));
    return years;
  }

  /**
   * The loss of the incidents of a period, in cents of US dollars. An incident belongs to it if its
   * first possible day lies in one of the months that the period touches; so one that began up to
   * 30 days before or after a period that starts or ends within a month counts, too. A period that
   * is open on a side reaches as far as there are dates; one that is open on both holds the
   * incidents without a date as well.
   */
  static long loss(Map<String, Tally> months, Optional<LocalDate> from, Optional<LocalDate> to) {
    boolean always = from.isEmpty() && to.isEmpty();
    String first = from.map(Months::of).orElse("");
    String last = to.map(Months::of).orElse(UNKNOWN);
    return months.entrySet().stream()
        .filter(month -> always || !month.getKey().equals(UNKNOWN))
        .filter(month -> month.getKey().compareTo(first) >= 0)
        .filter(month -> month.getKey().compareTo(last) <= 0)
        .mapToLong(month -> month.getValue().getLossUsdCents())
        .sum();
  }

  private static String of(LocalDate day) {
    return YearMonth.from(day).toString();
  }

  private static Tally plus(Tally one, Tally other) {
    return new Tally(
        one.getIncidents() + other.getIncidents(), one.getLossUsdCents() + other.getLossUsdCents());
  }
}
