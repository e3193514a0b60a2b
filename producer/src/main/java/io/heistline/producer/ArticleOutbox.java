package io.heistline.producer;

import io.heistline.model.Article;
import io.heistline.topics.Topics;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;

/** Puts submissions where they belong: articles, tombstones, dead letters. */
final class ArticleOutbox {
  static final String REASON = "heistline.reason";
  static final String STAGE = "heistline.stage";
  static final String ORIGIN = "heistline.origin";

  /** Of an article: its {@link VersionStamp}, so that nobody has to read it to compare it. */
  static final String VERSION = "heistline.version";

  /** Of an article: who wrote the record, among those that publish at the same time. */
  static final String WRITER = "heistline.writer";

  private final Topics topics;
  private final TopicWriter writer;
  private final Optional<String> mark;

  /** For who publishes where nobody else does. */
  ArticleOutbox(Topics topics, TopicWriter writer) {
    this(topics, writer, Optional.empty());
  }

  /**
   * For who publishes beside others.
   *
   * @param mark of the writer
   */
  ArticleOutbox(Topics topics, TopicWriter writer, Optional<String> mark) {
    this.topics = topics;
    this.writer = writer;
    this.mark = mark;
  }

  void accept(Submission submission) {
    if (submission instanceof Submission.Version version) {
      publish(version);
    } else if (submission instanceof Submission.Withdrawal withdrawal) {
      withdraw(withdrawal);
    } else if (submission instanceof Submission.Refused refused) {
      refuse(refused);
    }
  }

  private void publish(Submission.Version version) {
    Article article = version.article();
    String what = "article %s (%s)".formatted(article.getId(), article.getUrl());
    writer.send(topics.articles(), article.getId(), article, what, headers(version.stamp()));
  }

  void withdraw(Submission.Withdrawal withdrawal) {
    writer.send(
        topics.articles(),
        withdrawal.id(),
        null,
        "the withdrawal of article " + withdrawal.id(),
        headers(VersionStamp.of(withdrawal)));
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

  static Header writer(String mark) {
    return header(WRITER, mark);
  }

  private Header[] headers(VersionStamp stamp) {
    return Stream.concat(
            Stream.of(header(VERSION, stamp.toText())), mark.map(ArticleOutbox::writer).stream())
        .toArray(Header[]::new);
  }

  private static RecordHeader header(String name, String value) {
    return new RecordHeader(name, value.getBytes(StandardCharsets.UTF_8));
  }
}
