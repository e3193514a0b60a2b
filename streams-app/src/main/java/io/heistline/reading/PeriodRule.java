package io.heistline.reading;

import io.heistline.model.Period;
import io.heistline.model.Precision;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * When an incident happened, out of the dates that an article gives it. News tells its date early:
 * a recent date near the top first, then any narrow date there, then a year; an undated main
 * incident is fresh.
 */
final class PeriodRule {
  /**
   * Days before publication within which an undated main incident is taken to have happened: news
   * is news within a fortnight.
   */
  private static final int FRESH_DAYS = 14;

  /** Sentences from the top in which a main incident's date is looked for; later ones look back. */
  private static final int DATED_SENTENCES = 15;

  /** Days before publication within which a date is an item's news rather than its background. */
  static final int RECENT_DAYS = 45;

  /** A stretch of time longer than a quarter tells of a series, not of an event. */
  private static final int SHORT_SPAN_DAYS = 92;

  private PeriodRule() {}

  /**
   * When it happened. News tells its date early: a recent date near the top first, then any narrow
   * date there, then a year; an undated main incident is fresh.
   */
  static Optional<Period> period(
      List<Statement> statements, boolean main, boolean aftermath, LocalDate published) {
    List<DateMention> dates =
        statements.stream()
            .filter(s -> !main || s.index() < DATED_SENTENCES)
            .flatMap(s -> s.date().stream())
            .filter(date -> !date.span() || isShort(date))
            .toList();
    Optional<DateMention> recent =
        dates.stream()
            .filter(date -> main && !aftermath && date.precision() != Precision.YEAR)
            .filter(date -> date.last().isAfter(published.minusDays(RECENT_DAYS)))
            .findFirst();
    Optional<DateMention> best = recent.or(() -> narrowest(dates));
    if (best.isPresent()) {
      return best.map(DateMention::period);
    }
    return main && !aftermath
        ? Optional.of(new Period(published.minusDays(FRESH_DAYS), published, Precision.RANGE))
        : Optional.empty();
  }

  /** The first narrow date, unless a year stands before that it does not fall in. */
  private static Optional<DateMention> narrowest(List<DateMention> dates) {
    Optional<DateMention> first = dates.stream().findFirst();
    Optional<DateMention> narrow =
        dates.stream().filter(date -> date.precision() != Precision.YEAR).findFirst();
    boolean yearStands =
        first.filter(date -> date.precision() == Precision.YEAR).isPresent()
            && narrow.filter(date -> isWithin(date, first.get())).isEmpty();
    return yearStands ? first : narrow;
  }

  /** A stretch that still tells when: "between mid-May and July". */
  private static boolean isShort(DateMention span) {
    return span.last().isBefore(span.first().plusDays(SHORT_SPAN_DAYS));
  }

  private static boolean isWithin(DateMention date, DateMention year) {
    return !date.first().isBefore(year.first()) && !date.last().isAfter(year.last());
  }
}
