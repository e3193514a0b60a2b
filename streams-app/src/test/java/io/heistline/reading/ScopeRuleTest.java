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
        "Fraudsters steal $90 million a year."
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
        "A hacker steals $8.4 million."
      })
  void oneEventOfNobodyNamedIsNoSum(String text) {
    assertThat(read(text)).isEmpty();
  }

  private static List<Claim> read(String text) {
    return Given.READER.read(Given.article("", text));
  }
}
