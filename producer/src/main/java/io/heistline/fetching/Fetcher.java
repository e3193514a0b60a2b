package io.heistline.fetching;

import io.heistline.addresses.CheckedClients;
import io.heistline.addresses.CheckedNames;
import io.heistline.addresses.NameLookup;
import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Predicate;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ClientProtocolException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.routing.RoutingSupport;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.MalformedChunkCodingException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.NoHttpResponseException;

/**
 * Makes single requests, safely: to public addresses only, within limits of time and size. Follows
 * no redirect, and asks nobody whether it may; {@link Web} does.
 */
final class Fetcher implements AutoCloseable {
  private static final int MOST_CONNECTIONS = 64;
  private static final int MOST_CONNECTIONS_A_HOST = 2;
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

  /** Honest answers have some 30 headers; cookies and policies make single ones long. */
  private static final int MOST_HEADERS = 200;

  private static final int MOST_HEADER_CHARACTERS = 16 * 1024;

  /**
   * Bodies beyond {@link Body#UNSUSPECTED_BYTES} in memory at a time. Each is held until it is
   * parsed, which takes some ten times its size.
   */
  private static final int LARGE_BODIES = 2;

  private final CheckedNames names;
  private final Duration timeout;
  private final CloseableHttpClient client;
  private final ScheduledExecutorService watchdog =
      Executors.newSingleThreadScheduledExecutor(Daemons.named("deadline"));
  private final Semaphore large = new Semaphore(LARGE_BODIES, true);

  Fetcher(FetchSettings settings, NameLookup lookup, Predicate<InetAddress> allowed) {
    this.names = new CheckedNames(lookup, allowed, Daemons.named("look-up"));
    this.timeout = settings.timeout();
    this.client =
        CheckedClients.builder(
                names,
                settings.userAgent(),
                new CheckedClients.Limits(
                    CONNECT_TIMEOUT,
                    CONNECT_TIMEOUT.multipliedBy(2),
                    timeout,
                    MOST_HEADERS,
                    MOST_HEADER_CHARACTERS,
                    MOST_CONNECTIONS,
                    MOST_CONNECTIONS_A_HOST))
            .evictExpiredConnections()
            .build();
  }

  /**
   * Asks, and hands the answer on while its memory is accounted for.
   *
   * @throws FetchFailure if there is no whole answer; or as the handler throws it
   */
  <T> T send(Request request, Function<Answer, T> handler) {
    HttpGet get = new HttpGet(request.address());
    get.setHeader("Accept-Encoding", "gzip, deflate, br");
    request.headers().forEach(get::setHeader);
    AtomicBoolean late = new AtomicBoolean();
    Future<?> deadline =
        watchdog.schedule(
            () -> {
              late.set(true);
              get.cancel();
            },
            timeout.toMillis(),
            TimeUnit.MILLISECONDS);
    try (Share share = new Share()) {
      return handler.apply(answer(request, get, share, deadline));
    } catch (IOException | HttpException e) {
      throw late.get() ? tooLate(e) : failure(request.address(), e);
    } finally {
      deadline.cancel(false);
    }
  }

  private Answer answer(Request request, HttpGet get, Share share, Future<?> deadline)
      throws IOException, HttpException {
    try (ClassicHttpResponse response =
        client.executeOpen(RoutingSupport.determineHost(get), get, null)) {
      HttpEntity entity = response.getEntity();
      byte[] body =
          entity == null
              ? new byte[0]
              : Body.read(
                  entity.getContent(), encoding(response), request.mostBytes(), share::take);
      deadline.cancel(false);
      return new Answer(request.address(), response.getCode(), headers(response), body);
    }
  }

  private static String encoding(ClassicHttpResponse response) {
    Header header = response.getFirstHeader("Content-Encoding");
    return header == null || header.getValue() == null ? "" : header.getValue();
  }

  private static Map<String, String> headers(ClassicHttpResponse response) {
    Map<String, String> headers = new LinkedHashMap<>();
    for (Header header : response.getHeaders()) {
      if (header.getValue() != null) {
        headers.merge(
            header.getName().toLowerCase(Locale.ROOT),
            header.getValue(),
            (first, more) -> first + ", " + more);
      }
    }
    return headers;
  }

  private FetchFailure tooLate(Exception cause) {
    return new FetchFailure(
        FetchProblem.TIMEOUT, "no whole answer within %s".formatted(timeout), cause);
  }

  private static FetchFailure failure(URI address, Exception cause) {
    String host = address.getHost();
    if (cause instanceof CheckedNames.PrivateAddressException) {
      return new FetchFailure(
          FetchProblem.PRIVATE_ADDRESS,
          cause.getMessage() + "; " + FetchSettings.ALLOW_PRIVATE + "=true allows it",
          cause);
    }
    FetchProblem problem = problem(cause);
    return new FetchFailure(problem, "%s: %s".formatted(host, said(cause)), cause);
  }

  private static FetchProblem problem(Exception cause) {
    if (cause instanceof UnknownHostException) {
      return FetchProblem.UNKNOWN_HOST;
    }
    if (cause instanceof SSLException) {
      return FetchProblem.TLS;
    }
    if (cause instanceof MessageConstraintException) {
      return FetchProblem.HEADERS;
    }
    if (cause instanceof ConnectTimeoutException || cause instanceof SocketTimeoutException) {
      return FetchProblem.TIMEOUT;
    }
    if (cause instanceof EOFException
        || cause instanceof ConnectionClosedException
        || cause instanceof MalformedChunkCodingException) {
      return FetchProblem.TRUNCATED;
    }
    if (cause instanceof HttpException || cause instanceof ClientProtocolException) {
      return FetchProblem.PROTOCOL;
    }
    return FetchProblem.UNREACHABLE;
  }

  private static String said(Exception cause) {
    if (cause instanceof NoHttpResponseException) {
      return "the server closes the connection without an answer";
    }
    return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
  }

  /** The right to hold a large body, for one request. */
  private final class Share implements AutoCloseable {
    private boolean taken;

    void take() throws IOException {
      try {
        if (!large.tryAcquire(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
          throw new SocketTimeoutException("other large answers leave no room");
        }
        taken = true;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw (IOException) new InterruptedIOException("broken off").initCause(e);
      }
    }

    @Override
    public void close() {
      if (taken) {
        large.release();
      }
    }
  }

  @Override
  public void close() {
    watchdog.shutdownNow();
    names.close();
    try {
      client.close();
    } catch (IOException e) {
      throw new IllegalStateException("the HTTP client does not close", e);
    }
  }
}
