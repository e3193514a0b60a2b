package io.heistline.reading;

import io.heistline.knowledge.Knowledge;
import io.heistline.model.Article;
import java.time.Instant;
import java.util.List;

/** What the tests of reading share: an invented world, its articles and sentences. */
final class Given {
  static final Instant PUBLISHED = Instant.parse("2022-12-23T12:00:00Z");

  static final Knowledge KNOWLEDGE =
      Knowledge.parse(
          """
          - {id: freedonia, name: Freedonia, kind: state, demonyms: [Freedonian]}
          - {id: night-owls, name: Night Owls, kind: group, sponsor: freedonia}
          - {id: grabber, name: Grabber, kind: ransomware, aliases: [Grabber ransomware]}
          - {id: grub, name: Grub, kind: strain}
          - {id: 'person:ann-roe', name: Ann Roe, kind: person}
          """,
          """
          - {id: bluefish, name: Bluefish, aliases: [Bluefish Exchange, Coral Bridge]}
          - {id: mango-farm, name: Mango Farm, ambiguous: [Mango]}
          - {id: oakmart, name: Oakmart}
          - {id: pinemart, name: Pinemart}
          """,
          """
          - {id: bureau, name: Bureau of Coins, official: true, aliases: [BOC]}
          - {id: chainwatch, name: Chainwatch}
          """);

  static final Reader READER = new Reader(KNOWLEDGE);

  private Given() {}

  static Article article(String title, String body) {
    return article(title, body, "text/plain");
  }

  static Article html(String body) {
    return article("", body, "text/html");
  }

  private static Article article(String title, String body, String contentType) {
    return Article.newBuilder()
        .setId("a1")
        .setUrl("https://news.example/a1")
        .setPublisher("news.example")
        .setTitle(title)
        .setBody(body)
        .setContentType(contentType)
        .setPublishedAt(PUBLISHED)
        .setUpdatedAt(null)
        .build();
  }

  static Sentence sentence(String text) {
    return Sentences.of(MainText.of(article("", text))).get(0);
  }

  static List<Name> names(Sentence sentence) {
    return new ArticleNames(new Gazetteer(KNOWLEDGE), KNOWLEDGE, List.of(sentence)).in(sentence);
  }
}
