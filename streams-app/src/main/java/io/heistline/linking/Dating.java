package io.heistline.linking;

import io.heistline.model.Claim;
import io.heistline.model.Period;
import io.heistline.model.Precision;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** What a claim's period is worth. */
public final class Dating {
  /**
   * Days that a report may lie behind what is still news in it; reading takes what is undated to
   * have happened within so many.
   */
  private static final int FRESH_DAYS = 14;

  private Dating() {}

  /** The day of publication. */
  public static LocalDate published(Claim claim) {
    return LocalDate.ofInstant(claim.getPublishedAt(), ZoneOffset.UTC);
  }

  /**
   * Whether a claim's period is no more than that it is news: a stretch that reaches up to the
   * report, as reading gives to what it finds undated. Who knows when it was names a day or a
   * month.
   */
  public static boolean isFresh(Claim claim) {
    LocalDate fresh = published(claim).minusDays(FRESH_DAYS);
    return claim
        .getPeriod()
        .filter(period -> period.getPrecision() == Precision.RANGE)
        .filter(period -> days(period) >= FRESH_DAYS)
        .filter(period -> !period.getTo().isBefore(fresh))
        .isPresent();
  }

  private static long days(Period period) {
    return ChronoUnit.DAYS.between(period.getFrom(), period.getTo());
  }
}
