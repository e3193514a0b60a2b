package io.heistline.producer;

import static org.assertj.core.api.Assertions.assertThat;

import io.heistline.model.Article;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArticleJsonTest {
  private final ArticleJson json = new ArticleJson();

  @Test
  void readsAllFields() {
    assertThat(
            article(
                """
                {"id": "gold-1", "url": "http://www.news.example/a/", "title": " Heist ",
                 "publishedAt": "2024-03-01T12:00:00.123456Z", "publisher": "The News",
                 "body": "<p>Text</p>", "contentType": "text/html; charset=utf-8",
                 "updatedAt": "2024-03-02", "gold": {"incidents": []}, "label": 1}"""))
        .isEqualTo(
            new Article(
                "gold-1",
                "https://news.example/a",
                "The News",
                "Heist",
                "<p>Text</p>",
                "text/html",
                Instant.parse("2024-03-01T12:00:00.123Z"),
                Instant.parse("2024-03-02T00:00:00Z")));
  }

  @Test
  void fillsInWhatMayBeLeftOut() {
    assertThat(
            article(
                """
                {"url": "https://news.example/a", "publishedAt": "2024-03-01", "body": "Text",
                 "title": null}"""))
        .isEqualTo(
            new Article(
                ArticleId.of("https://news.example/a"),
                "https://news.example/a",
                "news.example",
                "",
                "Text",
                "text/plain",
                Instant.parse("2024-03-01T00:00:00Z"),
                null));
  }

  @Test
  void takesAnIdForAUrl() {
    Article article =
        article("{\"id\": \"a:1\", \"publishedAt\": \"2024-03-01\", \"body\": \"T\"}");
    assertThat(article.getId()).isEqualTo("a:1");
    assertThat(article.getUrl()).isEqualTo("urn:heistline:a:1");
    assertThat(article.getPublisher()).isEqualTo("unknown");
  }

  @Test
  void takesDateAndPublisherFromTheDefaults() {
    FileDefaults defaults =
        new FileDefaults(
            Optional.of(Articles.DAY),
            Optional.of("https://unused.example"),
            Optional.of("unused"),
            Optional.of("The News"));
    Submission read = json.read("{\"id\": \"a\", \"body\": \"T\"}", "x:1", defaults);
    Article article = ((Submission.Version) read).article();
    assertThat(article.getPublishedAt()).isEqualTo(Articles.DAY);
    assertThat(article.getPublisher()).isEqualTo("The News");
    assertThat(article.getUrl()).isEqualTo("urn:heistline:a");
    assertThat(article.getTitle()).isEmpty();
  }

  @Test
  void readsWithdrawals() {
    assertThat(json.read("{\"id\": \"a\", \"withdrawn\": true}", "x:1"))
        .isEqualTo(
            new Submission.Withdrawal("a", "urn:heistline:a", Submission.Withdrawal.FOR_GOOD));
    assertThat(
            json.read(
                """
                {"url": "https://news.example/a", "withdrawn": true, "updatedAt": "2024-03-05"}""",
                "x:1"))
        .isEqualTo(
            new Submission.Withdrawal(
                ArticleId.of("https://news.example/a"),
                "https://news.example/a",
                Instant.parse("2024-03-05T00:00:00Z")));
  }

  @ParameterizedTest
  @CsvSource({
    "2024-03-01, 2024-03-01T00:00:00Z",
    "2024-03-01T12:30:00Z, 2024-03-01T12:30:00Z",
    "2024-03-01T12:30Z, 2024-03-01T12:30:00Z",
    "2024-03-01T12:30:00+02:00, 2024-03-01T10:30:00Z",
    "2024-03-01T12:30:00+0200, 2024-03-01T10:30:00Z",
    "2024-03-01T12:30:00, 2024-03-01T12:30:00Z",
    "2024-03-01 12:30:00, 2024-03-01T12:30:00Z",
    "2024-03-01t12:30:00z, 2024-03-01T12:30:00Z",
    "2024-03-01T23:59:59.999999Z, 2024-03-01T23:59:59.999Z",
  })
  void readsDates(String text, Instant instant) {
    assertThat(Dates.parse("publishedAt", text)).isEqualTo(instant);
  }

  private Article article(String object) {
    Submission read = json.read(object, "x:1");
    assertThat(read).isInstanceOf(Submission.Version.class);
    return ((Submission.Version) read).article();
  }
}
