package io.heistline.producer;

import static org.assertj.core.api.Assertions.assertThat;

import io.heistline.local.TestCluster;
import io.heistline.model.Article;
import io.heistline.topics.TopicTable;
import io.heistline.topics.Topics;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.management.InstanceNotFoundException;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Articles over real sockets into a real broker, from friend and foe. */
@Timeout(120)
class ArticlesEndpointTest {
  private static final String TOKEN = "a-token-for-the-tests";
  private static final Instant NOW = Instant.parse("2024-06-01T00:00:00Z");
  private static final EndpointSettings SETTINGS =
      new EndpointSettings(EndpointSettings.LOOPBACK, 0, TOKEN);
  private static final AtomicInteger LEDGERS = new AtomicInteger();

  @TempDir private static Path folder;
  private static TestCluster cluster;

  /** More than wait for Kafka at once, so that some are turned away. */
  private static final int MANY = 3 * ArticleQueue.MOST_WAITING;

  private final HttpClient client = HttpClient.newHttpClient();
  private Topics topics;
  private CurrentArticles current;
  private ProducerMetrics metrics;
  private ArticlesEndpoint endpoint;

  @BeforeAll
  static void startBroker() throws Exception {
    cluster = new TestCluster(folder);
  }

  @AfterAll
  static void stopBroker() {
    cluster.close();
  }

  @BeforeEach
  void start() {
    topics = cluster.topics("endpoint-" + LEDGERS.incrementAndGet(), 2);
    current = new CurrentArticles(topics);
    metrics = new ProducerMetrics(topics.settings().topicPrefix());
    endpoint =
        new ArticlesEndpoint(
            SETTINGS, topics, Clock.fixed(NOW, ZoneOffset.UTC), current, metrics::answered);
    endpoint.start();
  }

  @AfterEach
  void stop() {
    endpoint.close();
    metrics.close();
    current.close();
  }

  @Test
  void answersAreCountedByStatus() throws Exception {
    send("POST", "/articles", article("https://x.example/1", "text"));
    send("POST", "/articles", "no article");
    send("GET", "/articles", "");
    send("GET", "/elsewhere", "");

    assertThat(List.of(202, 400, 405, 404, 503))
        .map(this::counted)
        .containsExactly(1.0, 1.0, 1.0, 1.0, 0.0);
  }

