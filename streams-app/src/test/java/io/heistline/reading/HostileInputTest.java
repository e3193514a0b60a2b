package io.heistline.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.heistline.model.Amount;
import io.heistline.model.Article;
import io.heistline.model.Claim;
import io.heistline.reading.Reading.Limit;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Pages that are made, by malice or mistake, to take long. What stands in them beside the dump is
 * read as ever, and what is not read is told. How long it takes, local's ScalingBenchmark measures.
 */
final class HostileInputTest {
  private static final String NEWS =
      "Thieves stole $3 million from Oakmart in March, Chainwatch said.";

  static Stream<Arguments> pages() {
    return Stream.of(
        page("a megabyte", text((NEWS + " ").repeat(16_000)), Limit.BODY, Limit.STATEMENTS),
        page("nested tags", Given.html("<div>".repeat(10_000) + NEWS)),
        page("nested articles", Given.html("<article><p>".repeat(10_000) + NEWS)),
        page(
            "one sentence",
            text("stolen from Oakmart and ".repeat(21_000)),
            Limit.SENTENCE,
            Limit.STATEMENTS),
        page("one word", text("x".repeat(500_000)), Limit.SENTENCE),
        page("dollar signs", text("$".repeat(50_000)), Limit.SENTENCE),
        page("spaced dollar signs", text("$ ".repeat(50_000)), Limit.SENTENCE),
        page("digits", text("9".repeat(500_000)), Limit.SENTENCE),
        page("capitals", text("the Ab, ".repeat(60_000)), Limit.SENTENCE),
        page("brackets", text("$1 (".repeat(50_000)), Limit.SENTENCE));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("pages")
  void areReadAsFarAsTheyAreNews(String name, Article article, Set<Limit> limits) {
    Reading reading = Given.READER.reading(article);

    assertThat(reading.claims()).as(name).hasSize(1);
    assertThat(reading.claims().get(0).getVictim()).contains("Oakmart");
    assertThat(reading.claims().get(0).getAmounts())
        .extracting(Amount::getText, amount -> amount.getUsdCents().orElseThrow())
        .containsExactly(tuple("$3 million", 300_000_000L));
    assertThat(reading.limits()).as(name).isEqualTo(limits);
  }

  /** The rules go to and fro within a sentence, never beyond: so its length bounds their work. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("pages")
  void areCutIntoShortSentencesEachCharacterOnce(String name, Article article) {
    MainText main = MainText.of(article);
    List<Sentence> sentences = Sentences.of(main);

    int behind = 0;
    for (Sentence sentence : sentences) {
      assertThat(sentence.start()).as(name).isGreaterThanOrEqualTo(behind);
      assertThat(sentence.text().length()).as(name).isBetween(1, Sentences.MAX_CHARS);
      assertThat(sentence.size()).as(name).isLessThanOrEqualTo(sentence.text().length());
      behind = sentence.end();
    }
    assertThat(behind).as(name).isEqualTo(main.text().length());
  }

  @ParameterizedTest(name = "{0} victims")
  @MethodSource("victims")
  void haveNoMoreVictimsAndClaimsThanNews(int victims, Set<Limit> limits) {
    StringBuilder body = new StringBuilder();
    for (int i = 1; i <= victims; i++) {
      body.append("They stole $").append(i).append(" million from the exchange Zuzu").append(i);
      body.append(". ");
    }

    Reading reading = Given.READER.reading(Given.article("T", body.toString()));

    assertThat(reading.claims()).hasSize(Math.min(victims, Reader.MAX_CLAIMS));
    assertThat(reading.claims().get(0).getVictim()).contains("Zuzu1");
    assertThat(reading.claims()).extracting(Claim::getVictim).doesNotHaveDuplicates();
    assertThat(reading.limits()).isEqualTo(limits);
  }

  static Stream<Arguments> victims() {
    return Stream.of(
        Arguments.of(Reader.MAX_CLAIMS, Set.of()),
        Arguments.of(Reader.MAX_CLAIMS + 1, Set.of(Limit.CLAIMS)),
        Arguments.of(ArticleFolding.MAX_VICTIMS + 1, Set.of(Limit.CLAIMS, Limit.VICTIMS)),
        Arguments.of(10_000, Set.of(Limit.CLAIMS, Limit.VICTIMS, Limit.NAMES, Limit.STATEMENTS)));
  }

  /** An article with a line of news, and then this. */
  private static Article text(String dump) {
    return Given.article("T", NEWS + "\n\n" + dump);
  }

  private static Arguments page(String name, Article article, Limit... limits) {
    return Arguments.of(name, article, Set.of(limits));
  }
}
