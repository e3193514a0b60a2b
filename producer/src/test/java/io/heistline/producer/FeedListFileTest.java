package io.heistline.producer;

import static org.assertj.core.api.Assertions.assertThat;

import io.heistline.model.Feed;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeedListFileTest {
  @TempDir private Path folder;

  @Test
  void theDefaultsAreFortyFeedsOrMoreAndAllAreGood() {
    FeedListFile defaults = FeedListFile.defaults();
    assertThat(defaults.problems()).isEmpty();
    assertThat(defaults.entries()).hasSizeGreaterThanOrEqualTo(40);
    assertThat(defaults.entries()).extracting(FeedEntry::url).doesNotHaveDuplicates();
    assertThat(defaults.entries())
        .allSatisfy(
            entry -> {
              assertThat(URI.create(entry.url())).hasScheme("https");
              assertThat(entry.publisher()).isPresent();
            });
    assertThat(defaults.entries())
        .extracting(entry -> entry.publisher().orElseThrow())
        .doesNotHaveDuplicates();
  }

  @Property
  void whatIsExportedIsImportedAsItWas(@ForAll("lists") List<Feed> feeds) {
    for (String text : List.of(FeedListFile.yaml(feeds), FeedListFile.opml(feeds))) {
      FeedListFile list =
          text.startsWith("<")
              ? FeedOpml.read(text.getBytes(StandardCharsets.UTF_8))
              : FeedYaml.read(text);
      assertThat(list.problems()).isEmpty();
      assertThat(list.entries()).map(entry -> entry.applyTo(Optional.empty())).isEqualTo(feeds);
    }
  }

  @Test
  void whatAListDoesNotSayStaysAsItIs() {
    Feed known = TestFeeds.feed("https://a.example/feed");
    Feed paused = Feed.newBuilder(known).setPaused(true).setIntervalSeconds(77).build();
    FeedEntry entry =
        FeedYaml.read("- {url: https://a.example/feed, publisher: A}").entries().get(0);
    assertThat(entry.applyTo(Optional.of(paused)))
        .isEqualTo(Feed.newBuilder(paused).setPublisher("A").build());
  }

  @Test
  void foldersOfAnOpmlAreEnteredAndABadEntryIsNamed() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("list.opml"),
            """
            <?xml version="1.0" encoding="ISO-8859-1"?>
            <opml version="1.0"><head><title>x</title></head><body>
              <outline text="News"><outline text="Deeper">
                <outline text="A &amp; B" type="rss" xmlUrl="https://a.example/feed" htmlUrl="https://a.example"/>
              </outline>
              <outline text="bad" xmlUrl="gopher://b.example"/>
              <outline xmlurl="feed://c.example/feed"/></outline>
              <outline text="not a feed" url="https://d.example"/>
            </body></opml>
            """);
    FeedListFile list = FeedListFile.read(file);
    assertThat(list.entries())
        .extracting(FeedEntry::url)
        .containsExactly("https://a.example/feed", "https://c.example/feed");
    assertThat(list.entries().get(0).publisher()).contains("A & B");
    assertThat(list.problems())
        .singleElement()
        .asString()
        .startsWith("line 6: ")
        .contains("gopher");
  }

  @Test
  void aListThatBreaksOffGivesWhatStandsBefore() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("list"),
            "<opml><body><outline xmlUrl='https://a.example/feed'/><outline xmlUrl='https://b");
    FeedListFile list = FeedListFile.read(file);
    assertThat(list.entries()).extracting(FeedEntry::url).containsExactly("https://a.example/feed");
    assertThat(list.problems()).singleElement().asString().contains("not XML any further");
  }

  @Test
  void entitiesAreNeitherExpandedNorFetched() throws IOException {
    Path secret = Files.writeString(folder.resolve("secret"), "https://secret.example/feed");
    String bomb =
        "<!DOCTYPE opml [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\"><!ENTITY f SYSTEM \""
            + secret.toUri()
            + "\">]><opml><body><outline text=\"&b;\" xmlUrl=\"&f;\"/><outline>&f;</outline></body></opml>";
    FeedListFile list = FeedListFile.read(Files.writeString(folder.resolve("bomb.opml"), bomb));
    assertThat(list.entries()).isEmpty();
    assertThat(list.problems()).isNotEmpty();
  }

  @Test
  void aBadEntryOfAYamlIsNamedAndTheRestGoesOn() {
    FeedListFile list =
        FeedYaml.read(
            """
            - url: https://a.example/feed
            - publisher: nobody
            - url: https://b.example/feed
              intervalSeconds: often
            - url: https://c.example/feed
              colour: red
            - just a text
            - url: https://d.example/feed
              intervalSeconds: 0
            - url: file:///var/articles
            """);
    assertThat(list.entries())
        .extracting(FeedEntry::url)
        .containsExactly("https://a.example/feed", "file:///var/articles");
    assertThat(list.problems())
        .satisfiesExactly(
            problem -> assertThat(problem).isEqualTo("entry 2: no url"),
            problem -> assertThat(problem).isEqualTo("entry 3: intervalSeconds is no whole number"),
            problem -> assertThat(problem).isEqualTo("entry 4: unknown field 'colour'"),
            problem -> assertThat(problem).isEqualTo("entry 5: not an object with a url"),
            problem -> assertThat(problem).startsWith("entry 6: feed https://d.example/feed"));
    assertThat(FeedYaml.read("a: {").problems()).singleElement().asString().contains("not YAML");
    assertThat(FeedYaml.read("a: b").problems()).singleElement().asString().contains("not a list");
  }

  @Provide
  Arbitrary<List<Feed>> lists() {
    Arbitrary<String> names =
        Arbitraries.strings()
            .withChars("aZ &<>\"'é:#-{}[]\\|0")
            .ofMinLength(1)
            .ofMaxLength(12)
            .map(String::strip)
            .filter(name -> !name.isEmpty());
    return Combinators.combine(
            Arbitraries.integers().between(1, 999),
            names.optional(),
            Arbitraries.integers().between(1, 86_400),
            Arbitraries.of(0, 86_400),
            Arbitraries.of(true, false),
            Arbitraries.of(true, false),
            Arbitraries.of(true, false))
        .as(
            (number, publisher, interval, longest, paused, fullText, backfill) ->
                Feed.newBuilder()
                    .setUrl("https://a.example/feed?number=" + number + "&x='y'")
                    .setPublisher(publisher.orElse(null))
                    .setIntervalSeconds(interval)
                    .setLongestIntervalSeconds(longest)
                    .setPaused(paused)
                    .setFullText(fullText)
                    .setBackfill(backfill)
                    .build())
        .list()
        .ofMaxSize(5);
  }
}
