package io.heistline.local;

import io.heistline.model.Article;
import java.time.Instant;

/** Articles of plain wording, for tests. */
final class News {
  private News() {}

  static Article article(String id, String publisher, String published, String body) {
    return Article.newBuilder()
        .setId(id)
        .setUrl("https://" + id + ".example/story")
        .setPublisher(publisher)
        .setTitle("")
        .setBody(body)
        .setContentType("text/plain")
        .setPublishedAt(Instant.parse(published + "T09:00:00Z"))
        .build();
  }
}
