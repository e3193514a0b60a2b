package io.heistline.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.sun.net.httpserver.HttpServer;
import io.heistline.json.LedgerJson;
import io.heistline.model.Article;
import io.heistline.monitor.MonitorSettings;
import io.heistline.producer.ArticlePublisher;
import io.heistline.producer.Submission;
import io.heistline.topics.TopicTable;
import io.heistline.webhooks.WebhookFile;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;

/** The monitor before a real stack: what it answers is what the topics hold. */
class MonitorTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String TOKEN = "a-token-of-the-test";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private static final List<String> TOLD = new CopyOnWriteArrayList<>();

  private static final Logger LOGGER = (Logger) LoggerFactory.getLogger("io.heistline");
  private static final LogLines LOGGED = new LogLines();

  @TempDir private static Path folder;
  private static HttpServer receiver;
  private static EmbeddedStack stack;
  private static String base;

  @BeforeAll
  static void start() throws Exception {
    LOGGED.start();
    LOGGER.setLevel(Level.INFO);
    LOGGER.addAppender(LOGGED);
    receiver = receiver();
    stack =
        EmbeddedStack.start(
            DataFolder.temporary(),
            new EmbeddedStack.Plan(
                0,
                Optional.empty(),
                2,
                Optional.empty(),
                Optional.of(new MonitorSettings(MonitorSettings.LOOPBACK, 0, Optional.of(TOKEN))),
                WebhookFile.read(webhooks(receiver.getAddress().getPort()))));
    base = stack.address().orElseThrow();
    publish(
        News.article(
            "one",
            "The Wire",
            "2022-03-29",
            "Hackers linked to North Korea's Lazarus Group stole $625 million from Axie Infinity's"
                + " Ronin Network on March 23, the FBI said."),
        News.article(
            "two",
            "Daily",
            "2025-02-22",
            "Bybit lost $1.5 billion in a hack on February 21, 2025. <script>alert(1)</script>"));
    stack.awaitDrained(left -> {});
    await().atMost(PATIENCE).until(() -> json("/api/stats").path("incidents").asInt() == 2);
  }

  @AfterAll
  static void stop() {
    stack.close();
    receiver.stop(0);
    LOGGER.detachAppender(LOGGED);
    LOGGER.setLevel(Level.WARN);
  }

  /** What a service logs. */
  private static final class LogLines extends AppenderBase<ILoggingEvent> {
    private final List<String> lines = new CopyOnWriteArrayList<>();

    @Override
    protected void append(ILoggingEvent event) {
      lines.add(event.getFormattedMessage());
    }
  }

  private static HttpServer receiver() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          TOLD.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    server.start();
    return server;
  }

  private static Path webhooks(int port) throws IOException {
    return Files.writeString(
        folder.resolve("webhooks.yaml"),
        """
        - name: desk
          url: http://127.0.0.1:%d/key-of-the-desk
          secret: whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw
          filter: {sponsor: north-korea}
          history: true
          allowPrivate: true
        - name: away
          url: http://127.0.0.1:1/
          secret: whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw
          history: true
          allowPrivate: true
        """
            .formatted(port));
  }

  private static void publish(Article... articles) {
    try (ArticlePublisher publisher = new ArticlePublisher(stack.topics())) {
      Stream.of(articles).map(Submission.Version::new).forEach(publisher::accept);
      publisher.flush();
    }
  }

  private static HttpResponse<String> get(String path, String... headers) throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return CLIENT.send(request.build(), BodyHandlers.ofString());
  }

  private static JsonNode json(String path) throws Exception {
    HttpResponse<String> response = get(path);
    assertThat(response.statusCode()).as(path + response.body()).isEqualTo(200);
    return JSON.readTree(response.body());
  }

  @Test
  void totalsAreThoseOfTheTopic() throws Exception {
    List<String> there = new ArrayList<>();
    TopicTable.read(stack.settings(), stack.topics().actorTotals())
        .values()
        .forEach(totals -> there.add(LedgerJson.totals(totals)));

    List<String> shown = new ArrayList<>();
    json("/api/actors").path("items").forEach(item -> shown.add(item.toString()));

    assertThat(shown).isNotEmpty().containsExactlyInAnyOrderElementsOf(there);
    assertThat(json("/api/actors/north-korea").path("incidents").path("count").asInt())
        .isEqualTo(1);
  }

  @Test
  void everyFigureLeadsToTheSentenceItCameFrom() throws Exception {
    JsonNode list = json("/api/incidents?actor=north-korea");
    assertThat(list.path("total").asInt()).isEqualTo(1);
    JsonNode incident = json("/api/incidents/" + list.at("/items/0/id").asText());
    JsonNode claim = incident.at("/claims/0");
    JsonNode article = json("/api/articles/" + claim.path("articleId").asText());
    JsonNode evidence = claim.path("evidence");

    assertThat(incident.at("/lossUsd/best").asLong()).isEqualTo(625_000_000);
    assertThat(
            article
                .path("text")
                .asText()
                .substring(evidence.path("from").asInt(), evidence.path("to").asInt()))
        .isEqualTo(evidence.path("sentence").asText())
        .contains("$625 million");
    assertThat(article.at("/claims/0/incident").asText()).isEqualTo(incident.path("id").asText());
  }

  @Test
  void webhooksAreToldWhatTheApiShows() throws Exception {
    JsonNode shown = json("/api/incidents?sponsor=north-korea").at("/items/0");
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(JSON.readTree(TOLD.get(TOLD.size() - 1)).path("incident"))
                    .isEqualTo(shown));
    assertThat(TOLD).noneMatch(body -> body.contains("bybit"));

    JsonNode standing = json("/api/stats").at("/webhooks/0");
    assertThat(standing.path("name").asText()).isEqualTo("desk");
    assertThat(standing.path("delivered").asInt()).isPositive();
    assertThat(standing.toString()).doesNotContain("key-of-the-desk", "whsec_");
  }

  @Test
  void aWebhookThatIsNotToldKeepsNobodyFromReadingAndIsNamed() throws Exception {
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(json("/health/ready").at("/warnings/0").asText())
                    .startsWith("webhook away has not been told since")
                    .contains("is tried again at", "Connection refused"));

    assertThat(json("/health/ready").path("status").asText()).isEqualTo("UP");
    assertThat(json("/api/stats").at("/webhooks/1/failingSince").asText()).isNotEmpty();
    assertThat(get("/metrics").body())
        .containsPattern("heistline_webhook_failing_seconds\\{hook=\"away\"} [0-9.]*[1-9]");
  }

  @Test
  void anUnchangedAnswerIsNotSentTwice() throws Exception {
    HttpResponse<String> first = get("/api/rulings");
    String tag = first.headers().firstValue("ETag").orElseThrow();

    assertThat(get("/api/rulings", "If-None-Match", tag).statusCode()).isEqualTo(304);
  }

  @Test
  void answersAreCompressedForWhoAsks() throws Exception {
    HttpResponse<InputStream> zipped =
        CLIENT.send(
            HttpRequest.newBuilder(URI.create(base + "/api/knowledge"))
                .header("Accept-Encoding", "gzip")
                .build(),
            BodyHandlers.ofInputStream());

    assertThat(zipped.headers().firstValue("Content-Encoding")).contains("gzip");
    JsonNode known = JSON.readTree(new GZIPInputStream(zipped.body()).readAllBytes());
    assertThat(known.path("items").findValuesAsText("id")).contains("lazarus-group");
  }

  @Test
  void eventsTellWhatChangesAndGoOnWhereOneLeftOff() throws Exception {
    try (Stream<String> lines = listen("0")) {
      Iterator<String> events = lines.iterator();
      assertThat(until(events, "event: ")).isEqualTo("event: reset");
    }
    String last;
    try (Stream<String> lines = listen("")) {
      Iterator<String> events = lines.iterator();
      last = until(events, "id: ").substring("id: ".length());
      publish(
          News.article(
              "three",
              "Daily",
              "2018-01-27",
              "Hackers stole $534 million from Coincheck on January 26, 2018."));
      assertThat(until(events, "data: ")).contains("coincheck").contains("534000000");
    }
    try (Stream<String> lines = listen(last)) {
      assertThat(until(lines.iterator(), "data: ")).contains("coincheck");
    }
    publish(
        News.article(
            "three", "Daily", "2018-01-27", "The weather was fine all over the country today."));
    await().atMost(PATIENCE).until(() -> json("/api/stats").path("incidents").asInt() == 2);
  }

  private static Stream<String> listen(String lastId) throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + "/api/events?types=incident"));
    if (!lastId.isEmpty()) {
      request.header("Last-Event-ID", lastId);
    }
    return CLIENT.send(request.build(), BodyHandlers.ofLines()).body();
  }

  private static String until(Iterator<String> lines, String start) {
    String line = lines.next();
    while (!line.startsWith(start)) {
      line = lines.next();
    }
    return line;
  }

  @Test
  void aRulingIsTakenFromWhoBringsTheToken() throws Exception {
    String incident = json("/api/incidents?victim=bybit").at("/items/0/id").asText();
    String ruling =
        "{\"incident\":\"%s\",\"action\":\"SET_LOSS\",\"lossUsd\":1460000000,\"by\":\"Ada\",\"why\":\"audit\"}"
            .formatted(incident);

    assertThat(post(ruling, "wrong").statusCode()).isEqualTo(401);
    assertThat(post(ruling.replace("SET_LOSS", "DOUBT"), TOKEN).body()).contains("DISMISS");
    assertThat(post(ruling.replace(incident, "nobody-2020"), TOKEN).statusCode()).isEqualTo(409);
    assertThat(post(ruling, TOKEN).statusCode()).isEqualTo(201);

    await()
        .atMost(PATIENCE)
        .until(
            () ->
                json("/api/incidents/" + incident).at("/lossUsd/best").asLong() == 1_460_000_000L);
    assertThat(json("/api/rulings").at("/items/0/by").asText()).isEqualTo("Ada");
  }

  private static HttpResponse<String> post(String body, String token) throws Exception {
    return CLIENT.send(
        HttpRequest.newBuilder(URI.create(base + "/api/rulings"))
            .header("Authorization", "Bearer " + token)
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString());
  }

  @ParameterizedTest
  @CsvSource({
    "/api/actors,                ActorList",
    "/api/actors/north-korea,    ActorInFull",
    "/api/incidents?limit=1,     IncidentList",
    "/api/incidents/bybit-2025-02, IncidentInFull",
    "/api/articles/one,          Article",
    "/api/stats,                 Stats",
    "/api/feeds,                 FeedList",
    "/api/knowledge?q=lazarus,   KnowledgeList",
    "/api/rulings,               RulingList",
    "/health/live,               Health",
    "/health/ready,              Health",
    "/api/nothing,               Problem",
    "/api/incidents?limit=0,     Problem",
    "/api/incidents/nobody-2020, Problem",
  })
  void answersAreAsTheOpenApiDocumentHasThem(String path, String schema) throws Exception {
    JsonNode document = json("/openapi.json");
    ObjectNode root =
        ((ObjectNode) document.deepCopy()).put("$ref", "#/components/schemas/" + schema);
    JsonSchema validator =
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(root);

    assertThat(validator.validate(JSON.readTree(get(path).body()))).isEmpty();
  }

  @Test
  void everyPathOfTheOpenApiDocumentIsThere() throws Exception {
    List<String> missing = new ArrayList<>();
    for (Iterator<String> paths = json("/openapi.json").path("paths").fieldNames();
        paths.hasNext(); ) {
      String path = paths.next();
      HttpResponse<InputStream> response =
          CLIENT.send(
              HttpRequest.newBuilder(URI.create(base + path.replace("{id}", "x"))).build(),
              BodyHandlers.ofInputStream());
      response.body().close();
      if (response.statusCode() != 200 && !path.contains("{id}")) {
        missing.add(path);
      }
    }
    assertThat(missing).isEmpty();
  }

  @Test
  void dashboardAndAlertsNameMetricsThatAreExposed() throws Exception {
    assertThat(json("/api/actors").path("items")).isNotEmpty();
    String metrics = get("/metrics").body();
    Path ops = Path.of(System.getProperty("heistline.home"), "ops");
    String asked =
        Files.readString(ops.resolve("grafana-dashboard.json"))
            + Files.readString(ops.resolve("alerts.yml"));

    List<String> names =
        Pattern.compile("\\b(?:heistline|kafka|jvm|process)_[a-z_]+")
            .matcher(asked)
            .results()
            .map(MatchResult::group)
            .distinct()
            .toList();

    assertThat(names).hasSizeGreaterThan(15);
    assertThat(names)
        .allSatisfy(name -> assertThat(metrics).containsPattern("(?m)^" + name + "[ {]"));
  }

  @Test
  void whatIsNotUnderstoodIsRefusedWithAReason() throws Exception {
    assertThat(get("/api/incidents?colour=red").headers().firstValue("Content-Type"))
        .contains("application/problem+json");
    assertThat(get("/api/incidents?colour=red").body()).contains("colour");
    HttpResponse<String> deleted =
        CLIENT.send(
            HttpRequest.newBuilder(URI.create(base + "/api/actors")).DELETE().build(),
            BodyHandlers.ofString());
    assertThat(deleted.statusCode()).isEqualTo(405);
    HttpResponse<String> head =
        CLIENT.send(
            HttpRequest.newBuilder(URI.create(base + "/api/actors"))
                .method("HEAD", HttpRequest.BodyPublishers.noBody())
                .build(),
            BodyHandlers.ofString());
    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.body()).isEmpty();
    assertThat(head.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
    assertThat(head.headers().firstValue("Content-Security-Policy").orElse(""))
        .contains("default-src 'self'")
        .doesNotContain("unsafe");
  }

  @Test
  void aPageElsewhereThatPointsItsNameHereCannotRead() throws Exception {
    try (Socket socket = new Socket(MonitorSettings.LOOPBACK, URI.create(base).getPort())) {
      socket
          .getOutputStream()
          .write(
              "GET /api/actors HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"
                  .getBytes(StandardCharsets.US_ASCII));

      assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
          .startsWith("HTTP/1.1 403")
          .contains("127.0.0.1 or localhost");
    }
  }

  @Test
  void noTextOfAnArticleIsLogged() {
    assertThat(LOGGED.lines)
        .anyMatch(line -> line.contains("the monitor listens"))
        .noneMatch(line -> line.contains("stole") || line.contains("lost $1.5 billion"));
  }

  @Test
  void healthSaysThatAllIsWell() throws Exception {
    assertThat(json("/health/live").path("status").asText()).isEqualTo("UP");
    assertThat(json("/health/ready").path("status").asText()).isEqualTo("UP");
  }
}
