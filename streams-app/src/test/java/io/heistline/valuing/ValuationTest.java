package io.heistline.valuing;

import static org.assertj.core.api.Assertions.assertThat;

import io.heistline.model.Amount;
import io.heistline.model.AmountRole;
import io.heistline.model.Bound;
import io.heistline.model.Claim;
import io.heistline.model.Evidence;
import io.heistline.model.Kind;
import io.heistline.model.Period;
import io.heistline.model.Precision;
import io.heistline.model.Rate;
import io.heistline.model.Scope;
import io.heistline.topics.ModelClasses;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValuationTest {
  @BeforeAll
  static void trustTheModel() {
    ModelClasses.trust();
  }

  @Test
  void anAmountInAnotherCurrencyIsWorthTheRateAndNamesIt() {
    Claim valued = value(claim(loss("850000", "BTC")), "BTC/2014-02", "666.35");
    Amount amount = valued.getAmounts().get(0);
    assertThat(amount.getUsdCents()).contains(566_397_500_00L);
    assertThat(amount.getCurrency()).isEqualTo("BTC");
    assertThat(amount.getValue()).isEqualByComparingTo("850000");
    assertThat(amount.getRate().map(Rate::getUsd)).contains(new BigDecimal("666.35000000"));
    assertThat(Valuation.isStated(amount)).isFalse();
  }

  @Test
  void isToTheNearestCent() {
    assertThat(
            value(claim(loss("0.333", "BTC")), "BTC/2014-02", "0.10")
                .getAmounts()
                .get(0)
                .getUsdCents())
        .contains(3L);
  }

  @Test
  void whatIsStatedInDollarsStaysAndNeedsNoRate() {
    Claim claim = claim(dollars(450));
    assertThat(Valuation.keys(claim)).isEmpty();
    assertThat(Valuation.value(claim, key -> Optional.empty())).isSameAs(claim);
    Claim both = claim(inBitcoinWithDollars("850000", 450));
    assertThat(Valuation.keys(both)).isEmpty();
    assertThat(value(both, "BTC/2014-02", "666.35")).isSameAs(both);
  }

  @Test
  void whatIsStatedInDollarsComesFirstInItsRole() {
    Claim claim = claim(loss("850000", "BTC"), dollars(450), recovery("200000", "BTC"));
    assertThat(value(claim, "BTC/2014-02", "666.35").getAmounts())
        .extracting(amount -> amount.getRole() + " " + amount.getCurrency())
        .containsExactly("LOSS USD", "LOSS BTC", "RECOVERY BTC");
  }

  @Test
  void withoutARateAnAmountStaysWithoutDollarsAndIsMissed() {
    Claim claim = Valuation.value(claim(loss("7", "XYZ")), key -> Optional.empty());
    assertThat(claim.getAmounts().get(0).getUsdCents()).isEmpty();
    assertThat(claim.getAmounts().get(0).getRate()).isEmpty();
    assertThat(Valuation.missing(claim)).containsExactly("XYZ/2014-02");
    assertThat(Valuation.missing(value(claim, "XYZ/2014-02", "1"))).isEmpty();
  }

  @Test
  void valuingAgainAtAnotherRateForgetsTheFirst() {
    Claim once = value(claim(loss("10", "BTC")), "BTC/2014-02", "500");
    assertThat(Valuation.keys(once)).containsExactly("BTC/2014-02");
    assertThat(value(once, "BTC/2014-02", "600").getAmounts().get(0).getUsdCents())
        .contains(6_000_00L);
    assertThat(Valuation.value(once, key -> Optional.empty()).getAmounts().get(0).getUsdCents())
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"0", "-5", "100000000000000"})
  void aRateThatCannotBeIsNone(String usd) {
    assertThat(
            value(claim(loss("10", "BTC")), "BTC/2014-02", usd).getAmounts().get(0).getUsdCents())
        .isEmpty();
  }

  @Test
  void aWrappedCoinIsWorthItsCoin() {
    assertThat(Valuation.keys(claim(loss("1", "WETH"), loss("2", "WBTC"), loss("3", "ETH"))))
        .containsExactly("BTC/2014-02", "ETH/2014-02");
  }

  @Test
  void ofTooManyCurrenciesTheFirstAreLookedUp() {
    Amount[] many = new Amount[100];
    Arrays.setAll(many, i -> loss("1", "C" + i));
    assertThat(Valuation.keys(claim(many))).hasSize(Valuation.MOST_RATES);
  }

  @ParameterizedTest
  @CsvSource({
    // published, from, to, month
    "2014-03-01, 2014-02-24, 2014-02-24, 2014-02",
    "2014-03-01, 2014-02-01, 2014-02-28, 2014-02",
    "2022-10-03, 2022-09-19, 2022-10-03, 2022-10", // "yesterday", say: within the last fortnight
    "2014-03-01, 2014-01-01, 2014-12-31, 2014-03", // this year: not later than told
    "2022-05-01, 2014-01-01, 2014-12-31, 2014-07", // a year gone by: its middle
    "2022-12-23, 2013-11-01, 2014-02-28, 2013-12",
    "2022-12-23, 2017-01-01, 2022-12-31, 2022-12"
  })
  void theMonthIsThatOfThePublicationWithinThePeriodElseItsMiddle(
      String published, String from, String to, String month) {
    Period period = new Period(LocalDate.parse(from), LocalDate.parse(to), Precision.RANGE);
    Claim claim = claim(published, period, loss("1", "BTC"));
    assertThat(Valuation.keys(claim)).containsExactly("BTC/" + month);
  }

  @Test
  void withoutAPeriodTheMonthIsThatOfThePublication() {
    assertThat(Valuation.keys(claim("2014-03-31", null, loss("1", "BTC"))))
        .containsExactly("BTC/2014-03");
  }

  private static Claim value(Claim claim, String key, String usd) {
    Rate rate =
        Rate.newBuilder()
            .setCurrency(key.substring(0, key.indexOf('/')))
            .setMonth(key.substring(key.indexOf('/') + 1))
            .setUsd(new BigDecimal(usd).setScale(8))
            .setSource("test")
            .build();
    return Valuation.value(
        claim, wanted -> wanted.equals(key) ? Optional.of(rate) : Optional.empty());
  }

  private static Claim claim(Amount... amounts) {
    Period february =
        new Period(LocalDate.parse("2014-02-01"), LocalDate.parse("2014-02-28"), Precision.MONTH);
    return claim("2014-03-01", february, amounts);
  }

  private static Claim claim(String published, Period period, Amount... amounts) {
    return Claim.newBuilder()
        .setId("a-1")
        .setArticleId("a")
        .setUrl("https://one.example/a")
        .setPublisher("one")
        .setPublishedAt(LocalDate.parse(published).atStartOfDay(ZoneOffset.UTC).toInstant())
        .setScope(Scope.INCIDENT)
        .setKind(Kind.THEFT)
        .setVictim("Mt. Gox")
        .setAmounts(List.of(amounts))
        .setPeriod(period)
        .setEvidence(new Evidence("They took it.", 0, 13))
        .build();
  }

  private static Amount loss(String value, String currency) {
    return amount(AmountRole.LOSS, value, currency, null);
  }

  private static Amount recovery(String value, String currency) {
    return amount(AmountRole.RECOVERY, value, currency, null);
  }

  private static Amount dollars(long millions) {
    return amount(AmountRole.LOSS, millions + "000000", "USD", millions * 100_000_000L);
  }

  private static Amount inBitcoinWithDollars(String value, long millions) {
    return amount(AmountRole.LOSS, value, "BTC", millions * 100_000_000L);
  }

  private static Amount amount(AmountRole role, String value, String currency, Long usdCents) {
    return Amount.newBuilder()
        .setRole(role)
        .setValue(new BigDecimal(value).setScale(8))
        .setCurrency(currency)
        .setUsdCents(usdCents)
        .setBound(Bound.ABOUT)
        .setText(value + " " + currency)
        .build();
  }
}
