package io.heistline.producer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heistline.model.Article;
import io.heistline.model.FeedState;
import io.heistline.topics.ClusterSettings;
import io.heistline.topics.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

/**
 * What goes to which topic, and what happens if it does not; with a real broker in module local.
 */
class PublishingTest {
  private static final TopicPartition FEEDS = new TopicPartition("heistline.feeds", 2);

  private final Topics topics =
      new Topics(
          new ClusterSettings("unused:9092", "mock://publishing", "heistline", 3, (short) 1));
  private final MockProducer<String, byte[]> kafka = producer(true);

  @Test
  void articlesWithdrawalsAndRefusalsHaveTheirTopics() {
    try (ArticlePublisher publisher = new ArticlePublisher(topics, kafka)) {
      publisher.accept(Articles.version("a", "x"));
      publisher.accept(new Submission.Withdrawal("b", "urn:heistline:b", Articles.DAY));
      publisher.accept(new Submission.Refused("a.jsonl:3", "not JSON", Original.of("{")));
    }
    assertThat(kafka.closed()).isTrue();
    assertThat(kafka.history())
        .satisfiesExactly(
            version -> {
              assertThat(version.topic()).isEqualTo("heistline.articles");
              assertThat(version.key()).isEqualTo("a");
              assertThat(
                      topics
                          .articles()
                          .values()
                          .deserializer()
                          .deserialize(version.topic(), version.value()))
                  .isEqualTo(Articles.article("a", "x"));
            },
            tombstone -> {
              assertThat(tombstone.topic()).isEqualTo("heistline.articles");
              assertThat(tombstone.key()).isEqualTo("b");
              assertThat(tombstone.value()).isNull();
            },
            letter -> {
              assertThat(letter.topic()).isEqualTo("heistline.dead-letters");
              assertThat(letter.key()).isEqualTo("a.jsonl:3");
              assertThat(letter.value()).isEqualTo("{".getBytes(UTF_8));
              assertThat(header(letter, "heistline.reason")).isEqualTo("not JSON");
              assertThat(header(letter, "heistline.stage")).isEqualTo("producer");
              assertThat(header(letter, "heistline.origin")).isEqualTo("a.jsonl:3");
            });
  }

  @Test
  void aFailureNamesTheArticleAndIsNotForgotten() {
    MockProducer<String, byte[]> manual = producer(false);
    ArticlePublisher publisher = new ArticlePublisher(topics, manual);
    publisher.publish(Articles.article("a", "x"));
    manual.errorNext(new RecordTooLargeException("too large"));
    String message =
        "cannot write article a (https://news.example/a) to heistline.articles: too large";
    assertThatThrownBy(() -> publisher.publish(Articles.article("b", "y")))
        .isInstanceOf(PublishException.class)
        .hasMessage(message);
    assertThatThrownBy(publisher::flush).hasMessage(message);
    assertThatThrownBy(publisher::close).hasMessage(message);
    assertThat(manual.closed()).isTrue();
  }

  @Test
  void aFeedsArticlesAndItsStateGoOutTogetherWithTheFence() {
    try (FeedTransactions transactions = begun()) {
      FeedState next = FeedState.newBuilder(row().state()).setEtag("v1").build();
      transactions.publish(
          publication(
              5, new FeedPoll.Outcome(List.of(Articles.version("a", "x"), refusal()), next)));
      assertThat(kafka.commitCount()).isEqualTo(1);
      assertThat(kafka.history().stream().map(ProducerRecord::topic))
          .containsExactly("heistline.articles", "heistline.dead-letters", "heistline.feed-state");
      assertThat(kafka.consumerGroupOffsetsHistory())
          .containsExactly(Map.of("group", Map.of(FEEDS, new OffsetAndMetadata(7))));
      transactions.forget(ownership(5), List.of("https://a.example"));
      assertThat(kafka.history().get(3).value()).isNull();
    }
  }

  @Test
  void severalFeedsGoOutTogetherWithTheFenceOfEachPartition() {
    try (FeedTransactions transactions = begun()) {
      FeedPoll.Outcome outcome =
          new FeedPoll.Outcome(List.of(Articles.version("a", "x")), row().state());
      TopicPartition other = new TopicPartition("heistline.feeds", 0);
      FeedTransactions.Publication first = publication(5, outcome).get(0);
      transactions.publish(
          List.of(
              first,
              new FeedTransactions.Publication(
                  new FeedTransactions.Ownership(other, 3, first.ownership().group()),
                  row(),
                  FeedPoll.Outcome.unchanged(row().state()))));
      assertThat(kafka.commitCount()).isEqualTo(1);
      assertThat(kafka.history()).hasSize(3);
      assertThat(kafka.consumerGroupOffsetsHistory())
          .containsExactly(
              Map.of(
                  "group",
                  Map.of(FEEDS, new OffsetAndMetadata(7), other, new OffsetAndMetadata(3))));
    }
  }

