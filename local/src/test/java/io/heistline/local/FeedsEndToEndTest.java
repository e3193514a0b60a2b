package io.heistline.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import io.heistline.fetching.FetchSettings;
import io.heistline.logging.LogFormat;
import io.heistline.model.Article;
import io.heistline.model.FeedState;
import io.heistline.producer.Feeds;
import io.heistline.producer.ProducerSettings;
import io.heistline.topics.TopicTable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * Feeds of a web server, through a real broker and two producers, one of which dies: what comes of
 * them, and how they stand.
 */
class FeedsEndToEndTest {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @Test
  void whatFeedsHoldIsPublishedAndNoFeedHurtsAnother() throws Exception {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    serve(server, "/good", 200, rss("One", "Two"));
    serve(server, "/same", 200, rss("One"));
    serve(server, "/bomb", 200, "<!DOCTYPE r [<!ENTITY a 'b'>]>" + rss("Three"));
    serve(server, "/page", 200, "<html>Welcome</html>");
    serve(server, "/gone", 410, "");
    server.start();
    ProducerSettings settings =
        new ProducerSettings(
            List.of(),
            new FetchSettings(
                true, Optional.empty(), Duration.ofMillis(10), Duration.ofSeconds(20)),
            Optional.empty());
    try (EmbeddedStack stack =
            EmbeddedStack.start(
                DataFolder.temporary(),
                new EmbeddedStack.Plan(
                    0,
                    Optional.of(0),
                    3,
                    Optional.of(
                        new EmbeddedStack.Producers(settings, Optional.empty(), 2, LogFormat.TEXT)),
                    Optional.empty()));
        Feeds feeds = new Feeds(stack.topics())) {
      String base = "http://127.0.0.1:" + server.getAddress().getPort();
      List<String> paths = List.of("/good", "/same", "/bomb", "/page", "/gone");
      paths.forEach(path -> feeds.add(base + path, Optional.empty(), Duration.ofMinutes(15)));
      await()
          .atMost(PATIENCE)
          .until(
              () ->
                  feeds.states().values().stream()
                          .filter(state -> state.getLastPollAt().isPresent())
                          .count()
                      == paths.size());
      Map<String, FeedState> states = feeds.states();
      assertThat(states.get(base + "/good").getArticles()).isEqualTo(2);
      assertThat(states.get(base + "/good").getLastArticleAt()).isPresent();
      assertThat(states.get(base + "/bomb").getProblem()).contains("XML_ENTITIES");
      assertThat(states.get(base + "/page").getProblem()).contains("NOT_A_FEED");
      assertThat(states.get(base + "/gone").getRetired()).isTrue();
      assertThat(TopicTable.read(stack.settings(), stack.topics().articles()).values())
          .extracting(Article::getTitle)
          .containsExactlyInAnyOrder("One", "Two");

      ProcessHandle killed = stack.producers().get(0).handle();
      killed.destroyForcibly();
      killed.onExit().join();
      serve(server, "/later", 200, rss("Four"));
      String later = base + "/later";
      feeds.add(later, Optional.empty(), Duration.ofMinutes(15));
      await().atMost(PATIENCE).until(() -> feeds.states().containsKey(later));
      assertThat(stack.failure()).isEmpty();
    } finally {
      server.stop(0);
    }
  }

  private static String rss(String... titles) {
    StringBuilder rss = new StringBuilder("<rss version='2.0'><channel><title>News</title>");
    String date =
        DateTimeFormatter.RFC_1123_DATE_TIME.format(
            Instant.now().minus(Duration.ofDays(1)).atOffset(ZoneOffset.UTC));
    for (String title : titles) {
      rss.append("<item><title>%s</title><link>/%<s</link>".formatted(title))
          .append("<pubDate>%s</pubDate></item>".formatted(date));
    }
    return rss.append("</channel></rss>").toString();
  }

  private static void serve(HttpServer server, String path, int status, String body)
      throws IOException {
    byte[] bytes = body.getBytes(UTF_8);
    server.createContext(
        path,
        exchange -> {
          try (exchange) {
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
          }
        });
  }
}
