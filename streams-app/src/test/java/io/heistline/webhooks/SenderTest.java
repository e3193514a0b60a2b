package io.heistline.webhooks;

import static io.heistline.webhooks.RoughReceiver.saying;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.heistline.addresses.NameLookup;
import io.heistline.addresses.PublicAddresses;
import io.heistline.monitor.IncidentFilter;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** One row a way in which a receiver may behave, over real sockets. */
class SenderTest {
  private static final Instant NOW = Instant.parse("2026-02-03T04:05:06Z");
  private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
  private static final String OTHER = "whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYX";
  private static final Message MESSAGE = new Message("msg_1", "{\"id\":\"x\"}".getBytes(UTF_8));
  private static final Duration SHORT = Duration.ofMillis(500);
  private static final Duration LONG = Duration.ofSeconds(30);
  private static final String NO_BODY = "Content-Length: 0\r\n\r\n";

  private static Sender sender(
      String host, int port, Duration timeout, NameLookup lookup, Predicate<InetAddress> allowed) {
    Webhook hook =
        new Webhook(
            "test",
            URI.create("http://%s:%d/hook?key=1".formatted(host, port)),
            List.of(WebhookSecret.of(SECRET), WebhookSecret.of(OTHER)),
            IncidentFilter.of(Map.of()),
            false,
            true);
    return new Sender(hook, lookup, allowed, timeout, Clock.fixed(NOW, ZoneOffset.UTC));
  }

  private static Outcome send(RoughReceiver receiver, Duration timeout) {
    try (Sender sender =
        sender("127.0.0.1", receiver.port(), timeout, NameLookup.system(), address -> true)) {
      return sender.send(MESSAGE);
    }
  }

  static List<Arguments> behaviours() {
    return List.of(
        row("200", saying("HTTP/1.1 200 OK\r\n" + NO_BODY), LONG, ""),
        row("202 with a body", saying("HTTP/1.1 202 A\r\nContent-Length: 2\r\n\r\nok"), LONG, ""),
        row("204", saying("HTTP/1.1 204 No Content\r\n\r\n"), LONG, ""),
        row("a body cut short", saying("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nok"), LONG, ""),
        row("a body without end", SenderTest::endless, SHORT, ""),
        row("400", saying("HTTP/1.1 400 Bad Request\r\n" + NO_BODY), LONG, "HTTP 400"),
        row("404", saying("HTTP/1.1 404 Not Found\r\n" + NO_BODY), LONG, "HTTP 404"),
        row("410", saying("HTTP/1.1 410 Gone\r\n" + NO_BODY), LONG, "take it out of the list"),
        row("500", saying("HTTP/1.1 500 Oops\r\n" + NO_BODY), LONG, "HTTP 500"),
        row(
            "redirect",
            saying("HTTP/1.1 307 T\r\nLocation: http://127.0.0.1:1/\r\n" + NO_BODY),
            LONG,
            "redirects are not followed"),
        row("no answer", out -> {}, LONG, "failed to respond"),
        row("no HTTP", saying("SSH-2.0-OpenSSH_9.6\r\n\r\n"), LONG, "no HTTP|failed to respond"),
        row("endless header", SenderTest::endlessHeader, LONG, "Maximum line length"),
        row("many headers", saying(manyHeaders()), LONG, "Maximum header count"),
        row("silence", out -> Thread.sleep(60_000), SHORT, "no answer within"),
        row("a byte at a time", SenderTest::drip, SHORT, "no answer within"));
  }

  private static Arguments row(
      String name, RoughReceiver.Behaviour behaviour, Duration timeout, String problem) {
    return Arguments.of(name, behaviour, timeout, problem);
  }

  private static void endless(java.io.OutputStream out) throws IOException {
    out.write("HTTP/1.1 200 OK\r\n\r\n".getBytes(UTF_8));
    while (true) {
      out.write(new byte[8_192]);
    }
  }

  private static void endlessHeader(java.io.OutputStream out) throws IOException {
    out.write("HTTP/1.1 200 OK\r\nX: ".getBytes(UTF_8));
    while (true) {
      out.write('x');
    }
  }

  private static String manyHeaders() {
    return "HTTP/1.1 200 OK\r\n" + "X: 1\r\n".repeat(1_000) + NO_BODY;
  }

