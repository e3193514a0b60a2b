package io.heistline.producer;

import static org.assertj.core.api.Assertions.assertThat;

import io.heistline.model.Article;
import io.heistline.syndication.Decoded;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.netpreserve.jwarc.WarcCompression;

class WarcFileTest {
  private static final int PAGES = 40;

  @TempDir private Path folder;

  @Test
  void pagesAreArticlesAndTheRestIsCountedByReason() throws IOException {
    Path file = folder.resolve("mixed.warc.gz");
    try (WarcSample sample = new WarcSample(file, WarcCompression.GZIP)) {
      sample
          .request("https://x.example/1")
          .page("https://x.example/1", WarcSample.html("One", "2024-03-01T10:00:00Z", "text"))
          .response("https://x.example/2", 404, "text/html", bytes("gone"))
          .response("https://x.example/3", 200, "image/png", bytes("png"))
          .response("https://x.example/4", 200, "application/xhtml+xml", bytes("<p>four</p>"))
          .response("https://x.example/5", 200, "text/html", bytes(""))
          .response(
              "https://x.example/6", 200, "text/html", new byte[WarcFile.MOST_PAGE_BYTES + 1]);
    }
    List<WarcFile.Entry> entries = read(file, 0);
    assertThat(articles(entries)).extracting(Article::getTitle).containsExactly("One", "");
    assertThat(articles(entries).get(0).getPublishedAt()).isEqualTo("2024-03-01T10:00:00Z");
    assertThat(articles(entries).get(1).getPublishedAt()).isEqualTo(WarcSample.CRAWLED);
    assertThat(articles(entries).get(0).getPublisher()).isEqualTo("x.example");
    assertThat(skips(entries))
        .isEqualTo(
            Map.of(
                WarcSkip.OTHER_RECORD, 2,
                WarcSkip.STATUS, 1,
                WarcSkip.NOT_HTML, 1,
                WarcSkip.TOO_LARGE, 1));
    assertThat(entries.stream().flatMap(entry -> entry.page().stream()).map(WarcPage::submission))
        .filteredOn(Submission.Refused.class::isInstance)
        .singleElement()
        .extracting(refused -> ((Submission.Refused) refused).reason())
        .isEqualTo("title and body are empty");
  }

  /** A run that resumes at the end of any record reads the rest as if it had read all. */
  @ParameterizedTest
  @EnumSource(names = {"GZIP", "NONE"})
  void readingGoesOnFromTheEndOfAnyRecord(WarcCompression compression) throws IOException {
    Path file = folder.resolve("resumed.warc");
    sample(file, compression);
    List<WarcFile.Entry> all = read(file, 0);
    assertThat(articles(all)).hasSize(PAGES);
    assertThat(all.get(all.size() - 1).end()).isEqualTo(Files.size(file));
    for (int i = 0; i < all.size(); i++) {
      assertThat(articles(read(file, all.get(i).end())))
          .isEqualTo(articles(all.subList(i + 1, all.size())));
    }
  }

