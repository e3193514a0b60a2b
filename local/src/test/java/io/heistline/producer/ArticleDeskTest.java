package io.heistline.producer;

import static org.assertj.core.api.Assertions.assertThat;

import io.heistline.local.TestCluster;
import io.heistline.model.Article;
import io.heistline.topics.TopicTable;
import io.heistline.topics.Topics;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.Producer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who hands in what, in whatever order: the same articles lie in the topic. */
@Timeout(120)
class ArticleDeskTest {
  private static final Instant DAY = Instant.parse("2024-03-01T00:00:00Z");
  private static final Clock CLOCK = Clock.fixed(DAY.plus(Duration.ofDays(9)), ZoneOffset.UTC);

  private static final AtomicInteger LEDGERS = new AtomicInteger();

  @TempDir private static Path folder;
  private static TestCluster cluster;
  private Topics topics;

  @BeforeAll
  static void startBroker() throws Exception {
    cluster = new TestCluster(folder);
  }

  @AfterAll
  static void stopBroker() {
    cluster.close();
  }

  @BeforeEach
  void makeTopics() {
    topics = cluster.topics("desk-" + LEDGERS.incrementAndGet(), 2);
  }

  @Test
  void anOlderVersionDoesNotReplaceANewerOneWhoeverPublishedThat() {
    try (ArticleDesk one = new ArticleDesk(topics, CLOCK);
        ArticleDesk another = new ArticleDesk(topics, CLOCK)) {
      assertThat(verdicts(one.accept(List.of(version("a", 3, "new")))))
          .containsExactly(Receipt.Verdict.STORED);
      List<Receipt> receipts =
          another.accept(
              List.of(version("a", 2, "old"), version("a", 3, "new"), version("b", 0, "x")));
      assertThat(verdicts(receipts))
          .containsExactly(Receipt.Verdict.STALE, Receipt.Verdict.KNOWN, Receipt.Verdict.STORED);
      assertThat(receipts.get(0).currentAt()).contains(DAY.plus(Duration.ofDays(3)));
    }
    assertThat(bodies()).containsOnly(Map.entry("a", "new"), Map.entry("b", "x"));
    assertThat(log("a")).hasSize(1);
  }

  @Test
  void aWithdrawalHoldsForEveryOtherPublisherAndALaterVersionEndsIt() {
    try (ArticleDesk desk = new ArticleDesk(topics, CLOCK)) {
      desk.accept(List.of(version("a", 1, "x")));
      assertThat(desk.withdraw("a")).isTrue();
      assertThat(desk.withdraw("a")).isFalse();
      assertThat(desk.withdraw("never-seen")).isFalse();
    }
    try (ArticleDesk another = new ArticleDesk(topics, CLOCK)) {
      assertThat(verdicts(another.accept(List.of(version("a", 8, "before it was withdrawn")))))
          .containsExactly(Receipt.Verdict.STALE);
      assertThat(bodies()).isEmpty();
      another.accept(List.of(version("a", 10, "after")));
    }
    assertThat(bodies()).containsOnly(Map.entry("a", "after"));
  }

  @Test
  void aVersionFromTheFutureCanBeWithdrawnToo() {
    try (ArticleDesk desk = new ArticleDesk(topics, CLOCK)) {
      desk.accept(List.of(version("a", 20, "x")));
      assertThat(desk.withdraw("a")).isTrue();
    }
    assertThat(bodies()).isEmpty();
  }

  @Test
  void whatAnotherProgramWritesStandsAsItIs() {
    try (ArticleDesk desk = new ArticleDesk(topics, CLOCK)) {
      desk.accept(List.of(version("a", 5, "ours")));
      try (Producer<String, byte[]> foreign = TopicWriter.producer(topics, Map.of())) {
        TopicWriter writer = new TopicWriter(foreign);
        writer.send(topics.articles(), "a", version("a", 1, "theirs").article(), "theirs");
        writer.flush();
      }
      assertThat(verdicts(desk.accept(List.of(version("a", 2, "later than theirs")))))
          .containsExactly(Receipt.Verdict.STORED);
    }
    assertThat(bodies()).containsOnly(Map.entry("a", "later than theirs"));
  }

