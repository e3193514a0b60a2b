package io.heistline.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.heistline.model.Claim;
import io.heistline.model.Scope;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Victims and bystanders, in articles that are about thefts and in those that are not. */
final class VictimJudgeTest {

  @Test
  void whoIsRobbedIsAVictimAndWhoCommentsIsNot() {
    assertThat(
            victims(
                "Zuzubit hacked, customer data stolen",
                "The exchange Zuzubit said on Monday that hackers stole the data of 2 million"
                    + " customers. Jane Doe of Elmwatch, a security firm, said the attackers broke"
                    + " into its servers. Zorland Times reported the breach first."))
        .containsExactly("Zuzubit");
  }

  @Test
  void aListOfVictimsIsReadToItsEnd() {
    assertThat(
            victims(
                "Gang behind breaches of retailers charged",
                "Prosecutors charged a member of the gang on Monday. Its victims include"
                    + " Oakmart, Pinemart, Elmshop and Zuzubit, whose card data were stolen."))
        .contains("Oakmart", "Pinemart", "Elmshop", "Zuzubit");
  }

  @Test
  void theMakerOfAFlawedProductIsNoVictim() {
    assertThat(
            victims(
                "Critical flaw in Zuzubit browser lets attackers run code",
                "A vulnerability in the Zuzubit browser could allow attackers to run code. Zuzubit"
                    + " released a patch on Monday. Users should update the software at once."))
        .isEmpty();
  }

  @Test
  void aWordInPassingMakesNoVictim() {
    assertThat(
            victims(
                "Ten ways to choose a good password",
                "A long password is better than a short one. Remember the leak at Zuzubit."
                    + " Researchers advise a password manager. Change what you use twice."))
        .isEmpty();
  }

  @Test
  void whereTheWordsTellOfFlawsNobodyIsSearchedForUnlessASumWasLost() {
    String flaws =
        "Researchers discovered a critical vulnerability in the Linux kernel. The flaw allows"
            + " remote code execution on Android devices, and Google released a patch. Users should"
            + " update to the latest version. The bug was found in the browser, too. ";

    assertThat(
            victims(
                "New critical flaw", flaws + "Zuzubit reported that it was hit with ransomware."))
        .isEmpty();
    assertThat(victims("New critical flaw", flaws + "Zuzubit lost $9 million to thieves."))
        .containsExactly("Zuzubit");
  }

  @Test
  void whoIsRobbedOfASumIsAVictimWhereverItIsTold() {
    assertThat(
            victims(
                "Ten ways to choose a good password",
                "A long password is better than a short one. Thieves once made off with $9"
                    + " million from Zuzubit. Change what you use twice."))
        .containsExactly("Zuzubit");
  }

  @Test
  void whoIsNamedBesideAKnownVictimOnlyIsNoVictim() {
    assertThat(
            victims(
                "Quibble is no copy of anything, its founder says",
                "After the recent hack of Oakmart, which led to a hunt for the stolen funds,"
                    + " Quibble has come out to explain what it is."))
        .containsExactly("Oakmart");
  }

  @Test
  void aRepeatedArticleGivesTheSameVictims() {
    String body = "Thieves stole $5 million from Zuzubit. Elmwatch said the thieves used malware.";
    assertThat(victims("Zuzubit robbed", body)).isEqualTo(victims("Zuzubit robbed", body));
  }

  private static List<String> victims(String title, String body) {
    return Given.READER.read(Given.article(title, body)).stream()
        .filter(claim -> claim.getScope() == Scope.INCIDENT)
        .map(Claim::getVictim)
        .flatMap(Optional::stream)
        .distinct()
        .toList();
  }
}
