package io.heistline.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What an article's words tell of its subject, by where they stand. */
final class ArticleWordsTest {
  private static final List<Sentence> ARTICLE =
      Stream.of(
              "Thieves rob Oakmart",
              "Cards were stolen.",
              "Police look into it.",
              "Nobody was hurt.",
              "Cards were stolen before.")
          .map(Given::sentence)
          .toList();

  @Test
  void aWordCountsOnceInTheTitleOnceInTheBeginningAndOnceInTheWhole() {
    assertThat(ArticleWords.in(ARTICLE))
        .contains("article-title:rob", "article-lede:stolen", "article-body:stolen")
        .contains("article-body:before")
        .doesNotContain("article-lede:before", "article-title:stolen", "article-body:rob");

    ArticleWords weighed =
        ArticleWords.of(
            Map.of(
                "article-title:rob", 1.0,
                "article-lede:stolen", 0.5,
                "article-body:stolen", 0.25,
                "article-title:stolen", 8.0,
                "left:rob", 16.0));
    assertThat(weighed.logOdds(ARTICLE)).isEqualTo(1.75);
  }

  @Test
  void withoutWordsOfTheTableOnlyWhatAllArticlesHaveCounts() {
    String always = ArticleWords.in(List.of()).stream().reduce((a, b) -> a + b).orElseThrow();

    assertThat(ArticleWords.of(Map.of(always, -2.0, "article-body:stolen", 1.0)).logOdds(List.of()))
        .isEqualTo(-2.0);
  }
}
