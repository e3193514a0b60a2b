package io.heistline.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.heistline.model.ActorMention;
import io.heistline.model.Claim;
import io.heistline.model.Evidence;
import io.heistline.model.Kind;
import io.heistline.model.Scope;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

final class ReaderTest {

  @Test
  void aVictimGivesItsOwnWord() {
    assertThat(attributed("Oakmart said that hackers stole $5 million from it in May."))
        .containsExactly("Oakmart");
    assertThat(
            attributed("Oakmart has confirmed the theft of $5 million, the Bureau of Coins said."))
        .containsExactly("Oakmart", "Bureau of Coins");
    assertThat(attributed("Hackers stole $5 million from Oakmart in May, a user said.")).isEmpty();
  }

  private static List<String> attributed(String body) {
    List<Claim> claims = Given.READER.read(Given.article("", body));
    assertThat(claims).hasSize(1);
    return claims.get(0).getAttributedBy();
  }

  @Test
  void foldsWhatAnArticleSaysOfOneVictim() {
    List<Claim> claims =
        read(
            "Bluefish Loses $40 Million",
            """
            Hackers stole about $40 million from Bluefish Exchange on Tuesday.

            The Night Owls were behind the theft at its Coral Bridge, Chainwatch said.
            """);

    assertThat(claims).hasSize(1);
    Claim claim = claims.get(0);
    assertThat(claim.getScope()).isEqualTo(Scope.INCIDENT);
    assertThat(claim.getKind()).isEqualTo(Kind.THEFT);
    assertThat(claim.getVictim()).contains("Bluefish");
    assertThat(claim.getVictimAliases()).containsExactly("Bluefish Exchange", "Coral Bridge");
    assertThat(claim.getActors()).extracting(ActorMention::getName).containsExactly("Night Owls");
    assertThat(claim.getAmounts())
        .singleElement()
        .satisfies(amount -> assertThat(amount.getUsdCents()).contains(40_000_000_00L));
    assertThat(claim.getPeriod())
        .hasValueSatisfying(
            period -> assertThat(period.getFrom()).isEqualTo(LocalDate.of(2022, 12, 20)));
    assertThat(claim.getAttributedBy()).containsExactly("Chainwatch");
  }

  @Test
  void keepsSumsApartFromIncidents() {
    List<Claim> claims =
        read(
            "Oakmart Hacked",
            """
            Thieves stole $3 million from Oakmart yesterday.

            Freedonian hackers have stolen $900 million from banks since 2018.
            """);

    assertThat(claims).extracting(Claim::getScope).containsExactly(Scope.INCIDENT, Scope.PERIOD);
    assertThat(claims.get(1).getVictim()).isEmpty();
    assertThat(claims.get(1).getPeriod())
        .hasValueSatisfying(
            period -> assertThat(period.getFrom()).isEqualTo(LocalDate.of(2018, 1, 1)));
  }

  @Test
  void ofWhomLittleIsSaidTheArticleTellsWhatBefellIt() {
    List<Claim> claims =
        read(
            "Ransomware Hits Shops",
            "A ransomware attack hit Oakmart. Ransomware also hit Pinemart on Monday.\n\n"
                + "Hackers breached Bluefish in the same week.");

    assertThat(claims)
        .extracting(Claim::getVictim, Claim::getKind)
        .contains(tuple(Optional.of("Bluefish"), Kind.EXTORTION));
  }

  @Test
  void whoSawNoSignOfABreachWasNotRobbed() {
    assertThat(
            read(
                "Oakmart Robbed",
                "Hackers stole $5 million from Oakmart on 3 May 2022.\n\n"
                    + "Pinemart said there was no sign that its own systems had been breached."))
        .extracting(Claim::getVictim)
        .containsExactly(Optional.of("Oakmart"));
  }

  @Test
  void agenciesWhoseToolsARansomIsWrittenWithAreNotHeldToRansom() {
    assertThat(
            read(
                "Grabber Spreads",
                "The Grabber ransomware spreads by a tool that hackers stole from the Bureau of"
                    + " Coins in 2021."))
        .noneMatch(claim -> claim.getKind() == Kind.EXTORTION);
  }

  @Test
  void tellsExtortionAndBreachFromTheft() {
    assertThat(
            read("Oakmart Pays Ransom", "Oakmart paid a $2 million ransom to the Grabber gang.")
                .get(0)
                .getKind())
        .isEqualTo(Kind.EXTORTION);
    assertThat(
            read("Oakmart Breach", "Hackers stole data of 5 million Oakmart customers in a breach.")
                .get(0)
                .getKind())
        .isEqualTo(Kind.BREACH);
  }

  @Test
  void pointsToItsEvidence() {
    MainText main =
        MainText.of(Given.article("A", "Quiet here. Thieves robbed Oakmart of $3 million."));

    List<Claim> claims = read("A", "Quiet here. Thieves robbed Oakmart of $3 million.");

    Evidence evidence = claims.get(0).getEvidence();
    assertThat(main.text().substring(evidence.getStart(), evidence.getEnd()))
        .isEqualTo(evidence.getSentence());
  }

  @Test
  void isQuietOnOtherNews() {
    assertThat(
            read(
                "Oakmart Raises $30 Million",
                "Oakmart raised $30 million from investors. Police arrested a man in May."))
        .isEmpty();
  }

  @Test
  void idsFollowFromWhatIsClaimed() {
    assertThat(read("Oakmart Hacked", "Thieves stole $3 million from Oakmart."))
        .allSatisfy(claim -> assertThat(claim.getId()).matches("a1-[0-9a-f]{10}"))
        .isEqualTo(read("Oakmart Hacked", "Thieves stole $3 million from Oakmart."));
  }

  @Property(tries = 300)
  void readsAnyText(@ForAll String title, @ForAll String body) {
    assertThat(read(title, body)).isEqualTo(read(title, body));
  }

  @Property(tries = 300)
  void readsAnyHtml(@ForAll String body) {
    assertThat(Given.READER.read(Given.html("<p>" + body)))
        .isEqualTo(Given.READER.read(Given.html("<p>" + body)));
  }

  private static List<Claim> read(String title, String body) {
    return Given.READER.read(Given.article(title, body));
  }
}
