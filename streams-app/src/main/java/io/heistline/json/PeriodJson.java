package io.heistline.json;

import io.heistline.model.Period;

/** First and last possible day, YYYY-MM-DD. */
record PeriodJson(String from, String to) {
  static PeriodJson of(Period period) {
    return new PeriodJson(period.getFrom().toString(), period.getTo().toString());
  }
}
