package io.heistline.producer;

import io.heistline.model.Article;
import java.time.Instant;

/** What a source hands in about one article. */
public sealed interface Submission {

  /**
   * A version of an article; the first or an edited one.
   *
   * @param stamp what it is compared by; kept, for it takes a digest of the whole article
   */
  record Version(Article article, VersionStamp stamp) implements Submission {
    public Version(Article article) {
      this(article, VersionStamp.of(article));
    }
  }

  /**
   * The publisher has taken an article back.
   *
   * @param at when; a version that is newer brings the article back
   */
  record Withdrawal(String id, String url, Instant at) implements Submission {
    /** The time of a withdrawal that names none: no version is newer. */
    public static final Instant FOR_GOOD = Instant.parse("9999-12-31T23:59:59.999Z");
  }

  /**
   * Something that cannot be taken as an article.
   *
   * @param origin where it stands: file:line, file or feed
   * @param reason what is wrong with it and what to do, for a person
   * @param original what was refused, as far as it was read
   */
  record Refused(String origin, String reason, Original original) implements Submission {
    public Refused(String origin, String reason) {
      this(origin, reason, Original.NONE);
    }
  }
}
