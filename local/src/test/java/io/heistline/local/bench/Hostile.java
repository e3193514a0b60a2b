package io.heistline.local.bench;

import io.heistline.model.Article;
import java.time.Instant;
import java.util.function.IntFunction;

/** Pages that are made, by malice or mistake, to take long; each of any length. */
public enum Hostile {
  /** None of the kind: what the others are compared with. */
  PROSE(
      i ->
          "The council met on Tuesday evening to talk about the new bridge. Its members agreed that"
              + " the work should begin next spring, and asked Doe & Sons for an offer. "),
  THEFTS(i -> "The victim Oakmart lost $1m. "),
  /** Each theft another victim's. */
  VICTIMS(i -> "They stole $" + i + " million from the exchange Zuzu" + i + ". "),
  NAMES(i -> "Zuzu" + i + " Bank, "),
  CAPITALS(i -> "Ab Cde Fghi "),
  DATES(i -> "March " + (i % 28 + 1) + ", 2021, and last week, in 2019. "),
  AMOUNTS(i -> "$" + i + " million (" + i + " ETH), "),
  DOLLAR_SIGNS(i -> "$"),
  SPACED_DOLLAR_SIGNS(i -> "$ "),
  BRACKETS(i -> "$1 ("),
  DIGITS(i -> "9"),
  ONE_SENTENCE(i -> "stolen from Oakmart and "),
  ONE_WORD(i -> "x"),
  APOSTROPHES(i -> "a's'"),
  DOTS(i -> "U.S. No. "),
  SHORT_LINES(i -> "Read\n"),
  TAGS(i -> "<div>", "text/html"),
  ARTICLE_TAGS(i -> "<article><p>", "text/html"),
  INLINE_TAGS(i -> "<b><a>", "text/html"),
  LIST_TAGS(i -> "<li>a<table>", "text/html"),
  ENTITIES(i -> "&amp;&lt", "text/html");

  private static final String NEWS =
      "Thieves stole $3 million from Oakmart in March 2022, Chainwatch said.\n\n";

  private final IntFunction<String> part;
  private final String contentType;

  Hostile(IntFunction<String> part) {
    this(part, "text/plain");
  }

  Hostile(IntFunction<String> part, String contentType) {
    this.part = part;
    this.contentType = contentType;
  }

  /**
   * A page of this kind, with a line of news before it.
   *
   * @param characters of its body
   */
  Article page(int characters) {
    StringBuilder body = new StringBuilder(characters + NEWS.length()).append(NEWS);
    for (int i = 0; body.length() < characters; i++) {
      body.append(part.apply(i));
    }
    body.setLength(characters);
    return Article.newBuilder()
        .setId(name())
        .setUrl("https://news.example/" + name())
        .setPublisher("news.example")
        .setTitle("Oakmart robbed")
        .setBody(body.toString())
        .setContentType(contentType)
        .setPublishedAt(Instant.parse("2022-12-23T12:00:00Z"))
        .setUpdatedAt(null)
        .build();
  }
}
