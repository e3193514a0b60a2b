package io.heistline.producer;

import io.heistline.model.Article;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** What the requests mean: to hand in an article, to replace it, to take it back. */
final class ArticleRequests {
  /** Longer than Kafka is waited for, reading, writing and putting back. */
  private static final int PATIENCE_SECONDS = 30;

  private static final String ORIGIN = "HTTP";

  private final ArticleDesk desk;
  private final ArticleQueue queue;
  private final ArticleJson json = new ArticleJson();

  ArticleRequests(ArticleDesk desk, ArticleQueue queue) {
    this.desk = desk;
    this.queue = queue;
  }

  /**
   * What was done.
   *
   * @param changed false if the article was as it is now already
   */
  record Done(String id, boolean changed) {}

  /**
   * Takes an article, or a withdrawal, in the form of a line of a .jsonl file.
   *
   * @throws ProblemException if it is none, or a newer version is current, or Kafka is away
   */
  Done post(String body) {
    Submission submission = read(json.read(body, ORIGIN));
    return done(submission, receipt(submission));
  }

  /**
   * Replaces an article. One that does not say when it was changed was changed now.
   *
   * @throws ProblemException as {@link #post}
   */
  Done put(String id, String body) {
    Submission submission = read(json.read(id, body, ORIGIN));
    Receipt receipt = receipt(submission);
    if (receipt.verdict() == Receipt.Verdict.STALE
        && submission instanceof Submission.Version version
        && version.article().getUpdatedAt().isEmpty()) {
      Instant current = receipt.currentAt().orElse(Instant.EPOCH);
      Submission replacing =
          new Submission.Version(
              Article.newBuilder(version.article())
                  .setUpdatedAt(desk.notBefore(current.plusMillis(1)))
                  .build());
      return done(replacing, receipt(replacing));
    }
    return done(submission, receipt);
  }

  /**
   * Withdraws an article.
   *
   * @throws ProblemException if there is none, or Kafka is away
   */
  Done delete(String id) {
    if (!sure(CompletableFuture.supplyAsync(() -> desk.withdraw(id)))) {
      throw new ProblemException(
          404, "No such article", "no article has the id '%s', or no longer".formatted(id));
    }
    return new Done(id, true);
  }

  private static Submission read(Submission submission) {
    if (submission instanceof Submission.Refused refused) {
      throw new ProblemException(400, "No article", refused.reason());
    }
    return submission;
  }

  private Receipt receipt(Submission submission) {
    return sure(queue.add(submission));
  }

  private static <T> T sure(CompletableFuture<T> outcome) {
    try {
      return outcome.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof ProblemException problem) {
        throw problem;
      }
      throw ProblemException.tryAgain(
          "Kafka does not take it (%s); send it again".formatted(e.getCause()));
    } catch (TimeoutException e) {
      throw ProblemException.tryAgain(
          "Kafka did not answer within %d s; send it again".formatted(PATIENCE_SECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw ProblemException.tryAgain("shutting down; send it again");
    }
  }

  private static Done done(Submission submission, Receipt receipt) {
    if (receipt.verdict() == Receipt.Verdict.STALE) {
      throw new ProblemException(
          409,
          "Not the newest",
          "a version of %s is current; give an \"updatedAt\" that is later, or PUT it to /articles/%s"
              .formatted(receipt.currentAt().orElse(Instant.EPOCH), id(submission)));
    }
    return new Done(id(submission), receipt.verdict() == Receipt.Verdict.STORED);
  }

  private static String id(Submission submission) {
    return submission instanceof Submission.Version version
        ? version.article().getId()
        : ((Submission.Withdrawal) submission).id();
  }
}
