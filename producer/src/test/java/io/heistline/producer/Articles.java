package io.heistline.producer;

import io.heistline.model.Article;
import java.time.Instant;
import java.util.Optional;

/** Articles for tests. */
final class Articles {
  static final Instant DAY = Instant.parse("2024-03-01T00:00:00Z");

  private Articles() {}

  static Article article(String id, String body) {
    return article(id, body, Optional.empty());
  }

  static Article article(String id, String body, Optional<Instant> updatedAt) {
    return new Article(
        id,
        "https://news.example/" + id,
        "news.example",
        "Title",
        body,
        "text/plain",
        DAY,
        updatedAt.orElse(null));
  }

  static Submission.Version version(String id, String body) {
    return new Submission.Version(article(id, body));
  }
}
