package io.heistline.producer;

import io.heistline.model.Article;
import io.heistline.topics.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.header.Header;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which version of each article lies in the topic, and so which of those handed in are newer. All
 * that publish for a running stack ask here, whatever their source: of all versions of an article
 * the greatest {@link VersionStamp} is current, in whatever order they come.
 *
 * <p>It follows the topic, and within a process only one publishes at a time. Two processes may
 * both find their versions newer than what lies there, and the older one may come to lie on top.
 * The process that wrote the older one sees that as it reads on, and puts the newer one back; if it
 * died meanwhile, the next one to start does. Safe for use by several threads.
 */
final class CurrentArticles implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(CurrentArticles.class);

  /** How long an answer of the broker is waited for: who hands in an article waits too. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /** How long reading may stand still before its end. */
  private static final Duration NO_PROGRESS = Duration.ofSeconds(30);

  private static final Duration POLL = Duration.ofMillis(100);
  private static final long NOT_READ_YET = -1;

  private final Topics topics;
  private final Consumer<String, byte[]> consumer;
  private final StampTable stamps = new StampTable();

  /** What the records that we write bear, and no other's do. */
  private final String mark = UUID.randomUUID().toString();

  /** Records of ours that were not read back yet. */
  private long unread;

  /** Articles on whose current version an older one lies, with their partition. */
  private final Map<String, Integer> buried = new TreeMap<>();

  private List<TopicPartition> partitions = List.of();
  private boolean started;

  CurrentArticles(Topics topics) {
    this(
        topics,
        TableReader.consumer(
            topics,
            Map.of(
                "fetch.max.wait.ms",
                (int) POLL.toMillis(), // closing waits for as long
                "default.api.timeout.ms",
                (int) PATIENCE.toMillis(),
                "request.timeout.ms",
                (int) PATIENCE.toMillis())));
  }

  CurrentArticles(Topics topics, Consumer<String, byte[]> consumer) {
    this.topics = topics;
    this.consumer = consumer;
  }

  /**
   * Publishes what is newer than what lies in the topic.
   *
   * @param write writes all it is given, if anything, and returns once that is sure; if it throws,
   *     nothing is taken for written
   * @return what became of each, in their order
   * @throws KafkaException if the broker does not answer; nothing is written then
   */
  synchronized List<Receipt> publish(
      List<? extends Submission> submissions, java.util.function.Consumer<List<Submission>> write) {
    catchUp();
    Map<String, VersionStamp> batch = new HashMap<>();
    List<Receipt> receipts = new ArrayList<>();
    List<Submission> newer = new ArrayList<>();
    for (Submission submission : submissions) {
      Receipt receipt = receipt(submission, batch);
      receipts.add(receipt);
      if (receipt.verdict() == Receipt.Verdict.STORED) {
        newer.add(submission);
      }
    }
    write.accept(newer);
    unread += newer.stream().filter(each -> !(each instanceof Submission.Refused)).count();
    batch.forEach((id, stamp) -> stamps.put(id, new StampTable.Row(stamp, NOT_READ_YET)));
    return receipts;
  }

  /** What puts articles where they belong, with our mark; for the writing of {@link #publish}. */
  ArticleOutbox outbox(TopicWriter writer) {
    return new ArticleOutbox(topics, writer, Optional.of(mark));
  }

  /** The stamp of an article as it lies in the topic now; empty if it never was there. */
  synchronized Optional<VersionStamp> stamp(String id) {
    catchUp();
    return stamps.get(id).map(StampTable.Row::stamp);
  }

  /**
   * Puts back the versions on which older ones of ours were found to lie; to be called after
   * publishing.
   *
   * @throws KafkaException if the broker does not answer; then it is done the next time
   * @throws PublishException if one cannot be written; then it is done the next time
   */
  synchronized void putBack() {
    catchUp();
    while (!buried.isEmpty()) {
      Map.copyOf(buried).forEach(this::putBack);
      catchUp(); // an even newer one may have come between, and be covered by what was put back
    }
  }

  /** The same, if there is anything to look after; else it costs nothing. */
  synchronized void tend() {
    if (unread > 0 || !buried.isEmpty()) {
      putBack();
    }
  }

  /**
   * The same, once all that was written here can be read: the end of a transaction takes a moment.
   */
  synchronized void settle() {
    long until = System.nanoTime() + PATIENCE.toNanos();
    do {
      putBack();
    } while (unread > 0 && System.nanoTime() - until < 0);
  }

  private void putBack(String id, int partition) {
    StampTable.Row current = stamps.get(id).orElseThrow();
    read(new TopicPartition(topics.articles().name(), partition), current.offset())
        .filter(record -> id.equals(record.key()))
        .ifPresentOrElse(
            record -> {
              write(record);
              unread++;
              log.warn("article {}: put back the newer version, which an older one covered", id);
            },
            () ->
                log.error(
                    "article {} was overwritten by an older version, and the version of {} is"
                        + " gone; hand it in again",
                    id,
                    current.stamp().time()));
    buried.remove(id);
  }

  /** Rarely needed, so with a producer of its own for the moment. */
  private void write(ConsumerRecord<String, byte[]> record) {
    ProducerRecord<String, byte[]> copy =
        new ProducerRecord<>(
            record.topic(), record.partition(), record.key(), record.value(), record.headers());
    copy.headers().remove(ArticleOutbox.WRITER);
    copy.headers().add(ArticleOutbox.writer(mark));
    try (Producer<String, byte[]> producer = TopicWriter.producer(topics, Map.of())) {
      TopicWriter writer = new TopicWriter(producer);
      writer.send(copy, "the newer version of article " + record.key());
      writer.flush();
    }
  }

  private Receipt receipt(Submission submission, Map<String, VersionStamp> batch) {
    if (submission instanceof Submission.Refused) {
      return new Receipt(submission, Receipt.Verdict.STORED, Optional.empty());
    }
    String id = idOf(submission);
    VersionStamp stamp = stampOf(submission);
    Optional<VersionStamp> current =
        Optional.ofNullable(batch.get(id)).or(() -> stamps.get(id).map(StampTable.Row::stamp));
    if (current.isEmpty() || current.get().isOlderThan(stamp)) {
      batch.put(id, stamp);
      return new Receipt(submission, Receipt.Verdict.STORED, Optional.empty());
    }
    Receipt.Verdict verdict =
        current.get().equals(stamp) ? Receipt.Verdict.KNOWN : Receipt.Verdict.STALE;
    return new Receipt(submission, verdict, current.map(VersionStamp::time));
  }

  private static String idOf(Submission submission) {
    return submission instanceof Submission.Version version
        ? version.article().getId()
        : ((Submission.Withdrawal) submission).id();
  }

  private static VersionStamp stampOf(Submission submission) {
    return submission instanceof Submission.Version version
        ? version.stamp()
        : VersionStamp.of((Submission.Withdrawal) submission);
  }

  /** Reads up to where the topic ends now. */
  private void catchUp() {
    if (partitions.isEmpty()) {
      partitions = TableReader.partitions(consumer, topics.articles());
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
    }
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    long movedAt = System.nanoTime();
    while (ends.entrySet().stream()
        .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
      int count = 0;
      for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
        follow(record);
        count++;
      }
      if (count > 0) {
        movedAt = System.nanoTime();
      } else if (System.nanoTime() - movedAt > NO_PROGRESS.toNanos()) {
        throw new TimeoutException(
            "%s cannot be read to its end within %d s"
                .formatted(topics.articles().name(), NO_PROGRESS.toSeconds()));
      }
    }
    started = true;
  }

  private void follow(ConsumerRecord<String, byte[]> record) {
    String id = String.valueOf(record.key());
    Optional<VersionStamp> marked = marked(record);
    VersionStamp stamp = marked.orElseGet(() -> read(record));
    boolean ours = isOurs(record);
    unread -= ours ? 1 : 0;
    Optional<StampTable.Row> before = stamps.get(id);
    // what another program writes without a mark stands as it is, by its own decision
    boolean covers =
        marked.isPresent() && before.isPresent() && stamp.isOlderThan(before.get().stamp());
    if (!covers) {
      buried.remove(id);
      stamps.put(id, new StampTable.Row(stamp, record.offset()));
    } else if (ours || !started) {
      buried.put(id, record.partition());
    }
  }

  private boolean isOurs(ConsumerRecord<String, byte[]> record) {
    Header writer = record.headers().lastHeader(ArticleOutbox.WRITER);
    return writer != null
        && Arrays.equals(writer.value(), mark.getBytes(StandardCharsets.US_ASCII));
  }

  private static Optional<VersionStamp> marked(ConsumerRecord<String, byte[]> record) {
    return Optional.ofNullable(record.headers().lastHeader(ArticleOutbox.VERSION))
        .flatMap(
            header -> VersionStamp.parse(new String(header.value(), StandardCharsets.US_ASCII)));
  }

  /** The stamp of a record that bears no mark; a tombstone counts from when it was written. */
  private VersionStamp read(ConsumerRecord<String, byte[]> record) {
    Optional<Article> article = TableReader.decode(topics.articles(), record);
    return article
        .map(VersionStamp::of)
        .orElseGet(() -> VersionStamp.withdrawnAt(record.timestamp()));
  }

  /** The record at an offset; empty if compaction has removed it. */
  private Optional<ConsumerRecord<String, byte[]>> read(TopicPartition partition, long offset) {
    try (Consumer<String, byte[]> once =
        TableReader.consumer(topics, Map.of("max.poll.records", 1))) {
      once.assign(List.of(partition));
      once.seek(partition, offset);
      long end = once.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
      while (once.position(partition) < end) {
        for (ConsumerRecord<String, byte[]> record : once.poll(POLL)) {
          return Optional.of(record).filter(found -> found.offset() == offset);
        }
      }
      return Optional.empty();
    }
  }

  @Override
  public synchronized void close() {
    consumer.close();
  }
}
