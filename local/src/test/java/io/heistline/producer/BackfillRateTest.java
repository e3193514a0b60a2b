package io.heistline.producer;

import static org.assertj.core.api.Assertions.assertThat;

import io.heistline.local.TestCluster;
import io.heistline.model.Article;
import io.heistline.topics.Topics;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.producer.Producer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.netpreserve.jwarc.WarcCompression;
import org.netpreserve.jwarc.WarcReader;

/**
 * How fast an archive is backfilled, beside what bounds it: reading the archive and nothing else,
 * reading it and making articles, writing the same articles and nothing else. All in turns in one
 * run; a test of its own, since it takes minutes.
 *
 * <p>-Dbackfill.articles names the articles (.jsonl, .jsonl.gz) that the archive is made from,
 * -Dbackfill.records how many.
 */
@EnabledIfSystemProperty(named = "backfill.articles", matches = ".+")
class BackfillRateTest {
  private static final int RECORDS = Integer.getInteger("backfill.records", 10_000);
  private static final int ROUNDS = 3;

  @TempDir private static Path folder;

  @Test
  void rate() throws Exception {
    Path archive = folder.resolve("made.warc.gz");
    List<Article> articles = write(archive);
    double megabytes = Files.size(archive) / 1e6;
    double bodies = articles.stream().mapToLong(each -> each.getBody().length()).sum() / 1e6;
    PrintStream report =
        new PrintStream(
            Files.newOutputStream(Path.of("target", "backfill-rate.txt")),
            true,
            StandardCharsets.UTF_8);
    report.printf("archive: %d records, %.1f MB (%.1f MB unpacked)%n", RECORDS, megabytes, bodies);
    try (report;
        TestCluster cluster = new TestCluster(folder.resolve("broker"))) {
      for (int round = 1; round <= ROUNDS; round++) {
        Topics topics = cluster.topics("rate-" + round, 6);
        time(report, "reading the archive", () -> readBare(archive));
        time(report, "reading it, making articles", () -> readPages(archive));
        time(report, "writing articles", () -> writeBare(topics, articles));
        Topics fresh = cluster.topics("rate-backfill-" + round, 6);
        time(report, "backfill", () -> backfill(fresh, archive));
        assertThat(new TopicLog(fresh).articles()).hasSize(RECORDS);
      }
    }
  }

  private interface Work {
    void run() throws Exception;
  }

  private static void time(PrintStream report, String what, Work work) throws Exception {
    long start = System.nanoTime();
    work.run();
    double seconds = (System.nanoTime() - start) / 1e9;
    report.printf("%-30s %6.2f s %8.0f records/s%n", what, seconds, RECORDS / seconds);
  }

  private static List<Article> write(Path archive) throws IOException {
    List<Article> originals = new ArrayList<>();
    try (var submissions =
        new ArticleFiles()
            .read(List.of(Path.of(System.getProperty("backfill.articles"))), FileDefaults.NONE)) {
      submissions
          .filter(Submission.Version.class::isInstance)
          .forEach(version -> originals.add(((Submission.Version) version).article()));
    }
    List<Article> written = new ArrayList<>();
    try (WarcSample sample = new WarcSample(archive, WarcCompression.GZIP)) {
      for (int i = 0; i < RECORDS; i++) {
        Article original = originals.get(i % originals.size());
        String url = "https://news.example/" + i;
        String html = page(original);
        sample.page(url, html);
        written.add(
            Article.newBuilder(original)
                .setId(ArticleId.of(url))
                .setUrl(url)
                .setBody(html)
                .setContentType("text/html")
                .build());
      }
    }
    return written;
  }

  /** As much markup around the text as a plain news page has. */
  private static String page(Article article) {
    StringBuilder text = new StringBuilder();
    for (String paragraph : article.getBody().split("\n")) {
      text.append("<p class=\"story-text\">").append(paragraph).append("</p>\n");
    }
    String navigation =
        "<li class=\"nav-item\"><a href=\"/section/world\" class=\"nav-link\">World</a></li>\n";
    return WarcSample.html(
        article.getTitle(),
        article.getPublishedAt().toString(),
        "<ul>" + navigation.repeat(60) + "</ul>" + text + "<ul>" + navigation.repeat(60) + "</ul>");
  }

  private static void readBare(Path archive) throws IOException {
    try (WarcReader reader = new WarcReader(archive)) {
      for (var record = reader.next(); record.isPresent(); record = reader.next()) {
        record.get().body().consume();
      }
    }
  }

  private static void readPages(Path archive) throws IOException {
    try (WarcFile warc = new WarcFile(archive, 0)) {
      for (Optional<WarcFile.Entry> entry = warc.next(); entry.isPresent(); entry = warc.next()) {
        assertThat(entry.get().problem()).isEmpty();
      }
    }
  }

  private static void writeBare(Topics topics, List<Article> articles) {
    try (Producer<String, byte[]> producer = TopicWriter.producer(topics, Map.of())) {
      ArticleOutbox outbox = new ArticleOutbox(topics, new TopicWriter(producer));
      articles.forEach(outbox::publish);
      outbox.flush();
    }
  }

  private static void backfill(Topics topics, Path archive) throws Exception {
    try (Backfill backfill = new Backfill(topics, Clock.systemUTC(), archive, false)) {
      backfill.run(progress -> {}, trouble -> {});
    }
  }
}
