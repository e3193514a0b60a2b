package io.heistline.json;

import io.heistline.model.Amount;
import io.heistline.model.Rate;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * An amount of money.
 *
 * @param usd US dollars; null where only another currency is given and no rate is known
 * @param value units of currency
 * @param bound ABOUT, AT_LEAST or AT_MOST
 * @param rate what usd was worked out with; null where the article states dollars
 */
record AmountJson(
    String role,
    @Nullable BigDecimal usd,
    BigDecimal value,
    String currency,
    String bound,
    @Nullable RateJson rate) {
  static AmountJson of(Amount amount) {
    return new AmountJson(
        amount.getRole().name(),
        amount.getUsdCents().map(Dollars::ofCents).orElse(null),
        Dollars.plain(amount.getValue()),
        amount.getCurrency(),
        amount.getBound().name(),
        amount.getRate().map(RateJson::of).orElse(null));
  }

  /**
   * What one unit of a currency was worth.
   *
   * @param month YYYY-MM
   * @param usd US dollars
   * @param source who published the rate
   */
  record RateJson(String currency, String month, BigDecimal usd, String source) {
    static RateJson of(Rate rate) {
      return new RateJson(
          rate.getCurrency(), rate.getMonth(), Dollars.plain(rate.getUsd()), rate.getSource());
    }
  }
}
