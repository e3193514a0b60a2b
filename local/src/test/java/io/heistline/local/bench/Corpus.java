package io.heistline.local.bench;

import io.heistline.model.Article;
import io.heistline.producer.ArticleFiles;
import io.heistline.producer.FileDefaults;
import io.heistline.producer.Submission;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.nodes.Entities;

/** The articles to measure with, as text or as the web pages that they would be. */
public final class Corpus {
  /** Links of a page's menu; with the rest a page is some four times as long as its text. */
  private static final int MENU_LINKS = 60;

  private Corpus() {}

  /** How articles come. */
  public enum Form {
    TEXT,
    HTML
  }

  /**
   * The articles of a file or folder.
   *
   * @throws IllegalArgumentException if it has none
   */
  static List<Article> read(Path path, Form form) {
    try (Stream<Submission> submissions =
        new ArticleFiles().read(List.of(path), FileDefaults.NONE)) {
      List<Article> articles =
          submissions
              .filter(Submission.Version.class::isInstance)
              .map(submission -> ((Submission.Version) submission).article())
              .map(article -> form == Form.HTML ? page(article) : article)
              .toList();
      if (articles.isEmpty()) {
        throw new IllegalArgumentException(
            path + " holds no article; give a .jsonl or .jsonl.gz file, or a folder of them");
      }
      return articles;
    }
  }

  /** Characters of all bodies. */
  static long characters(List<Article> articles) {
    return articles.stream().mapToLong(article -> article.getBody().length()).sum();
  }

  /** What nearly every news page says of itself, for search engines and shared links. */
  private static String head(Article article) {
    return """
        <link rel="canonical" href="%s">\
        <meta property="og:site_name" content="%s">\
        <meta property="og:title" content="%s">\
        <meta property="og:type" content="article">\
        <meta property="article:published_time" content="%s">\
        <meta property="article:modified_time" content="%s">"""
        .formatted(
            Entities.escape(article.getUrl()),
            Entities.escape(article.getPublisher()),
            Entities.escape(article.getTitle()),
            article.getPublishedAt(),
            article.getUpdatedAt().orElseGet(article::getPublishedAt));
  }

  private static Article page(Article article) {
    if (article.getContentType().contains("html")) {
      return article;
    }
    StringBuilder html = new StringBuilder();
    html.append("<!doctype html><html lang=en><head><meta charset=utf-8><title>");
    html.append(Entities.escape(article.getTitle())).append("</title>");
    html.append(head(article)).append("<style>");
    html.append(".story p{margin:0 0 1em;color:#222}".repeat(40));
    html.append("</style><script>");
    html.append("window.site=window.site||[];site.push({a:1,b:'<p>'});".repeat(60));
    html.append("</script></head><body class=\"page page--story\"><nav class=\"menu\"><ul>");
    for (int i = 0; i < MENU_LINKS; i++) {
      html.append("<li><a class=\"menu-link\" href=\"/topic/").append(i);
      html.append("\">Topic ").append(i).append("</a></li>");
    }
    html.append("</ul></nav><main><article class=\"story\"><h1>");
    html.append(Entities.escape(article.getTitle())).append("</h1>");
    article
        .getBody()
        .lines()
        .filter(line -> !line.isBlank())
        .forEach(
            line ->
                html.append("<p class=\"story-text\" data-block=\"text\">")
                    .append(Entities.escape(line))
                    .append(" <a href=\"/more\"><em>\u00a0</em></a></p>\n"));
    html.append("</article></main><aside class=\"related\"><ul>");
    html.append("<li><a href=\"/other\">Something else that happened</a></li>".repeat(12));
    html.append("</ul></aside><footer><p>All rights reserved.</p></footer></body></html>");
    return Article.newBuilder(article).setBody(html.toString()).setContentType("text/html").build();
  }
}
