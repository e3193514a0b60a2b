package io.heistline.producer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.heistline.model.Article;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArticleFilesTest {
  private static final FileDefaults DATED =
      new FileDefaults(
          Optional.of(Articles.DAY), Optional.empty(), Optional.empty(), Optional.empty());

  @TempDir Path folder;

  @Test
  void readsFoldersInTheOrderOfNamesAndPassesOverTheRest() throws IOException {
    write("b.jsonl", line("one") + "\r\n\n" + line("two"));
    write("a/z.txt", "Text");
    write("a/README.md", "not read");
    write("a/.hidden.txt", "not read");
    write(".git/c.txt", "not read");
    Files.write(folder.resolve("c.json.gz"), RefusalsTest.gzip(line("three")));
    assertThat(names(DATED, folder)).containsExactly("file:///a/z.txt", "one", "two", "three");
  }

  @Test
  void aBadLineSpoilsNoOther() throws IOException {
    Path file =
        write(
            "a.jsonl", line("one") + "\nnonsense\n" + " ".repeat(40_000_000) + "\n" + line("two"));
    assertThat(names(DATED, file)).containsExactly("one", file + ":2", file + ":3", "two");
  }

  @Test
  void keepsTheBeginningOfWhatItRefuses() throws IOException {
    Path file = write("a.jsonl", "nonsense");
    assertThat(read(DATED, file))
        .singleElement()
        .isInstanceOfSatisfying(
            Submission.Refused.class,
            refused -> assertThat(refused.original()).isEqualTo(Original.of("nonsense")));
  }

  @Test
  void takesTheFirstLineForATitleIfABlankOneFollows() throws IOException {
    Article article = article(write("a.txt", "\uFEFFHeist at dawn\r\n\r\nThey took $1M.\nAll.\n"));
    assertThat(article.getTitle()).isEqualTo("Heist at dawn");
    assertThat(article.getBody()).isEqualTo("They took $1M.\nAll.");
    assertThat(article.getContentType()).isEqualTo("text/plain");
  }

  @Test
  void takesTheNameForATitleOtherwise() throws IOException {
    Article article = article(write("ronin-heist.txt", "They took $1M.\nAll."));
    assertThat(article.getTitle()).isEqualTo("ronin-heist");
    assertThat(article.getBody()).isEqualTo("They took $1M.\nAll.");
  }

  @Test
  void readsWhatAPageSaysAboutItself() throws IOException {
    String html =
        """
        <html><head><title>Heist - The News</title>
        <meta property="og:title" content="Heist"><meta property="og:site_name" content="The News">
        <meta property="article:published_time" content="2024-03-01T12:00:00+01:00">
        <meta property="article:modified_time" content="2024-03-02T12:00:00Z">
        <link rel="canonical" href="https://www.news.example/heist?utm_source=feed">
        </head><body><p>They took $1M.</p></body></html>
        """;
    assertThat(article(FileDefaults.NONE, write("a.html", html)))
        .isEqualTo(
            new Article(
                ArticleId.of("https://news.example/heist"),
                "https://news.example/heist",
                "The News",
                "Heist",
                html,
                "text/html",
                Instant.parse("2024-03-01T11:00:00Z"),
                Instant.parse("2024-03-02T12:00:00Z")));
  }

  @Test
  void readsDatesFromJsonLdAndTimeElements() throws IOException {
    String jsonLd =
        """
        <script type="application/ld+json">{broken</script>
        <script type="application/ld+json">
        {"@graph": [{"@type": "Thing"}, {"@type": "NewsArticle", "datePublished": "2024-03-03"}]}
        </script><time datetime="2020-01-01">""";
    assertThat(article(FileDefaults.NONE, write("a.html", jsonLd)).getPublishedAt())
        .isEqualTo("2024-03-03T00:00:00Z");
    String time = "<title>T</title><time datetime='PT5M'></time><time datetime='2024-03-04'>";
    assertThat(article(FileDefaults.NONE, write("b.html", time)).getPublishedAt())
        .isEqualTo("2024-03-04T00:00:00Z");
  }

  @Test
  void theCallerKnowsBetterThanAPage() throws IOException {
    FileDefaults all =
        new FileDefaults(
            Optional.of(Articles.DAY),
            Optional.of("https://other.example/b"),
            Optional.of("Other"),
            Optional.of("Publisher"));
    Article article =
        article(all, write("a.htm", "<title>Heist</title><time datetime=2020-01-01>"));
    assertThat(article.getUrl()).isEqualTo("https://other.example/b");
    assertThat(article.getTitle()).isEqualTo("Other");
    assertThat(article.getPublisher()).isEqualTo("Publisher");
    assertThat(article.getPublishedAt()).isEqualTo(Articles.DAY);
  }

  @Test
  void aFilesUrlDoesNotDependOnWhereItsFolderLies() throws IOException {
    write("x/in/a b#1%.txt", "Text");
    write("y/in/a b#1%.txt", "Text");
    assertThat(names(DATED, folder.resolve("x")))
        .isEqualTo(List.of("file:///in/a%20b%231%25.txt"))
        .isEqualTo(names(DATED, folder.resolve("y")));
  }

  @Test
  void filesThatWouldShareAUrlAreRefusedWhateverTheirOrder() throws IOException {
    Path one = write("x/a.txt", "One").getParent();
    Path two = write("y/a.txt", "Two");
    for (List<Path> paths : List.of(List.of(one, two), List.of(two, one))) {
      assertThat(read(DATED, paths.toArray(Path[]::new)))
          .hasSize(2)
          .allSatisfy(
              refused ->
                  assertThat(((Submission.Refused) refused).reason())
                      .contains("would get the same URL; feed the folder that holds both"));
    }
    assertThat(names(DATED, one, one)).containsExactly("file:///a.txt", "file:///a.txt");
  }

  @Test
  void refusesWhatIsNotThere() {
    Path missing = folder.resolve("missing");
    assertThat(read(DATED, missing))
        .containsExactly(new Submission.Refused(missing.toString(), "no such file or folder"));
  }

  @Test
  void followsNoLinksInFolders() throws IOException {
    Path outside = write("outside/secret.txt", "Secret");
    Files.createDirectories(folder.resolve("in"));
    Files.createSymbolicLink(folder.resolve("in/a.txt"), outside);
    Files.createSymbolicLink(folder.resolve("in/circle"), folder);
    assertThat(read(DATED, folder.resolve("in")))
        .containsExactly(
            new Submission.Refused(
                folder.resolve("in/a.txt").toString(),
                "a link, which is not followed; name what it leads to"));
    assertThat(read(DATED, folder.resolve("in/a.txt"))).hasSize(1).noneMatch(this::isRefused);
  }

  @Test
  void progressAddsUpToTheSizeOfTheFiles() throws IOException {
    write("a.jsonl", line("one"));
    write("b.txt", "T".repeat(PageFile.MOST_BYTES + 100_000));
    Files.write(folder.resolve("c.jsonl.gz"), RefusalsTest.gzip(line("two").repeat(1000)));
    write("d.pdf", "not read");
    write("e.html.gz", "not gzip");
    AtomicLong progress = new AtomicLong();
    try (Stream<Submission> read =
        new ArticleFiles(progress::addAndGet).read(List.of(folder), DATED)) {
      assertThat(read.count()).isEqualTo(4);
    }
    assertThat(progress).hasValue(ArticleFiles.totalBytes(List.of(folder)));
  }

  @Test
  void readsLazilyAndClosesWhenLeft() throws IOException {
    Path file = write("a.jsonl", (line("one") + "\n").repeat(100_000));
    AtomicLong progress = new AtomicLong();
    try (Stream<Submission> read =
        new ArticleFiles(progress::addAndGet).read(List.of(file), DATED)) {
      Iterator<Submission> articles = read.iterator();
      assertThat(name(articles.next())).isEqualTo("one");
      assertThat(progress.get()).isLessThan(100_000);
    }
    assertThat(progress).hasValue(Files.size(file));
  }

  private boolean isRefused(Submission submission) {
    return submission instanceof Submission.Refused;
  }

  private static String line(String id) {
    return "{\"id\": \"%s\", \"body\": \"Text\"}".formatted(id);
  }

  private static String name(Submission submission) {
    if (submission instanceof Submission.Refused refused) {
      return refused.origin();
    }
    Article article = ((Submission.Version) submission).article();
    return article.getUrl().replace("urn:heistline:", "");
  }

  private Path write(String name, String content) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.write(file, content.getBytes(UTF_8));
  }

  private static Article article(Path file) {
    return article(DATED, file);
  }

  private static Article article(FileDefaults defaults, Path file) {
    List<Submission> read = read(defaults, file);
    assertThat(read).singleElement().isInstanceOf(Submission.Version.class);
    return ((Submission.Version) read.get(0)).article();
  }

  private static List<String> names(FileDefaults defaults, Path... paths) {
    return read(defaults, paths).stream().map(ArticleFilesTest::name).toList();
  }

  private static List<Submission> read(FileDefaults defaults, Path... paths) {
    try (Stream<Submission> read = new ArticleFiles().read(List.of(paths), defaults)) {
      return read.toList();
    }
  }
}
