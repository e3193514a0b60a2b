package io.heistline.producer;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** Makes an article of a page that a crawler has kept. */
final class WarcPage {
  private final String target;
  private final Instant crawledAt;

  /**
   * A page.
   *
   * @param target URL that was asked for
   * @param crawledAt when it was; counts as date of a page that gives none
   */
  WarcPage(String target, Instant crawledAt) {
    this.target = target.replaceAll("^<|>$", ""); // as WARC 1.0 writes it
    this.crawledAt = crawledAt;
  }

  /**
   * Reads the page.
   *
   * @param bytes the body, decompressed
   * @param charset that the server gave
   * @param origin where it stands, as file:offset
   */
  Submission read(byte[] bytes, Optional<String> charset, String origin) {
    try {
      String html = PageText.decode(bytes, charset);
      HtmlPage page = new HtmlPage(html);
      return new ArticleDraft(
              Optional.empty(),
              Optional.of(page.url().filter(this::isOfThisSite).orElse(target)),
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

  /**
   * Whether a canonical URL can be meant: of the same site, or its mobile twin's, and not the front
   * page, which careless templates name on every page.
   */
  private boolean isOfThisSite(String canonical) {
    try {
      URI theirs = new URI(canonical);
      URI ours = new URI(target);
      boolean front = path(theirs).isEmpty() && theirs.getQuery() == null;
      return sameSite(host(theirs), host(ours)) && (!front || path(ours).isEmpty());
    } catch (URISyntaxException e) {
      return false;
    }
  }

  private static boolean sameSite(String one, String other) {
    return !one.isEmpty()
        && (one.equals(other) || one.endsWith("." + other) || other.endsWith("." + one));
  }

  private static String host(URI uri) {
    String host = uri.getHost() == null ? "" : uri.getHost().toLowerCase(Locale.ROOT);
    return host.replaceFirst("^(www|m|mobile|amp)\\.(?=.*\\.)", "");
  }

  private static String path(URI uri) {
    return uri.getPath() == null ? "" : uri.getPath().replaceFirst("/+$", "");
  }
}
