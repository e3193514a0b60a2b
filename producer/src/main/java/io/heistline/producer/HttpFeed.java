package io.heistline.producer;

import io.heistline.model.Feed;
import io.heistline.model.FeedState;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Reads RSS and Atom feeds over HTTP, and only if they have changed. */
final class HttpFeed {
  /** The largest real feeds, with full texts, have 5 MB. */
  static final int MOST_BYTES = 16 * 1024 * 1024;

  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
  private static final int MOST_VALIDATOR_CHARACTERS = 1_000;
  private static final String USER_AGENT = "Heistline/0.1 (news feed reader)";

  private final HttpClient client =
      HttpClient.newBuilder()
          .connectTimeout(CONNECT_TIMEOUT)
          .followRedirects(HttpClient.Redirect.NORMAL)
          .build();

  private final Duration timeout;

  /**
   * Makes a reader.
   *
   * @param timeout for all of it, from the name's look-up to the last byte
   */
  HttpFeed(Duration timeout) {
    this.timeout = timeout;
  }

  /**
   * Asks for the feed, with what the last answer left to compare by.
   *
   * @throws FeedFailure if there is no answer, or none that is a feed
   */
  FeedReading read(Feed feed, FeedState state) throws InterruptedException {
    HttpResponse<byte[]> response = send(request(feed, state));
    if (response.statusCode() == 304) {
      return new FeedReading.Unchanged();
    }
    if (response.statusCode() != 200) {
      throw new FeedFailure("the server answers HTTP " + response.statusCode());
    }
    Optional<String> contentType = response.headers().firstValue("Content-Type");
    return new FeedReading.Items(
        SyndicatedFeed.read(feed, response.uri(), response.body(), contentType).stream(),
        validator(response, "ETag"),
        validator(response, "Last-Modified"));
  }

  private static HttpRequest request(Feed feed, FeedState state) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(feed.getUrl()))
            .header("User-Agent", USER_AGENT)
            .header("Accept", "application/rss+xml, application/atom+xml, application/xml, */*");
    state.getEtag().ifPresent(etag -> request.header("If-None-Match", etag));
    state.getLastModified().ifPresent(time -> request.header("If-Modified-Since", time));
    return request.build();
  }

  /**
   * The client's own timeout ends with the headers; a server that trickles would never time out.
   */
  private HttpResponse<byte[]> send(HttpRequest request) throws InterruptedException {
    CompletableFuture<HttpResponse<byte[]>> answer =
        client.sendAsync(request, info -> new LimitedBody(MOST_BYTES));
    try {
      return answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new FeedFailure("no whole answer within %d s".formatted(timeout.toSeconds()), e);
    } catch (ExecutionException e) {
      throw new FeedFailure(reason(e.getCause()), e);
    } finally {
      answer.cancel(true);
    }
  }

  private static String reason(@Nullable Throwable cause) {
    if (cause instanceof IOException && cause.getMessage() != null) {
      return "no answer: " + cause.getMessage();
    }
    return "no answer: " + cause;
  }

  private static Optional<String> validator(HttpResponse<?> response, String header) {
    return response
        .headers()
        .firstValue(header)
        .filter(value -> value.length() <= MOST_VALIDATOR_CHARACTERS);
  }
}
