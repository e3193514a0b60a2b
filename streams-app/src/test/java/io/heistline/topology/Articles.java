package io.heistline.topology;

import io.heistline.model.Article;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Articles for tests, in the tests' own words. */
final class Articles {
  private Articles() {}

  static Article article(String id, String publisher, String day, String title, String body) {
    Instant published = LocalDate.parse(day).atStartOfDay(ZoneOffset.UTC).toInstant();
    return Article.newBuilder()
        .setId(id)
        .setUrl("https://" + publisher + ".example/" + id)
        .setPublisher(publisher)
        .setTitle(title)
        .setBody(body)
        .setContentType("text/plain")
        .setPublishedAt(published)
        .build();
  }

  /** A theft of North Korea's, told in March 2022. */
  static Article roninTheft(String id, String publisher, String millions) {
    return article(
        id,
        publisher,
        "2022-03-29",
        "Thieves empty a game's bridge",
        "Hackers stole $"
            + millions
            + " million from the Ronin Network on 23 March 2022, its makers said.");
  }

  /** The attribution that came later. */
  static Article roninAttribution(String id, String publisher) {
    return article(
        id,
        publisher,
        "2022-04-14",
        "FBI names the thieves",
        "The Lazarus Group stole $625 million from the Ronin Network in March, the FBI said.");
  }
}
