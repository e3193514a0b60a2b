package io.heistline.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.heistline.model.AmountRole;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The small rules over one sentence. */
final class RulesTest {

  @Nested
  class Roles {
    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "He laundered the $5 million stolen from Oakmart. | LOSS",
          "They coerced the shop, a store in Freedonia, to pay $80,000 in ransom. | LOSS",
          "The council authorized its insurer to pay a ransom of $80,000. | LOSS",
          "The worm's take tops $80,000. | LOSS",
          "Ransoms were paid by Oakmart ($5 million). | LOSS",
          "It lost $5 million in investors' funds. | LOSS",
          "A clerk transferred $5 million to the thieves. | LOSS",
          "They stole $8 million. | LOSS",
          "The shop lost $8 million. | LOSS",
          "They demanded $8 million in ransom. | DEMAND",
          "The shop paid an $8 million ransom. | LOSS",
          "Police recovered $8 million of it. | RECOVERY",
          "They got away with $8 million. | LOSS",
          "It mourns the missing $8 million. | LOSS",
          "It calls this $8 million mishap bad luck. | LOSS",
          "Hackers took the shop for $8 million. | LOSS",
          "Its vault was emptied of $8 million. | LOSS",
          "The thieves escaped with $8 million. | LOSS",
          "The thieves schooled Oakmart for $8 million. | LOSS",
          "The thieves sent on the proceeds of $8 million. | LOSS",
          "The clerk was tricked into sending $8 million abroad. | LOSS",
          "The shop coughed up $80,000 in bitcoin. | LOSS",
          "The shop handed over $80,000 to the gang. | LOSS",
          "The pair collected $8 million in ransom. | LOSS",
          "The gang has made $8 million of it. | LOSS",
          "An $8 million flash loan attack hit the shop. | LOSS",
          "The damages caused by the worm, a kind of virus, hit $8 million. | LOSS",
          "The shop agreed to pay the ransom demand of $8 million. | LOSS",
          "The attack forced it off, forcing the shop to pay a ransom of $8 million. | LOSS",
          "The shop paid $8 million to regain its files. | LOSS",
          "The files are gone until the $8 million ransom is paid. | DEMAND",
          "Pay $8 million to free your files from ransomware. | DEMAND",
          "Police recovered the $8 million ransom. | RECOVERY",
          "The shop paid $80,000 to get its files back. | LOSS",
          "The shop paid $80,000 in bitcoin. | LOSS",
          "They will delete it only after the shop pays them $80,000 in bitcoin. | DEMAND",
          "The users are asked to install a browser and pay a ransom of $8,000. | DEMAND",
          "The gang offered the town the option of paying $8,000 to unlock its files. | DEMAND",
          "The note is asking for a 2 bitcoin ($8,000) payment in ransom. | DEMAND",
          "The extortionists made out with $8 million. | LOSS",
          "The authors of the worm have raised $8 million. | LOSS",
          "The ransomware made its criminals $8 million in revenue. | LOSS"
        })
    void areToldByTheNearestWord(String text, AmountRole role) {
      assertThat(roles(text)).containsExactly(role);
    }

    @Test
    void eachAmountHasItsOwn() {
      assertThat(roles("Police recovered $2 million of the $5 million stolen."))
          .containsExactly(AmountRole.RECOVERY, AmountRole.LOSS);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "A court fined the shop $80 million over the breach.",
          "The shop, which saw losses double to $8 million, was hacked.",
          "It took a week and a recovery cost of $8 million.",
          "They became known for attacks with one individual victim paid $64,000.",
          "They saw an ad for a zero-day exploit at $8,000.",
          "The exploit is on offer for as much as $8,000.",
          "The $8 billion gaming industry is under attack.",
          "They tried to auction off the stolen tools for 100 bitcoins or what was at the time $8 million.",
          "They offered a $1 million bounty.",
          "Hackers breached the $8 billion retailer.",
          "After the breach a $8 million contract is at stake.",
          "The hacked shop, which processes $8 billion, is closed.",
          "After the breach the town pledged $8 million.",
          "After the hack the shop set aside $8 million.",
          "A study found that 20 percent said they had paid $40,000 in ransom.",
          "Some 338 victims paid the $300 ransom.",
          "The gang doubled the price of its hacking tools from $8,000 to $16,000.",
          "They attempted to steal $8 million.",
          "The stolen cards cost $17 per card.",
          "The startup raised $8 million.",
          "They attempted to blackmail the shop to extort $8 million.",
          "The breach could cost it $8 million.",
          "Attacks cost the shop $80,000 a day.",
          "The average loss to a hack rose from $8 million to $9 million.",
          "They sold stolen cards for just $80,000.",
          "The hack earned the team $80,000 in prize money.",
          "It paid $80,000 to a hacker for finding a flaw.",
          "After the hack it lost $8 million in market value.",
          "The team bagged $80,000 for its exploits after the hack.",
          "They are charged with damage to computers that caused losses exceeding $8,000.",
          "It offers $8 million identity theft insurance.",
          "It has yet to recover, and hopes to recover $8 million.",
          "The program costs $8,000 on forums."
        })
    void someAmountsHaveNone(String text) {
      assertThat(roles(text)).isEmpty();
    }

    @Test
    void amountsThatAreJoinedWereTheSame() {
      Sentence sentence =
          Given.sentence("It saw $6 million in one coin and $53 million in another coin taken.");

      assertThat(RoleRule.amounts(sentence).roled())
          .extracting(RoleRule.Roled::role)
          .containsExactly(AmountRole.LOSS, AmountRole.LOSS);
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "They stole tens of millions of euros. | tens of millions of euros",
          "They stole at least several million dollars. | several million dollars",
          "The gang made millions in a year. | millions"
        })
    void vagueAmountsAreKeptThatWereLost(String text, String words) {
      assertThat(VagueGrammar.lostIn(Given.sentence(text)))
          .hasValueSatisfying(vague -> assertThat(vague.text()).isEqualTo(words));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "The bounty programs paid millions of dollars to researchers.",
          "They stole millions of passwords.",
          "The attack could cost hundreds of millions of dollars."
        })
    void otherVagueAmountsAreNot(String text) {
      assertThat(VagueGrammar.lostIn(Given.sentence(text))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "The loss of business was $8 million.",
          "It put losses in productivity at $8 million.",
          "The shop lost more than $8 million in a massive data breach.",
          "It recorded $8 million in losses related to the two breaches.",
          "The attack cost the shop $8 million."
        })
    void whatAnAttackCostIsDamage(String text) {
      assertThat(RoleRule.amounts(Given.sentence(text)).roled())
          .extracting(RoleRule.Roled::damage)
          .containsExactly(true);
    }

    private List<AmountRole> roles(String text) {
      Sentence sentence = Given.sentence(text);
      return MoneyGrammar.in(sentence).stream()
          .flatMap(money -> RoleRule.role(sentence, money).stream())
          .map(RoleRule.Roled::role)
          .toList();
    }
  }

  @Nested
  class Records {
    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "They stole data of 24 million customers. | 24000000",
          "Hackers exposed 143 million of its records. | 143000000",
          "A leak of 2,208 accounts. | 2208",
          "Hackers stole data of half a million readers. | 500000",
          "The leak exposed details of one million accounts. | 1000000"
        })
    void areCounted(String text, long records) {
      assertThat(RecordsGrammar.in(Given.sentence(text))).contains(records);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "They stole $24 million from customers.",
          "Since 2016 customers were hacked.",
          "A site with 128 million active users was hacked.",
          "Hackers stole 250 GB of files.",
          "The leak CVE-2021-30116 exposes credentials."
        })
    void areNotMoneyNorYears(String text) {
      assertThat(RecordsGrammar.in(Given.sentence(text))).isEmpty();
    }
  }

  @Nested
  class Sources {
    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "According to the BOC, thieves took it. | Bureau of Coins",
          "Thieves took it, Chainwatch said. | Chainwatch",
          "A Chainwatch report showed it. | Chainwatch",
          "According to Zuzu Times, thieves took it. | Zuzu Times"
        })
    void areWhoSaysSo(String text, String source) {
      Sentence sentence = Given.sentence(text);

      assertThat(Attribution.in(sentence, Given.names(sentence))).containsExactly(source);
    }
  }
}
