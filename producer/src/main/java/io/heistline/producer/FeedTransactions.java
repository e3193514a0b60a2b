package io.heistline.producer;

import io.heistline.model.Article;
import io.heistline.model.FeedState;
import io.heistline.topics.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/**
 * Publishes what was read of feeds, and how those then stand, in one transaction.
 *
 * <p>One transactional id an instance, not one a partition: partitions come and go with the group,
 * and each would need a producer of its own. What keeps an instance that has lost its partition
 * from publishing is the group: every transaction also commits the group's offset of that partition
 * with the group's generation, which the broker refuses from any but the present owner. So the
 * offset is not there to be resumed from, for the feeds are read from the beginning; it is the
 * fence.
 */
final class FeedTransactions implements AutoCloseable {
  /**
   * After this the broker ends a transaction that a dead instance left open. Until then it holds up
   * all who read the same partitions.
   */
  static final Duration TIMEOUT = Duration.ofSeconds(30);

  private final Topics topics;
  private final CurrentArticles articles;
  private final Producer<String, byte[]> producer;

  FeedTransactions(Topics topics, CurrentArticles articles, String instance) {
    this(
        topics,
        articles,
        TopicWriter.producer(
            topics,
            Map.of(
                "transactional.id",
                topics.settings().topicPrefix() + ".producer." + instance,
                "transaction.timeout.ms",
                (int) TIMEOUT.toMillis())));
  }

  FeedTransactions(Topics topics, CurrentArticles articles, Producer<String, byte[]> producer) {
    this.topics = topics;
    this.articles = articles;
    this.producer = producer;
  }

  /**
   * Ends what an instance of the same name has left open, and shuts it out.
   *
   * @throws KafkaException if the broker does not answer
   */
  void begin() {
    producer.initTransactions();
  }

  /**
   * The right to publish for a partition.
   *
   * @param feeds the partition of the feeds topic
   * @param position how far it is read
   * @param group the membership by which it was assigned
   */
  record Ownership(TopicPartition feeds, long position, ConsumerGroupMetadata group) {}

  /** What was read of a feed. */
  record Publication(Ownership ownership, FeedTable.Row row, FeedPoll.Outcome outcome) {}

  /**
   * Publishes of the articles those that are newer than what is there, and how the feeds stand; all
   * or nothing.
   *
   * @throws PublishException if a record cannot be written; nothing is
   * @throws KafkaException if this instance no longer owns the partition, or the broker is gone;
   *     then nothing is written, and this object is of no more use
   */
  void publish(List<Publication> publications) {
    articles.publish(
        publications.stream()
            .flatMap(
                publication ->
                    publication.outcome().submissions().stream()
                        .map(submission -> dated(submission, publication)))
            .toList(),
        newer ->
            transact(
                publications.stream().map(Publication::ownership).toList(),
                writer -> {
                  ArticleOutbox outbox = articles.outbox(writer);
                  newer.forEach(outbox::accept);
                  publications.forEach(publication -> writeState(publication, writer));
                }));
  }

  /**
   * An edit that does not say when it was made was made when it was seen, if it would count for
   * nothing otherwise: what a feed changes in an article is never lost.
   */
  private Submission dated(Submission submission, Publication publication) {
    if (!(submission instanceof Submission.Version version)
        || version.article().getUpdatedAt().isPresent()
        || publication
            .row()
            .state()
            .getVersions()
            .getOrDefault(version.article().getId(), "")
            .isEmpty()) {
      return submission;
    }
    VersionStamp edit = version.stamp();
    return articles
        .stamp(version.article().getId())
        .filter(edit::isOlderThan)
        .<Submission>map(current -> seen(version, current, publication.outcome().next()))
        .orElse(submission);
  }

  private static Submission.Version seen(
      Submission.Version version, VersionStamp current, FeedState next) {
    Instant now = next.getLastPollAt().orElse(Instant.EPOCH);
    Instant later = current.time().plusMillis(1);
    return new Submission.Version(
        Article.newBuilder(version.article())
            .setUpdatedAt(now.isBefore(later) ? later : now)
            .build());
  }

  private void writeState(Publication publication, TopicWriter writer) {
    FeedTable.Row row = publication.row();
    writer.send(
        topics.feedState(),
        row.partition(),
        row.url(),
        publication.outcome().next(),
        "the state of feed " + row.url());
  }

  /** Withdraws the states of feeds that are no more; errors as {@link #publish}. */
  void forget(Ownership ownership, List<String> urls) {
    transact(
        List.of(ownership),
        writer ->
            urls.forEach(
                url ->
                    writer.send(
                        topics.feedState(),
                        ownership.feeds().partition(),
                        url,
                        null,
                        "the end of feed " + url)));
  }

  private void transact(List<Ownership> ownerships, Consumer<TopicWriter> work) {
    ConsumerGroupMetadata group = ownerships.get(0).group();
    if (group.generationId() < 0) {
      throw new KafkaException("this instance has left its group, and may publish nothing");
    }
    Map<TopicPartition, OffsetAndMetadata> positions = new HashMap<>();
    ownerships.forEach(
        owned -> positions.put(owned.feeds(), new OffsetAndMetadata(owned.position())));
    TopicWriter writer = new TopicWriter(producer);
    producer.beginTransaction();
    try {
      work.accept(writer);
      writer.flush();
      producer.sendOffsetsToTransaction(positions, group);
      producer.commitTransaction();
    } catch (PublishException e) {
      producer.abortTransaction();
      throw e;
    }
  }

  /** Ends an open transaction by closing: the broker aborts it when the next one begins. */
  @Override
  public void close() {
    producer.close();
  }
}