  private static void drip(java.io.OutputStream out) throws Exception {
    for (char next : "HTTP/1.1 200 OK\r\nX-Very-Long: and slow".toCharArray()) {
      out.write(next);
      Thread.sleep(100);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("behaviours")
  void whatComesOfIt(
      String name, RoughReceiver.Behaviour behaviour, Duration timeout, String problem)
      throws IOException {
    try (RoughReceiver receiver = new RoughReceiver(behaviour)) {
      Outcome outcome = send(receiver, timeout);

      if (problem.isEmpty()) {
        assertThat(outcome).isInstanceOf(Outcome.Delivered.class);
      } else {
        assertThat(outcome)
            .isInstanceOfSatisfying(
                Outcome.Failed.class,
                failed -> assertThat(failed.problem()).containsPattern(problem));
      }
      assertThat(receiver.requests()).hasSize(1);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "120,                            120",
    "' 7 ',                          7",
    "'Tue, 03 Feb 2026 04:06:06 GMT', 60",
    "soon,                           -1",
    "-1,                             -1",
  })
  void aReceiverSaysHowLongItWantsToBeLeftAlone(String value, long seconds) throws IOException {
    String answer = "HTTP/1.1 503 Busy\r\nRetry-After: %s\r\n%s".formatted(value, NO_BODY);
    try (RoughReceiver receiver = new RoughReceiver(saying(answer))) {
      Outcome.Failed failed = (Outcome.Failed) send(receiver, LONG);

      assertThat(failed.asked())
          .isEqualTo(seconds < 0 ? Optional.empty() : Optional.of(Duration.ofSeconds(seconds)));
    }
  }

  @Test
  void aMessageIsSignedAsStandardWebhooksHasIt() throws IOException {
    try (RoughReceiver receiver = new RoughReceiver(saying("HTTP/1.1 200 OK\r\n" + NO_BODY))) {
      send(receiver, LONG);

      RoughReceiver.Request request = receiver.requests().get(0);
      assertThat(request.line()).isEqualTo("POST /hook?key=1 HTTP/1.1");
      assertThat(request.body()).isEqualTo("{\"id\":\"x\"}");
      assertThat(request.headers())
          .containsEntry("webhook-id", "msg_1")
          .containsEntry("webhook-timestamp", Long.toString(NOW.getEpochSecond()))
          .containsEntry(
              "webhook-signature",
              WebhookSecret.of(SECRET).signature("msg_1", NOW.getEpochSecond(), MESSAGE.body())
                  + " "
                  + WebhookSecret.of(OTHER)
                      .signature("msg_1", NOW.getEpochSecond(), MESSAGE.body()))
          .hasEntrySatisfying(
              "content-type", type -> assertThat(type).startsWith("application/json"));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1",
    "2130706433",
    "10.0.0.1",
    "169.254.169.254",
    "[::1]",
    "[fe80::1]",
    "[::ffff:127.0.0.1]",
    "inside.example",
    "half.example",
  })
  void nothingGoesToAnAddressThatIsNotPublic(String host) throws IOException {
    try (RoughReceiver receiver = new RoughReceiver(saying("HTTP/1.1 200 OK\r\n" + NO_BODY));
        Sender sender =
            sender(host, receiver.port(), LONG, new Names(), PublicAddresses::isPublic)) {
      Outcome outcome = sender.send(MESSAGE);

      assertThat(outcome)
          .isInstanceOfSatisfying(
              Outcome.Failed.class,
              failed ->
                  assertThat(failed.problem())
                      .contains("not on the public internet", "allowPrivate"));
      assertThat(receiver.requests()).isEmpty();
    }
  }

  /** Names as an attacker sets them up. */
  private static final class Names implements NameLookup {
    @Override
    public InetAddress[] addresses(String host) throws UnknownHostException {
      return switch (host) {
        case "inside.example" -> new InetAddress[] {InetAddress.getByName("127.0.0.1")};
        case "half.example" ->
            new InetAddress[] {InetAddress.getByName("8.8.8.8"), InetAddress.getByName("10.0.0.1")};
        default -> InetAddress.getAllByName(host);
      };
    }
  }
}
