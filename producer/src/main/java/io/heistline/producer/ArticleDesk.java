package io.heistline.producer;

import io.heistline.topics.Topics;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.producer.Producer;

/**
 * Takes articles into a running stack, from whoever hands them in: of each only what is newer than
 * what lies there (see {@link CurrentArticles}). Safe for use by several threads.
 */
public final class ArticleDesk implements AutoCloseable {
  /** Who hands in an article waits; a broker that is silent for longer is not there. */
  private static final Map<String, Object> IMPATIENT =
      Map.of(
          "max.block.ms", 5_000,
          "request.timeout.ms", 5_000,
          "delivery.timeout.ms", 10_000,
          "linger.ms", 0);

  private final Clock clock;
  private final CurrentArticles current;
  private final boolean alone;
  private final Producer<String, byte[]> producer;

  /** For who publishes alone in this process. */
  public ArticleDesk(Topics topics, Clock clock) {
    this(topics, clock, new CurrentArticles(topics), true);
  }

  /** For who publishes beside others in this process, and closes what they share. */
  ArticleDesk(Topics topics, Clock clock, CurrentArticles current) {
    this(topics, clock, current, false);
  }

  private ArticleDesk(Topics topics, Clock clock, CurrentArticles current, boolean alone) {
    this.clock = clock;
    this.current = current;
    this.alone = alone;
    this.producer = TopicWriter.producer(topics, IMPATIENT);
  }

  /**
   * Publishes what is newer than what lies there, and refusals; returns once Kafka has it.
   *
   * @return what became of each, in their order
   * @throws org.apache.kafka.common.KafkaException if Kafka does not answer; nothing is written
   * @throws PublishException if a record could not be written; others may have been, and to hand in
   *     all of them again does no harm
   */
  public List<Receipt> accept(List<? extends Submission> submissions) {
    List<Receipt> receipts = current.publish(submissions, this::write);
    current.putBack();
    return receipts;
  }

  /**
   * Withdraws an article, whatever its version; returns once Kafka has it. A version that its
   * publisher changes later brings it back.
   *
   * @return false if there is no such article, or it is withdrawn already
   * @throws org.apache.kafka.common.KafkaException if Kafka does not answer
   * @throws PublishException if it could not be written
   */
  public boolean withdraw(String id) {
    Optional<VersionStamp> stamp = current.stamp(id).filter(version -> !version.withdrawn());
    if (stamp.isEmpty()) {
      return false;
    }
    accept(List.of(new Submission.Withdrawal(id, "", notBefore(stamp.get().time()))));
    return true;
  }

  /** Now, or the time of the current version if that lies ahead of our clock. */
  Instant notBefore(Instant earliest) {
    Instant now = Instant.ofEpochMilli(clock.millis());
    return now.isBefore(earliest) ? earliest : now;
  }

  private void write(List<Submission> submissions) {
    ArticleOutbox outbox = current.outbox(new TopicWriter(producer));
    submissions.forEach(outbox::accept);
    outbox.flush();
  }

  @Override
  public void close() {
    try (producer) {
      if (alone) {
        current.close();
      }
    }
  }
}
