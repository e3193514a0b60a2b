package io.heistline.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AttributionTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The Bureau of Coins said so.",
        "According to the Bureau of Coins, they did it.",
        "The Bureau of Coins has accused the Night Owls.",
        "Two men were charged by the Bureau of Coins."
      })
  void findsWhoSaysSo(String text) {
    Sentence sentence = Given.sentence(text);
    assertThat(Attribution.in(sentence, Given.names(sentence))).containsExactly("Bureau of Coins");
  }
}
