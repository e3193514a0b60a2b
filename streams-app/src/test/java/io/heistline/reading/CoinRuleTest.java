package io.heistline.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.heistline.model.Amount;
import io.heistline.model.Claim;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CoinRuleTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "They took $9 million in ZUZU tokens.",
        "They took $9 million worth of the ZUZU.",
        "They minted 12 million ZUZU.",
        "They drained its ZUZU pool."
      })
  void aNameBesideAnAmountIsACoins(String text) {
    assertThat(isCoin(text, "ZUZU")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"They took $9 million from ZUZU.", "They robbed 12 million ZUZU users."})
  void aNameElsewhereIsWhoWasRobbed(String text) {
    assertThat(isCoin(text, "ZUZU")).isFalse();
  }

  @Test
  void whoLostTheCoinIsTheTitles() {
    List<Claim> claims =
        Given.READER.read(
            Given.article(
                "Bluefish Hacked",
                "Thieves stole $6 million in stablecoins and $53 million in BLUE tokens."));

    assertThat(claims).extracting(c -> c.getVictim().orElseThrow()).containsExactly("Bluefish");
    assertThat(claims.get(0).getAmounts())
        .extracting(Amount::getUsdCents)
        .extracting(cents -> cents.orElseThrow() / 100)
        .containsExactly(59_000_000L);
  }

  private static boolean isCoin(String text, String name) {
    Sentence sentence = Given.sentence(text);
    int at = 0;
    while (!sentence.at(at).text().equals(name)) {
      at++;
    }
    return CoinRule.isCoin(sentence, Name.unknown(at, at + 1, name));
  }
}
