package io.heistline.syndication;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heistline.fetching.FetchFailure;
import io.heistline.fetching.FetchProblem;
import java.nio.charset.Charset;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeedParserTest {
  private static final String ITEM =
      "<item><title>One</title><link>https://a.example/1</link>"
          + "<pubDate>Fri, 01 Mar 2024 10:00:00 GMT</pubDate></item>";

  static List<Arguments> formats() {
    String rdf = "xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'";
    String rdfItem =
        "<item><title>One</title><link>https://a.example/1</link>"
            + "<dc:date xmlns:dc='http://purl.org/dc/elements/1.1/'>2024-03-01T10:00:00Z</dc:date></item>";
    String entry =
        "<entry><title>One</title><link rel='alternate' href='https://a.example/1'/>"
            + "<%s>2024-03-01T10:00:00Z</%<s></entry>";
    return List.of(
        Arguments.of("rss_0.91U", rss("version='0.91'", ITEM)),
        Arguments.of("rss_0.92", rss("version='0.92'", ITEM)),
        Arguments.of("rss_0.93", rss("version='0.93'", ITEM)),
        Arguments.of("rss_0.94", rss("version='0.94'", ITEM)),
        Arguments.of("rss_2.0", rss("version='2.0'", ITEM)),
        Arguments.of("rss_2.0", rss("version='17'", ITEM)),
        Arguments.of("rss_2.0", rss("", ITEM)),
        Arguments.of("rss_2.0", rss("xmlns='http://backend.userland.com/rss2'", ITEM)),
        Arguments.of(
            "rss_1.0",
            "<rdf:RDF "
                + rdf
                + " xmlns='http://purl.org/rss/1.0/'><channel><title>News</title>"
                + "</channel>"
                + rdfItem
                + "</rdf:RDF>"),
        Arguments.of(
            "rss_0.9",
            "<rdf:RDF "
                + rdf
                + " xmlns='http://my.netscape.com/rdf/simple/0.9/'><channel>"
                + "<title>News</title></channel>"
                + rdfItem
                + "</rdf:RDF>"),
        Arguments.of(
            "atom_1.0",
            "<feed xmlns='http://www.w3.org/2005/Atom'><title>News</title>"
                + entry.formatted("published")
                + "</feed>"),
        Arguments.of(
            "atom_1.0", "<feed><title>News</title>" + entry.formatted("updated") + "</feed>"),
        Arguments.of(
            "atom_0.3",
            "<feed version='0.3' xmlns='http://purl.org/atom/ns#'><title>News</title>"
                + entry.formatted("issued")
                + "</feed>"),
        Arguments.of(
            "json_1",
            "{\"version\": \"https://jsonfeed.org/version/1\", \"title\": \"News\", \"items\": [{"
                + "\"id\": 1, \"title\": \"One\", \"url\": \"https://a.example/1\","
                + " \"date_published\": \"2024-03-01T10:00:00Z\"}]}"),
        Arguments.of(
            "json_1.1",
            "\ufeff {\"version\": \"https://jsonfeed.org/version/1.1\", \"title\": \"News\","
                + " \"items\": [{\"id\": \"https://a.example/1\", \"title\": \"One\","
                + " \"external_url\": \"https://a.example/1\","
                + " \"date_modified\": \"2024-03-01T10:00:00Z\"}]}"));
  }

  private static String rss(String attributes, String items) {
    return "<?xml version='1.0'?><rss "
        + attributes
        + "><channel><title>News</title>"
        + items
        + "</channel></rss>";
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("formats")
  void readsAllFormats(String format, String text) {
    FeedDocument feed = parse(text);
    assertThat(feed.format()).isEqualTo(format);
    assertThat(feed.title()).isEqualTo("News");
    FeedItem item = feed.items().get(0);
    assertThat(item.title()).isEqualTo("One");
    assertThat(item.link()).contains("https://a.example/1");
    if (!format.matches("rss_0.9|rss_0.91U|json_1.1")) {
      assertThat(item.publishedAt()).contains(Instant.parse("2024-03-01T10:00:00Z"));
    }
  }

  @Test
  void readsWhatOlderFeedsEncode() {
    String entry = "<entry><title mode='base64'>%s</title></entry>";
    FeedDocument feed =
        parse(
            "<feed version='0.3' xmlns='http://purl.org/atom/ns#'>"
                + entry.formatted("\n  RXhhbXBsZSA8Yj5BdG9tPC9iPg==\n  ")
                + entry.formatted("not encoded: at all")
                + "</feed>");
    assertThat(feed.items())
        .extracting(FeedItem::title)
        .containsExactly("Example Atom", "not encoded: at all");
  }

  @Test
  void readsTheTitlesOfDublinCore() {
    FeedDocument feed =
        parse(
            rss("version='2.0'", "<item><dc:title>One</dc:title></item>")
                .replace("<title>News</title>", "<dc:title>News</dc:title>"));
    assertThat(feed.title()).isEqualTo("News");
    assertThat(feed.items()).extracting(FeedItem::title).containsExactly("One");
  }

  @Test
  void readsTheDatesOfDublinCoreTerms() {
    FeedDocument feed =
        parse(
            rss(
                "version='2.0'",
                "<item><title>One</title><dcterms:modified>2024-03-02T10:00:00Z</dcterms:modified>"
                    + "<dcterms:issued>2024-03-01T10:00:00Z</dcterms:issued></item>"));
    FeedItem item = feed.items().get(0);
    assertThat(item.publishedAt()).contains(Instant.parse("2024-03-01T10:00:00Z"));
    assertThat(item.updatedAt()).contains(Instant.parse("2024-03-02T10:00:00Z"));
  }

  @Test
  void readsNewsSitemaps() {
    FeedDocument feed =
        parse(
            """
            <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
                xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
            <url><loc>https://a.example/1</loc><lastmod>2024-03-02</lastmod><news:news>
            <news:publication><news:name>The News</news:name></news:publication>
            <news:publication_date>2024-03-01T10:00:00+01:00</news:publication_date>
            <news:title>One &amp; two</news:title></news:news></url>
            <url><loc>https://a.example/2</loc></url></urlset>
            """);
    assertThat(feed.format()).isEqualTo("sitemap");
    assertThat(feed.items()).extracting(FeedItem::title).containsExactly("One & two", "");
    FeedItem first = feed.items().get(0);
    assertThat(first.publishedAt()).contains(Instant.parse("2024-03-01T09:00:00Z"));
    assertThat(first.updatedAt()).contains(Instant.parse("2024-03-02T00:00:00Z"));
    assertThat(first.isSummary()).isTrue();
  }

  static List<Arguments> refusals() {
    String deep = "<a>".repeat(10_000);
    return List.of(
        refusal(FetchProblem.XML_ENTITIES, "<!DOCTYPE rss [<!ENTITY a \"b\">]>" + rss("", ITEM)),
        refusal(
            FetchProblem.XML_ENTITIES,
            "<?xml version='1.0'?><!DOCTYPE lolz [<!ENTITY lol 'lol'><!ENTITY lol2 '&lol;&lol;'>]>"
                + "<rss><channel><title>&lol2;</title></channel></rss>"),
        refusal(
            FetchProblem.XML_ENTITIES,
            "<!DOCTYPE r [<!ENTITY % x SYSTEM 'http://a.example/x.dtd'> %x;]>" + rss("", ITEM)),
        refusal(
            FetchProblem.XML_ENTITIES,
            "<!DOCTYPE r [<!entity x SYSTEM 'file:///etc/passwd'>]>" + rss("", "&x;")),
        refusal(FetchProblem.TOO_DEEP, rss("", "<item>" + deep)),
        refusal(FetchProblem.TOO_DEEP, rss("", deep + "</a>".repeat(10_000))),
        refusal(FetchProblem.TOO_DEEP, "{\"a\":".repeat(10_000)),
        refusal(FetchProblem.TOO_DEEP, "[".repeat(10_000)),
        refusal(FetchProblem.TOO_MANY_ITEMS, rss("", "<item/>".repeat(10_001))),
        refusal(FetchProblem.NOT_A_FEED, ""),
        refusal(FetchProblem.NOT_A_FEED, "<"),
        refusal(FetchProblem.NOT_A_FEED, "{"),
        refusal(FetchProblem.NOT_A_FEED, "{}"),
        refusal(FetchProblem.NOT_A_FEED, "Not found"),
        refusal(FetchProblem.NOT_A_FEED, "<html><body>Welcome</body></html>"),
        refusal(FetchProblem.NOT_A_FEED, "<sitemapindex/>"),
        refusal(FetchProblem.NOT_A_FEED, "\u0000\u0001\u0002"),
        refusal(FetchProblem.NOT_A_FEED, "<opml version='2.0'><body/></opml>"));
  }

  private static Arguments refusal(FetchProblem problem, String text) {
    return Arguments.of(problem, text);
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void refuses(FetchProblem problem, String text) {
    assertThatThrownBy(() -> parse(text))
        .isInstanceOfSatisfying(
            FetchFailure.class, failure -> assertThat(failure.problem()).isEqualTo(problem));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\ufeff\n\n  <?xml version='1.0'?>%s",
        "<br />\n<b>Warning</b>: Cannot modify header in <b>/x.php</b> on line <b>3</b><br />\n%s",
        "<!-- <rss><item>commented</item> --><?xml-stylesheet href='x'?>%s",
        "<!DOCTYPE rss PUBLIC '-//Netscape Communications//DTD RSS 0.91//EN'"
            + " 'http://my.netscape.com/publish/formats/rss-0.91.dtd'>%s",
        "%s\n<!-- cached -->\n<script>alert(1)</script>"
      })
  void readsWhatStandsAmongJunk(String around) {
    assertThat(titles(around.formatted(rss("version='2.0'", ITEM)))).containsExactly("One");
  }

  static List<Arguments> illFormed() {
    return List.of(
        Arguments.of("<item><title>A&nbsp;&mdash; B</title></item>", "A \u2014 B"),
        Arguments.of("<item><title>AT&T &unknown; R&D</title></item>", "AT&T &unknown; R&D"),
        Arguments.of("<item><title>A\u0001\u0008B</title></item>", "AB"),
        Arguments.of("<item><title>A&#1;&#x202e;B</title></item>", "A B"),
        Arguments.of("<item><title>1 < 2</title></item>", "1 < 2"),
        Arguments.of("<item><foo:bar x:y='z'>1</foo:bar><title>A</title></item>", "A"),
        Arguments.of("<item><title>A</title><description><p>x<br></description></item>", "A"),
        Arguments.of("<item><title>A</title><link>x", "A"),
        Arguments.of("<item><title>A</title></wrong></item>", "A"),
        Arguments.of("<item><title x=1 x=2 'y'>A</title></item>", "A"),
        Arguments.of("<item><title><![CDATA[A <b>bold</b> B]]></title></item>", "A bold B"),
        Arguments.of("<item><title><![CDATA[A]]]]><![CDATA[>]]></title></item>", "A]]>"),
        Arguments.of("<item><title>A\n\t  B</title><cloud port='x'/></item>", "A B"),
        Arguments.of("<skipHours><hour>noon</hour></skipHours><item><title>A</title></item>", "A"));
  }

  @ParameterizedTest
  @MethodSource("illFormed")
  void readsWhatIsNotWellFormed(String items, String title) {
    assertThat(titles(rss("version='2.0'", items))).containsExactly(title);
  }

  static List<Arguments> encodings() {
    String declared = "<?xml version='1.0' encoding='%s'?>";
    String text = rss("version='2.0'", "<item><title>caf\u00e9 \u201cx\u201d</title></item>");
    Charset western = Charset.forName("windows-1252");
    return List.of(
        Arguments.of("said rightly", text.getBytes(UTF_8), "text/xml; charset=utf-8"),
        Arguments.of("not said", text.getBytes(UTF_8), ""),
        Arguments.of("lies of Latin-1", text.getBytes(UTF_8), "text/xml; charset=iso-8859-1"),
        Arguments.of("Windows", text.getBytes(western), "text/xml; charset=windows-1252"),
        Arguments.of("Windows as Latin-1", text.getBytes(western), "text/xml;charset=ISO-8859-1"),
        Arguments.of("lies of UTF-8", text.getBytes(western), "text/xml; charset=utf-8"),
        Arguments.of("Windows unsaid", text.getBytes(western), "image/png"),
        Arguments.of(
            "only the document says it",
            (declared.formatted("windows-1252") + text.substring(21)).getBytes(western),
            "text/html"),
        Arguments.of("UTF-16 with a mark", ("\ufeff" + text).getBytes(UTF_16LE), ""),
        Arguments.of("UTF-16 without", text.getBytes(UTF_16LE), "text/xml; charset=utf-8"),
        Arguments.of(
            "lies of UTF-16",
            (declared.formatted("utf-16") + text.substring(21)).getBytes(UTF_8),
            ""),
        Arguments.of("of no known name", text.getBytes(UTF_8), "text/xml; charset=klingon"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("encodings")
  void readsAllEncodings(String name, byte[] bytes, String contentType) {
    FeedDocument feed = FeedParser.parse(bytes, Optional.of(contentType));
    assertThat(feed.items())
        .as(name)
        .extracting(FeedItem::title)
        .containsExactly("caf\u00e9 \u201cx\u201d");
  }

  @Test
  void takesTheLongestText() {
    String item =
        "<item><title>A</title><description>Short</description><content:encoded>"
            + "&lt;p&gt;"
            + "The whole article. ".repeat(100)
            + "</content:encoded></item>";
    FeedItem whole = parse(rss("version='2.0'", item)).items().get(0);
    assertThat(whole.isSummary()).isFalse();
    assertThat(whole.text().orElseThrow().contentType()).isEqualTo("text/html");
    String teaser =
        "<item><title>A</title><description>"
            + "&lt;img src='x'/&gt;".repeat(1000)
            + "</description></item>";
    assertThat(parse(rss("version='2.0'", teaser)).items().get(0).isSummary()).isTrue();
  }

  @Test
  void datesThatCannotBeAreNone() {
    for (String date : List.of("yesterday", "", "Fri, 01 Mar 0024 10:00:00 GMT", "0000-00-00")) {
      String item = "<item><title>A</title><pubDate>" + date + "</pubDate></item>";
      assertThat(parse(rss("version='2.0'", item)).items().get(0).publishedAt()).as(date).isEmpty();
    }
  }

  @Test
  void saysWhenToAskAgain() {
    FeedDocument feed =
        parse(
            rss(
                "version='2.0'",
                "<ttl>90</ttl><skipHours><hour>3</hour><hour>24</hour></skipHours>"));
    assertThat(feed.timeToLive()).contains(Duration.ofMinutes(90));
    assertThat(feed.skipHours()).containsExactlyInAnyOrder(3, 0);
    FeedDocument often =
        parse(
            rss(
                "version='2.0' xmlns:sy='http://purl.org/rss/1.0/modules/syndication/'",
                "<sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency>2</sy:updateFrequency>"));
    assertThat(often.timeToLive()).contains(Duration.ofMinutes(30));
  }

  @Property(tries = 2_000)
  void neverFailsInAWayThatWasNotForeseen(@ForAll("nearlyFeeds") String text) {
    try {
      assertThat(parse(text).items()).isNotNull();
    } catch (FetchFailure e) {
      assertThat(e.reason()).isNotBlank();
    }
  }

  @Provide
  Arbitrary<String> nearlyFeeds() {
    return Arbitraries.of(
            "<rss version='2.0'>",
            "<rss>",
            "</rss>",
            "<channel>",
            "</channel>",
            "<item>",
            "</item>",
            "<title>",
            "</title>",
            "<feed xmlns='http://www.w3.org/2005/Atom'>",
            "</feed>",
            "<entry>",
            "<link href='x'/>",
            "<link>",
            "<content type='xhtml'>",
            "<div>",
            "</div>",
            "<rdf:RDF xmlns:rdf='x'>",
            "<![CDATA[",
            "]]>",
            "<!--",
            "-->",
            "<?xml ",
            "?>",
            "&#0;",
            "&amp",
            "&#xD800;",
            "\u0000",
            "\ud800",
            "<a:b c:d='e' xmlns:='x'",
            "<",
            ">",
            "'",
            "\"",
            "<pubDate>x</pubDate>",
            "<!DOCTYPE ",
            "<urlset>",
            "<url>",
            "{\"version\":",
            "xmlns:a='",
            "<x xmlns='http://www.w3.org/XML/1998/namespace'>",
            "<xml:a xml:lang='1'/>",
            "<1/>",
            "<guid>",
            "<enclosure length='x' url='y'/>",
            "<category/>",
            "<author><name/></author>",
            "<generator version='1'/>",
            "<source url='1'/>",
            "<media:content url='x'/>")
        .list()
        .ofMaxSize(20)
        .map(parts -> String.join("", parts));
  }

  private static List<String> titles(String text) {
    return parse(text).items().stream().map(FeedItem::title).toList();
  }

  private static FeedDocument parse(String text) {
    return FeedParser.parse(text.getBytes(UTF_8), Optional.empty());
  }
}
