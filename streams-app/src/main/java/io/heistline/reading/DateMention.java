package io.heistline.reading;

import io.heistline.model.Period;
import io.heistline.model.Precision;
import java.time.LocalDate;

/**
 * A date or span in a sentence.
 *
 * @param from first token
 * @param to behind the last token
 * @param first first possible day
 * @param last last possible day
 * @param precision what the text gave
 * @param span whether it speaks of a stretch of time, not of one moment in it: "since 2017"
 */
record DateMention(
    int from, int to, LocalDate first, LocalDate last, Precision precision, boolean span) {

  static DateMention moment(
      int from, int to, LocalDate first, LocalDate last, Precision precision) {
    return new DateMention(from, to, first, last, precision, false);
  }

  static DateMention span(int from, int to, LocalDate first, LocalDate last) {
    return new DateMention(from, to, first, last, Precision.RANGE, true);
  }

  Period period() {
    return new Period(first, last, precision);
  }
}
