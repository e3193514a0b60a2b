package io.heistline.resolving;

import io.heistline.model.Period;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** When an event took place, out of what the statements about it say. */
final class When {
  private When() {}

  /**
   * The narrowest period in the month (or year, where nobody names a month) that most publishers
   * agree on; of several, the one of the most publishers, then the earliest.
   */
  static Optional<Period> of(Collection<Statement> event) {
    List<Statement> dated = event.stream().filter(Statement::anchored).toList();
    Votes<Period> votes =
        Votes.of(dated.isEmpty() ? event : dated, statement -> statement.period().stream());
    Votes<YearMonth> months =
        Votes.of(
            dated.isEmpty() ? event : dated,
            statement -> statement.period().map(When::month).stream());
    return months.best(Comparator.reverseOrder()).flatMap(month -> narrowest(votes, month));
  }

  private static Optional<Period> narrowest(Votes<Period> votes, YearMonth month) {
    return votes.answers().stream()
        .filter(period -> month(period).equals(month))
        .min(
            Comparator.comparingLong(When::days)
                .thenComparing(period -> -votes.publishers(period::equals))
                .thenComparing(Period::getFrom));
  }

  /** The part of an incident's id that says when: YYYY-MM, or YYYY if only the year is known. */
  static String label(Period period) {
    return Statement.isNarrow(period) ? month(period).toString() : year(period);
  }

  /** The year that a loss counts in: the first, if the period spans several. */
  static String year(Period period) {
    return String.valueOf(period.getFrom().getYear());
  }

  /** Whether a period may have a day in common with another that is widened by some days. */
  static boolean near(Period one, Period other, long days) {
    return !one.getFrom().isAfter(other.getTo().plusDays(days))
        && !other.getFrom().isAfter(one.getTo().plusDays(days));
  }

  private static YearMonth month(Period period) {
    return YearMonth.from(period.getFrom());
  }

  private static long days(Period period) {
    return ChronoUnit.DAYS.between(period.getFrom(), period.getTo());
  }

  /** All periods of an event's statements. */
  static Stream<Period> all(Collection<Statement> event) {
    return event.stream().flatMap(statement -> statement.period().stream());
  }
}
