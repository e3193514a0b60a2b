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
 */
record DateMention(
    int from,
    int to,
    LocalDate first,
    LocalDate last,
    Precision precision,
    boolean span,
    boolean guessed) {

  static DateMention moment(
      int from, int to, LocalDate first, LocalDate last, Precision precision) {
    return new DateMention(from, to, first, last, precision, false, false);
  }

  static DateMention span(int from, int to, LocalDate first, LocalDate last) {
    return new DateMention(from, to, first, last, Precision.RANGE, true, false);
  }

  static DateMention month(int from, int to, YearMonth month) {
    return moment(from, to, month.atDay(1), month.atEndOfMonth(), Precision.MONTH);
  }

  static DateMention year(int from, int to, int year) {
    return moment(from, to, LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31), Precision.YEAR);
  }

  /** The same, of other words. */
  DateMention at(int begin, int end) {
    return new DateMention(begin, end, first, last, precision, span, guessed);
  }

  /** The same, of which the year is not said. */
  DateMention ofGuessedYear() {
    return new DateMention(from, to, first, last, precision, span, true);
  }

  /** The part of it from one day to another: "late 2014". */
  DateMention part(LocalDate begin, LocalDate end) {
    return new DateMention(from, to, begin, end, Precision.RANGE, span, guessed);
  }

  /** The same days of another year. */
  DateMention inYear(int year) {
    int later = year - first.getYear();
    LocalDate end =
        precision == Precision.MONTH
            ? YearMonth.from(last).plusYears(later).atEndOfMonth()
            : last.plusYears(later);
    return new DateMention(from, to, first.plusYears(later), end, precision, span, false);
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
