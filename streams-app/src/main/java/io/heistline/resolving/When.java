package io.heistline.resolving;

import io.heistline.model.Period;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** When an event took place, out of what the statements about it say. */
final class When {
  /**
   * The longest period, in days, that tells one event from another: two months, since a report may
   * say "in May or June" but hardly more. A year does not tell Bithumb's June from its March.
   */
  static final int LONGEST_ANCHOR_DAYS = 62;

  private When() {}

  /**
   * The narrowest period in the weightiest month (or year, where nobody names a month); of several,
   * the weightiest, then the earliest. That it is news counts where nobody says more.
   */
  static Optional<Period> of(Collection<Statement> event) {
    List<Statement> telling = telling(event);
    Votes<Period> votes = Votes.of(telling, statement -> statement.period().stream());
    Votes<YearMonth> months =
        Votes.of(telling, statement -> statement.period().map(When::month).stream());
    return months.best(Comparator.reverseOrder()).flatMap(month -> narrowest(votes, month));
  }

  private static List<Statement> telling(Collection<Statement> event) {
    List<Statement> narrow = only(event, one -> one.dated() && one.anchored());
    List<Statement> wide = only(event, Statement::dated);
    List<Statement> news = only(event, Statement::isNews);
    List<Statement> newsOfThen = only(news, one -> wide.isEmpty() || touches(one, wide));
    return Stream.of(narrow, newsOfThen, wide)
        .filter(some -> !some.isEmpty())
        .findFirst()
        .orElseGet(() -> List.copyOf(event));
  }

  private static boolean touches(Statement one, List<Statement> others) {
    Period period = one.period().orElseThrow();
    return all(others).anyMatch(other -> apart(period, other) == 0);
  }

  private static List<Statement> only(Collection<Statement> event, Predicate<Statement> which) {
    return event.stream().filter(which).toList();
  }

  private static Optional<Period> narrowest(Votes<Period> votes, YearMonth month) {
    return votes.answers().stream()
        .filter(period -> month(period).equals(month))
        .min(
            Comparator.comparingLong(When::days)
                .thenComparing(period -> -votes.weight(period))
                .thenComparing(Period::getFrom)
                .thenComparing(Period::getPrecision));
  }

  /** The part of an incident's id that says when: YYYY-MM, or YYYY if only the year is known. */
  static String label(Period period) {
    return isNarrow(period) ? month(period).toString() : year(period);
  }

  /** The year that a loss counts in: the first, if the period spans several. */
  static String year(Period period) {
    return String.valueOf(period.getFrom().getYear());
  }

  static boolean isNarrow(Period period) {
    return days(period) < LONGEST_ANCHOR_DAYS;
  }

  /** Days between two periods; 0 if they have one in common. */
  static long apart(Period one, Period other) {
    return Math.max(
        0,
        Math.max(
            ChronoUnit.DAYS.between(one.getTo(), other.getFrom()),
            ChronoUnit.DAYS.between(other.getTo(), one.getFrom())));
  }

  /** Days from a period's first to its last. */
  static long days(Period period) {
    return ChronoUnit.DAYS.between(period.getFrom(), period.getTo());
  }

  /** All periods of an event's statements. */
  static Stream<Period> all(Collection<Statement> event) {
    return event.stream().flatMap(statement -> statement.period().stream());
  }

  /** The first day of which any statement says that it may be the one. */
  static Optional<LocalDate> begin(Collection<Statement> event) {
    return all(event).map(Period::getFrom).min(Comparator.naturalOrder());
  }

  private static YearMonth month(Period period) {
    return YearMonth.from(period.getFrom());
  }
}