  /** Both find their version newer than what lies there; the older one is written last. */
  @Test
  void whoCoversANewerVersionPutsItBack() {
    try (ArticleDesk quick = new ArticleDesk(topics, CLOCK);
        CurrentArticles slow = new CurrentArticles(topics);
        Producer<String, byte[]> producer = TopicWriter.producer(topics, Map.of())) {
      slow.publish(
          List.of(version("a", 1, "old")),
          newer -> {
            quick.accept(List.of(version("a", 2, "new")));
            write(slow, producer, newer);
          });
      assertThat(bodies()).containsOnly(Map.entry("a", "old"));
      slow.putBack();
      assertThat(bodies()).containsOnly(Map.entry("a", "new"));
      slow.putBack();
      quick.accept(List.of());
      assertThat(log("a")).hasSize(3);
    }
  }

  @Test
  void whoDiesHavingCoveredANewerVersionLeavesItToTheNextToStart() {
    try (ArticleDesk quick = new ArticleDesk(topics, CLOCK);
        CurrentArticles dying = new CurrentArticles(topics);
        Producer<String, byte[]> producer = TopicWriter.producer(topics, Map.of())) {
      dying.publish(
          List.of(version("a", 1, "old")),
          newer -> {
            quick.accept(List.of(version("a", 2, "new")));
            write(dying, producer, newer);
          });
    }
    try (ArticleDesk next = new ArticleDesk(topics, CLOCK)) {
      next.accept(List.of());
    }
    assertThat(bodies()).containsOnly(Map.entry("a", "new"));
  }

  /** Three publishers at once, each in an order of its own, in parts: as if it had been one. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void anyNumberOfPublishersInAnyOrderLeaveTheSameArticles(long seed) throws Exception {
    List<Submission> history = history(new Random(seed));
    Map<String, String> expected = new TreeMap<>();
    LatestVersions latest = new LatestVersions();
    for (Submission submission : history) {
      if (latest.offer(submission).isPresent()) {
        if (submission instanceof Submission.Version version) {
          expected.put(version.article().getId(), version.article().getBody());
        } else {
          expected.remove(((Submission.Withdrawal) submission).id());
        }
      }
    }
    List<Thread> publishers = new ArrayList<>();
    for (int number = 0; number < 3; number++) {
      List<Submission> mine = new ArrayList<>(history);
      Collections.shuffle(mine, new Random(seed * 31 + number));
      publishers.add(new Thread(() -> publish(mine)));
    }
    publishers.forEach(Thread::start);
    for (Thread publisher : publishers) {
      publisher.join();
    }
    assertThat(bodies()).isEqualTo(expected);
  }

  private void publish(List<Submission> submissions) {
    try (ArticleDesk desk = new ArticleDesk(topics, CLOCK)) {
      for (int from = 0; from < submissions.size(); from += 5) {
        desk.accept(submissions.subList(from, Math.min(from + 5, submissions.size())));
      }
    }
  }

  private static List<Submission> history(Random random) {
    List<Submission> history = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      String id = "article-" + random.nextInt(6);
      int day = random.nextInt(4);
      history.add(
          random.nextInt(5) == 0
              ? new Submission.Withdrawal(id, "", DAY.plus(Duration.ofDays(day)))
              : version(id, day, "text " + random.nextInt(1_000)));
    }
    return history;
  }

  private static void write(
      CurrentArticles current, Producer<String, byte[]> producer, List<Submission> submissions) {
    ArticleOutbox outbox = current.outbox(new TopicWriter(producer));
    submissions.forEach(outbox::accept);
    outbox.flush();
  }

  private static Submission.Version version(String id, int day, String body) {
    return new Submission.Version(
        Article.newBuilder()
            .setId(id)
            .setUrl("https://news.example/" + id)
            .setPublisher("news.example")
            .setTitle("Title")
            .setBody(body)
            .setContentType("text/plain")
            .setPublishedAt(DAY)
            .setUpdatedAt(DAY.plus(Duration.ofDays(day)))
            .build());
  }

  private static List<Receipt.Verdict> verdicts(List<Receipt> receipts) {
    return receipts.stream().map(Receipt::verdict).toList();
  }

  private Map<String, String> bodies() {
    Map<String, String> bodies = new HashMap<>();
    TopicTable.read(topics.settings(), topics.articles())
        .forEach((id, article) -> bodies.put(id, article.getBody()));
    return bodies;
  }

  private List<String> log(String id) {
    return new TopicLog(topics).articles().stream().filter(id::equals).toList();
  }
}
