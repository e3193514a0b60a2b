package io.heistline.syndication;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdom2.Element;

/** Reads sitemaps, with what news sitemaps say of their articles. */
final class Sitemap {
  private Sitemap() {}

  static FeedDocument parse(Element urlset) {
    List<FeedItem> items =
        urlset.getChildren().stream()
            .filter(child -> child.getName().equals("url"))
            .map(Sitemap::item)
            .toList();
    return new FeedDocument("sitemap", "", items, Optional.empty(), Set.of());
  }

  private static FeedItem item(Element url) {
    Optional<Element> news = child(url, "news");
    Optional<Instant> published =
        news.flatMap(found -> text(found, "publication_date")).flatMap(FeedDates::read);
    Optional<Instant> modified = text(url, "lastmod").flatMap(FeedDates::read);
    return new FeedItem(
        Optional.empty(),
        text(url, "loc"),
        news.flatMap(found -> text(found, "title")).map(PlainText::clean).orElse(""),
        Optional.empty(),
        published.or(() -> modified),
        published.isPresent() ? modified : Optional.empty());
  }

  private static Optional<Element> child(Element parent, String name) {
    return parent.getChildren().stream().filter(child -> child.getName().equals(name)).findFirst();
  }

  private static Optional<String> text(Element parent, String name) {
    return child(parent, name).map(Element::getValue).flatMap(PlainText::present);
  }
}
