package io.heistline.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class TokensTest {

  @Test
  void partNumbersFromTheirUnits() {
    assertThat(texts("$8.4M of 1,276.5 ETH on the 6th"))
        .containsExactly("$", "8.4", "M", "of", "1,276.5", "ETH", "on", "the", "6", "th");
  }

  @Test
  void keepNamesTogether() {
    assertThat(texts("Crypto.com, 1inch, E*Zuzu, O'Zuzu and U.S. didn't"))
        .containsExactly(
            "Crypto.com", ",", "1inch", ",", "E*Zuzu", ",", "O'Zuzu", "and", "U.S.", "didn't");
  }

  @Test
  void partPossessives() {
    assertThat(texts("Axie's users' funds")).containsExactly("Axie", "'s", "users", "'", "funds");
  }

  private static List<String> texts(String text) {
    return Tokens.of(text.toCharArray(), Text.lower(text.toCharArray()), 0, text.length()).stream()
        .map(Token::text)
        .toList();
  }
}