  /** Some bytes of a record are overwritten: that one is lost, and perhaps the next, no more. */
  @ParameterizedTest
  @EnumSource(names = {"GZIP", "NONE"})
  void aBrokenRecordIsNamedAndReadingGoesOn(WarcCompression compression) throws IOException {
    for (int broken = 1; broken <= PAGES; broken += 3) {
      Path file = folder.resolve("broken-%s-%d.warc".formatted(compression, broken));
      List<Long> begins = sample(file, compression);
      try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
        channel.write(ByteBuffer.wrap(new byte[60]), begins.get(broken) + 2);
      }
      List<WarcFile.Entry> entries = read(file, 0);
      assertThat(articles(entries)).as("broken " + broken).hasSizeGreaterThanOrEqualTo(PAGES - 2);
      assertThat(entries.stream().flatMap(entry -> entry.problem().stream()))
          .as("broken " + broken)
          .hasSize(1)
          .first()
          .asString()
          .contains("the record at byte " + begins.get(broken) + " is broken");
      assertThat(entries.get(entries.size() - 1).end()).isEqualTo(Files.size(file));
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"GZIP", "NONE"})
  void aFileThatIsCutOffAnywhereGivesWhatIsWholeInIt(WarcCompression compression)
      throws IOException {
    Path whole = folder.resolve("whole.warc");
    List<Long> begins = sample(whole, compression);
    byte[] bytes = Files.readAllBytes(whole);
    for (int cut = 10; cut < bytes.length; cut += 611) {
      int length = cut;
      Path file = folder.resolve("cut-%s-%d.warc".formatted(compression, cut));
      Files.write(file, java.util.Arrays.copyOf(bytes, length));
      long wholeRecords = begins.stream().filter(begin -> begin <= length).count() - 1;
      List<WarcFile.Entry> entries = read(file, 0);
      assertThat(articles(entries))
          .hasSizeBetween((int) Math.max(wholeRecords - 2, 0), (int) wholeRecords + 1);
      assertThat(entries.get(entries.size() - 1).end()).isEqualTo(length);
    }
  }

  @Test
  void gibberishIsBrokenAndEndsNothing() throws IOException {
    Path file = Files.write(folder.resolve("x.warc.gz"), bytes("no archive at all, but some text"));
    assertThat(read(file, 0))
        .singleElement()
        .satisfies(entry -> assertThat(entry.skip()).contains(WarcSkip.BROKEN));
    assertThat(read(Files.createFile(folder.resolve("empty.warc.gz")), 0)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "https://x.example/a?utm_source=b, https://x.example/a, https://x.example/a",
    "https://m.example.com/a, https://www.example.com/a, https://example.com/a",
    "https://amp.example.com/a, https://example.com/b, https://example.com/b",
    "https://x.example/a, https://other.example/a, https://x.example/a",
    "https://x.example/a, https://x.example/, https://x.example/a",
    "https://x.example/a, /b, https://x.example/a",
    "https://x.example/a, https://evilx.example/a, https://x.example/a",
  })
  void aCanonicalAddressIsTakenWhereItCanBeMeant(String target, String canonical, String url) {
    String html = "<link rel=canonical href=\"" + canonical + "\"><p>text";
    Submission read =
        new WarcPage(target, WarcSample.CRAWLED, bytes(html), Optional.empty(), "test")
            .submission();
    assertThat(((Submission.Version) read).article().getUrl()).isEqualTo(url);
  }

  @ParameterizedTest
  @CsvSource({
    "UTF-8, UTF-8, ''",
    "windows-1251, windows-1251, ''",
    "windows-1251, '', windows-1251",
    "UTF-8, ISO-8859-1x, ''",
    "windows-1252, UTF-8, ''",
    "windows-1252, '', UTF-8",
    "ISO-8859-1, ISO-8859-1, ''",
    "UTF-8, '', ''",
    "windows-1252, '', ''",
  })
  void aLyingCharsetIsSeenThrough(String real, String server, String meta) throws Exception {
    String text = real.equals("windows-1251") ? "Хакеры" : "café – Zürich";
    String html = (meta.isEmpty() ? "" : "<meta charset=" + meta + ">") + text;
    if (real.equals("ISO-8859-1")) {
      html = html.replace('–', '-');
    }
    assertThat(
            Decoded.text(
                html.getBytes(real),
                Optional.of("text/html; charset=" + server).filter(type -> !server.isEmpty())))
        .isEqualTo(html);
  }

  @Test
  void theDateIsThePagesOwnWhereverItGivesIt() {
    assertThat(date("<meta property=article:published_time content=2024-01-02>"))
        .isEqualTo("2024-01-02T00:00:00Z");
    assertThat(
            date(
                "<script type=application/ld+json>{\"@graph\":[{\"datePublished\":\"2024-01-03\"}]}</script>"))
        .isEqualTo("2024-01-03T00:00:00Z");
    assertThat(date("<time datetime=2024-01-04>Thursday</time>")).isEqualTo("2024-01-04T00:00:00Z");
    assertThat(date("<p>no date</p>")).isEqualTo(WarcSample.CRAWLED);
  }

  private static Instant date(String html) {
    Submission read =
        new WarcPage(
                "https://x.example/a",
                WarcSample.CRAWLED,
                bytes(html + "text"),
                Optional.empty(),
                "test")
            .submission();
    return ((Submission.Version) read).article().getPublishedAt();
  }

  private List<Long> sample(Path file, WarcCompression compression) throws IOException {
    try (WarcSample sample = new WarcSample(file, compression)) {
      for (int i = 0; i < PAGES; i++) {
        sample.page(
            "https://x.example/" + i,
            WarcSample.html("Page " + i, "2024-03-01", "words ".repeat(i * i % 500)));
      }
      return sample.begins();
    }
  }

  private static List<WarcFile.Entry> read(Path file, long from) throws IOException {
    List<WarcFile.Entry> entries = new ArrayList<>();
    try (WarcFile warc = new WarcFile(file, from)) {
      for (Optional<WarcFile.Entry> entry = warc.next(); entry.isPresent(); entry = warc.next()) {
        assertThat(entry.get().begin())
            .isEqualTo(entries.isEmpty() ? from : entries.get(entries.size() - 1).end());
        assertThat(entry.get().end()).isGreaterThan(entry.get().begin());
        entries.add(entry.get());
      }
    }
    return entries;
  }

  private static List<Article> articles(List<WarcFile.Entry> entries) {
    return entries.stream()
        .flatMap(entry -> entry.page().stream())
        .map(WarcPage::submission)
        .filter(Submission.Version.class::isInstance)
        .map(submission -> ((Submission.Version) submission).article())
        .toList();
  }

  private static Map<WarcSkip, Integer> skips(List<WarcFile.Entry> entries) {
    Map<WarcSkip, Integer> skips = new TreeMap<>();
    entries.forEach(entry -> entry.skip().ifPresent(skip -> skips.merge(skip, 1, Integer::sum)));
    return skips;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
