package io.heistline.producer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.heistline.fetching.FetchSettings;
import io.heistline.fetching.RoughServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeedCheckTest {
  private static final String RSS =
      """
      <rss version="2.0"><channel><title>News</title><ttl>30</ttl>
      <item><title>One</title><link>https://a.example/1?utm_source=x</link><guid>7</guid>
      <pubDate>Fri, 01 Mar 2024 10:00:00 GMT</pubDate><description>Short</description></item>
      <item><title>Old</title><link>https://a.example/2</link>
      <pubDate>Fri, 01 Mar 2019 10:00:00 GMT</pubDate></item>
      <item><title>Nowhere</title></item>
      </channel></rss>
      """;

  @TempDir private Path folder;
  private final Clock clock = Clock.fixed(Instant.parse("2024-03-02T12:00:00Z"), ZoneOffset.UTC);

  @Test
  void saysWhatAFileHolds() throws Exception {
    FeedCheck.Result result =
        check(Files.writeString(folder.resolve("a.xml"), RSS).toString(), false);
    assertThat(result.understood()).isTrue();
    JsonNode json = new JsonMapper().readTree(result.json());
    assertThat(json.get("format").textValue()).isEqualTo("rss_2.0");
    assertThat(json.get("title").textValue()).isEqualTo("News");
    assertThat(json.get("timeToLiveSeconds").intValue()).isEqualTo(1800);
    JsonNode one = json.get("items").get(0);
    assertThat(one.get("id").textValue()).isEqualTo(ArticleId.of("https://a.example/1"));
    assertThat(one.get("url").textValue()).isEqualTo("https://a.example/1");
    assertThat(one.get("identifier").textValue()).isEqualTo("7");
    assertThat(one.get("title").textValue()).isEqualTo("One");
    assertThat(one.get("publishedAt").textValue()).isEqualTo("2024-03-01T10:00:00Z");
    assertThat(one.get("textCharacters").intValue()).isEqualTo(5);
    assertThat(one.get("summary").booleanValue()).isTrue();
    assertThat(json.get("items").get(1).get("tooOld").booleanValue()).isTrue();
    assertThat(json.get("items").get(2).get("refused").textValue())
        .isEqualTo("the item has no link");
  }

  @Test
  void saysWhyAFileIsNoFeed() throws Exception {
    FeedCheck.Result page =
        check(Files.writeString(folder.resolve("a.html"), "<html/>").toString(), false);
    assertThat(page.understood()).isFalse();
    assertThat(page.json()).contains("\"NOT_A_FEED\"").contains("it is a page");
    FeedCheck.Result none = check(folder.resolve("none").toString(), false);
    assertThat(none.understood()).isFalse();
    assertThat(none.json()).contains("cannot read").doesNotContain("\tat ");
  }

  @Test
  void saysWhatAServerHolds() throws Exception {
    try (RoughServer server = new RoughServer()) {
      server.on("/feed", e -> e.answer("301 Moved", "", "Location: /new"));
      server.on("/new", e -> e.answer("200 OK", RSS));
      FeedCheck.Result result = check(server.url("/feed"), true);
      assertThat(result.understood()).as(result.json()).isTrue();
      assertThat(result.json()).contains("\"movedTo\" : \"" + server.url("/new") + "\"");
      FeedCheck.Result refused = check(server.url("/feed"), false);
      assertThat(refused.understood()).isFalse();
      assertThat(refused.json()).contains("\"PRIVATE_ADDRESS\"");
      assertThat(check(server.url("/none"), true).json()).contains("the server answers HTTP 404");
    }
  }

  private FeedCheck.Result check(String target, boolean allowPrivate) throws InterruptedException {
    FetchSettings settings =
        new FetchSettings(
            allowPrivate,
            FetchSettings.DEFAULTS.contact(),
            Duration.ZERO,
            FetchSettings.DEFAULTS.timeout());
    return new FeedCheck(settings, clock).check(target);
  }
}
