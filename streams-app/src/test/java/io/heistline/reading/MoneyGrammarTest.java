package io.heistline.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.heistline.model.Amount;
import io.heistline.model.AmountRole;
import io.heistline.model.Bound;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MoneyGrammarTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "They took $8.4 million at night. | 8400000 | USD | 840000000",
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
        "They took $100-200 million there. | 150000000 | USD | 15000000000"
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
    "They spoke of one network."
  })
  void readsNothingElse(String text) {
    assertThat(MoneyGrammar.in(Given.sentence(text))).isEmpty();
  }

  @Test
  void readsAmountsWithoutAFigure() {
    assertThat(MoneyGrammar.vagueIn(Given.sentence("They took tens of millions of euros.")))
        .hasValueSatisfying(v -> assertThat(v.text()).isEqualTo("tens of millions of euros"));
  }

  @Test
  void givesTheDataModelItsScale() {
    Amount amount = MoneyGrammar.in(Given.sentence("They took $5.")).get(0).amount(AmountRole.LOSS);

    assertThat(amount.getValue().scale()).isEqualTo(8);
  }
}
