package io.heistline.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class TextHashTest {
  private static final String REPORT =
      "Attackers drained the hot wallets of Zuzubit on Sunday night, the exchange said in a"
          + " statement that it posted on Monday. Coins worth about six million dollars left the"
          + " platform within twenty minutes, most of them in one transfer to an address that had"
          + " not been seen before. Withdrawals are halted until further notice, and customers are"
          + " asked not to send any deposits. The company has told the police of two countries,"
          + " and says that it will cover the damage from its own reserves. It had moved to new"
          + " offices only last spring, after a round of funding led by three investors.";

  private static final String OTHER =
      "A court in Quillhaven has sentenced two brothers to nine years in prison for robbing the"
          + " customers of a small lender. They had sent thousands of letters in the name of the"
          + " bank, which led their victims to a page that looked like the real one. The judge"
          + " called the scheme simple and cruel, and ordered them to pay back whatever could be"
          + " found in eleven accounts. Their lawyer announced that both would appeal.";

  private static int apart(String one, String other) {
    return Long.bitCount(
        TextHash.of(List.of(one)).orElseThrow() ^ TextHash.of(List.of(other)).orElseThrow());
  }

  @Test
  void oneTextInOtherPiecesAndCaseHasTheSameHash() {
    assertThat(TextHash.of(List.of(REPORT.substring(0, 100), REPORT.substring(100)))).isPresent();
    assertThat(apart(REPORT, REPORT.toUpperCase(Locale.ROOT).replace(",", " -"))).isZero();
  }

  @Test
  void copiesWithAWordChangedOrADatelineDifferInFewBits() {
    assertThat(apart(REPORT, "SEOUL (Agency) - " + REPORT)).isLessThanOrEqualTo(7);
    assertThat(apart(REPORT, REPORT.replace("asked not to", "told not to"))).isLessThanOrEqualTo(7);
  }

  @Test
  void twoTextsDifferInManyBits() {
    assertThat(apart(REPORT, OTHER)).isGreaterThan(16);
  }

  @Test
  void aShortTextHasNoHash() {
    assertThat(TextHash.of(List.of("Zuzubit was robbed of six million dollars."))).isEmpty();
  }
}
