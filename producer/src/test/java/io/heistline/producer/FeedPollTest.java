package io.heistline.producer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import io.heistline.model.Article;
import io.heistline.model.Feed;
import io.heistline.model.FeedState;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeedPollTest {
  private static final Instant NOW = Instant.parse("2024-03-02T12:00:00Z");
  private static final String RSS =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
      <title>News</title>
      <item><title>AT&amp;T &lt;b&gt;hacked&lt;/b&gt;</title><link>/a?utm_source=rss</link>
      <pubDate>Fri, 01 Mar 2024 10:00:00 GMT</pubDate><description>Short</description>
      <content:encoded>&lt;p&gt;They took $1M.&lt;/p&gt;</content:encoded></item>
      <item><title>No date</title><link>https://news.example/b</link></item>
      <item><title>Only a title</title><guid>https://news.example/c</guid>
      <pubDate>Fri, 01 Mar 2024 11:00:00 +0100</pubDate></item>
      </channel></rss>
      """;

  @TempDir Path folder;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private HttpServer server;
  private FeedPoll poll;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.start();
    poll =
        new FeedPoll(
            new HttpFeed(Duration.ofSeconds(2)),
            new FolderFeed(List.of(folder.resolve("missing"), folder.resolve("allowed"))),
            Clock.fixed(NOW, ZoneOffset.UTC));
  }

  @AfterEach
  void stop() {
    server.stop(0);
    threads.shutdownNow();
  }

  @Test
  void readsRss() throws Exception {
    serve(exchange -> answer(exchange, 200, RSS));
    FeedPoll.Outcome outcome = poll(fresh());
    String host = "127.0.0.1:" + server.getAddress().getPort();
    assertThat(outcome.submissions())
        .satisfiesExactly(
            a ->
                assertThat(a)
                    .isEqualTo(
                        new Submission.Version(
                            new Article(
                                ArticleId.of("http://" + host + "/a"),
                                "https://" + host + "/a",
                                host,
                                "AT&T hacked",
                                "<p>They took $1M.</p>",
                                "text/html",
                                Instant.parse("2024-03-01T10:00:00Z"),
                                null))),
            b ->
                assertThat(b)
                    .isInstanceOfSatisfying(
                        Submission.Refused.class,
                        refused -> {
                          assertThat(refused.origin()).isEqualTo(url() + " https://news.example/b");
                          assertThat(refused.reason()).isEqualTo("the item has no date");
                        }),
            c -> assertThat(body(c)).isEqualTo("Only a title"));
    assertThat(outcome.next().getArticles()).isEqualTo(2);
    assertThat(outcome.next().getNextPollAt()).contains(NOW.plusSeconds(900));
    assertThat(outcome.next().getLastSuccessAt()).contains(NOW);
    assertThat(poll(outcome.next()).submissions()).as("unchanged").isEmpty();
  }

  @Test
  void readsAtomAndItsEdits() throws Exception {
    String atom =
        """
        <feed xmlns="http://www.w3.org/2005/Atom"><title>News</title>
        <entry><title type="html">A &amp;amp; B</title><link href="https://news.example/a"/>
        <published>2024-03-01T10:00:00Z</published><updated>2024-03-01T11:00:00Z</updated>
        <content type="text">They took $1M &lt; $2M.</content></entry></feed>
        """;
    serve(exchange -> answer(exchange, 200, atom));
    FeedPoll.Outcome outcome = poll(fresh());
    Article article = ((Submission.Version) outcome.submissions().get(0)).article();
    assertThat(article.getTitle()).isEqualTo("A & B");
    assertThat(article.getBody()).isEqualTo("They took $1M < $2M.");
    assertThat(article.getContentType()).isEqualTo("text/plain");
    assertThat(article.getUpdatedAt()).contains(Instant.parse("2024-03-01T11:00:00Z"));
    server.removeContext("/feed");
    serve(exchange -> answer(exchange, 200, atom.replace("$1M", "$3M")));
    assertThat(poll(outcome.next()).submissions())
        .singleElement()
        .satisfies(edited -> assertThat(body(edited)).contains("$3M"));
  }

  @Test
  void asksOnlyForWhatHasChanged() throws Exception {
    serve(
        exchange -> {
          boolean known =
              "\"v1\"".equals(exchange.getRequestHeaders().getFirst("If-None-Match"))
                  && "Fri, 01 Mar 2024 10:00:00 GMT"
                      .equals(exchange.getRequestHeaders().getFirst("If-Modified-Since"));
          exchange.getResponseHeaders().add("ETag", "\"v1\"");
          exchange.getResponseHeaders().add("Last-Modified", "Fri, 01 Mar 2024 10:00:00 GMT");
          answer(exchange, known ? 304 : 200, known ? "" : RSS);
        });
    FeedPoll.Outcome first = poll(fresh());
    assertThat(first.submissions()).hasSize(3);
    assertThat(first.next().getEtag()).contains("\"v1\"");
    FeedPoll.Outcome second = poll(first.next());
    assertThat(second.submissions()).isEmpty();
    assertThat(second.next()).isEqualTo(first.next());
  }

  @Test
  void readsTheEncodingThatTheServerNames() throws Exception {
    serve(
        exchange -> {
          exchange.getResponseHeaders().add("Content-Type", "application/xml; charset=iso-8859-1");
          answer(
              exchange,
              200,
              RSS.replace(" encoding=\"UTF-8\"", "")
                  .replace("$1M", "caf\u00E9")
                  .getBytes(Charset.forName("latin1")));
        });
    assertThat(body(poll(fresh()).submissions().get(0))).contains("caf\u00E9");
  }

  @Test
  void followsRedirects() throws Exception {
    server.createContext("/new", exchange -> answer(exchange, 200, RSS));
    serve(
        exchange -> {
          exchange.getResponseHeaders().add("Location", "/new");
          answer(exchange, 301, "");
        });
    assertThat(poll(fresh()).submissions()).hasSize(3);
  }

  @Test
  void aFailureBacksOffAndASuccessForgetsIt() throws Exception {
    serve(exchange -> answer(exchange, 503, ""));
    FeedState once = failed(fresh(), "the server answers HTTP 503");
    FeedState twice = failed(once, "the server answers HTTP 503");
    assertThat(twice.getFailures()).isEqualTo(2);
    assertThat(twice.getNextPollAt()).contains(NOW.plusSeconds(3600));
    server.removeContext("/feed");
    serve(exchange -> answer(exchange, 200, RSS));
    FeedState healed = poll(twice).next();
    assertThat(healed.getFailures()).isZero();
    assertThat(healed.getLastError()).isEmpty();
  }

  @Test
  void readsNoExternalEntities() throws Exception {
    Path secret = Files.writeString(folder.resolve("secret"), "secret");
    String evil =
        RSS.replace("<rss", "<!DOCTYPE rss [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]><rss")
            .replace("Short", "&x;");
    serve(exchange -> answer(exchange, 200, evil));
    failed(fresh(), "the answer is no RSS or Atom feed");
  }

  @Test
  void refusesWhatIsNoFeed() throws Exception {
    serve(exchange -> answer(exchange, 200, "<html>Welcome</html>"));
    failed(fresh(), "the answer is no RSS or Atom feed");
  }

  @Test
  void breaksOffAnAnswerWithoutEnd() throws Exception {
    serve(
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          byte[] chunk = new byte[1024 * 1024];
          for (int count = 0; count < 100; count++) {
            exchange.getResponseBody().write(chunk);
          }
          exchange.close();
        });
    failed(fresh(), "no answer: the answer is larger than 16777216 bytes");
  }

  @Test
  void waitsForNoTrickle() throws Exception {
    serve(
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          try {
            for (int count = 0; count < 100; count++) {
              exchange.getResponseBody().write(' ');
              exchange.getResponseBody().flush();
              Thread.sleep(100);
            }
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
    failed(fresh(), "no whole answer within 2 s");
  }

  @Test
  void saysThatThereIsNoServer() throws Exception {
    server.stop(0);
    failed(fresh(), "no answer: ");
  }

  @Test
  void saysWhatIsWrongWithAFeedsSettings() throws Exception {
    assertThat(error(TestFeeds.feed("gopher://a.example")))
        .isEqualTo("feed gopher://a.example: give an http:// or https:// URL, or file:folder");
    assertThat(error(TestFeeds.feed(url(), 0)))
        .contains("interval PT0S is not between PT1S and PT720H");
  }

  @Test
  void readsAllowedFoldersOnly() throws Exception {
    Path allowed = Files.createDirectories(folder.resolve("allowed/news"));
    Path forbidden = Files.createDirectories(folder.resolve("forbidden"));
    Files.writeString(
        allowed.resolve("a.jsonl"),
        "{\"id\": \"a\", \"publishedAt\": \"2024-03-01\", \"body\": \"x\"}\nnonsense\n");
    Files.createSymbolicLink(folder.resolve("allowed/out"), forbidden);
    Feed feed = Feed.newBuilder(TestFeeds.feed("file:" + allowed)).setPublisher("The News").build();
    FeedPoll.Outcome outcome = poll.poll(feed, fresh());
    assertThat(outcome.submissions()).hasSize(2);
    assertThat(((Submission.Version) outcome.submissions().get(0)).article().getPublisher())
        .isEqualTo("The News");
    assertThat(poll.poll(feed, outcome.next()).submissions()).as("unchanged").isEmpty();
    for (String url :
        List.of(
            "file://" + forbidden,
            "file:" + folder.resolve("allowed/out"),
            "file:" + folder.resolve("allowed/../forbidden"))) {
      assertThat(error(TestFeeds.feed(url)))
          .contains("is not below one that HEISTLINE_FEED_FOLDERS allows");
    }
    assertThat(error(TestFeeds.feed("file:nowhere"))).contains("there is no folder ", "nowhere");
  }

  private String error(Feed feed) throws InterruptedException {
    return poll.poll(feed, fresh()).next().getLastError().orElseThrow();
  }

  private FeedState failed(FeedState before, String error) throws InterruptedException {
    FeedPoll.Outcome outcome = poll(before);
    assertThat(outcome.submissions()).isEmpty();
    assertThat(outcome.next().getLastError().orElseThrow()).contains(error);
    assertThat(outcome.next().getFailures()).isEqualTo(before.getFailures() + 1);
    return outcome.next();
  }

  private FeedPoll.Outcome poll(FeedState state) throws InterruptedException {
    return poll.poll(TestFeeds.feed(url()), state);
  }

  private FeedState fresh() {
    return FeedProgress.start(url());
  }

  private String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/feed";
  }

  private static String body(Submission submission) {
    return ((Submission.Version) submission).article().getBody();
  }

  private void serve(HttpHandler handler) {
    server.createContext("/feed", handler);
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    answer(exchange, status, body.getBytes(UTF_8));
  }

  private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
    try (exchange) {
      exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    }
  }
}
