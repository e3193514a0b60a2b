package io.heistline.syndication;

import java.time.Instant;
import java.util.Optional;

/**
 * What a feed says of one article.
 *
 * @param identifier the feed's own; may change with every poll
 * @param link as it stands in the feed, relative perhaps
 * @param title plain text; may be empty
 * @param text the longest that the feed gives, without what only frames it
 * @param publishedAt empty if the feed gives no date, or none that can be read
 */
public record FeedItem(
    Optional<String> identifier,
    Optional<String> link,
    String title,
    Optional<Text> text,
    Optional<Instant> publishedAt,
    Optional<Instant> updatedAt) {

  /** News have 300 words and more; what is shorter is a summary. */
  private static final int LEAST_CHARACTERS_OF_AN_ARTICLE = 1_500;

  /**
   * A text and what it is.
   *
   * @param contentType text/html or text/plain
   */
  public record Text(String value, String contentType) {

    /** Characters that a reader sees, near enough: those outside of tags. */
    public int visibleCharacters() {
      if (contentType.equals("text/plain")) {
        return value.length();
      }
      int visible = 0;
      boolean inTag = false;
      for (int at = 0; at < value.length(); at++) {
        char character = value.charAt(at);
        if (character == '<') {
          inTag = true;
        } else if (character == '>') {
          inTag = false;
        } else if (!inTag) {
          visible++;
        }
      }
      return visible;
    }
  }

  /** Whether the article itself stands elsewhere. */
  public boolean isSummary() {
    return text.isEmpty() || text.get().visibleCharacters() < LEAST_CHARACTERS_OF_AN_ARTICLE;
  }
}
