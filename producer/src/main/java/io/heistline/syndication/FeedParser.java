package io.heistline.syndication;

import io.heistline.fetching.FetchFailure;
import io.heistline.fetching.FetchProblem;
import java.util.Optional;
import org.jdom2.Document;
import org.jdom2.Element;

/** Reads feeds of all formats. Goes by what a document is, whatever it is said to be. */
public final class FeedParser {
  /** The longest archives have some thousands. */
  static final int MOST_ITEMS = 10_000;

  private FeedParser() {}

  /**
   * Reads a document.
   *
   * @param contentType as the server gave it; it may name the encoding
   * @throws FetchFailure NOT_A_FEED, XML_ENTITIES, TOO_DEEP or TOO_MANY_ITEMS
   */
  public static FeedDocument parse(byte[] bytes, Optional<String> contentType) {
    String text = Decoded.text(bytes, contentType);
    String start = text.stripLeading();
    FeedDocument document =
        start.startsWith("{") || start.startsWith("[") ? JsonFeed.parse(text) : parseXml(text);
    if (document.items().size() > MOST_ITEMS) {
      throw new FetchFailure(
          FetchProblem.TOO_MANY_ITEMS, "the feed has more than %d items".formatted(MOST_ITEMS));
    }
    return document;
  }

  private static FeedDocument parseXml(String text) {
    Element root =
        XmlTree.of(XmlScreen.of(text))
            .map(Document::detachRootElement)
            .orElseThrow(() -> notAFeed("there is no element in it"));
    return switch (root.getName()) {
      case "urlset" -> Sitemap.parse(root);
      case "sitemapindex" ->
          throw notAFeed("it is an index of sitemaps; add one of the sitemaps that it names");
      case "html", "HTML" -> throw notAFeed("it is a page; add the feed that it links to");
      default -> parseFeed(root);
    };
  }

  private static FeedDocument parseFeed(Element root) {
    String name = root.getName();
    UpdateHints hints = UpdateHints.of(root);
    return XmlFeed.parse(
        Repaired.feed(root).orElseThrow(() -> notAFeed("its root is '" + name + "'")), hints);
  }

  static FetchFailure notAFeed(String why) {
    return new FetchFailure(
        FetchProblem.NOT_A_FEED,
        "the answer is no RSS, Atom, RDF or JSON feed, and no sitemap: " + why);
  }
}
