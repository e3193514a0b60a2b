package io.heistline.json;

import io.heistline.model.Amount;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * An amount of money.
 *
 * @param usd US dollars; null where only another currency is given
 * @param value units of currency
 * @param bound ABOUT, AT_LEAST or AT_MOST
 */
record AmountJson(
    String role, @Nullable BigDecimal usd, BigDecimal value, String currency, String bound) {
  static AmountJson of(Amount amount) {
    return new AmountJson(
        amount.getRole().name(),
        amount.getUsdCents().map(Dollars::ofCents).orElse(null),
        Dollars.plain(amount.getValue()),
        amount.getCurrency(),
        amount.getBound().name());
  }
}
