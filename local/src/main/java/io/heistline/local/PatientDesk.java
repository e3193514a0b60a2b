package io.heistline.local;

import io.heistline.producer.ArticleDesk;
import io.heistline.producer.PublishException;
import io.heistline.producer.Receipt;
import io.heistline.producer.Submission;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RetriableException;

/** Hands articles to the desk, and waits while Kafka is away: who feeds it then waits too. */
final class PatientDesk {
  private static final Duration PAUSE = Duration.ofSeconds(2);

  /** With what each attempt takes itself, some ten minutes: a restart of the stack, and more. */
  private static final int MOST_ATTEMPTS = 60;

  private final ArticleDesk desk;
  private final Console console;

  PatientDesk(ArticleDesk desk, Console console) {
    this.desk = desk;
    this.console = console;
  }

  /**
   * Publishes what is newer than what is there; returns once Kafka has it.
   *
   * @throws KafkaException or {@link PublishException} with the last of many failed attempts
   */
  List<Receipt> accept(List<Submission> submissions) throws InterruptedException {
    for (int attempt = 1; ; attempt++) {
      try {
        return desk.accept(submissions);
      } catch (KafkaException | PublishException e) {
        if (attempt == MOST_ATTEMPTS || !mayPass(e)) {
          throw e;
        }
        if (attempt == 1) {
          console.say(
              "waiting for Kafka ("
                  + TextTable.cleanLine(String.valueOf(e.getMessage()))
                  + ") ...");
        }
        Thread.sleep(PAUSE.toMillis());
      }
    }
  }

  /** Timeouts, lost connections and the like; what is wrong with a record does not pass. */
  private static boolean mayPass(Throwable e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof RetriableException || cause instanceof IOException) {
        return true;
      }
    }
    return false;
  }
}
