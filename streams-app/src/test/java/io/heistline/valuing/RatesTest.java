package io.heistline.valuing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heistline.model.Rate;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RatesTest {
  private static final SortedMap<String, Rate> BUNDLED = Rates.bundled();

  private static final String HEAD =
      """
      # source: Somebody
      # quoted: dollars for a unit
      currency,year,jan,feb,mar,apr,may,jun,jul,aug,sep,oct,nov,dec
      """;

  @Test
  void everyRateLiesUnderItsKeyWithItsSource() {
    BUNDLED.forEach(
        (key, rate) -> {
          assertThat(key).isEqualTo(rate.getCurrency() + "/" + rate.getMonth());
          assertThat(rate.getSource()).as(key).isNotBlank();
          assertThat(rate.getOrigin()).as(key).isEqualTo(Rates.BUNDLED);
          assertThat(rate.getUsd()).as(key).isPositive();
        });
  }

  /** Other sources than the table's: CoinGecko's and the ECB's rates of a day or a month. */
  @ParameterizedTest
  @CsvSource({
    "BTC/2015-01, 249, 3", // CoinGecko, mean of the month
    "BTC/2019-07, 10698, 3",
    "BTC/2021-11, 60985, 3",
    "BTC/2024-03, 67411, 3",
    "BTC/2024-06, 66054, 4",
    "ETH/2016-06, 13.86, 9", // Investing.com, middle of first and last price
    "EUR/2023-12, 1.0777, 3", // ECB, 2023-12-08; the others by way of the euro
    "GBP/2023-12, 1.25767, 3",
    "JPY/2023-12, 0.0069292, 3",
    "KRW/2023-12, 0.00076280, 3",
    "CNY/2023-12, 0.13965, 3",
    "INR/2023-12, 0.0119906, 3",
    "CHF/2023-12, 1.14188, 3",
    "CAD/2023-12, 0.73685, 3",
    "AUD/2023-12, 0.66007, 3",
    "BRL/2023-12, 0.203592, 3",
    "HKD/2023-12, 0.127999, 1"
  })
  void agreesWithASecondSource(String key, BigDecimal usd, double percent) {
    assertThat(BUNDLED).containsKey(key);
    assertThat(BUNDLED.get(key).getUsd()).isCloseTo(usd, Percentage.withPercentage(percent));
  }

  @ParameterizedTest
  @CsvSource({
    "BTC, 2010-08, 2026-07",
    "ETH, 2015-08, 2026-07",
    "EUR, 2010-01, 2026-01",
    "GBP, 2014-01, 2026-01",
    "JPY, 2010-01, 2026-01",
    "KRW, 2010-07, 2026-01",
    "CNY, 2010-01, 2026-01",
    "INR, 2010-01, 2026-01",
    "CHF, 2010-01, 2026-01",
    "CAD, 2010-01, 2026-01",
    "AUD, 2010-01, 2026-01",
    "BRL, 2010-01, 2026-01",
    "HKD, 2010-01, 2026-01",
    "SGD, 2012-09, 2026-01",
    "TWD, 2010-01, 2026-01",
    "RUB, 2012-05, 2020-04"
  })
  void hasEveryMonthOfACurrency(String currency, String from, String to) {
    Set<String> wanted = new HashSet<>();
    for (YearMonth month = YearMonth.parse(from);
        !month.isAfter(YearMonth.parse(to));
        month = month.plusMonths(1)) {
      wanted.add(Rates.key(currency, month));
    }
    assertThat(BUNDLED.keySet()).containsAll(wanted);
  }

  /** A digit lost in copying shows as a leap; no national currency here trebles in a month. */
  @Test
  void noRateLeaps() {
    Map<String, BigDecimal> last = new TreeMap<>();
    BUNDLED.forEach(
        (key, rate) -> {
          BigDecimal before = last.put(rate.getCurrency(), rate.getUsd());
          boolean coin = List.of("BTC", "ETH").contains(rate.getCurrency());
          double most = rate.getCurrency().equals("RUB") ? 25 : 15;
          if (before != null) {
            assertThat(rate.getUsd())
                .as(key)
                .isBetween(
                    before.multiply(BigDecimal.valueOf(coin ? 0.3 : 1 - most / 100)),
                    before.multiply(BigDecimal.valueOf(coin ? 6 : 1 + most / 100)));
          }
        });
  }

  @Test
  void readsATableEitherWayRound() {
    String units = HEAD.replace("dollars for a unit", "units for a dollar");
    assertThat(usd(HEAD + "XTS,2020,,2.5,,,,,,,,,,", "XTS/2020-02")).isEqualTo("2.50000000");
    assertThat(usd(units + "XTS,2020,,2.5,,,,,,,,,,", "XTS/2020-02")).isEqualTo("0.40000000");
    assertThat(RatesFile.parse("x.csv", HEAD + "XTS,2020,,2.5,,,,,,,,,,")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "XTS,2020,1",
        "XTS,2020,one,,,,,,,,,,,",
        "XTS,twenty,1,,,,,,,,,,,",
        "XTS,2020,0,,,,,,,,,,,",
        "XTS,2020,-1,,,,,,,,,,,",
        "XTS,2020,1,,,,,,,,,,,\nXTS,2020,2,,,,,,,,,,,"
      })
  void saysWhereATableIsWrong(String lines) {
    assertThatThrownBy(() -> RatesFile.parse("x.csv", HEAD + lines))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("x.csv: line ");
  }

  @Test
  void wantsToKnowSourceAndDirection() {
    assertThatThrownBy(() -> RatesFile.parse("x.csv", "# quoted: dollars for a unit"))
        .hasMessageContaining("# source: ");
    assertThatThrownBy(() -> RatesFile.parse("x.csv", "# source: X\n# quoted: somehow"))
        .hasMessageContaining("# quoted: ");
  }

  private static String usd(String text, String key) {
    return RatesFile.parse("x.csv", text).get(key).getUsd().toPlainString();
  }
}
