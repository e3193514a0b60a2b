package io.heistline.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.heistline.model.AmountRole;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The small rules over one sentence. */
final class RulesTest {

  @Nested
  class Roles {
    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "They stole $8 million. | LOSS",
          "The shop lost $8 million. | LOSS",
          "They demanded $8 million in ransom. | DEMAND",
          "The shop paid an $8 million ransom. | LOSS",
          "Police recovered $8 million of it. | RECOVERY"
        })
    void areToldByTheNearestWord(String text, AmountRole role) {
      assertThat(roles(text)).containsExactly(role);
    }

    @Test
    void eachAmountHasItsOwn() {
      assertThat(roles("Police recovered $2 million of the $5 million stolen."))
          .containsExactly(AmountRole.RECOVERY, AmountRole.LOSS);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "A court fined the shop $80 million over the breach.",
          "They offered a $1 million bounty.",
          "They attempted to steal $8 million.",
          "The stolen cards cost $17 per card.",
          "The startup raised $8 million."
        })
    void someAmountsHaveNone(String text) {
      assertThat(roles(text)).isEmpty();
    }

    private List<AmountRole> roles(String text) {
      Sentence sentence = Given.sentence(text);
      return MoneyGrammar.in(sentence).stream()
          .flatMap(money -> RoleRule.role(sentence, money).stream())
          .map(RoleRule.Roled::role)
          .toList();
    }
  }

  @Nested
  class Records {
    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "They stole data of 24 million customers. | 24000000",
          "Hackers exposed 143 million of its records. | 143000000",
          "A leak of 2,208 accounts. | 2208"
        })
    void areCounted(String text, long records) {
      assertThat(RecordsGrammar.in(Given.sentence(text))).contains(records);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {"They stole $24 million from customers.", "Since 2016 customers were hacked."})
    void areNotMoneyNorYears(String text) {
      assertThat(RecordsGrammar.in(Given.sentence(text))).isEmpty();
    }
  }

  @Nested
  class Sources {
    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "According to the BOC, thieves took it. | Bureau of Coins",
          "Thieves took it, Chainwatch said. | Chainwatch",
          "A Chainwatch report showed it. | Chainwatch",
          "According to Zuzu Times, thieves took it. | Zuzu Times"
        })
    void areWhoSaysSo(String text, String source) {
      Sentence sentence = Given.sentence(text);

      assertThat(Attribution.in(sentence, Given.names(sentence))).containsExactly(source);
    }
  }
}
