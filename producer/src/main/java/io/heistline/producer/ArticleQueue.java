package io.heistline.producer;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings what many requests hand in to the desk together, in the order in which it came: one way to
 * Kafka and back for all that wait. What does not fit in is turned away, never kept for later.
 */
final class ArticleQueue implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(ArticleQueue.class);

  /** As many as go to Kafka together; who comes beyond them is told to try again at once. */
  static final int MOST_WAITING = 32;

  private static final long LOOK_MILLIS = 100;

  private final ArticleDesk desk;
  private final BlockingQueue<Waiting> queue = new ArrayBlockingQueue<>(MOST_WAITING);
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread worker = new Thread(this::work, "heistline-articles");

  private record Waiting(Submission submission, CompletableFuture<Receipt> receipt) {}

  ArticleQueue(ArticleDesk desk) {
    this.desk = desk;
    worker.start();
  }

  /**
   * Hands in a submission.
   *
   * @return its receipt, once Kafka has it; fails as {@link ArticleDesk#accept}
   * @throws ProblemException if too many wait already
   */
  CompletableFuture<Receipt> add(Submission submission) {
    Waiting waiting = new Waiting(submission, new CompletableFuture<>());
    if (closing.getCount() == 0 || !queue.offer(waiting)) {
      throw ProblemException.tryAgain(
          "%d articles wait for Kafka already; send it again".formatted(queue.size()));
    }
    return waiting.receipt();
  }

  private void work() {
    try {
      while (closing.getCount() > 0) {
        Waiting first = queue.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS);
        if (first != null) {
          List<Waiting> batch = new ArrayList<>(List.of(first));
          queue.drainTo(batch);
          bring(batch);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    queue.forEach(
        left -> left.receipt().completeExceptionally(ProblemException.tryAgain("shutting down")));
  }

  private void bring(List<Waiting> batch) {
    try {
      List<Receipt> receipts = desk.accept(batch.stream().map(Waiting::submission).toList());
      for (int i = 0; i < batch.size(); i++) {
        batch.get(i).receipt().complete(receipts.get(i));
      }
    } catch (PublishException e) {
      if (batch.size() == 1) {
        fail(batch, e);
      } else {
        batch.forEach(each -> bring(List.of(each))); // one bad record must not spoil the others
      }
    } catch (RuntimeException | Error e) {
      fail(batch, e);
    }
  }

  private static void fail(List<Waiting> batch, Throwable e) {
    log.warn("{} articles over HTTP could not be written: {}", batch.size(), e.toString());
    batch.forEach(each -> each.receipt().completeExceptionally(e));
  }

  /** Ends the work; the desk stays open. */
  @Override
  public void close() {
    closing.countDown();
    try {
      worker.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
