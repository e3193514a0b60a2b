package io.heistline.producer;

import com.sun.management.OperatingSystemMXBean;
import io.heistline.local.TestCluster;
import io.heistline.model.Article;
import io.heistline.topics.Topics;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.clients.producer.Producer;
import org.netpreserve.jwarc.WarcCompression;
import org.netpreserve.jwarc.WarcReader;

/**
 * How fast an archive is backfilled, beside what bounds it: reading the archive and nothing else,
 * reading it and making articles, writing the same articles and nothing else.
 */
public final class BackfillRate {
  private static final int PARTITIONS = 6;
  private static final OperatingSystemMXBean PROCESS =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private final PrintStream out;
  private final Path archive;
  private final List<Submission.Version> articles;

  private BackfillRate(PrintStream out, Path archive, List<Submission.Version> articles) {
    this.out = out;
    this.archive = archive;
    this.articles = articles;
  }

  /**
   * Measures and prints.
   *
   * @param pages that the archive is made from, over and over
   * @param records in the archive
   * @param rounds all in turns, for the machine's speed may change
   * @throws IllegalStateException if a backfill did not publish each page once
   */
  public static void run(PrintStream out, List<Article> pages, int records, int rounds)
      throws IOException, InterruptedException {
    Path archive = Files.createTempFile("heistline-", ".warc.gz");
    try (TestCluster cluster = TestCluster.temporary()) {
      BackfillRate rate = new BackfillRate(out, archive, write(archive, pages, records));
      out.printf(
          Locale.ROOT,
          "%nAn archive of %,d pages, %.1f MB, %.1f MB unpacked%n",
          records,
          Files.size(archive) / 1e6,
          rate.articles.stream().mapToLong(each -> each.article().getBody().length()).sum() / 1e6);
      for (int round = 1; round <= rounds; round++) {
        rate.round(
            cluster.topics("rate-bare-" + round, PARTITIONS),
            cluster.topics("rate-backfill-" + round, PARTITIONS));
      }
    } finally {
      Files.delete(archive);
    }
  }

  private interface Work {
    void run() throws IOException, InterruptedException;
  }

  private void round(Topics bare, Topics filled) throws IOException, InterruptedException {
    time("reading the archive", this::readBare);
    time("reading it, making articles", this::readPages);
    time("writing articles", () -> writeBare(bare));
    time("backfill", () -> backfill(filled));
    int published = new TopicLog(filled).articles().size();
    if (published != articles.size()) {
      throw new IllegalStateException(
          "%d articles of %d pages".formatted(published, articles.size()));
    }
  }

  private void time(String what, Work work) throws IOException, InterruptedException {
    long start = System.nanoTime();
    long processorAt = PROCESS.getProcessCpuTime();
    work.run();
    double seconds = (System.nanoTime() - start) / 1e9;
    double processor = (PROCESS.getProcessCpuTime() - processorAt) / 1e9;
    out.printf(
        Locale.ROOT,
        "%-30s %6.2f s %,8.0f records/s %6.2f s of processor%n",
        what,
        seconds,
        articles.size() / seconds,
        processor);
  }

  private static List<Submission.Version> write(Path archive, List<Article> pages, int records)
      throws IOException {
    List<Submission.Version> written = new ArrayList<>();
    try (WarcSample sample = new WarcSample(archive, WarcCompression.GZIP)) {
      for (int i = 0; i < records; i++) {
        Article page = pages.get(i % pages.size());
        String url = "https://news.example/" + i;
        sample.page(url, page.getBody());
        written.add(
            new Submission.Version(
                Article.newBuilder(page).setId(ArticleId.of(url)).setUrl(url).build()));
      }
    }
    return written;
  }

  private void readBare() throws IOException {
    try (WarcReader reader = new WarcReader(archive)) {
      for (var record = reader.next(); record.isPresent(); record = reader.next()) {
        record.get().body().consume();
      }
    }
  }

  private void readPages() throws IOException {
    try (WarcFile warc = new WarcFile(archive, 0);
        WarcArticles pages = new WarcArticles(warc)) {
      pages.forEachRemaining(made -> made.entry().problem().ifPresent(BackfillRate::fail));
    }
  }

  private void writeBare(Topics topics) {
    try (Producer<String, byte[]> producer = TopicWriter.producer(topics, Map.of())) {
      ArticleOutbox outbox = new ArticleOutbox(topics, new TopicWriter(producer));
      articles.forEach(outbox::accept);
      outbox.flush();
    }
  }

  private void backfill(Topics topics) throws IOException, InterruptedException {
    try (Backfill backfill = new Backfill(topics, Clock.systemUTC(), archive, false)) {
      Backfill.Progress end = backfill.run(progress -> {}, BackfillRate::fail);
      out.printf(
          Locale.ROOT, "  of which waiting for pages   %6.2f s%n", end.waited().toNanos() / 1e9);
    }
  }

  private static void fail(String problem) {
    throw new IllegalStateException(problem);
  }
}
