package io.heistline.valuing;

import io.heistline.model.Amount;
import io.heistline.model.Claim;
import io.heistline.model.Period;
import io.heistline.model.Rate;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Values the amounts of a claim that are given in another currency only, at the rate of a month. An
 * amount that the article states in dollars stays as it is.
 */
public final class Valuation {
  /** Rates that one claim looks up; a claim names fewer amounts. */
  public static final int MOST_RATES = 10;

  /** Tokens that stand for a coin one to one, by the coin whose rate is theirs. */
  private static final Map<String, String> STANDS_FOR = Map.of("WETH", "ETH", "WBTC", "BTC");

  /** In dollars; beyond a hundred trillion an amount or its rate is a slip. */
  private static final BigDecimal MOST_USD = new BigDecimal("100000000000000");

  /** By role, and in each role what is stated in dollars before what is not. */
  private static final Comparator<Amount> STATED_FIRST =
      Comparator.comparing(Amount::getRole).thenComparing(amount -> !isStated(amount));

  private Valuation() {}

  /** Keys of the rates that a claim's amounts need, sorted, each once. */
  public static Collection<String> keys(Claim claim) {
    YearMonth month = month(claim);
    return claim.getAmounts().stream()
        .filter(amount -> !isStated(amount))
        .map(amount -> key(amount, month))
        .distinct()
        .limit(MOST_RATES)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /**
   * The claim with its amounts valued, those that are stated in dollars first in their role. An
   * amount without a rate stays without dollars.
   *
   * @param rates what is known under each of the {@link #keys}
   */
  public static Claim value(Claim claim, Function<String, Optional<Rate>> rates) {
    if (claim.getAmounts().stream().allMatch(Valuation::isStated)) {
      return claim;
    }
    YearMonth month = month(claim);
    List<Amount> amounts =
        claim.getAmounts().stream()
            .sorted(STATED_FIRST)
            .map(amount -> isStated(amount) ? amount : value(amount, rates, key(amount, month)))
            .toList();
    return Claim.newBuilder(claim).setAmounts(amounts).build();
  }

  /** Keys of the rates for want of which amounts of a valued claim are without dollars. */
  public static Collection<String> missing(Claim claim) {
    YearMonth month = month(claim);
    return claim.getAmounts().stream()
        .filter(amount -> amount.getUsdCents().isEmpty())
        .map(amount -> key(amount, month))
        .toList();
  }

  /** Whether an amount's dollars, if it has any, are the article's own. */
  public static boolean isStated(Amount amount) {
    return amount.getUsdCents().isPresent() && amount.getRate().isEmpty();
  }

  /**
   * The month whose rate counts: that of the publication if the claim's period holds it or there is
   * none (news tells of what has just happened, and what lies ahead has no rate), else the one in
   * the middle of the period.
   */
  static YearMonth month(Claim claim) {
    LocalDate published = LocalDate.ofInstant(claim.getPublishedAt(), ZoneOffset.UTC);
    return YearMonth.from(
        claim
            .getPeriod()
            .filter(period -> !holds(period, published))
            .map(Valuation::middle)
            .orElse(published));
  }

  private static boolean holds(Period period, LocalDate day) {
    return !day.isBefore(period.getFrom()) && !day.isAfter(period.getTo());
  }

  private static LocalDate middle(Period period) {
    return period.getFrom().plusDays(ChronoUnit.DAYS.between(period.getFrom(), period.getTo()) / 2);
  }

  private static String key(Amount amount, YearMonth month) {
    String currency = amount.getCurrency();
    return Rates.key(STANDS_FOR.getOrDefault(currency, currency), month);
  }

  private static Amount value(Amount amount, Function<String, Optional<Rate>> rates, String key) {
    Optional<Rate> rate = rates.apply(key).filter(known -> known.getUsd().signum() > 0);
    Optional<Long> cents = rate.flatMap(known -> cents(amount.getValue(), known.getUsd()));
    return Amount.newBuilder(amount)
        .setUsdCents(cents.orElse(null))
        .setRate(cents.isPresent() ? rate.orElse(null) : null)
        .build();
  }

  /** To the nearest cent; empty if there is no such sum of money. */
  private static Optional<Long> cents(BigDecimal value, BigDecimal usd) {
    BigDecimal worth = value.multiply(usd);
    return worth.compareTo(MOST_USD) > 0
        ? Optional.empty()
        : Optional.of(worth.movePointRight(2).setScale(0, RoundingMode.HALF_EVEN).longValueExact());
  }
}
