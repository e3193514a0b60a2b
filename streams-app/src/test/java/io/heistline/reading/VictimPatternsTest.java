package io.heistline.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class VictimPatternsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Yesterday Zuzubit was hacked again. | Zuzubit",
        "Yesterday Zuzubit lost $5 million. | Zuzubit",
        "Yesterday Zuzubit suffered a breach. | Zuzubit",
        "Yesterday Zuzubit confirmed that it was hacked. | Zuzubit",
        "The exchange Zuzubit, a small firm, said hackers had broken into its wallets. | Zuzubit",
        "They stole $5 million from Zuzubit. | Zuzubit",
        "They stole $5 million from the small cryptocurrency exchange Zuzubit. | Zuzubit",
        "After the attack on Zuzubit nobody slept. | Zuzubit",
        "After the Zuzubit hack nobody slept. | Zuzubit",
        "After Zuzubit's massive data breach nobody slept. | Zuzubit",
        "Thieves hacked Zuzubit and ran. | Zuzubit",
        "The breaches like Oakmart and Pinemart hurt. | Oakmart,Pinemart",
        "They hit shops including Oakmart and Pinemart in these attacks. | Oakmart,Pinemart",
        "At last Oakmart paid the hackers a ransom. | Oakmart",
        "A theft of $7 million from Oakmart and $3 million from Pinemart. | Oakmart,Pinemart",
        "They stole from Latvia's Zuzubit last week. | Zuzubit"
      })
  void findsWhoWasRobbed(String text, String victims) {
    assertThat(victims(text)).containsExactly(victims.split(",", -1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "They attempted to hack Zuzubit.",
        "The price of Zuzubit fell.",
        "They could not hack Zuzubit.",
        "Zuzubit said that no hackers had broken into its wallets.",
        "According to Chainwatch, hackers stole it.",
        "After the attack founder Jane Doe said nothing.",
        "It was hacked in Brazil."
      })
  void findsNobodyElse(String text) {
    assertThat(victims(text)).isEmpty();
  }

  private static List<String> victims(String text) {
    Sentence sentence = Given.sentence(text);
    return VictimPatterns.in(sentence, Given.names(sentence), Set.of()).stream()
        .map(mention -> mention.name().text())
        .toList();
  }
}
