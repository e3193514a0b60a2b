package io.heistline.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.heistline.model.ActorMention;
import io.heistline.model.AmountRole;
import io.heistline.model.Certainty;
import io.heistline.model.Claim;
import io.heistline.model.Kind;
import io.heistline.model.Period;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a reader in a hurry mixes up, one confusion a test. */
final class ConfusionsTest {

  @Test
  void aDotInANameEndsNoSentence() {
    Claim claim =
        only("Thieves stole $5 million from St. Zuzu Hospital on Monday. It is in Freedonia.");
    assertThat(claim.getVictim()).contains("St. Zuzu Hospital");
    assertThat(
            Sentences.of(
                    MainText.of(
                        Given.article(
                            "", "It bought Zuzubit Inc. The firm told Dr. Doe of the U.S. Army.")))
                .stream()
                .map(Sentence::text))
        .containsExactly("It bought Zuzubit Inc.", "The firm told Dr. Doe of the U.S. Army.");
  }

  @Test
  void whatTheAttackCostIsNoRansom() {
    Claim claim =
        only(
            "Oakmart paid a ransom of $3 million to the Night Owls gang on 2 December. "
                + "The shop expects the attack to cost it up to $700 million this year. "
                + "It has a market value of $9 billion.");
    assertThat(claim.getKind()).isEqualTo(Kind.EXTORTION);
    assertThat(dollars(claim, AmountRole.LOSS)).containsExactly(3_000_000L);
  }

  @Test
  void whatWasTriedIsNotWhatWasStolen() {
    Claim claim =
        only(
            "Hackers stole $8 million from Oakmart in May 2021. "
                + "They had tried to move close to $90 million out of its account.");
    assertThat(dollars(claim, AmountRole.LOSS)).containsExactly(8_000_000L);
  }

  @Test
  void chargesAreNotDatedLikeTheTheft() {
    Claim claim =
        read(
                "Programmer charged over Oakmart raid",
                "Prosecutors on Thursday unsealed charges against a programmer. "
                    + "The Night Owls stole $8 million from Oakmart in May 2021.")
            .get(0);
    assertThat(claim.getPeriod().map(Period::getFrom)).hasToString("Optional[2021-05-01]");
  }

  @Test
  void launderedIsNotStolen() {
    Claim claim =
        only(
            "The Night Owls stole $90 million from Bluefish in June 2021. "
                + "On 3 December the hackers laundered more than $60 million from the heist.");
    assertThat(dollars(claim, AmountRole.LOSS)).containsExactly(90_000_000L);
    assertThat(claim.getPeriod().map(Period::getFrom)).hasToString("Optional[2021-06-01]");
  }

  @Test
  void recoveredCoinsAreNoLossWhateverTheyAreWorthNow() {
    Claim claim =
        only(
            "Thieves stole 1,000 bitcoins from Bluefish in June 2021, a haul worth $7 million. "
                + "Agents recovered most of the coins stolen from Bluefish, worth about"
                + " $40 million at today's prices.");
    assertThat(dollars(claim, AmountRole.LOSS)).contains(7_000_000L).doesNotContain(40_000_000L);
    assertThat(dollars(claim, AmountRole.RECOVERY)).containsExactly(40_000_000L);
  }

  @Test
  void anotherVictimsToolIsNoActor() {
    Claim claim =
        read(
                "",
                "The same team built the Grabber worm and broke into Pinemart in 2014, police say.")
            .get(0);
    assertThat(claim.getVictim()).contains("Pinemart");
    assertThat(claim.getActors()).isEmpty();
  }

  @Test
  void whereAGangSitsIsNotWhomItServes() {
    Claim claim =
        only("The attack on Oakmart was the work of the Night Owls, a Freedonian-speaking group.");
    assertThat(claim.getActors()).extracting(ActorMention::getName).containsExactly("Night Owls");
  }

  @Test
  void aRefusedDemandIsAnExtortion() {
    Claim claim =
        only(
            "The Night Owls gang demanded a ransom of $2 million from the Pine Valley Health"
                + " Service. The Pine Valley Health Service refused to pay.");
    assertThat(claim.getKind()).isEqualTo(Kind.EXTORTION);
    assertThat(dollars(claim, AmountRole.LOSS)).isEmpty();
    assertThat(dollars(claim, AmountRole.DEMAND)).containsExactly(2_000_000L);
  }

  @Test
  void theMonthOfMayIsNoDoubt() {
    Claim claim = only("Oakmart paid a ransom of $2 million to the Night Owls gang on 7 May.");
    assertThat(claim.getActors())
        .extracting(ActorMention::getCertainty)
        .containsExactly(Certainty.CONFIRMED);
  }

