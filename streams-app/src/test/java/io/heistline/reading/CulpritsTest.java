package io.heistline.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.heistline.model.ActorMention;
import io.heistline.model.Certainty;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CulpritsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Zed Quux was arrested on Monday. | Zed Quux | SUSPECTED",
        "Zed Quux, 28, of Oak Park, has also been charged. | Zed Quux | SUSPECTED",
        "Zed Quux, who was known as a clerk, pleaded guilty. | Zed Quux | CONFIRMED",
        "Zed Q. Quux-Smith faces charges there. | Zed Q. Quux-Smith | SUSPECTED",
        "Police charged 28-year-old Freedonian national Zed Quux. | Zed Quux | SUSPECTED",
        "Zed Quux, now 18, hacked into the mail of Oakmart. | Zed Quux | SUSPECTED",
        "It came after the arrest of Zed Quux. | Zed Quux | SUSPECTED",
        "The hacker, identified as former clerk Zed Quux, fled. | Zed Quux | SUSPECTED",
        "The court jailed Ann Lee for the breach. | Ann Lee | CONFIRMED",
        "The alleged hacker Zed Quux stole it. | Zed Quux | SUSPECTED",
        "The indictment accuses Zed Quux of hacking it. | Zed Quux | SUSPECTED",
        "Zed Quux is alleged to have hacked it. | Zed Quux | SUSPECTED",
        "A hacker calling themselves \"zuzu\" stole it. | zuzu | CONFIRMED",
        "A hacker who goes by the name \"zuzu\" stole it. | zuzu | CONFIRMED",
        "A seller using the online handle 'Zuzu Bit' claims to have hacked it. | Zuzu Bit | SUSPECTED",
        "The hacker known online as Zuzu_Bit stole it. | Zuzu_Bit | CONFIRMED",
        "The hacker or hackers, who go by the name \"zuzu\", stole it. | zuzu | CONFIRMED",
        "The hacker, who goes on Twitter by the username of @Zuzu, stole it. | Zuzu | CONFIRMED",
        "One of the hackers behind the breach, who used the moniker Zuzu, stole it. | Zuzu | CONFIRMED",
        "The suspect surnamed 'Zuzu' stole it. | Zuzu | SUSPECTED",
        "Zed Quux was charged with wire fraud and money laundering. | Zed Quux | SUSPECTED",
        "It was taken by \"Zuzu,\" the Freedonian hacker. | Zuzu | CONFIRMED"
      })
  void makesAPersonACulprit(String text, String name, Certainty certainty) {
    assertThat(of(text).get(0)).containsExactly(new ActorMention(name, certainty, true, true));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Judge Zed Quux sentenced a man to prison.",
        "Zed Quux said that two men were arrested.",
        "It could lead to the arrest of Zed Quux.",
        "A man of Oak Park was arrested.",
        "Zed Quux was charged with laundering the coins.",
        "The white-hat hacker known as Zuzu was hired.",
        "A hacker known as Zuzu found the vulnerability.",
        "The hackers used a tool called Zuzu.",
        "A seller known as Zuzu offers accounts that were stolen.",
        "The hacker group called Zuzu stole it."
      })
  void leavesOthersAlone(String text) {
    assertThat(of(text).get(0)).isEmpty();
  }

  @Test
  void theLastNameAndAPronounMeanTheCulprit() {
    List<List<ActorMention>> mentions =
        of("Zed Quux was charged.", "Quux broke into Oakmart.", "He also hacked Pinemart.");

    assertThat(mentions).allSatisfy(m -> assertThat(m).hasSize(1));
  }

  @Test
  void theHackerIsWhoWasNamedLast() {
    assertThat(of("A hacker known as Zuzu stole it.", "The same hacker hacked Oakmart.").get(1))
        .hasSize(1);
  }

  @Test
  void aSentenceMayClearWhomAnotherBlames() {
    List<List<ActorMention>> mentions =
        of(
            "A hacker known as Zuzu stole it.",
            "This breach was not carried out by Zuzu.",
            "It was not carried out by Zuzu, who hacked Oakmart.");

    assertThat(mentions.get(1)).isEmpty();
    assertThat(mentions.get(2)).hasSize(1);
  }

  @Test
  void aPleaMakesItSure() {
    assertThat(of("Zed Quux was charged.", "Quux pleaded guilty.").get(1))
        .extracting(ActorMention::getCertainty)
        .containsExactly(Certainty.CONFIRMED);
  }

  @Test
  void aPronounWithoutADeedMeansNobody() {
    assertThat(of("Zed Quux was charged.", "He is a student.").get(1)).isEmpty();
  }

  @Test
  void aKnownPersonNeedsNoCharge() {
    assertThat(of("It was Ann Roe.", "Roe took it."))
        .allSatisfy(m -> assertThat(m).extracting(ActorMention::getName).containsOnly("Ann Roe"));
  }

  @Test
  void anArticleMayShortenAName() {
    assertThat(of("Zed Abe Quux was charged.", "Zed Quux was arrested.").get(1))
        .extracting(ActorMention::getName)
        .containsExactly("Zed Abe Quux");
  }

  @Test
  void neitherTheNameNorTheLastNameOfACulpritIsAVictims() {
    assertThat(culprits("Zed Quux was charged.").keys())
        .containsExactlyInAnyOrder("zed quux", "quux");
  }

  private static List<List<ActorMention>> of(String... texts) {
    return culprits(texts).mentions(sentences(texts));
  }

  private static Culprits culprits(String... texts) {
    List<Sentence> sentences = sentences(texts);
    return new Culprits(sentences, sentences.stream().map(Given::names).toList());
  }

  private static List<Sentence> sentences(String... texts) {
    return Stream.of(texts).map(Given::sentence).toList();
  }
}
