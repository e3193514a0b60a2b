package io.heistline.producer;

import io.heistline.syndication.Decoded;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.Optional;

/** A page that a crawler has kept. */
final class WarcPage {
  private final String target;
  private final Instant crawledAt;
  private final byte[] bytes;
  private final Optional<String> contentType;
  private final String origin;

  /**
   * A page.
   *
   * @param target URL that was asked for
   * @param crawledAt when it was; counts as date of a page that gives none
   * @param bytes the body, decompressed
   * @param contentType as the server gave it
   * @param origin where it stands, as file:offset
   */
  WarcPage(
      String target, Instant crawledAt, byte[] bytes, Optional<String> contentType, String origin) {
    this.target = target.replaceAll("^<|>$", ""); // as WARC 1.0 writes it
    this.crawledAt = crawledAt;
    this.bytes = bytes;
    this.contentType = contentType;
    this.origin = origin;
  }

  /** In bytes. */
  int size() {
    return bytes.length;
  }

  /** Reads the page: an article, or the refusal of one. */
  Submission submission() {
    try {
      String html = Decoded.text(bytes, contentType);
      HtmlPage page = HtmlPage.of(html);
      return new ArticleDraft(
              Optional.empty(),
              Optional.of(page.url().filter(this::canBe).orElse(target)),
              Optional.empty(),
              page.title().orElse(""),
              html,
              "text/html",
              page.publishedAt().orElse(crawledAt),
              page.updatedAt())
          .version();
    } catch (RefusalException e) {
      return new Submission.Refused(origin, e.reason(), Original.of(bytes));
    }
  }

  private boolean canBe(String canonical) {
    try {
      return CanonicalAddress.canBe(canonical, new URI(target));
    } catch (URISyntaxException e) {
      return false;
    }
  }
}
