package io.heistline.producer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.heistline.fetching.FetchSettings;
import io.heistline.fetching.RoughServer;
import io.heistline.fetching.TestAlarm;
import io.heistline.fetching.Web;
import io.heistline.model.Article;
import io.heistline.model.Feed;
import io.heistline.model.FeedState;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeedPollTest {
  private static final Instant NOW = Instant.parse("2024-03-02T12:00:00Z");
  private static final String LONG = "They took one million dollars that day. ".repeat(50);
  private static final String RSS =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
      <title>News</title>
      <item><title>AT&amp;T &lt;b&gt;hacked&lt;/b&gt;</title><link>/a?utm_source=rss</link>
      <pubDate>Fri, 01 Mar 2024 10:00:00 GMT</pubDate><description>Short</description>
      <content:encoded>&lt;p&gt;They took $1M.&lt;/p&gt;</content:encoded></item>
      <item><title>No link</title><guid isPermaLink="false">b</guid></item>
      <item><title>Only a title</title><guid>https://news.example/c</guid>
      <pubDate>Fri, 01 Mar 2024 11:00:00 +0100</pubDate></item>
      </channel></rss>
      """;

  @TempDir Path folder;
  private final ExecutorService threads = Executors.newFixedThreadPool(4);
  private final TestAlarm alarm = new TestAlarm();
  private final TestClock clock = new TestClock();
  private RoughServer server;
  private Web web;
  private FeedPoll poll;

  private static final class TestClock extends Clock {
    private Instant now = NOW;

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  @BeforeEach
  void start() throws IOException {
    server = new RoughServer();
    web =
        new Web(
            new FetchSettings(true, Optional.empty(), Duration.ZERO, Duration.ofSeconds(2)),
            FeedPollTest::lookUp,
            clock,
            alarm,
            threads);
    poll =
        new FeedPoll(
            web,
            new FolderFeed(List.of(folder.resolve("missing"), folder.resolve("allowed"))),
            new PollSchedule(PollScheduleTest.MIDDLE),
            threads,
            clock);
  }

  private static InetAddress[] lookUp(String host) throws UnknownHostException {
    if (host.endsWith(".example")) {
      throw new UnknownHostException(host);
    }
    return InetAddress.getAllByName(host);
  }

  @AfterEach
  void stop() throws IOException {
    web.close();
    alarm.close();
    threads.shutdownNow();
    server.close();
  }

  @Test
  void readsRss() throws Exception {
    serve(RSS);
    FeedPoll.Outcome outcome = poll(fresh());
    String host = "127.0.0.1:" + server.port();
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
                          assertThat(refused.origin()).isEqualTo(url() + " b");
                          assertThat(refused.reason()).isEqualTo("the item has no link");
                        }),
            c -> assertThat(body(c)).isEqualTo("Only a title"));
    FeedState next = outcome.next();
    assertThat(next.getArticles()).isEqualTo(2);
    assertThat(next.getNextPollAt()).contains(NOW.plusSeconds(900));
    assertThat(next.getLastSuccessAt()).contains(NOW);
    assertThat(next.getLastArticleAt()).contains(NOW);
    assertThat(next.getIntervalSeconds()).isEqualTo(900);
    FeedPoll.Outcome quiet = poll(next);
    assertThat(quiet.submissions()).as("unchanged").isEmpty();
    assertThat(quiet.next().getIntervalSeconds()).isEqualTo(1350);
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
    serve(atom);
    FeedPoll.Outcome outcome = poll(fresh());
    Article article = article(outcome.submissions().get(0));
    assertThat(article.getTitle()).isEqualTo("A & B");
    assertThat(article.getBody()).isEqualTo("They took $1M < $2M.");
    assertThat(article.getContentType()).isEqualTo("text/plain");
    assertThat(article.getUpdatedAt()).contains(Instant.parse("2024-03-01T11:00:00Z"));
    serve(atom.replace("$1M", "$3M"));
    assertThat(poll(outcome.next()).submissions())
        .singleElement()
        .satisfies(edited -> assertThat(body(edited)).contains("$3M"));
  }

  @Test
  void asksOnlyForWhatHasChanged() throws Exception {
    server.on(
        "/feed",
        exchange -> {
          boolean known =
              "\"v1\"".equals(exchange.headers().get("if-none-match"))
                  && "Fri, 01 Mar 2024 10:00:00 GMT"
                      .equals(exchange.headers().get("if-modified-since"));
          exchange.answer(
              known ? "304 Not Modified" : "200 OK",
              known ? "" : RSS,
              "ETag: \"v1\"",
              "Last-Modified: Fri, 01 Mar 2024 10:00:00 GMT",
              "Cache-Control: max-age=3600");
        });
    FeedPoll.Outcome first = poll(fresh());
    assertThat(first.submissions()).hasSize(3);
    assertThat(first.next().getEtag()).contains("\"v1\"");
    assertThat(first.next().getNextPollAt()).contains(NOW.plusSeconds(3600));
    FeedPoll.Outcome second = poll(first.next());
    assertThat(second.submissions()).isEmpty();
    assertThat(second.next().getVersions()).isEqualTo(first.next().getVersions());
    assertThat(second.next().getEtag()).contains("\"v1\"");
    assertThat(second.next().getIntervalSeconds()).isEqualTo(1350);
  }

  @Test
  void readsTheEncodingThatTheServerNames() throws Exception {
    byte[] latin =
        RSS.replace(" encoding=\"UTF-8\"", "")
            .replace("$1M", "caf\u00E9")
            .getBytes(Charset.forName("latin1"));
    server.on(
        "/feed",
        e -> e.answer("200 OK", latin, "Content-Type: application/xml; charset=iso-8859-1"));
    assertThat(body(poll(fresh()).submissions().get(0))).contains("caf\u00E9");
  }

  @Test
  void asksAtTheNewAddressAfterAPermanentRedirect() throws Exception {
    server.on("/feed", e -> e.answer("301 Moved Permanently", "", "Location: /new"));
    server.on("/new", e -> e.answer("200 OK", RSS));
    FeedState moved = poll(fresh()).next();
    assertThat(moved.getMovedTo()).contains(server.url("/new"));
    poll(moved);
    assertThat(server.asked()).filteredOn("/feed"::equals).hasSize(1);
    assertThat(server.asked()).filteredOn("/new"::equals).hasSize(2);
    server.on("/new", e -> e.answer("404 Not Found", ""));
    for (int count = 0; count < 3; count++) {
      moved = failed(moved, "STATUS", "the server answers HTTP 404");
    }
    assertThat(moved.getMovedTo()).as("its own address is asked again").isEmpty();
  }

  @Test
  void aFailureBacksOffAndASuccessForgetsIt() throws Exception {
    server.on("/feed", e -> e.answer("503 Busy", ""));
    FeedState once = failed(fresh(), "STATUS", "the server answers HTTP 503");
    FeedState twice = failed(once, "STATUS", "the server answers HTTP 503");
    assertThat(twice.getFailures()).isEqualTo(2);
    assertThat(twice.getNextPollAt()).contains(NOW.plusSeconds(3600));
    server.on("/feed", e -> e.answer("429 Slow down", "", "Retry-After: 36000"));
    FeedState slower = failed(twice, "RATE_LIMITED", "429");
    assertThat(slower.getNextPollAt()).contains(NOW.plusSeconds(36_000));
    serve(RSS);
    FeedState healed = poll(slower).next();
    assertThat(healed.getFailures()).isZero();
    assertThat(healed.getLastError()).isEmpty();
    assertThat(healed.getProblem()).isEmpty();
    assertThat(healed.getProblems()).containsEntry("STATUS", 3L).containsEntry("RATE_LIMITED", 1L);
  }

  @Test
  void aFeedThatIsGoneRetires() throws Exception {
    server.on("/feed", e -> e.answer("410 Gone", ""));
    FeedState gone = failed(fresh(), "GONE", "410");
    assertThat(gone.getRetired()).isTrue();
  }

  @Test
  void asksNothingThatRobotsTxtForbids() throws Exception {
    server.on("/robots.txt", e -> e.answer("200 OK", "User-agent: *\nDisallow: /feed"));
    FeedState state = failed(fresh(), "ROBOTS", "robots.txt of 127.0.0.1 does not allow /feed");
    assertThat(state.getNextPollAt()).contains(NOW.plus(Duration.ofDays(1)));
    assertThat(server.asked()).containsExactly("/robots.txt");
  }

  @Test
  void refusesWhatIsNoFeed() throws Exception {
    serve("<html>Welcome</html>");
    failed(fresh(), "NOT_A_FEED", "it is a page; add the feed that it links to");
    serve("<!DOCTYPE r [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>" + RSS);
    failed(fresh(), "XML_ENTITIES", "XML entities");
  }

  @Test
  void anItemWithoutDateHasThatOfTheDayItWasFirstSeen() throws Exception {
    serve(RSS.replaceAll("<pubDate>.*</pubDate>", "<pubDate>someday</pubDate>"));
    FeedPoll.Outcome outcome = poll(fresh());
    assertThat(article(outcome.submissions().get(0)).getPublishedAt()).isEqualTo(NOW);
    clock.now = NOW.plus(Duration.ofDays(3));
    assertThat(poll(outcome.next()).submissions()).as("a later poll").isEmpty();
    serve(RSS.replaceAll("<pubDate>.*</pubDate>", "").replace("$1M", "$2M"));
    assertThat(article(poll(outcome.next()).submissions().get(0)).getPublishedAt())
        .as("an edit")
        .isEqualTo(NOW);
  }

  @Test
  void leavesAnArchiveAloneUnlessAsked() throws Exception {
    serve(RSS);
    clock.now = Instant.parse("2024-03-31T10:30:00Z");
    FeedPoll.Outcome some = poll(fresh());
    assertThat(articles(some)).extracting(Article::getTitle).isEmpty();
    Feed backfill = Feed.newBuilder(feed()).setBackfill(true).build();
    assertThat(articles(get(backfill, fresh()))).hasSize(2);
    clock.now = Instant.parse("2024-03-31T09:59:00Z");
    FeedPoll.Outcome all = poll(fresh());
    assertThat(articles(all)).hasSize(2);
    clock.now = Instant.parse("2024-06-01T00:00:00Z");
    serve(RSS.replace("$1M", "$2M"));
    assertThat(articles(poll(all.next()))).as("known items may be edited at any age").hasSize(1);
  }

  @Test
  void whatTheFeedLosesAndBringsBackIsNotPublishedAgain() throws Exception {
    serve(RSS);
    FeedState state = poll(fresh()).next();
    serve("<rss version='2.0'><channel/></rss>");
    clock.now = NOW.plus(Duration.ofDays(1));
    state = poll(state).next();
    server.on("/feed", e -> e.answer("404 Not Found", ""));
    clock.now = NOW.plus(Duration.ofDays(10));
    state = poll(state).next();
    serve(RSS.replace("<guid>", "<guid isPermaLink='true'>").replace("utm_source", "utm_medium"));
    clock.now = NOW.plus(Duration.ofDays(20));
    assertThat(poll(state).submissions()).isEmpty();
  }

  private static String summaries(String... links) {
    StringBuilder items = new StringBuilder();
    for (String link : links) {
      items.append(
          "<item><title>Heist %s</title><link>%s</link><description>Short</description>"
                  .formatted(link, link)
              + "<pubDate>Fri, 01 Mar 2024 10:00:00 GMT</pubDate></item>");
    }
    return "<rss version='2.0'><channel><title>x</title>" + items + "</channel></rss>";
  }

  private void servePage(String path, String head) {
    String page =
        "<!DOCTYPE html><html><head><title>Page</title>"
            + head
            + "</head><body><p>"
            + LONG
            + "</p></body></html>";
    server.on(path, e -> e.answer("200 OK", page, "Content-Type: text/html"));
  }

  @Test
  void fetchesThePageBehindASummary() throws Exception {
    serve(summaries("/a", "/forbidden", "/missing", "/picture"));
    server.on("/robots.txt", e -> e.answer("200 OK", "User-agent: *\nDisallow: /forbidden"));
    servePage("/a", "");
    server.on("/picture", e -> e.answer("200 OK", "\u0089PNG"));
    FeedPoll.Outcome outcome = poll(fresh());
    List<Article> articles = articles(outcome);
    assertThat(articles)
        .extracting(Article::getTitle)
        .containsExactly("Heist /a", "Heist /forbidden", "Heist /missing", "Heist /picture");
    assertThat(articles.get(0).getBody()).contains(LONG);
    assertThat(articles.get(0).getContentType()).isEqualTo("text/html");
    assertThat(articles.subList(1, 4)).extracting(Article::getBody).containsOnly("Short");
    FeedState next = outcome.next();
    assertThat(next.getPages()).isEqualTo(1);
    assertThat(next.getProblems())
        .containsOnlyKeys("ROBOTS", "STATUS", "NOT_A_PAGE")
        .containsEntry("ROBOTS", 1L);
    assertThat(next.getPageProblem().orElseThrow()).startsWith("NOT_A_PAGE: ");
    assertThat(next.getLastError()).isEmpty();
    assertThat(server.asked()).doesNotContain("/forbidden");
    assertThat(poll(next).submissions()).isEmpty();
    Feed bare = Feed.newBuilder(feed()).setFullText(false).build();
    assertThat(articles(get(bare, fresh()))).extracting(Article::getBody).containsOnly("Short");
  }

  @Test
  void leavesPagesBeyondTheLimitForTheNextPoll() throws Exception {
    String[] links = new String[60];
    for (int count = 0; count < links.length; count++) {
      links[count] = "/p" + count;
      servePage(links[count], "");
    }
    serve(summaries(links));
    FeedPoll.Outcome outcome = poll(fresh());
    assertThat(articles(outcome)).hasSize(FullText.MOST_PAGES);
    assertThat(outcome.next().getNextPollAt()).as("at once").contains(NOW);
    outcome = poll(outcome.next());
    assertThat(articles(outcome)).hasSize(FullText.MOST_PAGES);
    outcome = poll(outcome.next());
    assertThat(articles(outcome)).hasSize(10);
    assertThat(outcome.next().getNextPollAt()).contains(NOW.plusSeconds(900));
    assertThat(poll(outcome.next()).submissions()).isEmpty();
  }

  @Test
  void twoAddressesOfOnePageAreOneArticle() throws Exception {
    servePage("/amp/a", "<link rel=canonical href='" + server.url("/a") + "'>");
    servePage("/m/a", "<link rel=canonical href='" + server.url("/a") + "'>");
    servePage("/b", "<link rel=canonical href='https://elsewhere.example/b'>");
    servePage("/c", "<link rel=canonical href='" + server.url("/") + "'>");
    serve(summaries("/amp/a", "/m/a", "/b", "/c"));
    FeedPoll.Outcome outcome = poll(fresh());
    String own = ArticleId.canonical(server.url("/a"));
    assertThat(articles(outcome))
        .extracting(Article::getUrl)
        .as("nobody speaks for another site")
        .containsExactly(
            own, ArticleId.canonical(server.url("/b")), ArticleId.canonical(server.url("/c")));
    assertThat(articles(outcome).get(0).getId()).isEqualTo(ArticleId.of(own));
    assertThat(poll(outcome.next()).submissions()).isEmpty();
    servePage("/mobile/a", "<link rel=canonical href='" + server.url("/a") + "'>");
    serve(summaries("/amp/a", "/m/a", "/b", "/c", "/mobile/a"));
    assertThat(poll(outcome.next()).submissions()).as("a twin that comes later").isEmpty();
  }

  @Test
  void aSitemapsArticlesAreItsPages() throws Exception {
    servePage("/a", "<meta property='article:published_time' content='2024-03-01T09:00:00Z'>");
    server.on("/b", e -> {});
    serve(
        "<urlset><url><loc>"
            + server.url("/a")
            + "</loc></url><url><loc>"
            + server.url("/b")
            + "</loc></url></urlset>");
    FeedPoll.Outcome outcome = poll(fresh());
    assertThat(articles(outcome))
        .singleElement()
        .satisfies(
            article -> {
              assertThat(article.getTitle()).isEqualTo("Page");
              assertThat(article.getPublishedAt()).isEqualTo("2024-03-01T09:00:00Z");
            });
    servePage("/b", "");
    assertThat(articles(poll(outcome.next()))).as("the one that failed comes later").hasSize(1);
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
    FeedPoll.Outcome outcome = get(feed, fresh());
    assertThat(outcome.submissions()).hasSize(2);
    assertThat(article(outcome.submissions().get(0)).getPublisher()).isEqualTo("The News");
    FeedPoll.Outcome again = get(feed, outcome.next());
    assertThat(again.submissions()).as("unchanged").isEmpty();
    assertThat(again.next().getNextPollAt()).contains(NOW.plusSeconds(900));
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

  private String error(Feed feed) throws Exception {
    return get(feed, fresh()).next().getLastError().orElseThrow();
  }

  private FeedState failed(FeedState before, String problem, String error) throws Exception {
    FeedPoll.Outcome outcome = poll(before);
    assertThat(outcome.submissions()).isEmpty();
    assertThat(outcome.next().getLastError().orElseThrow()).contains(error);
    assertThat(outcome.next().getProblem()).contains(problem);
    assertThat(outcome.next().getFailures()).isEqualTo(before.getFailures() + 1);
    return outcome.next();
  }

  private FeedPoll.Outcome poll(FeedState state) throws Exception {
    return get(feed(), state);
  }

  private FeedPoll.Outcome get(Feed feed, FeedState state) throws Exception {
    return poll.poll(feed, state).get(60, TimeUnit.SECONDS);
  }

  private Feed feed() {
    return TestFeeds.feed(url());
  }

  private FeedState fresh() {
    return FeedProgress.start(url());
  }

  private String url() {
    return server.url("/feed");
  }

  private void serve(String feed) {
    server.on("/feed", exchange -> exchange.answer("200 OK", feed.getBytes(UTF_8)));
  }

  private static List<Article> articles(FeedPoll.Outcome outcome) {
    return outcome.submissions().stream()
        .filter(Submission.Version.class::isInstance)
        .map(FeedPollTest::article)
        .toList();
  }

  private static Article article(Submission submission) {
    return ((Submission.Version) submission).article();
  }

  private static String body(Submission submission) {
    return article(submission).getBody();
  }
}
