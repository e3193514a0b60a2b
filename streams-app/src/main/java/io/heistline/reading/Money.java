package io.heistline.reading;

import io.heistline.model.Amount;
import io.heistline.model.AmountRole;
import io.heistline.model.Bound;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * An amount of money in a sentence.
 *
 * @param from first token
 * @param to behind the last token
 * @param value in units of the currency; the middle of a range
 * @param currency ISO 4217 code or ticker
 * @param usdCents in cents of US dollars, where the text gives them
 * @param bound whether the figure bounds the amount
 * @param text the words
 */
record Money(
    int from,
    int to,
    BigDecimal value,
    String currency,
    Optional<Long> usdCents,
    Bound bound,
    String text) {
  /** Digits behind the decimal point in the data model. */
  private static final int SCALE = 8;

  /** Beyond a hundred trillion of anything the text is no report of a theft. */
  static final BigDecimal MOST = new BigDecimal("100000000000000");

  /** Two figures this close, by part of the larger, are one. */
  private static final BigDecimal SAME_FIGURE = new BigDecimal("0.05");

  static final String USD = "USD";

  static Money of(int from, int to, BigDecimal value, String currency, Bound bound, String text) {
    return new Money(
        from,
        to,
        value,
        currency,
        currency.equals(USD) || Units.isWorthADollar(currency)
            ? Optional.of(cents(value))
            : Optional.empty(),
        bound,
        text);
  }

  /** This native amount with what the text says it is worth: "440 ETH ($1.75M)". */
  Money worth(Money usd, int to, String words) {
    return new Money(Math.min(from, usd.from), to, value, currency, usd.usdCents, usd.bound, words);
  }

  Money with(int newFrom, Bound newBound, String words) {
    return new Money(newFrom, to, value, currency, usdCents, newBound, words);
  }

  /** What the amount is compared by: dollars where known, else its own unit. */
  BigDecimal size() {
    return usdCents.map(cents -> BigDecimal.valueOf(cents, 2)).orElse(value);
  }

  /** Whether two figures are one, rounded twice: in one unit or both in dollars, and close. */
  boolean isSameFigure(Money other) {
    if (currency.equals(other.currency) && isClose(value, other.value)) {
      return true;
    }
    if (usdCents.isPresent() != other.usdCents.isPresent()) {
      return false;
    }
    boolean comparable = usdCents.isPresent() || currency.equals(other.currency);
    return comparable && isClose(size(), other.size());
  }

  /** Whether two sums are one, rounded twice. */
  static boolean isClose(BigDecimal a, BigDecimal b) {
    return a.subtract(b).abs().compareTo(a.max(b).multiply(SAME_FIGURE)) <= 0;
  }

  boolean isDollars() {
    return currency.equals(USD);
  }

  boolean isSmall() {
    return usdCents.isPresent() && usdCents.get() < SMALL_CENTS;
  }

  Amount amount(AmountRole role) {
    return Amount.newBuilder()
        .setRole(role)
        .setValue(value.setScale(SCALE, RoundingMode.HALF_EVEN))
        .setCurrency(currency)
        .setUsdCents(usdCents.orElse(null))
        .setBound(bound)
        .setText(text)
        .build();
  }

  /** Less than 100 dollars is the price of a thing, not a theft that makes the news. */
  private static final long SMALL_CENTS = 100_00;

  private static long cents(BigDecimal usd) {
    return usd.movePointRight(2).setScale(0, RoundingMode.HALF_EVEN).longValueExact();
  }
}
