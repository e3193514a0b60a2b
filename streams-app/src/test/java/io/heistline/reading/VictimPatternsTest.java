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
        "They stole from Latvia's Zuzubit last week. | Zuzubit",
        "They stole $9 million from Freedonia's state-owned Zuzubit. | Zuzubit",
        "We fear heists like the one which cost the Zuzubit bank $9 million. | Zuzubit",
        "They made off with $9 million worth of ether from Zuzubit. | Zuzubit",
        "Thieves siphoned $9 million in coins out of Zuzubit's wallets. | Zuzubit",
        "The theft of $9 million held by Zuzubit made news. | Zuzubit",
        "The hack led to losses of $9 million at Zuzubit. | Zuzubit",
        "Ransoms were paid by Oakmart ($9 million) and Pinemart ($5 million). | Oakmart,Pinemart",
        "A $9 million heist hit the exchange Zuzubit. | Zuzubit",
        "The case of Zuzubit, from which thieves stole $9 million, is open. | Zuzubit",
        "They exploited a flaw in Zuzubit's bridge to steal $9 million. | Zuzubit",
        "Last year Oakmart in Brazil paid $55,000 to get its files back. | Oakmart",
        "Yesterday Oakmart and Pinemart each paid $55,000 to unlock files. | Oakmart,Pinemart",
        "At first Oakmart agreed to pay the hackers $55,000 after the attack. | Oakmart",
        "Payouts made by the chemical company Oakmart ($55,000) helped. | Oakmart",
        "But Oakmart, which claims to have lost $9 million, has closed. | Oakmart",
        "A clerk at Oakmart was tricked into wiring $9 million to scammers. | Oakmart",
        "Then Oakmart's treasurer transferred $9 million to the thieves. | Oakmart",
        "Scammers duped Oakmart into paying $9 million to a fake vendor. | Oakmart",
        "Yesterday Zuzubit CEO revealed a $9 million loss in a hack. | Zuzubit",
        "The exchange, Zuzubit, says the intruders got away with $9 million. | Zuzubit",
        "Yesterday Oakmart said it lost $9 million in a scam. | Oakmart"
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
        "It was hacked in Brazil.",
        "The refunds cost Zuzubit $9 million.",
        "The thief took a $9 million flash loan from Zuzubit.",
        "The Oakmart breach investigations report is out.",
        "They hacked into our Oakmart server.",
        "There are rumours of an impending attack against Zuzubit.",
        "Just like Oakmart the new shop makes such attacks impossible.",
        "Jane Doe told Zuzubit that three buyers paid $9,000 to gain control of the database.",
        "Chainwatch said hackers stole $9 million last year."
      })
  void findsNobodyElse(String text) {
    assertThat(victims(text)).isEmpty();
  }

  private static List<String> victims(String text) {
    Sentence sentence = Given.sentence(text);
    return VictimPatterns.in(sentence, Given.names(sentence), Set.of(), RoleRule.amounts(sentence))
        .stream()
        .map(mention -> mention.name().text())
        .toList();
  }
}