  /** As an operator sees it; 0 where nothing was counted. */
  private double counted(int status) {
    try {
      String name =
          "heistline.producer:type=article-requests,instance=%s,status=%d"
              .formatted(topics.settings().topicPrefix(), status);
      MBeanServer server = ManagementFactory.getPlatformMBeanServer();
      return (double) server.getAttribute(new ObjectName(name), "requests-total");
    } catch (InstanceNotFoundException e) {
      return 0;
    } catch (JMException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void anAcceptedArticleLiesInTheTopicBeforeItIsAnswered() throws Exception {
    HttpResponse<String> answer = send("POST", "/articles", article("https://x.example/1", "text"));

    String id = ArticleId.of("https://x.example/1");
    assertThat(answer.statusCode()).isEqualTo(202);
    assertThat(answer.body()).contains("\"id\":\"" + id + "\"", "\"changed\":true");
    assertThat(articles().get(id).getBody()).isEqualTo("text");

    HttpResponse<String> again = send("POST", "/articles", article("https://x.example/1", "text"));
    assertThat(again.statusCode()).isEqualTo(202);
    assertThat(again.body()).contains("\"changed\":false");
  }

  @Test
  void anOlderVersionIsRefusedWithAWordOnWhatToDo() throws Exception {
    send(
        "POST",
        "/articles",
        """
        {"id": "a", "title": "t", "body": "new", "publishedAt": "2024-03-01",
         "updatedAt": "2024-03-05"}""");

    HttpResponse<String> answer = send("POST", "/articles", withId("a", "old"));

    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(answer.body()).contains("2024-03-05T00:00:00Z", "PUT it to /articles/a");
    assertThat(articles().get("a").getBody()).isEqualTo("new");
  }

  @Test
  void putReplacesAndDeleteWithdraws() throws Exception {
    assertThat(send("PUT", "/articles/a", withId("a", "first")).statusCode()).isEqualTo(202);
    assertThat(articles().get("a").getUpdatedAt()).isEmpty();

    assertThat(
            send(
                    "PUT",
                    "/articles/a",
                    "{\"title\":\"t\",\"body\":\"x\",\"publishedAt\":\"2024-03-01\"}")
                .statusCode())
        .isEqualTo(202);
    assertThat(articles().get("a").getBody()).isEqualTo("x");
    assertThat(articles().get("a").getUpdatedAt()).contains(NOW);

    assertThat(send("PUT", "/articles/a", withId("b", "y")).body())
        .contains("the address says 'a'; leave one out");

    assertThat(send("DELETE", "/articles/a", "").statusCode()).isEqualTo(202);
    assertThat(articles()).isEmpty();
    assertThat(send("DELETE", "/articles/a", "").statusCode()).isEqualTo(404);
    assertThat(send("POST", "/articles", withId("a", "first")).statusCode()).isEqualTo(409);

    assertThat(send("PUT", "/articles/a", withId("a", "back")).statusCode()).isEqualTo(202);
    assertThat(articles().get("a").getBody()).isEqualTo("back");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "POST   | /articles    | application/json                     | {                | 400 | not JSON",
        "POST   | /articles    | application/json                     | []               | 400 | not a JSON object",
        "POST   | /articles    | application/json                     | {\"id\":\"a\"}   | 400 | no \\\"body\\\"",
        "POST   | /articles    | application/json                     | {\"id\":\"/\",\"body\":\"x\",\"publishedAt\":\"2024-01-01\"} | 400 | id is not",
        "POST   | /articles    | application/json                     | {\"id\":\"a\",\"body\":\"x\",\"publishedAt\":\"soon\"} | 400 | ISO-8601",
        "POST   | /articles    | text/plain                           | {}               | 415 | send application/json",
        "POST   | /articles    | application/json; charset=iso-8859-1 | {}               | 415 | in UTF-8",
        "GET    | /articles    | application/json                     | {}               | 405 | use POST here",
        "POST   | /articles/a  | application/json                     | {}               | 405 | use DELETE, PUT here",
        "POST   | /            | application/json                     | {}               | 404 | POST to /articles",
        "PUT    | /articles/a/b | application/json                    | {}               | 404 | POST to /articles",
        "DELETE | /articles/a  | application/json                     | {}               | 404 | no article has the id 'a'",
      })
  void whatCannotBeMetSaysWhatToDo(
      String method, String path, String type, String body, int status, String detail)
      throws Exception {
    HttpResponse<String> answer =
        client.send(
            request(path)
                .header("Content-Type", type)
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build(),
            HttpResponse.BodyHandlers.ofString());

    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(answer.body()).contains("\"status\":" + status, detail);
    assertThat(articles()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"Bearer wrong", "Bearer", "Basic YTpi", TOKEN, "Bearer " + TOKEN + "x"})
  void withoutTheTokenNothingIsRead(String authorization) throws Exception {
    String answer =
        raw(
            "POST /articles HTTP/1.1\r\nHost: x\r\nAuthorization: "
                + authorization
                + "\r\nContent-Type: application/json\r\nContent-Length: 1000000\r\n\r\n");

    assertThat(answer).startsWith("HTTP/1.1 401 ").contains("WWW-Authenticate: Bearer");
  }

  @Test
  void aBodyThatIsNotUtf8IsRefused() throws Exception {
    byte[] latin = withId("a", "caf\u00e9").getBytes(StandardCharsets.ISO_8859_1);
    HttpResponse<String> answer =
        client.send(
            request("/articles")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(latin))
                .build(),
            HttpResponse.BodyHandlers.ofString());

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("invalid UTF-8 at byte");
  }

  @Test
  void aBodyThatSaysItIsHugeIsRefusedUnread() throws Exception {
    assertThat(raw(head("Content-Length: 17000000\r\n"))).startsWith("HTTP/1.1 413 ");
  }

  @Test
  void aChunkedBodyWithoutEndIsRefusedAtTheLimit() throws Exception {
    byte[] chunk = ("10000\r\n" + " ".repeat(0x10000) + "\r\n").getBytes(StandardCharsets.US_ASCII);
    try (Socket socket = connect()) {
      OutputStream out = socket.getOutputStream();
      out.write(head("Transfer-Encoding: chunked\r\n").getBytes(StandardCharsets.US_ASCII));
      long sent = 0;
      try {
        while (sent < 64L * 1024 * 1024) {
          out.write(chunk);
          sent += chunk.length;
        }
      } catch (SocketException e) {
        assertThat(sent).isLessThan(40L * 1024 * 1024);
        return;
      }
      throw new AssertionError("it took " + sent + " bytes");
    }
  }

  @Test
  void aBodyThatTricklesIsGivenUpAndSoIsOneThatStops() throws Exception {
    endpoint.close();
    endpoint =
        new ArticlesEndpoint(
            SETTINGS,
            topics,
            Clock.systemUTC(),
            current,
            metrics::answered,
            Duration.ofSeconds(1),
            Duration.ofSeconds(2));
    endpoint.start();
    try (Socket socket = connect()) {
      OutputStream out = socket.getOutputStream();
      out.write(head("Content-Length: 1000\r\n").getBytes(StandardCharsets.US_ASCII));
      trickle(out);
      assertThat(answer(socket)).startsWith("HTTP/1.1 408 ").contains("Too slow");
    }
    assertThat(raw(head("Content-Length: 1000\r\n") + "{")).startsWith("HTTP/1.1 408 ");
  }