  @Test
  void whoHasLostThePartitionPublishesNothing() {
    FeedTransactions transactions = begun();
    FeedPoll.Outcome outcome = new FeedPoll.Outcome(List.of(refusal()), row().state());
    kafka.sendOffsetsToTransactionException = new CommitFailedException("another generation");
    assertThatThrownBy(() -> transactions.publish(publication(5, outcome)))
        .isInstanceOf(KafkaException.class);
    assertThat(kafka.history()).isEmpty();
    assertThatThrownBy(() -> transactions.publish(publication(-1, outcome)))
        .isInstanceOf(KafkaException.class)
        .hasMessageContaining("has left its group");
  }

  @Test
  void aRecordThatCannotBeWrittenTakesItsTransactionBack() {
    FeedTransactions transactions = begun();
    kafka.sendException = new RecordTooLargeException("too large");
    FeedPoll.Outcome outcome =
        new FeedPoll.Outcome(List.of(Articles.version("a", "x")), row().state());
    assertThatThrownBy(() -> transactions.publish(publication(5, outcome)))
        .isInstanceOf(PublishException.class)
        .hasMessageContaining("article a");
    assertThat(kafka.transactionAborted()).isTrue();
    kafka.sendException = null;
    transactions.publish(publication(5, outcome));
    assertThat(kafka.history()).hasSize(2);
  }

  /** The same page in two feeds, with other words: the longer text, whichever comes first. */
  @Test
  void ofTwoFeedsWithOneArticleTheRuleDecidesAndAnEditWithoutATimeCountsFromWhenItWasSeen() {
    Instant seen = Articles.DAY.plus(Duration.ofDays(3));
    try (FeedTransactions transactions = begun()) {
      publish(transactions, Articles.version("a", "the whole text"), Map.of(), seen);
      publish(transactions, Articles.version("a", "summary"), Map.of(), seen);
      publish(transactions, Articles.version("a", "the whole text"), Map.of(), seen);
      assertThat(bodies()).containsExactly("the whole text");

      publish(transactions, Articles.version("a", "corrected"), Map.of("a", "digest"), seen);
      assertThat(bodies()).containsExactly("the whole text", "corrected");
      assertThat(articles().get(1).getUpdatedAt()).contains(seen);

      publish(transactions, Articles.version("a", "again"), Map.of("a", "digest"), seen);
      assertThat(articles().get(2).getUpdatedAt()).contains(seen.plusMillis(1));
    }
  }

  private void publish(
      FeedTransactions transactions,
      Submission submission,
      Map<String, String> published,
      Instant seen) {
    FeedState before = FeedState.newBuilder(row().state()).setVersions(published).build();
    FeedState next = FeedState.newBuilder(before).setLastPollAt(seen).build();
    transactions.publish(
        List.of(
            new FeedTransactions.Publication(
                ownership(5),
                new FeedTable.Row(row().partition(), row().feed(), before),
                new FeedPoll.Outcome(List.of(submission), next))));
  }

  private List<String> bodies() {
    return articles().stream().map(Article::getBody).toList();
  }

  private List<Article> articles() {
    return kafka.history().stream()
        .filter(record -> record.topic().equals("heistline.articles"))
        .map(
            record ->
                topics
                    .articles()
                    .values()
                    .deserializer()
                    .deserialize(record.topic(), record.value()))
        .toList();
  }

  /** Of a topic in which there is nothing yet. */
  private CurrentArticles current() {
    TopicPartition partition = new TopicPartition("heistline.articles", 0);
    MockConsumer<String, byte[]> consumer = new MockConsumer<>("earliest");
    consumer.updatePartitions(
        partition.topic(),
        List.of(new PartitionInfo(partition.topic(), 0, null, new Node[0], new Node[0])));
    consumer.updateBeginningOffsets(Map.of(partition, 0L));
    consumer.updateEndOffsets(Map.of(partition, 0L));
    return new CurrentArticles(topics, consumer);
  }

  private FeedTransactions begun() {
    FeedTransactions transactions = new FeedTransactions(topics, current(), kafka);
    transactions.begin();
    return transactions;
  }

  private static Submission refusal() {
    return new Submission.Refused("feed 7", "no date");
  }

  private static List<FeedTransactions.Publication> publication(
      int generation, FeedPoll.Outcome outcome) {
    return List.of(new FeedTransactions.Publication(ownership(generation), row(), outcome));
  }

  private static FeedTable.Row row() {
    String url = "https://a.example";
    return new FeedTable.Row(2, TestFeeds.feed(url), FeedProgress.start(url));
  }

  @SuppressWarnings("removal") // only the consumer itself can make one otherwise
  private static FeedTransactions.Ownership ownership(int generation) {
    return new FeedTransactions.Ownership(
        FEEDS, 7, new ConsumerGroupMetadata("group", generation, "member", Optional.empty()));
  }

  private static String header(ProducerRecord<?, ?> record, String name) {
    return new String(record.headers().lastHeader(name).value(), UTF_8);
  }

  private static MockProducer<String, byte[]> producer(boolean autoComplete) {
    return new MockProducer<>(
        autoComplete, null, new StringSerializer(), new ByteArraySerializer());
  }
}
