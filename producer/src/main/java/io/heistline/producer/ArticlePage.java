package io.heistline.producer;

import io.heistline.fetching.Answer;
import io.heistline.fetching.FetchFailure;
import io.heistline.fetching.FetchProblem;
import io.heistline.model.Article;
import io.heistline.syndication.Decoded;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;

/** The page behind an item of a feed. */
final class ArticlePage {
  /** Pages with scripts and styles within have a megabyte. */
  static final int MOST_BYTES = 2 * 1024 * 1024;

  private static final Pattern HTML =
      Pattern.compile("(?is)^.{0,2000}<(?:!doctype html|html|head|body)\\b.*");

  private final URI address;
  private final String html;
  private final HtmlPage page;

  private ArticlePage(URI address, String html) {
    this.address = address;
    this.html = html;
    this.page = HtmlPage.of(html);
  }

  /**
   * Reads an answer.
   *
   * @throws FetchFailure STATUS or NOT_A_PAGE
   */
  static ArticlePage of(Answer answer) {
    if (answer.status() == 429) {
      throw new FetchFailure(FetchProblem.RATE_LIMITED, answer.address() + " answers HTTP 429");
    }
    if (answer.status() != 200) {
      throw new FetchFailure(
          FetchProblem.STATUS, "%s answers HTTP %d".formatted(answer.address(), answer.status()));
    }
    String text = Decoded.text(answer.body(), answer.header("content-type"));
    if (!HTML.matcher(text).matches()) {
      throw new FetchFailure(FetchProblem.NOT_A_PAGE, answer.address() + " is no HTML page");
    }
    return new ArticlePage(answer.address(), text);
  }

  int characters() {
    return html.length();
  }

  /** The address that the page calls its own, where it may. */
  Optional<String> canonicalAddress() {
    return page.url().filter(url -> CanonicalAddress.canBe(url, address));
  }

  /**
   * The article with the page for its text.
   *
   * @param undated true if the feed names no date; then the page's counts, if it has one
   */
  Article complete(Article summary, boolean undated) {
    Article.Builder article = Article.newBuilder(summary).setBody(html).setContentType("text/html");
    if (summary.getTitle().isEmpty()) {
      article.setTitle(page.title().orElse(""));
    }
    if (undated) {
      page.publishedAt().ifPresent(article::setPublishedAt);
    }
    return article.build();
  }
}
