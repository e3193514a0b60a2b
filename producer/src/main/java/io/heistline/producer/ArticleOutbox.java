package io.heistline.producer;

import io.heistline.model.Article;
import io.heistline.topics.Topics;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.internals.RecordHeader;

/** Puts submissions where they belong: articles, tombstones, dead letters. */
final class ArticleOutbox {
  static final String REASON = "heistline.reason";
  static final String STAGE = "heistline.stage";
  static final String ORIGIN = "heistline.origin";

  private final Topics topics;
  private final TopicWriter writer;

  ArticleOutbox(Topics topics, TopicWriter writer) {
    this.topics = topics;
    this.writer = writer;
  }

  void accept(Submission submission) {
    if (submission instanceof Submission.Version version) {
      publish(version.article());
    } else if (submission instanceof Submission.Withdrawal withdrawal) {
      withdraw(withdrawal.id());
    } else if (submission instanceof Submission.Refused refused) {
      refuse(refused);
    }
  }

  void publish(Article article) {
    String what = "article %s (%s)".formatted(article.getId(), article.getUrl());
    writer.send(topics.articles(), article.getId(), article, what);
  }

  void withdraw(String id) {
    writer.send(topics.articles(), id, null, "the withdrawal of article " + id);
  }

  void refuse(Submission.Refused refused) {
    writer.send(
        topics.deadLetters(),
        refused.origin(),
        refused.original().bytes(),
        "the refusal of " + refused.origin(),
        header(REASON, refused.reason()),
        header(STAGE, "producer"),
        header(ORIGIN, refused.origin()));
  }

  void flush() {
    writer.flush();
  }

  private static RecordHeader header(String name, String value) {
    return new RecordHeader(name, value.getBytes(StandardCharsets.UTF_8));
  }
}
