package io.heistline.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whom a sentence without a name tells of: the name before, if it was robbed. */
final class ReferralTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Bluefish sells coins. / It was hacked in May.                         | Bluefish",
        "Bluefish sells coins. / The exchange was hacked in May.               | Bluefish",
        "Bluefish sells coins. / Rain fell. / It was hacked in May.            | Bluefish",
        "Bluefish sells coins. / Rain fell. / Wind blew. / It was hacked then. | ''",
        "Bluefish sells coins. / Coral Bridge said it was hacked in May.       | ''",
        "Bluefish sells coins. / It was founded in May.                        | ''"
      })
  void nameBeforeIsMeantForTwoSentences(String text, String meant) {
    Referral referral = new Referral();
    List<String> found = new ArrayList<>();
    for (String part : text.split(" / ")) {
      Sentence sentence = Given.sentence(part.strip());
      referral.in(sentence, Given.names(sentence)).map(Name::text).ifPresent(found::add);
    }
    assertThat(String.join(", ", found)).isEqualTo(meant);
  }
}
