package io.heistline.json;

import java.math.BigDecimal;

/** Money as the contract gives it: dollars, whole ones without a fraction, else two decimals. */
final class Dollars {
  private static final long CENTS = 100;

  private Dollars() {}

  static BigDecimal ofCents(long cents) {
    return cents % CENTS == 0 ? BigDecimal.valueOf(cents / CENTS) : BigDecimal.valueOf(cents, 2);
  }

  /** Any exact decimal without trailing zeros and without an exponent. */
  static BigDecimal plain(BigDecimal value) {
    BigDecimal stripped = value.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }
}
