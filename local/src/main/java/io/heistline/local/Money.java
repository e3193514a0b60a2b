package io.heistline.local;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** Money for people. */
final class Money {
  private static final long CENTS = 100;

  private Money() {}

  /** "$625,000,000"; cents only where there are any. */
  static String of(long cents) {
    String pattern = cents % CENTS == 0 ? "$#,##0;-$#,##0" : "$#,##0.00;-$#,##0.00";
    return new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT))
        .format(java.math.BigDecimal.valueOf(cents, 2));
  }
}
