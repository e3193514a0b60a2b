package io.heistline.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.heistline.model.ActorMention;
import io.heistline.model.Certainty;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ActorPatternsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "The Night Owls stole it. | Night Owls | CONFIRMED | false",
        "The theft is linked to the Night Owls. | Night Owls | SUSPECTED | false",
        "Freedonian hackers have stolen it. | Freedonia | CONFIRMED | false",
        "Officials say Freedonia was behind the theft. | Freedonia | CONFIRMED | false",
        "The Zorro ransomware gang took it. | Zorro | CONFIRMED | true",
        "A hacking group called Zorro took it. | Zorro | CONFIRMED | true",
        "The hackers, who identified themselves as 'Zorro Family', took it. | Zorro Family | CONFIRMED | true",
        "Zorro claimed responsibility for the theft. | Zorro | CONFIRMED | true",
        "A hacking organization identifying itself as the Zorro Family took it. | Zorro Family | CONFIRMED | true",
        "It was stolen by Zorro there. | Zorro | CONFIRMED | false",
        "Officials denied that the Night Owls did it. | Night Owls | DENIED | false"
      })
  void findsWhoDidIt(String text, String name, Certainty certainty, boolean coined) {
    assertThat(actors(text)).containsExactly(new ActorMention(name, certainty, coined, false));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "The Freedonian government hacked it. | CONFIRMED",
        "It was the work of the Freedonian government. | CONFIRMED",
        "Officials blamed the hack on Freedonia. | CONFIRMED",
        "Officials accused Freedonia of hacking US firms. | CONFIRMED",
        "Hackers from Freedonia took it. | CONFIRMED",
        "The hack was aided by the Freedonian government. | CONFIRMED",
        "They found a link between the attack and Freedonia. | SUSPECTED",
        "State-sponsored hackers working for Freedonia took it. | CONFIRMED",
        "A hacking group with ties to the Freedonian government took it. | SUSPECTED",
        "A Freedonia-backed group took it. | CONFIRMED",
        "They charged two Freedonian intelligence officers. | CONFIRMED",
        "Freedonia has denied any involvement. | SUSPECTED",
        "There is no evidence that Freedonia was behind the theft. | DENIED",
        "It was initially blamed on Freedonia. | DENIED"
      })
  void blamesAState(String text, Certainty certainty) {
    assertThat(actors(text))
        .containsExactly(new ActorMention("Freedonia", certainty, false, false));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Freedonia accused hackers.",
        "The breach of its Freedonia website allowed attackers in.",
        "Anti-Freedonian hackers took it.",
        "A hacker took data from Freedonian firms.",
        "Freedonia has taken steps against hackers.",
        "It was a Night Owls-style attack.",
        "The Freedonian trade group was hit.",
        "A Freedonia-based gang took it.",
        "A Freedonian hacker took it.",
        "Freedonia sanctioned the hacking group.",
        "The Freedonian agency responsible for coins was hit."
      })
  void doesNotBlameAState(String text) {
    assertThat(actors(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "It was hit by Grabber ransomware. | 1",
        "It was hit by a variant of Grabber. | 0",
        "It resembles an attack like Night Owls. | 0",
        "They used an exploit leaked by the Night Owls. | 0"
      })
  void aCrewsRansomwareIsTheCrew(String text, int actors) {
    assertThat(actors(text)).hasSize(actors);
  }

  @Test
  void aStateThatOnlyIsNamedIsNotBlamed() {
    assertThat(actors("The Freedonian exchange lost it, and Freedonia wept.")).isEmpty();
  }

  private static List<ActorMention> actors(String text) {
    Sentence sentence = Given.sentence(text);
    return ActorPatterns.in(sentence, Given.names(sentence));
  }
}