  /** A byte now and then, each before the connection counts as idle. */
  private static void trickle(OutputStream out) throws Exception {
    for (int i = 0; i < 12; i++) {
      try {
        out.write(' ');
        out.flush();
      } catch (SocketException e) {
        return;
      }
      Thread.sleep(250);
    }
  }

  @Test
  void gibberishIsAnsweredAndDoesNoHarm() throws Exception {
    assertThat(raw("\u0000\u0001\u0002 garbage\r\n\r\n")).startsWith("HTTP/1.1 400 ");
    assertThat(raw(head("Content-Length: 5\r\nTransfer-Encoding: chunked\r\n") + "{}"))
        .startsWith("HTTP/1.1 400 ");
    assertThat(raw(head("X: " + "x".repeat(20_000) + "\r\n"))).startsWith("HTTP/1.1 431 ");

    assertThat(send("POST", "/articles", withId("a", "fine")).statusCode()).isEqualTo(202);
  }

  @Test
  void manyAtOnceAreAllStored() throws Exception {
    List<Integer> statuses = new ArrayList<>();
    var answers =
        IntStream.range(0, MANY)
            .mapToObj(
                number ->
                    client.sendAsync(
                        request("/articles")
                            .header("Content-Type", "application/json")
                            .POST(
                                HttpRequest.BodyPublishers.ofString(
                                    withId("article-" + number, "text")))
                            .build(),
                        HttpResponse.BodyHandlers.ofString()))
            .toList();
    for (var answer : answers) {
      statuses.add(answer.get().statusCode());
    }
    long accepted = statuses.stream().filter(status -> status == 202).count();
    assertThat(statuses).containsAnyOf(202).allMatch(status -> status == 202 || status == 503);
    assertThat(articles()).hasSize((int) accepted);
  }

  @Test
  void withoutABrokerNothingIsAccepted(@TempDir Path other) throws Exception {
    TestCluster doomed = new TestCluster(other);
    Topics theirs = doomed.topics("doomed", 1);
    try (CurrentArticles articles = new CurrentArticles(theirs);
        ArticlesEndpoint orphan =
            new ArticlesEndpoint(SETTINGS, theirs, Clock.systemUTC(), articles, status -> {})) {
      orphan.start();
      doomed.close();

      HttpResponse<String> answer =
          client.send(
              HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + orphan.port() + "/articles"))
                  .header("Authorization", "Bearer " + TOKEN)
                  .header("Content-Type", "application/json")
                  .POST(HttpRequest.BodyPublishers.ofString(withId("a", "x")))
                  .build(),
              HttpResponse.BodyHandlers.ofString());

      assertThat(answer.statusCode()).isEqualTo(503);
      assertThat(answer.headers().firstValue("Retry-After")).contains("5");
      assertThat(answer.body()).contains("send it again");
    }
  }

  @Test
  void theTokenIsNeverShownAndNeverShort() {
    assertThat(new EndpointSettings("127.0.0.1", 1, TOKEN).toString()).doesNotContain(TOKEN);
    assertThat(EndpointSettings.fromEnvironment(Map.of())).isEmpty();
    assertThat(
            org.assertj.core.api.Assertions.catchThrowable(
                () -> EndpointSettings.fromEnvironment(Map.of(EndpointSettings.TOKEN, "short"))))
        .hasMessageContaining("openssl rand")
        .hasMessageNotContaining("short;");
  }

  private HttpResponse<String> send(String method, String path, String body) throws Exception {
    return client.send(
        request(path)
            .header("Content-Type", "application/json")
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + endpoint.port() + path))
        .header("Authorization", "Bearer " + TOKEN);
  }

  private static String head(String more) {
    return "POST /articles HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer "
        + TOKEN
        + "\r\nContent-Type: application/json\r\n"
        + more
        + "\r\n";
  }

  private Socket connect() throws IOException {
    return new Socket(InetAddress.getLoopbackAddress(), endpoint.port());
  }

  private String raw(String request) throws IOException {
    try (Socket socket = connect()) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      return answer(socket);
    }
  }

  private static String answer(Socket socket) throws IOException {
    socket.setSoTimeout(30_000);
    return new String(socket.getInputStream().readAllBytes(), Charset.forName("UTF-8"));
  }

  private Map<String, Article> articles() {
    return TopicTable.read(topics.settings(), topics.articles());
  }

  private static String article(String url, String body) {
    return "{\"url\":\"%s\",\"title\":\"t\",\"body\":\"%s\",\"publishedAt\":\"2024-03-01\"}"
        .formatted(url, body);
  }

  private static String withId(String id, String body) {
    return "{\"id\":\"%s\",\"title\":\"t\",\"body\":\"%s\",\"publishedAt\":\"2024-03-01\"}"
        .formatted(id, body);
  }
}
