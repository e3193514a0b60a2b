package io.heistline.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.heistline.model.ActorMention;
import io.heistline.model.Certainty;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
        "It was stolen by Zorro there. | Zorro | CONFIRMED | false",
        "Officials denied that the Night Owls did it. | Night Owls | DENIED | false"
      })
  void findsWhoDidIt(String text, String name, Certainty certainty, boolean coined) {
    assertThat(actors(text)).containsExactly(new ActorMention(name, certainty, coined, false));
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
