package io.heistline.producer;

import io.heistline.fetching.FetchFailure;
import io.heistline.fetching.FetchProblem;
import io.heistline.model.FeedState;
import io.heistline.topics.Topics;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One membership in the group of producers: takes its share of the feeds, reads those that are due,
 * publishes what has changed. Everything to do with Kafka happens in the one thread that runs it;
 * feeds are read in others, so that a slow one holds up no other.
 *
 * <p>It holds nothing that is not in Kafka. Whatever fails there, a new session takes its place.
 */
final class FeedSession implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(FeedSession.class);

  /** How soon a feed that has been read is published. */
  private static final Duration TICK = Duration.ofMillis(100);

  /** How long an instance may be silent before others take its feeds over. */
  private static final Duration TAKE_OVER_AFTER = Duration.ofSeconds(15);

  /**
   * Feeds read at the same time, or read and not yet published; each may hold {@link
   * FullText#MOST_CHARACTERS} in memory, most hold none. When the broker is slow, no more are
   * begun.
   */
  static final int MOST_POLLS = 48;

  /** Feeds that are published in one transaction: that costs as much as for one. */
  private static final int MOST_TOGETHER = 48;

  /** A transaction that is larger is not over within its time. */
  private static final long MOST_CHARACTERS_TOGETHER = 16L * 1024 * 1024;

  private final Topics topics;
  private final Clock clock;
  private final FeedPoll poll;
  private final TableReader tables;
  private final FeedTable feeds = new FeedTable();
  private final CurrentArticles articles;
  private final FeedTransactions transactions;
  private final Consumer<String, byte[]> consumer;
  private final BlockingQueue<Done> done = new LinkedBlockingQueue<>();
  private final ProducerMetrics metrics;
  private int reading;

  private record Done(FeedTable.Row row, FeedPoll.Outcome outcome) {}

  FeedSession(
      Topics topics,
      String instance,
      Optional<String> member,
      CurrentArticles articles,
      FeedPoll poll,
      ProducerMetrics metrics,
      Clock clock) {
    this.topics = topics;
    this.articles = articles;
    this.metrics = metrics;
    this.clock = clock;
    this.poll = poll;
    this.tables = new TableReader(topics);
    this.transactions = new FeedTransactions(topics, articles, instance);
    this.consumer = TableReader.consumer(topics, membership(topics, member));
  }

  /** A member with a name comes back as who it was, and its feeds with it. */
  private static Map<String, Object> membership(Topics topics, Optional<String> member) {
    Map<String, Object> config = new HashMap<>();
    config.put("group.id", topics.settings().topicPrefix() + ".producer");
    config.put("partition.assignment.strategy", CooperativeStickyAssignor.class.getName());
    config.put("session.timeout.ms", (int) TAKE_OVER_AFTER.toMillis());
    member.ifPresent(name -> config.put("group.instance.id", name));
    return config;
  }

  /**
   * Works while it may.
   *
   * @throws org.apache.kafka.common.KafkaException if Kafka fails, or has given our share away
   * @throws PublishException if not even the state of a feed can be written
   */
  void run(BooleanSupplier mayRun) {
    transactions.begin();
    articles.putBack(); // reads the topic to its end, which takes long at first; a member must not
    consumer.subscribe(List.of(topics.feeds().name()), new Share());
    while (mayRun.getAsBoolean()) {
      consumer.poll(TICK).forEach(this::take);
      forgetOrphans();
      while (!done.isEmpty()) {
        publish(finished());
      }
      articles.tend();
      begin();
      metrics.stand(feeds.census(), reading);
    }
  }

  private void take(ConsumerRecord<String, byte[]> row) {
    String url = String.valueOf(row.key());
    if (row.value() == null) {
      feeds.remove(row.partition(), url);
    } else {
      TableReader.decode(topics.feeds(), row)
          .ifPresent(feed -> feeds.put(row.partition(), url, feed));
    }
  }

  private void begin() {
    for (FeedTable.Row row : feeds.due(clock.instant())) {
      if (reading >= MOST_POLLS) {
        return;
      }
      reading++;
      feeds.begin(row);
      var unused =
          poll.poll(row.feed(), row.state())
              .handle(
                  (outcome, error) ->
                      outcome != null ? outcome : poll.failed(row.feed(), row.state(), error))
              .thenAccept(outcome -> done.add(new Done(row, outcome)));
    }
  }

  /** What has been read and still counts, as much as goes into one transaction. */
  private List<Done> finished() {
    List<Done> finished = new ArrayList<>();
    long characters = 0;
    while (finished.size() < MOST_TOGETHER && characters < MOST_CHARACTERS_TOGETHER) {
      Done next = done.poll();
      if (next == null) {
        return finished;
      }
      reading--;
      if (feeds.end(next.row())) {
        finished.add(next);
        characters += next.outcome().characters();
      } else {
        log.info("feed {} was read in vain: it has changed, or is another's now", next.row().url());
      }
    }
    return finished;
  }

  private void publish(List<Done> finished) {
    if (finished.isEmpty()) {
      return;
    }
    try {
      transactions.publish(finished.stream().map(this::publication).toList());
      finished.forEach(this::published);
    } catch (PublishException e) {
      log.warn("of {} feeds one cannot be published; trying each alone", finished.size(), e);
      finished.forEach(this::publishAlone);
    }
  }

  private void publishAlone(Done read) {
    try {
      transactions.publish(List.of(publication(read)));
      published(read);
    } catch (PublishException e) {
      log.error("feed {}: nothing of it is published", read.row().url(), e);
      FetchFailure failure =
          new FetchFailure(FetchProblem.NOT_WRITTEN, String.valueOf(e.getMessage()), e);
      FeedTable.Row row = read.row();
      Done failed = new Done(row, poll.failed(row.feed(), row.state(), failure));
      transactions.publish(List.of(publication(failed)));
      published(failed);
    }
  }

  private FeedTransactions.Publication publication(Done read) {
    return new FeedTransactions.Publication(
        ownership(read.row().partition()), read.row(), read.outcome());
  }

  private void published(Done read) {
    feeds.advance(read.row(), read.outcome().next());
    metrics.published(read.outcome());
    report(read.row(), read.outcome());
  }

  private static void report(FeedTable.Row row, FeedPoll.Outcome outcome) {
    FeedState next = outcome.next();
    String due = next.getNextPollAt().map(Object::toString).orElse("now");
    if (next.getRetired()) {
      log.warn("feed {} is gone for good, says its server; add it again to try again", row.url());
    } else if (next.getLastError().isPresent()) {
      log.warn(
          "feed {} failed {} times, next try at {}: {}: {}",
          row.url(),
          next.getFailures(),
          due,
          next.getProblem().orElse(""),
          next.getLastError().get());
    } else if (!outcome.submissions().isEmpty()) {
      long refused =
          outcome.submissions().stream().filter(Submission.Refused.class::isInstance).count();
      log.info(
          "feed {}: published {}, refused {}, next at {}",
          row.url(),
          outcome.submissions().size() - refused,
          refused,
          due);
    }
  }

  private void forgetOrphans() {
    feeds
        .orphans()
        .forEach(
            (url, partition) -> {
              transactions.forget(ownership(partition), List.of(url));
              feeds.forget(url);
              log.info("feed {} is removed", url);
            });
  }

  private FeedTransactions.Ownership ownership(int partition) {
    TopicPartition ours = new TopicPartition(topics.feeds().name(), partition);
    return new FeedTransactions.Ownership(ours, consumer.position(ours), consumer.groupMetadata());
  }

  @Override
  public void close() {
    try (transactions) {
      consumer.close(
          CloseOptions.groupMembershipOperation(CloseOptions.GroupMembershipOperation.LEAVE_GROUP));
      log.info("left the group of producers with {} feeds", feeds.size());
    }
  }

  /** The partitions of the feeds topic that are ours. */
  private final class Share implements ConsumerRebalanceListener {

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> assigned) {
      if (assigned.isEmpty()) {
        return;
      }
      // Waits until no transaction of the owner before us is open: it may still commit, and what it
      // published must be in the states that are read next.
      consumer.committed(new HashSet<>(assigned));
      List<Integer> partitions = assigned.stream().map(TopicPartition::partition).toList();
      Map<Integer, TableReader.Table<FeedState>> states =
          tables.read(topics.feedState(), partitions);
      tables
          .read(topics.feeds(), partitions)
          .forEach(
              (partition, table) -> {
                feeds.assign(partition, table.rows(), table.unreadable(), rows(states, partition));
                consumer.seek(new TopicPartition(topics.feeds().name(), partition), table.end());
              });
      log.info(
          "took over {} of the feeds' partitions: {} feeds now", assigned.size(), feeds.size());
    }

    private Map<String, FeedState> rows(
        Map<Integer, TableReader.Table<FeedState>> states, int partition) {
      TableReader.Table<FeedState> table = states.get(partition);
      return table == null ? Map.of() : table.rows();
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> revoked) {
      revoked.forEach(partition -> feeds.revoke(partition.partition()));
    }
  }
}
