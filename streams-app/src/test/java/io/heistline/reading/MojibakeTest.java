package io.heistline.reading;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MojibakeTest {
  private static final Charset WINDOWS = Charset.forName("windows-1252");
  private static final String TEXT =
      "the firm\u2019s \u201Csafe word \u2013 and \u2014 \u00A35 \u20AC6 caf\u00E9 \u017Buzu 😀";

  @Test
  void isMendedWhateverItWasTakenFor() {
    String windows = new String(TEXT.getBytes(UTF_8), WINDOWS);

    assertThat(Mojibake.mend(windows)).isEqualTo(TEXT);
    assertThat(Mojibake.mend(new String(TEXT.getBytes(UTF_8), ISO_8859_1))).isEqualTo(TEXT);
  }

  @Test
  void isMendedWhereItHappenedTwice() {
    String text = "the firm\u2019s caf\u00E9";
    String once = new String(text.getBytes(UTF_8), WINDOWS);

    assertThat(Mojibake.mend(new String(once.getBytes(UTF_8), WINDOWS))).isEqualTo(text);
  }

  @Test
  void isMendedWhereTheLastByteOfAClosingQuoteIsLost() {
    assertThat(Mojibake.mend("\u00E2\u20AC\u0153It is gone,\u00E2\u20AC he said"))
        .isEqualTo("\u201CIt is gone,\u201D he said");
  }

  @ParameterizedTest
  @ValueSource(strings = {"SÃO ZUZU", "“MAÇÃ”", "un âge d’or", "Â", "Ç€5", "ZÜRICH Ä", "plain"})
  void isNotSeenInWhatCanHaveBeenMeant(String text) {
    assertThat(Mojibake.mend(text)).isEqualTo(text);
  }

  @Test
  void isMendedInAnArticle() {
    assertThat(
            MainText.of(Given.article("Oakmart\u00E2\u20AC\u2122s", "Lost\u00C2\u00A0all.")).text())
        .isEqualTo("Oakmart\u2019s\n\nLost all.");
  }
}
