package io.heistline.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SentencesTest {

  @Test
  void endAtAStopBeforeACapital() {
    assertThat(texts("He lost $1.5 million. \"It is gone.\" Mr. Lee of the U.S. Treasury said so."))
        .containsExactly(
            "He lost $1.5 million.", "\"It is gone.\"", "Mr. Lee of the U.S. Treasury said so.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "It hit J.P. Zuzu Chase and the U.S. Treasury.",
        "He was in Zuzu D.C. last week.",
        "Mt. Zuzu and St. Louis were hit.",
        "Zuzu Inc. was hit, Oakmart Co. Ltd. too, as Zuzu Corp. v. Doe says.",
        "It lost $1.5 bn. of its 3.5 million.",
        "It is No. 1 in Springfield, Calif. Attorneys say.",
        "It began at 9 a.m. Monday, e.g. Mr. Lee said.",
        "John F. Doe and J. A. Smith spoke.",
        "Yahoo! said so, and Yahoo! Mail was hit.",
        "The Node.js and my.Zuzubit packages of Mail.Ru, LinkedIn and AutoIt called path.Join(x).",
      })
  void doNotEndAtAnAbbreviationOrWithinAName(String sentence) {
    assertThat(texts(sentence)).containsExactly(sentence);
  }

  @Test
  void endAtAnAbbreviationBeforeAWordThatOpensOne() {
    assertThat(texts("He lives in the U.S. The firm is Zuzu Inc. \"It said no. Banks agreed.\""))
        .containsExactly(
            "He lives in the U.S.", "The firm is Zuzu Inc.", "\"It said no.", "Banks agreed.\"");
    assertThat(texts("It is plan B. The end. We say: DON'T. Banks do."))
        .containsExactly("It is plan B.", "The end.", "We say: DON'T.", "Banks do.");
  }

  @Test
  void partWhereTheSpaceBetweenThemWasLost() {
    assertThat(texts("It has a bugThe breach was paid.Thieves left \"in haste.\"We saw them."))
        .containsExactly(
            "It has a bug", "The breach was paid.", "Thieves left \"in haste.\"", "We saw them.");
    assertThat(texts("They hit Zuzubit.The firm knew in 2012.It paid."))
        .containsExactly("They hit Zuzubit.", "The firm knew in 2012.", "It paid.");
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
