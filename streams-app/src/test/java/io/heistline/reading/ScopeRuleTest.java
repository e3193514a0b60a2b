package io.heistline.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.heistline.model.Claim;
import io.heistline.model.Scope;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ScopeRuleTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Freedonian hackers have stolen $900 million since 2018.",
        "The Night Owls have stolen $900 million from more than 100 banks.",
        "The Grabber ransomware cost businesses $90 million last year.",
        "About $90 million of the stolen coins were taken in 2021 alone.",
        "Thieves stole $90 million from exchanges and lenders worldwide.",
        "Fraudsters steal $90 million a year.",
        "Cybercriminals have made $90 million with the campaign.",
        "The Grabber worm caused damage of $90 million to banks, merchants and consumers.",
        "The gang made away with $90 million during the nine months of its operations.",
        "The losses from the attacks were over $90 million.",
        "Victim organisations paid $90 million in ransom.",
        "A gang stole $90 million after it had infected 4 million computers.",
        "Ransomware has cost businesses $90 million in payments.",
        "Ransomware is a scourge, with total payments nearing $90 million.",
        "The ring is said to have caused $90 million in losses.",
        "Hacking accounted for $90 million in losses for the telecom industry.",
        "Monetary losses totaled $90 million last year.",
        "Americans lost $90 million to fraud in 2020.",
        "Consumers lost $90 million to fraud in 2020.",
        "Business email compromise accounted for $90 million in losses last year.",
        "The gang has stolen more than $90 million from banks around the world.",
        "The outbreak is thought to have caused $90 million in losses.",
        "Hackers have taken $90 million worth of coins in the first seven months of this year.",
        "Members of the ring are accused of stealing $90 million over four years.",
        "The group made about $90 million from ransoms in six months.",
        "A report says the regime stole coins worth at least $90 million in 2022.",
        "Cybercriminals earn up to $90,000 a day with scams.",
        "The botnet earns its masters more than $90 million every month.",
        "He pleaded guilty for his part in a scam that netted about $90 million.",
        "The total damages stemming from these intrusions exceeded $90 million.",
        "The malware made $90 million in fraudulent ad revenue in just two months."
      })
  void sumsOverSeveralEvents(String text) {
    assertThat(read(text))
        .singleElement()
        .satisfies(claim -> assertThat(claim.getScope()).isEqualTo(Scope.PERIOD));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "A college paid its attackers a $28,000 ransom.",
        "The malware costs victims $300.",
        "A hacker steals $8.4 million.",
        "Hackers stole $8.4 million from an exchange last year.",
        "One of the victims, a hospital, paid $90,000 in ransomware attacks last year."
      })
  void oneEventOfNobodyNamedIsNoSum(String text) {
    assertThat(read(text)).isEmpty();
  }

  private static List<Claim> read(String text) {
    return Given.READER.read(Given.article("", text));
  }
}