  @Test
  void theFirmIsTheOneThatWasNamed() {
    List<Claim> claims =
        read(
            "",
            "Night Owls stole $1.7 billion in 2021, Chainwatch estimates. "
                + "Hackers of every kind together stole $3.8 billion from exchanges in 2021,"
                + " the firm said. More than half of it, $2 billion, was stolen this year alone.");
    assertThat(claims).allSatisfy(c -> assertThat(c.getVictim()).isEmpty());
    assertThat(claims.get(1).getAttributedBy()).containsExactly("Chainwatch");
  }

  @Test
  void aRansomAskedForIsNotPaid() {
    Claim claim =
        only(
            "Oakmart was hit by ransomware on Monday. The attackers demanded that Oakmart pay"
                + " $51,000 to unlock its files. Oakmart decided not to pay the $51,000 ransom.");
    assertThat(claim.getKind()).isEqualTo(Kind.EXTORTION);
    assertThat(dollars(claim, AmountRole.LOSS)).isEmpty();
    assertThat(dollars(claim, AmountRole.DEMAND)).containsExactly(51_000L);
  }

  @Test
  void whatCouldBeDoneWasNotDone() {
    assertThat(read("Oakmart bug found", "The flaw could let attackers hijack Oakmart accounts."))
        .isEmpty();
    assertThat(read("", "The e-mails, purporting to be from Oakmart, target its customers."))
        .isEmpty();
  }

  @Test
  void whoSpeaksOfAnothersHeistWasNotRobbed() {
    assertThat(
            read(
                "Finchcoin is no fork, its chief says",
                "After the recent hack of the Oakmart exchange, in which thieves stole $5 million"
                    + " from Oakmart, the head of Finchcoin has come out to explain what Finchcoin"
                    + " is and what it is not."))
        .extracting(claim -> claim.getVictim().orElse(""))
        .containsExactly("Oakmart");
  }

  @Test
  void nothingIsNobodysName() {
    assertThat(read("", "Nothing was stolen from anybody today.")).isEmpty();
  }

  @Test
  void anAdverbAndAVerbOfAHeadlineAreNoNames() {
    assertThat(
            read(
                "",
                "Indeed, hackers stole $5 million from Oakmart in May."
                    + " Also read: Jane Doe Says Oakmart Hack Fixed."))
        .extracting(claim -> claim.getVictim().orElse(""))
        .containsExactly("Oakmart");
  }

  @Test
  void aDatelineAndAPublisherAreNoVictims() {
    assertThat(
            read(
                "Hospital pays ransom | Zuzu Times",
                "GREENVILLE - Pine Hospital paid a $9,000 ransom to hackers, officials said."))
        .extracting(claim -> claim.getVictim().orElse(""))
        .containsExactly("Pine Hospital");
  }

  @Test
  void aStrainIsAToolAndItsGangAnActor() {
    assertThat(only("Oakmart was hit by the Grub ransomware on Monday.").getActors()).isEmpty();
    assertThat(only("Oakmart was hit by the Grabber ransomware on Monday.").getActors()).hasSize(1);
    assertThat(only("Oakmart paid a ransom of $9,000 to the Grabber ransomware gang.").getActors())
        .hasSize(1);
  }

  @Test
  void aVictimSpeaksOfItself() {
    for (String text :
        List.of(
            "A small clinic, Pine Pediatrics, serving Freedonia reported that it was hit with"
                + " ransomware.",
            "Pine Pediatrics has fallen victim to a ransomware attack.")) {
      assertThat(only(text).getVictim()).contains("Pine Pediatrics");
    }
  }

  @Test
  void aLimitReachedIsTold() {
    String many = "Thieves stole $5 million from Oakmart in May. ".repeat(300);
    assertThat(Given.READER.reading(Given.article("", many)).limits())
        .containsExactly(Reading.Limit.STATEMENTS);
    assertThat(Given.READER.reading(Given.article("", "stolen ".repeat(200))).limits())
        .containsExactly(Reading.Limit.SENTENCE);
    assertThat(Given.READER.reading(Given.article("", "Oakmart was hacked.")).limits()).isEmpty();
  }

  private static Claim only(String body) {
    List<Claim> claims = read("", body);
    assertThat(claims).hasSize(1);
    return claims.get(0);
  }

  private static List<Claim> read(String title, String body) {
    return Given.READER.read(Given.article(title, body));
  }

  private static List<Long> dollars(Claim claim, AmountRole role) {
    return claim.getAmounts().stream()
        .filter(amount -> amount.getRole() == role)
        .flatMap(amount -> amount.getUsdCents().stream())
        .map(cents -> cents / 100)
        .toList();
  }
}
