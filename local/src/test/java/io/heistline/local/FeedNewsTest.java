package io.heistline.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.heistline.model.FeedState;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FeedNewsTest {
  private static final String URL = "https://a.example/feed";
  private static final FeedState BEFORE =
      FeedState.newBuilder()
          .setUrl(URL)
          .setArticles(7)
          .setLastPollAt(Instant.parse("2024-03-01T10:00:00.123Z"))
          .setNextPollAt(Instant.parse("2024-03-01T10:15:00Z"))
          .build();

  private final FeedNews news = new FeedNews(Map.of(URL, BEFORE));

  @Test
  void eachReadingIsALine() {
    assertThat(line(BEFORE))
        .isEqualTo(
            "2024-03-01T10:00:00Z  https://a.example/feed  nothing new, next 2024-03-01T10:15:00Z");
    assertThat(line(FeedState.newBuilder(BEFORE).setArticles(9).build())).contains("  2 articles,");
    assertThat(line(FeedState.newBuilder(BEFORE).setArticles(9).build())).contains("nothing new");
    assertThat(
            line(
                FeedState.newBuilder(BEFORE)
                    .setFailures(3)
                    .setProblem("TIMEOUT")
                    .setLastError("no answer\u001b[31m")
                    .build()))
        .contains("failed 3 times: TIMEOUT: no answer?[31m,");
    assertThat(line(FeedState.newBuilder(BEFORE).setRetired(true).build()))
        .endsWith("next never: retired");
    assertThat(news.line(URL, Optional.empty())).isEqualTo(URL + "  removed");
  }

  private String line(FeedState state) {
    return news.line(URL, Optional.of(state));
  }
}
