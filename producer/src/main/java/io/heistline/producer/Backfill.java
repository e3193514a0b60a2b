package io.heistline.producer;

import io.heistline.model.FeedState;
import io.heistline.topics.Topics;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;

/**
 * Publishes the pages of a WARC file. Articles and how far the file is read go out in one
 * transaction, so that a run that ends anywhere, however, is gone on with where it was: nothing is
 * lost, nothing comes twice.
 */
public final class Backfill implements AutoCloseable {
  /** After this the broker ends a transaction that a dead run has left open. */
  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  /** Nobody waits for a page of an archive; larger transactions cost less. */
  private static final Duration GATHERING = Duration.ofMillis(500);

  /** Enough of a file to tell it from another of the same name and size. */
  private static final int SIGN_BYTES = 64 * 1024;

  private static final int SIGN_DIGITS = 32;

  private final Topics topics;
  private final Clock clock;
  private final CurrentArticles current;
  private final Path file;
  private final String url;
  private final String sign;
  private final Producer<String, byte[]> producer;
  private FeedState state;

  /**
   * Takes up the file where the last run has left it. Another run on the same file is shut out.
   *
   * @param again true to begin from the beginning
   * @throws IOException if the file cannot be read
   * @throws KafkaException if the broker does not answer
   */
  public Backfill(Topics topics, Clock clock, Path file, boolean again) throws IOException {
    this.topics = topics;
    this.clock = clock;
    this.file = file;
    this.url = file.toAbsolutePath().normalize().toUri().toString();
    this.sign = sign(file);
    this.current = new CurrentArticles(topics);
    this.producer =
        TopicWriter.producer(
            topics,
            Map.of(
                "transactional.id",
                topics.settings().topicPrefix() + ".backfill." + Digest.of(url),
                "transaction.timeout.ms",
                (int) TIMEOUT.toMillis()));
    try {
      producer.initTransactions(); // first: an open transaction of a dead run is ended by this
      this.state =
          Optional.ofNullable(new TableReader(topics).readAll(topics.feedState()).get(url))
              .filter(known -> !again && known.getEtag().equals(Optional.of(sign)))
              .orElseGet(this::beginning);
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  /**
   * How far a run is.
   *
   * @param records read in this run
   * @param position bytes of the file that are done, of all runs
   * @param stored articles that are new or newer than what was there, in this run
   * @param known articles that were there as they are, or newer
   * @param refused pages that are no article; their reasons are in the dead letters
   * @param skipped records that are no page, by reason
   * @param waited how long publishing stood still for want of pages; all other time went into
   *     writing, so if this is short, the broker is what the run waits for
   */
  public record Progress(
      long records,
      long position,
      long stored,
      long known,
      long refused,
      Map<WarcSkip, Long> skipped,
      Duration waited) {
    public Progress {
      skipped = Map.copyOf(skipped);
    }
  }

  /** Bytes of the file that earlier runs have done. */
  public long resumesAt() {
    return state.getResumeAt().orElse(0L);
  }

  /**
   * Publishes the rest of the file.
   *
   * @param progress is told how far it is, after each transaction
   * @param trouble is told what is broken or refused, for people
   * @throws KafkaException if the broker does not answer, or another run has taken over
   * @throws PublishException if a record cannot be written
   */
  public Progress run(Consumer<Progress> progress, Consumer<String> trouble)
      throws IOException, InterruptedException {
    BackfillTally tally = new BackfillTally(resumesAt());
    try (WarcFile warc = new WarcFile(file, resumesAt());
        WarcArticles pages = new WarcArticles(warc);
        ReadAhead<WarcArticles.Made> articles =
            new ReadAhead<>(pages, Backfill::characters, GATHERING, "heistline-warc")) {
      List<WarcArticles.Made> batch = next(articles, tally);
      while (!batch.isEmpty()) {
        tally.add(batch, publish(batch), trouble);
        progress.accept(tally.progress());
        batch = next(articles, tally);
      }
    }
    current.settle();
    return tally.progress();
  }

  private static List<WarcArticles.Made> next(
      ReadAhead<WarcArticles.Made> articles, BackfillTally tally) throws InterruptedException {
    long start = System.nanoTime();
    List<WarcArticles.Made> batch = articles.next();
    tally.waited(Duration.ofNanos(System.nanoTime() - start));
    return batch;
  }

  private List<Receipt> publish(List<WarcArticles.Made> batch) {
    List<Submission> submissions =
        batch.stream().flatMap(made -> made.submission().stream()).toList();
    return current.publish(submissions, newer -> transact(newer, batch));
  }

  private void transact(List<Submission> newer, List<WarcArticles.Made> batch) {
    long stored = newer.stream().filter(Submission.Version.class::isInstance).count();
    FeedState next =
        FeedState.newBuilder(state)
            .setResumeAt(batch.get(batch.size() - 1).entry().end())
            .setLastSuccessAt(clock.instant())
            .setArticles(state.getArticles() + stored)
            .build();
    TopicWriter writer = new TopicWriter(producer);
    ArticleOutbox outbox = current.outbox(writer);
    producer.beginTransaction();
    try {
      newer.forEach(outbox::accept);
      writer.send(topics.feedState(), url, next, "the state of " + url);
      writer.flush();
      producer.commitTransaction();
    } catch (PublishException e) {
      producer.abortTransaction();
      throw e;
    }
    state = next;
  }

  private FeedState beginning() {
    return FeedState.newBuilder(FeedProgress.start(url)).setEtag(sign).setResumeAt(0L).build();
  }

  private static int characters(WarcArticles.Made made) {
    return made.submission()
        .filter(Submission.Version.class::isInstance)
        .map(version -> ((Submission.Version) version).article().getBody().length())
        .orElse(Original.MOST_BYTES);
  }

  private static String sign(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file)) {
      ByteBuffer start = ByteBuffer.allocate(SIGN_BYTES);
      while (start.hasRemaining() && channel.read(start) >= 0) {
        // reads on
      }
      start.flip();
      MessageDigest sha256 = Digest.sha256();
      sha256.update(start);
      String digest = HexFormat.of().formatHex(sha256.digest()).substring(0, SIGN_DIGITS);
      return channel.size() + "-" + digest;
    }
  }

  @Override
  public void close() {
    try (producer) {
      current.close();
    }
  }
}
