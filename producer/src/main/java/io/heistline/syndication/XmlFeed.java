package io.heistline.syndication;

import com.rometools.rome.feed.module.DCModule;
import com.rometools.rome.feed.module.Extendable;
import com.rometools.rome.feed.synd.SyndContent;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import java.time.Instant;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdom2.Document;
import org.jdom2.Element;
import org.jspecify.annotations.Nullable;

/** Reads RSS, RDF and Atom of all versions. */
final class XmlFeed {
  private static final String TERMS = "http://purl.org/dc/terms/";

  private XmlFeed() {}

  static FeedDocument parse(Element root, UpdateHints hints) {
    try {
      SyndFeed feed = new SyndFeedInput(false, Locale.ENGLISH).build(new Document(root));
      return new FeedDocument(
          Optional.ofNullable(feed.getFeedType()).orElse("unknown"),
          title(feed.getTitleEx(), feed.getTitle(), feed),
          feed.getEntries().stream().map(XmlFeed::item).toList(),
          hints.timeToLive(),
          hints.skipHours());
    } catch (FeedException | RuntimeException e) {
      throw FeedParser.notAFeed(String.valueOf(e.getMessage()));
    }
  }

  private static FeedItem item(SyndEntry entry) {
    Optional<Instant> published =
        FeedDates.of(entry.getPublishedDate())
            .or(() -> term(entry, "issued"))
            .or(() -> term(entry, "created"));
    Optional<Instant> updated =
        FeedDates.of(entry.getUpdatedDate()).or(() -> term(entry, "modified"));
    return new FeedItem(
        PlainText.present(entry.getUri()),
        link(entry),
        title(entry.getTitleEx(), entry.getTitle(), entry),
        text(entry),
        published.or(() -> updated),
        published.isPresent() ? updated.filter(published.get()::isBefore) : Optional.empty());
  }

  /** A date in Dublin Core's newer terms, of which the library makes nothing. */
  private static Optional<Instant> term(SyndEntry entry, String name) {
    return entry.getForeignMarkup().stream()
        .filter(
            element -> element.getNamespaceURI().equals(TERMS) && element.getName().equals(name))
        .flatMap(element -> FeedDates.read(element.getValue()).stream())
        .findFirst();
  }

  /**
   * The article's own address before one that counts clicks; the item's identifier where that is an
   * address itself.
   */
  private static Optional<String> link(SyndEntry entry) {
    return entry.getForeignMarkup().stream()
        .filter(element -> element.getName().equals("origLink"))
        .map(Element::getValue)
        .flatMap(value -> PlainText.present(value).stream())
        .findFirst()
        .or(() -> PlainText.present(entry.getLink()))
        .or(() -> PlainText.present(entry.getUri()).filter(XmlFeed::isAddress));
  }

  private static boolean isAddress(String identifier) {
    return identifier.regionMatches(true, 0, "http://", 0, 7)
        || identifier.regionMatches(true, 0, "https://", 0, 8);
  }

  /** The format's own title, else that of Dublin Core. */
  private static String title(
      @Nullable SyndContent title, @Nullable String plain, Extendable extended) {
    String own = title(title, plain);
    return own.isEmpty() && extended.getModule(DCModule.URI) instanceof DCModule core
        ? title(null, core.getTitle())
        : own;
  }

  private static String title(@Nullable SyndContent title, @Nullable String plain) {
    if (title == null || title.getValue() == null) {
      return plain == null ? "" : PlainText.ofHtml(plain);
    }
    return mediaType(title).equals("text/plain")
        ? PlainText.clean(title.getValue())
        : PlainText.ofHtml(title.getValue());
  }

  /**
   * The longest: some feeds give a summary as their content, and the article as its description.
   */
  private static Optional<FeedItem.Text> text(SyndEntry entry) {
    return Stream.concat(entry.getContents().stream(), Stream.ofNullable(entry.getDescription()))
        .filter(content -> PlainText.present(content.getValue()).isPresent())
        .map(content -> new FeedItem.Text(content.getValue(), mediaType(content)))
        .max(Comparator.comparing(FeedItem.Text::visibleCharacters));
  }

  /** RSS names no type, and holds HTML. */
  private static String mediaType(SyndContent content) {
    String type = PlainText.present(content.getType()).orElse("html").toLowerCase(Locale.ROOT);
    return type.equals("text") || type.equals("text/plain") ? "text/plain" : "text/html";
  }
}
