package io.heistline.reading;

import io.heistline.model.Period;
import io.heistline.model.Precision;
import java.time.LocalDate;
import java.time.YearMonth;

/**
 * A date or span in a sentence.
 *
 * @param from first token
 * @param to behind the last token
 * @param first first possible day
 * @param last last possible day
 * @param precision what the text gave
 * @param span whether it speaks of a stretch of time, not of one moment in it: "since 2017"
 * @param guessed whether the year is not said: "in March" is the last March
 * @param begun last possible day of its beginning: that of a stretch, where it is said
 */
record DateMention(
    int from,
    int to,
    LocalDate first,
    LocalDate last,
    Precision precision,
    boolean span,
    boolean guessed,
    LocalDate begun) {

  static DateMention moment(
      int from, int to, LocalDate first, LocalDate last, Precision precision) {
    return new DateMention(from, to, first, last, precision, false, false, last);
  }

  static DateMention span(int from, int to, LocalDate first, LocalDate last) {
    return new DateMention(from, to, first, last, Precision.RANGE, true, false, last);
  }

  /** The stretch from a moment on. */
  static DateMention stretch(int from, int to, DateMention begin, LocalDate last) {
    LocalDate begun = begin.last().isBefore(last) ? begin.last() : last;
    return new DateMention(from, to, begin.first(), last, Precision.RANGE, true, false, begun);
  }

  static DateMention month(int from, int to, YearMonth month) {
    return moment(from, to, month.atDay(1), month.atEndOfMonth(), Precision.MONTH);
  }

  static DateMention year(int from, int to, int year) {
    return moment(from, to, LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31), Precision.YEAR);
  }

  /** The same, of other words. */
  DateMention at(int begin, int end) {
    return new DateMention(begin, end, first, last, precision, span, guessed, begun);
  }

  /** The same, of which the year is not said. */
  DateMention ofGuessedYear() {
    return new DateMention(from, to, first, last, precision, span, true, begun);
  }

  /** The part of it from one day to another: "late 2014". */
  DateMention part(LocalDate begin, LocalDate end) {
    LocalDate opened = span && begun.isBefore(end) ? begun : end;
    return new DateMention(from, to, begin, end, Precision.RANGE, span, guessed, opened);
  }

  /** The same days of another year. */
  DateMention inYear(int year) {
    int later = year - first.getYear();
    LocalDate end =
        precision == Precision.MONTH
            ? YearMonth.from(last).plusYears(later).atEndOfMonth()
            : last.plusYears(later);
    LocalDate opened = begun.equals(last) ? end : begun.plusYears(later);
    return new DateMention(from, to, first.plusYears(later), end, precision, span, false, opened);
  }

  /** Whether it is a stretch of which the beginning is said: "between May and July". */
  boolean hasBeginning() {
    return span && begun.isBefore(last);
  }

  /** When a stretch began, as narrowly as it is said. */
  DateMention beginning() {
    return new DateMention(from, to, first, begun, widthOf(first, begun), false, guessed, begun);
  }

  private static Precision widthOf(LocalDate first, LocalDate last) {
    if (first.equals(last)) {
      return Precision.DAY;
    }
    if (first.getDayOfYear() == 1 && last.equals(first.plusYears(1).minusDays(1))) {
      return Precision.YEAR;
    }
    boolean month = first.getDayOfMonth() == 1 && last.equals(first.plusMonths(1).minusDays(1));
    return month ? Precision.MONTH : Precision.RANGE;
  }

  boolean isYear() {
    return precision == Precision.YEAR;
  }

  /** Whether all of it lies in another. */
  boolean isWithin(DateMention other) {
    return !first.isBefore(other.first()) && !last.isAfter(other.last());
  }

  Period period() {
    return new Period(first, last, precision);
  }
}
