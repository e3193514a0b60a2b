package io.heistline.producer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class HtmlPageTest {
  private static final String ALL =
      """
      <title>Short</title><link rel=canonical href=https://news.example/a>
      <meta property=og:title content="Whole title"><meta property=og:site_name content="The News">
      <meta property=article:published_time content=2024-03-05>
      <meta property=article:modified_time content=2024-03-06>""";

  private static final String ELSEWHERE =
      """
      <link rel=canonical href=https://news.example/b><meta property=og:title content=Other>
      <meta property=article:published_time content=2023-01-01><time datetime=2022-01-01>""";

  private static final HtmlPage TOLD =
      new HtmlPage(
          Optional.of("Whole title"),
          Optional.of("The News"),
          Optional.of("https://news.example/a"),
          Optional.of(Instant.parse("2024-03-05T00:00:00Z")),
          Optional.of(Instant.parse("2024-03-06T00:00:00Z")));

  @Test
  void headThatSaysAllIsNotOverruledByTheBody() {
    assertThat(HtmlPage.of("<head>" + ALL + "<body><p>Text" + ELSEWHERE)).isEqualTo(TOLD);
  }

  @Test
  void headThatLeavesSomethingOpenIsCompletedFromTheBody() {
    String noDate = ALL.replaceAll("<meta property=article:published_time [^>]*>", "");

    assertThat(HtmlPage.of("<head>" + noDate + "<body><p>Text<time datetime=2024-03-05></time>"))
        .isEqualTo(TOLD);
  }

  @Test
  void headThatBrowsersTakeForBodyIsReadThere() {
    assertThat(HtmlPage.of("<head><div>Cookies?</div>" + ALL + "</head><body><p>Text"))
        .isEqualTo(TOLD);
  }

  @Test
  void structuredDataCountsLikeTheMetaElements() {
    String data =
        """
        <script type=application/ld+json>
        {"@graph": [{"datePublished": "2024-03-05", "dateModified": "2024-03-06"}]}</script>""";
    String noDates = ALL.replaceAll("<meta property=article:[^>]*>", "");

    assertThat(HtmlPage.of("<head>" + noDates + data + "<body><p>Text" + ELSEWHERE))
        .isEqualTo(TOLD);
  }

  @Test
  void pageThatSaysNothingSaysNothing() {
    assertThat(HtmlPage.of("<p>Text"))
        .isEqualTo(
            new HtmlPage(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
    assertThat(HtmlPage.of("")).isEqualTo(HtmlPage.of("<p>Text"));
  }
}
