package io.heistline.resolving;

import java.math.BigDecimal;

/**
 * A sum of money as it is stated.
 *
 * @param unit ISO 4217 code or ticker
 */
record Sum(String unit, double amount) {
  private static final String DOLLARS = "USD";

  private static final int CENTS = 100;

  static Sum ofCents(long cents) {
    return new Sum(DOLLARS, (double) cents / CENTS);
  }

  /** Of "850000 BTC". */
  static Sum parse(String amountAndUnit) {
    int space = amountAndUnit.indexOf(' ');
    return new Sum(
        amountAndUnit.substring(space + 1),
        new BigDecimal(amountAndUnit.substring(0, space)).doubleValue());
  }

  boolean isInDollars() {
    return unit.equals(DOLLARS);
  }

  /** Whether two sums in one unit differ by no more than a part of the larger. */
  boolean isWithin(double part, Sum other) {
    return unit.equals(other.unit)
        && Math.abs(amount - other.amount) <= part * Math.max(amount, other.amount);
  }
}
