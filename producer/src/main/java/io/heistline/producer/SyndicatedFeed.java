package io.heistline.producer;

import com.rometools.rome.feed.synd.SyndContent;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import io.heistline.model.Feed;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;

/** Makes submissions of the items of an RSS or Atom document. */
final class SyndicatedFeed {
  private final Feed feed;
  private final URI address;

  private SyndicatedFeed(Feed feed, URI address) {
    this.feed = feed;
    this.address = address;
  }

  /**
   * Reads a document.
   *
   * @param address where it came from, for relative links
   * @param contentType as the server gave it; it may name the encoding
   * @throws FeedFailure if it is no feed. A DOCTYPE is none either: it is where external entities
   *     and entity bombs come from
   */
  static List<Submission> read(
      Feed feed, URI address, byte[] document, Optional<String> contentType) {
    SyndFeedInput input = new SyndFeedInput();
    input.setAllowDoctypes(false);
    try (XmlReader reader =
        new XmlReader(new ByteArrayInputStream(document), contentType.orElse(null), true)) {
      SyndicatedFeed syndicated = new SyndicatedFeed(feed, address);
      return input.build(reader).getEntries().stream().map(syndicated::submission).toList();
    } catch (IOException | FeedException | IllegalArgumentException e) {
      throw new FeedFailure("the answer is no RSS or Atom feed: " + e.getMessage(), e);
    }
  }

  private Submission submission(SyndEntry entry) {
    Optional<String> url = url(entry);
    try {
      return draft(entry, url).version();
    } catch (RefusalException e) {
      String item = url.or(() -> text(entry.getUri())).or(() -> text(entry.getTitle())).orElse("?");
      return new Submission.Refused(
          feed.getUrl() + " " + item, e.reason(), Original.of(entry.toString()));
    }
  }

  private ArticleDraft draft(SyndEntry entry, Optional<String> url) {
    if (url.isEmpty()) {
      throw new RefusalException("the item has no link");
    }
    String title = text(entry.getTitle()).map(html -> Jsoup.parse(html).text()).orElse("");
    Optional<SyndContent> content = content(entry);
    Instant publishedAt =
        time(entry.getPublishedDate())
            .or(() -> time(entry.getUpdatedDate()))
            .orElseThrow(() -> new RefusalException("the item has no date"));
    return new ArticleDraft(
        Optional.empty(),
        url,
        feed.getPublisher(),
        title,
        content.map(SyndContent::getValue).orElse(title),
        content.map(SyndicatedFeed::mediaType).orElse("text/plain"),
        publishedAt,
        time(entry.getUpdatedDate()).filter(publishedAt::isBefore));
  }

  /** The whole text if the feed gives it, else the summary. */
  private static Optional<SyndContent> content(SyndEntry entry) {
    return Stream.concat(entry.getContents().stream(), Stream.ofNullable(entry.getDescription()))
        .filter(content -> text(content.getValue()).isPresent())
        .findFirst();
  }

  /** RSS names no type, and holds HTML. */
  private static String mediaType(SyndContent content) {
    String type = text(content.getType()).orElse("html").toLowerCase(Locale.ROOT);
    return type.equals("text") || type.equals("text/plain") ? "text/plain" : "text/html";
  }

  /** The link; the item's identifier where that is a URL itself. */
  private Optional<String> url(SyndEntry entry) {
    return text(entry.getLink())
        .map(this::absolute)
        .or(() -> text(entry.getUri()).filter(uri -> uri.matches("(?i)https?://.+")));
  }

  private String absolute(String link) {
    try {
      return link.matches("(?i)[a-z]+:.*") ? link : address.resolve(link).toString();
    } catch (IllegalArgumentException e) {
      return link; // refused later, by what does not parse
    }
  }

  private static Optional<Instant> time(@Nullable Date date) {
    return Optional.ofNullable(date)
        .map(Date::toInstant)
        .map(time -> Dates.checked("the item's date", time.toString(), time));
  }

  private static Optional<String> text(@Nullable String value) {
    return Optional.ofNullable(value).map(String::strip).filter(text -> !text.isEmpty());
  }
}
