package io.heistline.producer;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.heistline.fetching.Address;
import io.heistline.fetching.FetchFailure;
import io.heistline.fetching.FetchProblem;
import io.heistline.fetching.FetchSettings;
import io.heistline.fetching.Request;
import io.heistline.model.Article;
import io.heistline.model.Feed;
import io.heistline.syndication.FeedDocument;
import io.heistline.syndication.FeedItem;
import io.heistline.syndication.FeedParser;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;

/** Reads one feed as the producer would, and says what it understands. Publishes nothing. */
public final class FeedCheck {
  /** What the links of a file are relative to, if it does not say. */
  private static final URI NOWHERE = URI.create("https://feed.invalid/");

  private static final JsonMapper JSON = new JsonMapper();

  private final FetchSettings settings;
  private final Clock clock;

  public FeedCheck(FetchSettings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * What came of it.
   *
   * @param understood whether it is a feed at all
   * @param json what it says, or "problem" and "reason"
   */
  public record Result(boolean understood, String json) {}

  /**
   * Checks a feed.
   *
   * @param target a file, or an http or https address
   */
  public Result check(String target) throws InterruptedException {
    ObjectNode json = JSON.createObjectNode().put("source", target);
    try {
      if (target.matches("(?i)https?:.*")) {
        fetch(target, json);
      } else {
        describe(FeedParser.parse(bytes(target), Optional.empty()), NOWHERE, json);
      }
      return new Result(true, json.toPrettyString());
    } catch (FetchFailure e) {
      json.put("problem", e.problem().name()).put("reason", e.reason());
      return new Result(false, json.toPrettyString());
    }
  }

  private void fetch(String url, ObjectNode json) throws InterruptedException {
    Request request =
        new Request(Address.of(url), Map.of("Accept", WebFeed.ACCEPTED), WebFeed.MOST_BYTES);
    try (Fetching fetching = new Fetching(settings, clock)) {
      fetching
          .web()
          .get(
              request,
              answer -> {
                json.put("address", answer.address().toString());
                describe(WebFeed.document(answer, clock.instant()), answer.address(), json);
                return answer.status();
              })
          .get()
          .movedTo()
          .ifPresent(address -> json.put("movedTo", address.toString()));
    } catch (ExecutionException e) {
      throw e.getCause() instanceof FetchFailure failure
          ? failure
          : new FetchFailure(FetchProblem.INTERNAL, String.valueOf(e.getCause()), e);
    }
  }

  private static byte[] bytes(String file) {
    try (InputStream in = Files.newInputStream(Path.of(file))) {
      byte[] bytes = in.readNBytes(WebFeed.MOST_BYTES + 1);
      if (bytes.length > WebFeed.MOST_BYTES) {
        throw new FetchFailure(
            FetchProblem.TOO_LARGE,
            "%s is larger than %d bytes".formatted(file, WebFeed.MOST_BYTES));
      }
      return bytes;
    } catch (IOException | InvalidPathException e) {
      throw new FetchFailure(FetchProblem.UNREACHABLE, "cannot read " + file + ": " + e, e);
    }
  }

  private void describe(FeedDocument document, URI base, ObjectNode json) {
    json.put("format", document.format()).put("title", document.title());
    document.timeToLive().ifPresent(time -> json.put("timeToLiveSeconds", time.toSeconds()));
    Instant now = clock.instant();
    Feed feed = Feed.newBuilder().setUrl(base.toString()).build();
    ArrayNode items = json.putArray("items");
    for (FeedItem item : document.items()) {
      describe(
          item,
          new FeedArticles(feed, FeedProgress.start(feed.getUrl()), base, now)
              .read(new FeedDocument("", "", List.of(item), Optional.empty(), Set.of())),
          items.addObject());
    }
  }

  private static void describe(FeedItem item, FeedArticles.Read read, ObjectNode json) {
    item.identifier().ifPresent(id -> json.put("identifier", id));
    item.link().ifPresent(link -> json.put("link", link));
    json.put("title", item.title());
    item.publishedAt().ifPresent(time -> json.put("publishedAt", time.toString()));
    item.updatedAt().ifPresent(time -> json.put("updatedAt", time.toString()));
    json.put("textCharacters", item.text().map(FeedItem.Text::visibleCharacters).orElse(0));
    item.text().ifPresent(text -> json.put("contentType", text.contentType()));
    json.put("summary", item.isSummary());
    if (read.tooOld() > 0) {
      json.put("tooOld", true);
    }
    for (Submission submission : read.submissions()) {
      if (submission instanceof Submission.Refused refused) {
        json.put("refused", refused.reason());
      } else if (submission instanceof Submission.Version version) {
        Article article = version.article();
        json.put("id", article.getId()).put("url", article.getUrl());
      }
    }
  }
}
