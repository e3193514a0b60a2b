package io.heistline.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import io.heistline.model.Article;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Pages that are made, by malice or mistake, to take long. */
final class HostileInputTest {
  /** A second on a quiet machine; builds share theirs. */
  private static final Duration LIMIT = Duration.ofSeconds(5);

  static Stream<Arguments> pages() {
    String news = "Thieves stole $3 million from Oakmart and Zuzubit in March, Chainwatch said. ";
    return Stream.of(
        page("a megabyte", Given.article("T", news.repeat(13_000))),
        page("nested tags", Given.html("<div>".repeat(10_000) + news)),
        page("nested articles", Given.html("<article><p>".repeat(10_000) + news)),
        page("one sentence", Given.article("T", "stolen from Oakmart and ".repeat(21_000))),
        page("one word", Given.article("T", "x".repeat(500_000))),
        page("dollar signs", Given.article("T", "$".repeat(50_000))),
        page("spaced dollar signs", Given.article("T", "$ ".repeat(50_000))),
        page("digits", Given.article("T", "9".repeat(500_000))),
        page("capitals", Given.article("T", "Ab, ".repeat(100_000))),
        page("brackets", Given.article("T", "$1 (".repeat(50_000))),
        page("many victims", Given.article("T", victims())));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("pages")
  void areReadInTime(String name, Article article) {
    Given.READER.read(article); // once to warm up

    assertTimeout(
        LIMIT,
        () ->
            assertThat(Given.READER.read(article))
                .as(name)
                .hasSizeLessThanOrEqualTo(Reader.MAX_CLAIMS));
  }

  private static String victims() {
    StringBuilder body = new StringBuilder();
    for (int i = 0; i < 10_000; i++) {
      body.append("They stole $").append(i).append(" million from the exchange Zuzu").append(i);
      body.append(". ");
    }
    return body.toString();
  }

  private static Arguments page(String name, Article article) {
    return Arguments.of(name, article);
  }
}
