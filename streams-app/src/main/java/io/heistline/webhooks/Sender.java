package io.heistline.webhooks;

import io.heistline.addresses.CheckedClients;
import io.heistline.addresses.CheckedNames;
import io.heistline.addresses.NameLookup;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.hc.client5.http.ClientProtocolException;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.routing.RoutingSupport;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends single messages to one receiver, signed as Standard Webhooks has it. Goes to addresses only
 * that were checked, follows no redirect, and hears a receiver out within limits of time and size.
 */
final class Sender implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Sender.class);

  /** For all of a message, from the name's look-up to the answer's end: what the standard asks. */
  static final Duration TIMEOUT = Duration.ofSeconds(15);

  /** Honest answers say nothing, or a line. Of a longer one only the beginning is heard. */
  private static final int MOST_BODY_BYTES = 16 * 1024;

  private static final int MOST_HEADERS = 100;
  private static final int MOST_HEADER_CHARACTERS = 8 * 1024;

  private static final int FIRST_OK = 200;
  private static final int LAST_OK = 299;
  private static final int FIRST_REDIRECT = 300;
  private static final int LAST_REDIRECT = 399;
  private static final int GONE = 410;

  private final Webhook hook;
  private final Clock clock;
  private final Duration timeout;
  private final CheckedNames names;
  private final CloseableHttpClient client;
  private final ScheduledExecutorService watchdog;
  private final AtomicReference<Runnable> breakOff = new AtomicReference<>(() -> {});

  /**
   * A sender to one receiver.
   *
   * @param allowed addresses that a message may go to
   */
  Sender(
      Webhook hook,
      NameLookup lookup,
      Predicate<InetAddress> allowed,
      Duration timeout,
      Clock clock) {
    this.hook = hook;
    this.clock = clock;
    this.timeout = timeout;
    ThreadFactory threads = work -> daemon(work, hook.name());
    names = new CheckedNames(lookup, allowed, threads);
    watchdog = Executors.newSingleThreadScheduledExecutor(threads);
    client =
        CheckedClients.builder(
                names,
                "Heistline/0.1 (webhooks)",
                new CheckedClients.Limits(
                    timeout, timeout, timeout, MOST_HEADERS, MOST_HEADER_CHARACTERS, 1, 1))
            .build();
  }

  private static Thread daemon(Runnable work, String hook) {
    Thread thread = new Thread(work, "webhook-" + hook + "-help");
    thread.setDaemon(true);
    return thread;
  }

  /** Sends a message once. */
  Outcome send(Message message) {
    HttpPost post = post(message);
    AtomicBoolean late = new AtomicBoolean();
    breakOff.set(post::cancel);
    Future<?> deadline =
        watchdog.schedule(
            () -> {
              late.set(true);
              post.cancel();
            },
            timeout.toMillis(),
            TimeUnit.MILLISECONDS);
    try {
      ClassicHttpResponse response =
          client.executeOpen(RoutingSupport.determineHost(post), post, null);
      hearOut(response, post);
      return outcome(response);
    } catch (IOException | HttpException e) {
      return Outcome.Failed.because(
          late.get() ? "no answer within %s".formatted(timeout) : problem(e));
    } finally {
      deadline.cancel(false);
      breakOff.set(() -> {});
    }
  }

  private HttpPost post(Message message) {
    long timestamp = clock.instant().getEpochSecond();
    HttpPost post = new HttpPost(hook.url());
    post.setHeader("webhook-id", message.id());
    post.setHeader("webhook-timestamp", timestamp);
    post.setHeader(
        "webhook-signature",
        hook.secrets().stream()
            .map(secret -> secret.signature(message.id(), timestamp, message.body()))
            .collect(Collectors.joining(" ")));
    post.setEntity(new ByteArrayEntity(message.body(), ContentType.APPLICATION_JSON));
    return post;
  }

  /** To the end, so that the connection can be used again. What counts is said already. */
  private void hearOut(ClassicHttpResponse response, HttpPost post) {
    HttpEntity entity = response.getEntity();
    try (response) {
      if (entity != null
          && entity.getContent().readNBytes(MOST_BODY_BYTES).length == MOST_BODY_BYTES) {
        post.cancel();
      }
    } catch (IOException e) {
      log.debug("{} does not end its answer", hook, e);
    }
  }

  private Outcome outcome(ClassicHttpResponse response) {
    int status = response.getCode();
    if (status >= FIRST_OK && status <= LAST_OK) {
      return new Outcome.Delivered();
    }
    return new Outcome.Failed(problem(status), asked(response), status == GONE);
  }

  private static String problem(int status) {
    if (status == GONE) {
      return "HTTP 410: it wants no more messages; take it out of the list of webhooks";
    }
    return status >= FIRST_REDIRECT && status <= LAST_REDIRECT
        ? "HTTP %d: redirects are not followed; give the address that it leads to".formatted(status)
        : "HTTP " + status;
  }

  private Optional<Duration> asked(ClassicHttpResponse response) {
    Header header = response.getFirstHeader("Retry-After");
    if (header == null || header.getValue() == null) {
      return Optional.empty();
    }
    String value = header.getValue().strip();
    if (value.matches("[0-9]{1,10}")) {
      return Optional.of(Duration.ofSeconds(Long.parseLong(value)));
    }
    try {
      Instant at = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      return Optional.of(Duration.between(clock.instant(), at));
    } catch (DateTimeException e) {
      return Optional.empty(); // what it asks for is not known
    }
  }

  private static String problem(Exception cause) {
    if (cause instanceof CheckedNames.PrivateAddressException) {
      return cause.getMessage() + "; allowPrivate: true in its entry allows it";
    }
    String said =
        cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    return cause instanceof HttpException || cause instanceof ClientProtocolException
        ? "what it answers is no HTTP: " + said
        : said;
  }

  /** Ends the attempt that is under way, if there is one. */
  void breakOff() {
    breakOff.get().run();
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
