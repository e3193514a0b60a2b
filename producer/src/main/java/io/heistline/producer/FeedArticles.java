package io.heistline.producer;

import io.heistline.fetching.Address;
import io.heistline.fetching.FetchFailure;
import io.heistline.model.Feed;
import io.heistline.model.FeedState;
import io.heistline.syndication.FeedDocument;
import io.heistline.syndication.FeedItem;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Makes submissions of the items of a feed. */
final class FeedArticles {
  /** What is older when it is first seen is an archive, not news; --backfill takes it, too. */
  static final Duration MOST_AGE = Duration.ofDays(30);

  /** A clock may be wrong by a time zone; what is later is a slip of the pen. */
  private static final Duration MOST_LEAD = Duration.ofDays(1);

  /** Addresses of pages that are a copy for phones of a page with another address. */
  private static final Pattern TWIN =
      Pattern.compile(
          "(?i)https?://(?:m|mobile|amp)\\..*|[^?#]*(?:/amp/?|[./]amp(?:\\.html?)?|\\.cdn\\.ampproject\\.org/.*)"
              + "(?:[?#].*)?|[^#]*[?&](?:amp(?:=1)?|outputType=amp)(?:[&#].*)?");

  private final Feed feed;
  private final FeedState state;
  private final URI base;
  private final Instant now;
  private final Map<String, Long> firstSeen;
  private final Map<String, Wanted> wanted = new HashMap<>();
  private int tooOld;

  /**
   * For one reading of a feed.
   *
   * @param base what links are relative to
   */
  FeedArticles(Feed feed, FeedState state, URI base, Instant now) {
    this.feed = feed;
    this.state = state;
    this.base = base;
    this.now = now;
    this.firstSeen = new HashMap<>(state.getFirstSeen());
  }

  /** What the page behind an item is wanted for. */
  enum Want {
    /** The feed gives a summary. */
    TEXT,
    /** The feed gives nothing that could be published. */
    EVERYTHING,
    /** The address looks like a copy's. */
    ADDRESS
  }

  /** A page; its address is as the feed has it, for the canonical one may not answer. */
  record Wanted(URI address, Want want) {}

  /**
   * All of it.
   *
   * @param submissions in the order of the feed, without those that are too old
   * @param wanted pages, by the id of the article
   * @param firstSeen when items without a date were first seen
   * @param tooOld items that were left out
   */
  record Read(
      List<Submission> submissions,
      Map<String, Wanted> wanted,
      Map<String, Long> firstSeen,
      int tooOld) {}

  Read read(FeedDocument document) {
    List<Submission> submissions = new ArrayList<>();
    for (FeedItem item : document.items()) {
      submission(item).ifPresent(submissions::add);
    }
    return new Read(submissions, wanted, firstSeen, tooOld);
  }

  /** Empty if it is too old. */
  private Optional<Submission> submission(FeedItem item) {
    try {
      URI address = address(item);
      String url = address.toString();
      String id = ArticleDraft.identity(Optional.empty(), Optional.of(url)).id();
      Instant publishedAt = publishedAt(id, item);
      if (isTooOld(id, item.updatedAt().orElse(publishedAt))) {
        tooOld++;
        return Optional.empty();
      }
      Submission.Version version = draft(item, url, publishedAt).version();
      want(id, url, item).ifPresent(want -> wanted.put(id, new Wanted(address, want)));
      return Optional.of(version);
    } catch (RefusalException | FetchFailure e) {
      return Optional.of(refused(item, String.valueOf(e.getMessage())));
    }
  }

  private URI address(FeedItem item) {
    return Address.within(
        base, item.link().orElseThrow(() -> new RefusalException("the item has no link")));
  }

  private Instant publishedAt(String id, FeedItem item) {
    Optional<Instant> said = item.publishedAt().filter(time -> !time.isAfter(now.plus(MOST_LEAD)));
    return said.orElseGet(
        () -> Instant.ofEpochMilli(firstSeen.computeIfAbsent(id, any -> now.toEpochMilli())));
  }

  private boolean isTooOld(String id, Instant time) {
    return !feed.getBackfill()
        && time.isBefore(now.minus(MOST_AGE))
        && !state.getVersions().containsKey(id);
  }

  private static boolean isBare(FeedItem item) {
    return item.text().isEmpty() && item.title().isEmpty();
  }

  private Optional<Want> want(String id, String url, FeedItem item) {
    if (!feed.getFullText()) {
      return Optional.empty();
    }
    if (item.isSummary()) {
      return Optional.of(isBare(item) ? Want.EVERYTHING : Want.TEXT);
    }
    return isTwin(id, url) ? Optional.of(Want.ADDRESS) : Optional.empty();
  }

  private boolean isTwin(String id, String url) {
    return !state.getTwins().containsKey(id) && TWIN.matcher(url).matches();
  }

  /** Without a text, the title is all that is known. */
  private ArticleDraft draft(FeedItem item, String url, Instant publishedAt) {
    Optional<FeedItem.Text> text = item.text();
    boolean bare = isBare(item);
    if (bare && !feed.getFullText()) {
      throw new RefusalException("the item has neither title nor text, and pages are not fetched");
    }
    return new ArticleDraft(
        Optional.empty(),
        Optional.of(url),
        feed.getPublisher(),
        item.title(),
        bare ? url : text.map(FeedItem.Text::value).orElse(item.title()),
        text.map(FeedItem.Text::contentType).orElse("text/plain"),
        publishedAt,
        item.updatedAt().filter(publishedAt::isBefore));
  }

  private Submission.Refused refused(FeedItem item, String reason) {
    String name = item.link().or(item::identifier).orElse(item.title());
    return new Submission.Refused(feed.getUrl() + " " + name, reason, Original.of(item.toString()));
  }
}
