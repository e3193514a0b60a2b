package io.heistline.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NamesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "The Ronin Network's | ronin network",
        "Crypto.com | crypto com",
        "Jimbo\u2019s Protocol | jimbo protocol",
        "  AT&T   Inc. | at t inc",
        "\uff26\uff34\uff38 | ftx",
        "the | the",
        "Theta | theta"
      })
  void foldsWhatWritersVary(String name, String key) {
    assertThat(Names.normalise(name)).isEqualTo(key);
  }

  @ParameterizedTest
  @CsvSource({"Crypto.com,crypto-com", "Société Générale,societe-generale", "1inch,1inch"})
  void slugsAreKebabCase(String name, String slug) {
    assertThat(Names.slug(name)).isEqualTo(slug);
  }

  @Property
  void aSlugIsNeverEmpty(@ForAll String name) {
    assertThat(Names.slug(name)).matches("[a-z0-9]+(-[a-z0-9]+)*");
  }

  @Property
  void aKeyIsItsOwnKeyUnlessItBeginsWithThe(@ForAll String name) {
    String key = Names.normalise(name);
    if (!key.startsWith("the ")) {
      assertThat(Names.normalise(key)).isEqualTo(key);
    }
  }
}
