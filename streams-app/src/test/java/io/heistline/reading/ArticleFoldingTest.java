package io.heistline.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.heistline.model.Amount;
import io.heistline.model.Claim;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ArticleFoldingTest {

  @Test
  void eachVictimGetsTheAmountNearestToIt() {
    List<Claim> claims =
        read("", "A theft of $7 million from Oakmart and $3 million from Pinemart was reported.");

    assertThat(claims)
        .extracting(c -> c.getVictim().orElseThrow())
        .containsExactly("Oakmart", "Pinemart");
    assertThat(claims)
        .extracting(ArticleFoldingTest::dollars)
        .containsExactly(7_000_000L, 3_000_000L);
  }

  @Test
  void aSentenceWithoutAVictimGoesOnAboutTheMainOne() {
    List<Claim> claims =
        read("Oakmart Hacked", "It was a quiet day. The thieves stole $3 million in all.");

    assertThat(claims).singleElement().satisfies(c -> assertThat(dollars(c)).isEqualTo(3_000_000L));
  }

  @Test
  void aSentenceAboutAnotherVictimDoesNot() {
    List<Claim> claims =
        read(
            "Oakmart Hacked",
            "Oakmart was hacked. Pinemart, too, knows how stealing $3 million feels.");

    assertThat(claims)
        .filteredOn(claim -> claim.getVictim().equals(Optional.of("Oakmart")))
        .singleElement()
        .satisfies(claim -> assertThat(claim.getAmounts()).isEmpty());
  }

  @Test
  void whatATheftIsComparedWithLostNothingOfIt() {
    assertThat(
            ofPinemart(
                "Thieves siphoned $3 million from a shop, which puts it ahead of the Pinemart hack."))
        .isEmpty();
    assertThat(ofPinemart("A worm made $3 million, more than what Pinemart lost to hackers."))
        .isEmpty();
  }

  @Test
  void anItemOfAListIsNotTheLossOfAnother() {
    String list =
        "They are blamed for the Pinemart hack, attacks on banks to steal more than $3 million.";

    assertThat(ofPinemart("They did the Pinemart hack, and the 2016 $3 million bank heist."))
        .isEmpty();
    assertThat(ofPinemart(list)).isEmpty();
    assertThat(read("", list))
        .filteredOn(claim -> claim.getVictim().isEmpty())
        .extracting(ArticleFoldingTest::dollars)
        .containsExactly(3_000_000L);
  }

  @Test
  void aVictimThatIsOnlyLookedBackToIsNotTheMainOne() {
    assertThat(
            ofPinemart(
                "The gang was behind the 2014 Pinemart hack. Nobody knows more. It is cold. Shops are"
                    + " closed. The thieves stole $3 million on Monday."))
        .isEmpty();
  }

  @Test
  void aBackgroundVictimLosesWhatIsToldOfItAlone() {
    String other =
        """
        Oakmart was hacked on Monday, and its customers' data was stolen.

        It is the worst since the Pinemart hack.

        """;

    assertThat(ofPinemart(other + "In these months thieves stole $3 million elsewhere.")).isEmpty();
    assertThat(ofPinemart(other + "The bank then lost $3 million.")).containsExactly(3_000_000L);
  }

  private static List<Long> ofPinemart(String body) {
    return read("Oakmart Hacked", body).stream()
        .filter(claim -> claim.getVictim().equals(Optional.of("Pinemart")))
        .filter(claim -> !claim.getAmounts().isEmpty())
        .map(ArticleFoldingTest::dollars)
        .toList();
  }

  @Test
  void aSentenceAboutAnUnnamedPayerDoesNot() {
    List<Claim> claims =
        read(
            "Oakmart Hacked",
            """
            Oakmart was hacked with ransomware.

            A Freedonian hospital paid $55,000 to regain its files.

            Another exchange lost $9 million.
            """);

    assertThat(claims).allSatisfy(c -> assertThat(c.getAmounts()).isEmpty());
  }

  @Test
  void whatAnUnnamedPayerPaysIsNotTheOthers() {
    List<Claim> claims =
        read(
            "",
            "Ransomware hit Oakmart in May. Attacks of last year include Oakmart getting hit and a"
                + " Freedonian college paying a $28,000 ransom.");

    assertThat(claims).allSatisfy(c -> assertThat(c.getAmounts()).isEmpty());
  }

  @Test
  void anAmountOfWhichNothingIsToldIsLootFarDownOnlyAmongLoot() {
    String lines = "The sun was out.\n\n".repeat(15);

    assertThat(read("Oakmart Hacked", lines + "Its coins, $3 million, were a big sum."))
        .singleElement()
        .satisfies(c -> assertThat(dollars(c)).isEqualTo(3_000_000L));
    assertThat(read("Oakmart Hacked", lines + "The town exports $3 million."))
        .singleElement()
        .satisfies(c -> assertThat(c.getAmounts()).isEmpty());
  }

  @Test
  void norDoesOneAboutAPayerOfAnotherKind() {
    List<Claim> claims =
        read(
            "City of Oakville Hacked",
            """
            The City of Oakville was hacked with ransomware.

            In Freedonia the hospital paid $55,000 in ransom.
            """);

    assertThat(claims).allSatisfy(c -> assertThat(c.getAmounts()).isEmpty());
  }

  @Test
  void whereLootGoesIsNotWhoIsRobbed() {
    List<Claim> claims =
        read(
            "Oakmart Hacked",
            "Oakmart was hacked. The thieves moved the stolen $3 million to Mt. Gox and Binance.");

    assertThat(claims).singleElement().satisfies(c -> assertThat(dollars(c)).isEqualTo(3_000_000L));
  }

  @Test
  void anAmountInBracketsIsItsNames() {
    List<Claim> claims =
        read(
            "",
            "Ransomware made victims worldwide pay: Oakmart was hit ($600,000), and Pinemart was"
                + " hacked.");

    assertThat(claims).isNotEmpty();
  }

  @Test
  void eachOfTwoGetsWhatEachPaid() {
    List<Claim> claims =
        read("", "Ransomware hit Oakmart. Oakmart and Pinemart have each paid $5 million ransoms.");

    assertThat(claims)
        .filteredOn(c -> c.getVictim().filter("Oakmart"::equals).isPresent())
        .singleElement()
        .satisfies(c -> assertThat(dollars(c)).isEqualTo(5_000_000L));
  }

  @Test
  void aSumOfTwoFiguresIsTwoSums() {
    List<Claim> claims =
        read(
            "",
            "The Night Owls have stolen $6 million since 2018, and caused $30 million in damages to"
                + " their victims.");

    assertThat(claims)
        .extracting(ArticleFoldingTest::dollars)
        .containsExactly(6_000_000L, 30_000_000L);
  }

  @Test
  void theFigureThatAnArticleRepeatsIsTheBest() {
    List<Claim> claims =
        read(
            "Oakmart Hacked",
            """
            Thieves stole $1 million from Oakmart at first.

            In total $9 million was stolen from Oakmart.

            Never before had a shop lost $9 million.
            """);

    assertThat(claims).singleElement().satisfies(c -> assertThat(dollars(c)).isEqualTo(9_000_000L));
  }

  @Test
  void itemsOfAListAreVictims() {
    List<Claim> claims =
        read(
            "Thieves Leak Databases",
            """
            The hacking group called Zorro leaked these databases:

            ZuzuMail - 12 million accounts

            ZuzuChat - 7 million accounts
            """);

    assertThat(claims)
        .extracting(c -> c.getVictim().orElseThrow())
        .containsExactly("ZuzuMail", "ZuzuChat");
    assertThat(claims)
        .extracting(c -> c.getRecords().orElseThrow())
        .containsExactly(12_000_000L, 7_000_000L);
    assertThat(claims)
        .allSatisfy(
            c ->
                assertThat(c.getActors())
                    .singleElement()
                    .satisfies(a -> assertThat(a.getName()).isEqualTo("Zorro")));
  }

  private static long dollars(Claim claim) {
    Amount best = claim.getAmounts().get(0);
    return best.getUsdCents().orElseThrow() / 100;
  }

  private static List<Claim> read(String title, String body) {
    return Given.READER.read(Given.article(title, body));
  }
}
