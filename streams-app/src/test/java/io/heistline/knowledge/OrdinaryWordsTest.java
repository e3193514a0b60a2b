package io.heistline.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class OrdinaryWordsTest {
  private static final OrdinaryWords WORDS = OrdinaryWords.bundled();

  @ParameterizedTest
  @ValueSource(strings = {"ZINC", "Reaper", "Gold", "The Mask", "SEA", "G7", "707", "1 001"})
  void holdsWordsInitialsAndNumbers(String name) {
    assertThat(WORDS.hold(name)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Kimsuky", "Turla", "APT29", "Silent Librarian", "TA505", "GOLD TAHOE"})
  void holdsNoNames(String name) {
    assertThat(WORDS.hold(name)).isFalse();
  }
}
