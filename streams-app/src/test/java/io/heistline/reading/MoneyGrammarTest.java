package io.heistline.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.heistline.model.Amount;
import io.heistline.model.AmountRole;
import io.heistline.model.Bound;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MoneyGrammarTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "They took $8.4 million at night. | 8400000 | USD | 840000000",
        "They took $17 000 at night. | 17000 | USD | 1700000",
        "They took $1 200 000 at night. | 1200000 | USD | 120000000",
        "They took US$81m at night. | 81000000 | USD | 8100000000",
        "They took 81 million dollars. | 81000000 | USD | 8100000000",
        "They took five million dollars. | 5000000 | USD | 500000000",
        "They took half a billion dollars. | 500000000 | USD | 50000000000",
        "They took \u20ac36m at night. | 36000000 | EUR |",
        "They took 75 BTC at night. | 75 | BTC |",
        "They took USD 81 million there. | 81000000 | USD | 8100000000",
        "They took 440 ETH (~$1.75M) there. | 440 | ETH | 175000000",
        "They took \u00a558 billion ($530 million). | 58000000000 | JPY | 53000000000",
        "They took 119 bitcoins (worth about $65 million). | 119 | BTC | 6500000000",
        "They took $7.9M (4999 ETH) there. | 4999 | ETH | 790000000",
        "They took $5 to $7 million there. | 6000000 | USD | 600000000",
        "They took between $5 million and $7 million. | 6000000 | USD | 600000000",
        "They took $100-200 million there. | 150000000 | USD | 15000000000",
        "They took 40 to 60 dollars there. | 50 | USD | 5000",
        "They took sums ranging from $5 to $7 million. | 6000000 | USD | 600000000",
        "They took nearly two-thirds of a billion dollars. | 666666666.66666667 | USD | 66666666667",
        "They took a quarter of a million dollars. | 250000 | USD | 25000000",
        "They took two and a half million euros. | 2500000 | EUR |",
        "They took twenty-five thousand pounds. | 25000 | GBP |",
        "They took one hundred and fifty million yen. | 150000000 | JPY |",
        "They took a hundred thousand dollars. | 100000 | USD | 10000000",
        "They took two bitcoins there. | 2 | BTC |",
        "They took .8 bitcoins there. | 0.8 | BTC |",
        "They took 8,50,000 bitcoins there. | 850000 | BTC |",
        "They took USD $26,090 there. | 26090 | USD | 2609000",
        "They took 25.5M USDC there. | 25500000 | USDC | 2550000000",
        "They took $1.3 million USDC there. | 1300000 | USD | 130000000",
        "They took 50 XMR (Monero coins), valued at over $15,000. | 50 | XMR | 1500000",
        "They took 2 bitcoins - currently $3,300 - there. | 2 | BTC | 330000",
        "They took 75 bitcoins, about $4.4 million. | 75 | BTC | 440000000",
        "They took 4 million rubles, which is equal to $111,000. | 4000000 | RUB | 11100000",
        "They took \u20ac1,500 (\u00a31,275/$1,600) there. | 1500 | EUR | 160000"
      })
  void readsAmounts(String text, String value, String currency, Long usdCents) {
    List<Money> found = MoneyGrammar.in(Given.sentence(text));

    assertThat(found).hasSize(1);
    assertThat(found.get(0).value()).isEqualByComparingTo(value);
    assertThat(found.get(0).currency()).isEqualTo(currency);
    assertThat(found.get(0).usdCents().orElse(null)).isEqualTo(usdCents);
  }

  @ParameterizedTest
  @CsvSource({
    "They took more than $8 million.,AT_LEAST",
    "They took over $8 million.,AT_LEAST",
    "They took at least $8 million.,AT_LEAST",
    "They took nearly $8 million.,AT_MOST",
    "They took up to $8 million.,AT_MOST",
    "They took less than $8 million.,AT_MOST",
    "They took no less than $8 million.,AT_LEAST",
    "They took north of $8 million.,AT_LEAST",
    "They took about $8 million.,ABOUT",
    "They took $8 million.,ABOUT"
  })
  void readsBounds(String text, Bound bound) {
    assertThat(MoneyGrammar.in(Given.sentence(text)))
        .extracting(Money::bound)
        .containsExactly(bound);
  }

  @ParameterizedTest
  @CsvSource({
    "They won the match.",
    "They tested 34 weapons systems.",
    "They took $99999999999999999999 trillion.",
    "They spoke of one network.",
    "They spoke of one bitcoin.",
    "They spoke of version 3.9.2 dollars."
  })
  void readsNothingElse(String text) {
    assertThat(MoneyGrammar.in(Given.sentence(text))).isEmpty();
  }

  @Test
  void leavesATotalBehindTheLastCoinAlone() {
    assertThat(MoneyGrammar.in(Given.sentence("They took 25.5M USDC, worth $625 million in all.")))
        .extracting(Money::usdCents)
        .containsExactly(Optional.of(2_550_000_000L), Optional.of(62_500_000_000L));
  }

  @Test
  void givesTheDataModelItsScale() {
    Amount amount = MoneyGrammar.in(Given.sentence("They took $5.")).get(0).amount(AmountRole.LOSS);

    assertThat(amount.getValue().scale()).isEqualTo(8);
  }
}
