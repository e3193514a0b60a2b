package io.heistline.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.heistline.model.Amount;
import io.heistline.model.AmountRole;
import io.heistline.model.Claim;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which figure of an article is an incident's. */
final class AmountRuleTest {

  @Test
  void partsAreAddedUpWhereNoTotalIsGiven() {
    assertThat(
            losses(
                "Thieves stole $6 million in USDC and $53 million in other coins from Bluefish."))
        .containsExactly(59_000_000L);
  }

  @Test
  void partsAreNotAddedUpToATotal() {
    assertThat(
            losses(
                "Bluefish was robbed of $59.5 million on Monday. "
                    + "Thieves stole $6 million in USDC and $53 million in other coins from Bluefish."))
        .startsWith(59_500_000L)
        .doesNotContain(59_000_000L);
  }

  @Test
  void whatTwoLostIsNotAddedUp() {
    assertThat(losses("Thieves stole $6 million from Bluefish and $53 million from Zuzu Vault."))
        .doesNotContain(59_000_000L);
  }

  @Test
  void anEarlierTheftIsNotThisOne() {
    assertThat(
            losses(
                "Two months after its $6 million hack, Bluefish was robbed again. "
                    + "Thieves stole $5 million from Bluefish."))
        .startsWith(5_000_000L);
  }

  @Test
  void repairsAreNoTheft() {
    assertThat(losses("Oakmart suffered a data breach. The attack cost Oakmart $9 million."))
        .isEmpty();
    assertThat(
            losses(
                "Thieves drained wallets of Bluefish. The heist cost Bluefish $9 million in ether."))
        .containsExactly(9_000_000L);
  }

  @Test
  void whatHasNoFigureIsKept() {
    Claim claim = claims("Hackers stole tens of millions of dollars from Bluefish.").get(0);
    assertThat(claim.getAmounts()).isEmpty();
    assertThat(claim.getVagueAmount()).contains("tens of millions of dollars");
  }

  @Test
  void recordsAreOfTheVictimTheyStandBy() {
    List<Claim> claims =
        claims("Hackers stole data of 3 million users of Oakmart and 5 million users of Pinemart.");
    assertThat(claims)
        .extracting(claim -> claim.getRecords().orElse(0L))
        .containsExactly(3_000_000L, 5_000_000L);
  }

  @Test
  void aFigureThatIsRepeatedWithoutAWordOfTheftIsTheBest() {
    assertThat(
            losses(
                "Thieves stole $1 million from Bluefish at once. "
                    + "In the end $9 million was stolen from Bluefish. "
                    + "It was $9 million too much. And $9 million is no trifle."))
        .startsWith(9_000_000L);
  }

  @Test
  void whatTheOthersAddUpToIsTheBest() {
    assertThat(
            losses(
                "Thieves stole $60 million on one chain from Bluefish. "
                    + "They stole $9 million on another from Bluefish. "
                    + "Never before was a shop like Bluefish robbed of $69 million."))
        .startsWith(69_000_000L);
  }

  private static List<Long> losses(String text) {
    return claims(text).get(0).getAmounts().stream()
        .filter(amount -> amount.getRole() == AmountRole.LOSS)
        .map(Amount::getUsdCents)
        .map(cents -> cents.orElseThrow() / 100)
        .toList();
  }

  private static List<Claim> claims(String text) {
    return Given.READER.read(Given.article("", text));
  }
}
