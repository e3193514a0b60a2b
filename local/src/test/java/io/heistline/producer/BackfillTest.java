package io.heistline.producer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heistline.local.TestCluster;
import io.heistline.model.Article;
import io.heistline.model.FeedState;
import io.heistline.topics.TopicTable;
import io.heistline.topics.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.netpreserve.jwarc.WarcCompression;

/** A web archive into a real broker. */
@Timeout(180)
class BackfillTest {
  private static final AtomicInteger LEDGERS = new AtomicInteger();

  @TempDir private static Path brokerFolder;
  private static TestCluster cluster;

  @TempDir private Path folder;
  private Topics topics;

  @BeforeAll
  static void startBroker() throws Exception {
    cluster = new TestCluster(brokerFolder);
  }

  @AfterAll
  static void stopBroker() {
    cluster.close();
  }

  @BeforeEach
  void makeTopics() {
    topics = cluster.topics("backfill-" + LEDGERS.incrementAndGet(), 3);
  }

  @Test
  void thePagesAreInTheTopicAndASecondRunHasNothingToDo() throws Exception {
    Path file = archive("a.warc.gz", 1_300, "text");
    Backfill.Progress first = run(file, false);
    assertThat(first.stored()).isEqualTo(1_300);
    assertThat(first.records()).isEqualTo(1_301);
    assertThat(first.position()).isEqualTo(Files.size(file));
    assertThat(first.skipped()).containsOnly(Map.entry(WarcSkip.OTHER_RECORD, 1L));
    assertThat(articles()).hasSize(1_300);

    assertThat(run(file, false).records()).isZero();
    Backfill.Progress again = run(file, true);
    assertThat(again.stored()).isZero();
    assertThat(again.known()).isEqualTo(1_300);
    assertThat(versions()).isEqualTo(1_300);
  }

  @Test
  void anotherFileOfTheSameNameIsReadFromItsBeginning() throws Exception {
    Path file = archive("a.warc.gz", 10, "text");
    run(file, false);
    Files.move(archive("b.warc.gz", 20, "other"), file, StandardCopyOption.REPLACE_EXISTING);
    assertThat(run(file, false).records()).isEqualTo(21);
  }

  /** Wherever a run ends, the next one goes on; in the end it is as if there had been one. */
  @Test
  void aRunThatIsCutShortIsGoneOnWith() throws Exception {
    Path file = archive("a.warc.gz", 3_000, "text ".repeat(200));
    Random random = new Random(7);
    long position = 0;
    int runs = 0;
    while (position < Files.size(file)) {
      int transactions = 1 + random.nextInt(3);
      AtomicInteger done = new AtomicInteger();
      try (Backfill backfill = new Backfill(topics, Clock.systemUTC(), file, false)) {
        assertThat(backfill.resumesAt()).isEqualTo(position);
        backfill.run(
            progress -> {
              if (done.incrementAndGet() == transactions) {
                throw new CutShort();
              }
            },
            trouble -> {});
      } catch (CutShort e) {
        runs++;
      }
      FeedState state =
          TopicTable.read(topics.settings(), topics.feedState()).firstEntry().getValue();
      assertThat(state.getResumeAt().orElseThrow()).isGreaterThan(position);
      position = state.getResumeAt().orElseThrow();
    }
    assertThat(runs).isGreaterThan(1);
    assertThat(articles()).hasSize(3_000);
    assertThat(versions()).isEqualTo(3_000);
  }

  @Test
  void aSecondRunAtTheSameTimeShutsTheFirstOut() throws Exception {
    Path file = archive("a.warc.gz", 50, "text");
    try (Backfill first = new Backfill(topics, Clock.systemUTC(), file, false);
        Backfill second = new Backfill(topics, Clock.systemUTC(), file, false)) {
      assertThat(second.run(progress -> {}, trouble -> {}).stored()).isEqualTo(50);
      assertThatThrownBy(() -> first.run(progress -> {}, trouble -> {}))
          .isInstanceOf(KafkaException.class);
    }
    assertThat(versions()).isEqualTo(50);
  }

  @Test
  void whatIsNewerInTheTopicStays() throws Exception {
    try (ArticleDesk desk = new ArticleDesk(topics, Clock.systemUTC())) {
      Article newer =
          Article.newBuilder()
              .setId(ArticleId.of("https://x.example/7"))
              .setUrl("https://x.example/7")
              .setPublisher("x.example")
              .setTitle("Corrected")
              .setBody("newer")
              .setContentType("text/plain")
              .setPublishedAt(Instant.parse("2024-05-01T00:00:00Z"))
              .build();
      desk.accept(List.of(new Submission.Version(newer)));
    }
    Backfill.Progress progress = run(archive("a.warc.gz", 10, "older"), false);
    assertThat(progress.stored()).isEqualTo(9);
    assertThat(progress.known()).isEqualTo(1);
    assertThat(articles().get(ArticleId.of("https://x.example/7")).getBody()).isEqualTo("newer");
  }

  private static final class CutShort extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private Path archive(String name, int pages, String text) throws IOException {
    Path file = folder.resolve(name);
    try (WarcSample sample = new WarcSample(file, WarcCompression.GZIP)) {
      for (int i = 0; i < pages; i++) {
        sample.page("https://x.example/" + i, WarcSample.html("Page " + i, "2024-03-01", text));
      }
    }
    return file;
  }

  private Backfill.Progress run(Path file, boolean again) throws Exception {
    try (Backfill backfill = new Backfill(topics, Clock.systemUTC(), file, again)) {
      return backfill.run(progress -> {}, trouble -> {});
    }
  }

  private Map<String, Article> articles() {
    return TopicTable.read(topics.settings(), topics.articles());
  }

  /** Records in the topic of articles, replaced ones too. */
  private long versions() {
    return new TopicLog(topics).articles().size();
  }
}
