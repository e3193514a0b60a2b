package io.heistline.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class SentencesTest {

  @Test
  void endAtAStopBeforeACapital() {
    assertThat(texts("He lost $1.5 million. \"It is gone.\" Mr. Lee of the U.S. Treasury said so."))
        .containsExactly(
            "He lost $1.5 million.", "\"It is gone.\"", "Mr. Lee of the U.S. Treasury said so.");
  }

  @Test
  void keepTheirPlaceInTheText() {
    MainText main = MainText.of(Given.article("Title here", "One is here. Two is here."));

    for (Sentence sentence : Sentences.of(main)) {
      assertThat(main.text().substring(sentence.start(), sentence.end()))
          .isEqualTo(sentence.text());
    }
  }

  @Test
  void tellHeadingsFromProse() {
    List<Sentence> sentences =
        Sentences.of(
            MainText.of(Given.article("A title", "What Thieves Want Most\n\nIt is money.")));

    assertThat(sentences)
        .extracting(Sentence::style)
        .containsExactly(Sentence.Style.TITLE, Sentence.Style.HEADING, Sentence.Style.PROSE);
  }

  @Test
  void areCutWhereTheyHaveNoEnd() {
    assertThat(Sentences.of(MainText.of(Given.article("", "x".repeat(100_000)))))
        .allSatisfy(s -> assertThat(s.text().length()).isLessThanOrEqualTo(Sentences.MAX_CHARS));
  }

  @Test
  void tellThatTheyAreCut() {
    String longest = "x".repeat(Sentences.MAX_CHARS - 1) + ".";

    assertThat(cut(longest + " Two is here.")).containsExactly(false, false);
    assertThat(cut("x" + longest)).containsExactly(true, false);
    assertThat(cut("word ".repeat(600))).containsExactly(true, true, false);
  }

  private static List<Boolean> cut(String body) {
    return Sentences.of(MainText.of(Given.article("", body))).stream().map(Sentence::cut).toList();
  }

  private static List<String> texts(String body) {
    return Sentences.of(MainText.of(Given.article("", body))).stream().map(Sentence::text).toList();
  }
}
