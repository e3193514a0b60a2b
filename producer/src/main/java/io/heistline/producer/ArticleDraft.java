package io.heistline.producer;

import io.heistline.model.Article;
import io.heistline.topics.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a source says about one article, whatever its format, before it is checked. The one place
 * where an article's limits and defaults stand.
 */
record ArticleDraft(
    Optional<String> id,
    Optional<String> url,
    Optional<String> publisher,
    String title,
    String body,
    String contentType,
    Instant publishedAt,
    Optional<Instant> updatedAt) {

  /** Longest body, in characters; a long read has 60,000, a page with its markup a million. */
  static final int MOST_BODY_CHARACTERS = 4 * 1024 * 1024;

  /** Longest body in UTF-8: a record must hold it, with room for all else. */
  static final int MOST_BODY_BYTES = Topics.MOST_RECORD_BYTES - 1024 * 1024;

  /** Of a Java character in UTF-8; a pair of surrogates takes four. */
  private static final int MOST_BYTES_A_CHARACTER = 3;

  static final int MOST_TITLE_CHARACTERS = 10_000;
  static final int MOST_PUBLISHER_CHARACTERS = 1_000;

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9._:-]{1,200}");
  private static final String NO_PUBLISHER = "unknown";

  /**
   * Checks everything.
   *
   * @throws RefusalException saying what is wrong
   */
  Submission.Version version() {
    Identity identity = identity(id, url);
    return new Submission.Version(
        new Article(
            identity.id(),
            identity.url(),
            publisher
                .map(name -> limited("publisher", name.strip(), MOST_PUBLISHER_CHARACTERS))
                .filter(name -> !name.isEmpty())
                .orElseGet(() -> host(identity.url())),
            limited("title", title.strip(), MOST_TITLE_CHARACTERS),
            checkedBody(),
            mediaType(),
            publishedAt,
            updatedAt.orElse(null)));
  }

  /** An article's id and canonical URL. */
  record Identity(String id, String url) {}

  /**
   * Works out the identity from an id, a URL or both. An article with an id of its own needs no
   * URL, and one that is no page's address does it no harm: a URN takes its place.
   *
   * @throws RefusalException saying what is wrong with them, or that both are missing
   */
  static Identity identity(Optional<String> id, Optional<String> url) {
    if (id.isPresent() && !ID.matcher(id.get()).matches()) {
      throw new RefusalException("id is not 1 to 200 of A-Z a-z 0-9 . _ : -");
    }
    if (id.isEmpty() && url.isEmpty()) {
      throw new RefusalException("no \"url\" and no \"id\"; give one of them");
    }
    try {
      String canonical = ArticleId.canonical(url.orElseGet(() -> urn(id)));
      return new Identity(id.orElseGet(() -> ArticleId.of(canonical)), canonical);
    } catch (IllegalArgumentException e) {
      if (id.isPresent()) {
        return new Identity(id.get(), urn(id));
      }
      throw new RefusalException(e);
    }
  }

  private static String urn(Optional<String> id) {
    return "urn:heistline:" + id.orElseThrow();
  }

  private String checkedBody() {
    if (body.isBlank() && title.isBlank()) {
      throw new RefusalException("title and body are empty");
    }
    limited("body", body, MOST_BODY_CHARACTERS);
    if (body.length() > MOST_BODY_BYTES / MOST_BYTES_A_CHARACTER) {
      int bytes = body.getBytes(StandardCharsets.UTF_8).length;
      if (bytes > MOST_BODY_BYTES) {
        throw new RefusalException(
            "the body has %d bytes in UTF-8; the limit is %d".formatted(bytes, MOST_BODY_BYTES));
      }
    }
    return body;
  }

  private String mediaType() {
    String type = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    return switch (type) {
      case "text/html", "application/xhtml+xml" -> "text/html";
      case "text/plain" -> "text/plain";
      default ->
          throw new RefusalException(
              "contentType is '%s'; give text/plain or text/html".formatted(contentType));
    };
  }

  private static String limited(String field, String value, int most) {
    if (value.length() > most) {
      throw new RefusalException(
          "the %s has %d characters; the limit is %d".formatted(field, value.length(), most));
    }
    return value;
  }

  private static String host(String canonicalUrl) {
    return canonicalUrl.startsWith("https://") ? canonicalUrl.split("[/?]", 4)[2] : NO_PUBLISHER;
  }
}
