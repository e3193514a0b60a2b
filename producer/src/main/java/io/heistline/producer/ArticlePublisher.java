package io.heistline.producer;

import io.heistline.model.Article;
import io.heistline.topics.Topics;
import java.util.Map;
import org.apache.kafka.clients.producer.Producer;

/**
 * Writes articles to Kafka, for a run that ends: sends are idempotent, and an article is a row of a
 * table, so a run that was cut short is simply run again. Safe for use by several threads.
 */
public final class ArticlePublisher implements AutoCloseable {
  private final Producer<String, byte[]> producer;
  private final ArticleOutbox outbox;

  public ArticlePublisher(Topics topics) {
    this(topics, TopicWriter.producer(topics, Map.of()));
  }

  ArticlePublisher(Topics topics, Producer<String, byte[]> producer) {
    this.producer = producer;
    this.outbox = new ArticleOutbox(topics, new TopicWriter(producer));
  }

  /**
   * Publishes what the sources handed in: a version, a withdrawal or a refusal.
   *
   * @throws PublishException naming the article that could not be written, this one or one before
   */
  public void accept(Submission submission) {
    outbox.accept(submission);
  }

  /**
   * Publishes a version of an article.
   *
   * @throws PublishException naming the article that could not be written, this one or one before
   */
  public void publish(Article article) {
    outbox.accept(new Submission.Version(article));
  }

  /**
   * Writes what was refused to the dead-letter topic.
   *
   * @throws PublishException naming the article that could not be written, this one or one before
   */
  public void refuse(Submission.Refused refused) {
    outbox.refuse(refused);
  }

  /**
   * Waits until everything is acknowledged.
   *
   * @throws PublishException naming the first article that could not be written
   */
  public void flush() {
    outbox.flush();
  }

  /**
   * Flushes and closes.
   *
   * @throws PublishException naming the first article that could not be written
   */
  @Override
  public void close() {
    try (producer) {
      flush();
    }
  }
}
