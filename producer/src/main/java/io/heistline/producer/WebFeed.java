package io.heistline.producer;

import io.heistline.fetching.Address;
import io.heistline.fetching.Answer;
import io.heistline.fetching.FetchFailure;
import io.heistline.fetching.FetchProblem;
import io.heistline.fetching.Freshness;
import io.heistline.fetching.Request;
import io.heistline.fetching.Web;
import io.heistline.model.Feed;
import io.heistline.model.FeedState;
import io.heistline.syndication.FeedDocument;
import io.heistline.syndication.FeedParser;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads feeds from the web, only if they have changed, and the pages behind their items. */
final class WebFeed {
  private static final Logger log = LoggerFactory.getLogger(WebFeed.class);

  /** The largest real feeds, with full texts, have 5 MB. */
  static final int MOST_BYTES = 8 * 1024 * 1024;

  static final String ACCEPTED =
      "application/rss+xml, application/atom+xml, application/feed+json, application/rdf+xml,"
          + " application/xml;q=0.9, text/xml;q=0.9, */*;q=0.5";

  private static final int MOST_VALIDATOR_CHARACTERS = 1_000;

  private final Web web;
  private final FullText fullText;
  private final FeedProgress progress;
  private final Clock clock;

  WebFeed(Web web, FeedProgress progress, Clock clock) {
    this.web = web;
    this.fullText = new FullText(web);
    this.progress = progress;
    this.clock = clock;
  }

  /** What the feed itself has shown, before any page is fetched. */
  private sealed interface Glance {
    record Unchanged(FeedProgress.Served served) implements Glance {}

    record Read(FeedProgress.Served served, FeedArticles.Read items, FeedChanges changes)
        implements Glance {}
  }

  /** Fails with a FetchFailure if there is no answer, or none that is a feed. */
  CompletableFuture<FeedPoll.Outcome> read(Feed feed, FeedState state) {
    Request request =
        new Request(
            Address.of(state.getMovedTo().orElse(feed.getUrl())), headers(state), MOST_BYTES);
    return web.get(request, answer -> glance(feed, state, answer))
        .thenCompose(visit -> outcome(feed, state, visit));
  }

  private static Map<String, String> headers(FeedState state) {
    Map<String, String> headers = new HashMap<>();
    headers.put("Accept", ACCEPTED);
    state.getEtag().ifPresent(etag -> headers.put("If-None-Match", etag));
    state.getLastModified().ifPresent(time -> headers.put("If-Modified-Since", time));
    return headers;
  }

  private Glance glance(Feed feed, FeedState state, Answer answer) {
    Instant now = clock.instant();
    if (answer.status() == 304) {
      return new Glance.Unchanged(served(answer, Optional.empty(), Set.of(), now));
    }
    FeedDocument document = document(answer, now);
    FeedArticles.Read items = new FeedArticles(feed, state, answer.address(), now).read(document);
    if (items.tooOld() > 0 && state.getLastSuccessAt().isEmpty()) {
      log.info(
          "feed {}: left out {} items older than {}; feeds add --backfill takes them",
          feed.getUrl(),
          items.tooOld(),
          FeedArticles.MOST_AGE);
    }
    return new Glance.Read(
        served(answer, document.timeToLive().map(now::plus), document.skipHours(), now),
        items,
        FeedChanges.between(state.getVersions(), items.submissions().stream()));
  }

  /**
   * The feed in an answer.
   *
   * @throws FetchFailure if there is none
   */
  static FeedDocument document(Answer answer, Instant now) {
    if (answer.status() != 200) {
      throw new FetchFailure(
          switch (answer.status()) {
            case 410 -> FetchProblem.GONE;
            case 429 -> FetchProblem.RATE_LIMITED;
            default -> FetchProblem.STATUS;
          },
          "the server answers HTTP " + answer.status(),
          Freshness.retryAt(answer, now));
    }
    return FeedParser.parse(answer.body(), answer.header("content-type"));
  }

  private static FeedProgress.Served served(
      Answer answer, Optional<Instant> timeToLive, Set<Integer> skipHours, Instant now) {
    Optional<Instant> freshUntil =
        Stream.concat(Freshness.until(answer, now).stream(), timeToLive.stream())
            .max(Instant::compareTo);
    return new FeedProgress.Served(
        Optional.empty(),
        validator(answer, "etag"),
        validator(answer, "last-modified"),
        new PollSchedule.Wishes(freshUntil, skipHours));
  }

  private static Optional<String> validator(Answer answer, String header) {
    return answer.header(header).filter(value -> value.length() <= MOST_VALIDATOR_CHARACTERS);
  }

  private CompletableFuture<FeedPoll.Outcome> outcome(
      Feed feed, FeedState state, Web.Visit<Glance> visit) {
    if (visit.result() instanceof Glance.Read read) {
      FeedProgress.Served served = moved(read.served(), visit.movedTo());
      return fullText
          .fulfil(read.changes(), read.items(), FeedMemory.of(state))
          .thenApply(
              done ->
                  new FeedPoll.Outcome(
                      done.changes().submissions(),
                      progress.read(feed, state, served, done, read.items(), clock.instant())));
    }
    FeedProgress.Served served =
        moved(((Glance.Unchanged) visit.result()).served(), visit.movedTo());
    return CompletableFuture.completedFuture(
        FeedPoll.Outcome.unchanged(progress.unchanged(feed, state, served, clock.instant())));
  }

  private static FeedProgress.Served moved(FeedProgress.Served served, Optional<URI> movedTo) {
    return new FeedProgress.Served(
        movedTo.map(URI::toString), served.etag(), served.lastModified(), served.wishes());
  }
}
