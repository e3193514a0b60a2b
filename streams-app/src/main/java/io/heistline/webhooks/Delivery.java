package io.heistline.webhooks;

import io.heistline.topics.Topics;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells one receiver of incidents, one message after the other, each until it is taken. That it was
 * taken is written down after it was: at least once. While a receiver is away, its messages wait in
 * Kafka.
 */
final class Delivery implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Delivery.class);

  /** Between two signs of life to Kafka. */
  private static final Duration POLL = Duration.ofMillis(500);

  /** Between two attempts to reach Kafka or the registry. */
  private static final Duration PAUSE = Duration.ofSeconds(2);

  private static final Duration CLOSE = Duration.ofSeconds(5);

  private final Topics topics;
  private final Webhook hook;
  private final Sender sender;
  private final BackOff backOff;
  private final RandomGenerator random;
  private final Clock clock;
  private final Tally tally;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread thread;
  private int failures;
  private Instant nextAttempt = Instant.MIN;

  Delivery(
      Topics topics,
      Webhook hook,
      Sender sender,
      BackOff backOff,
      RandomGenerator random,
      Clock clock) {
    this.topics = topics;
    this.hook = hook;
    this.sender = sender;
    this.backOff = backOff;
    this.random = random;
    this.clock = clock;
    this.tally = new Tally(hook, clock);
    this.thread = new Thread(this::run, "webhook-" + hook.name());
    thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  Tally tally() {
    return tally;
  }

  @Override
  public void close() {
    closing.countDown();
    sender.breakOff();
    try {
      thread.join(CLOSE.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    sender.close();
  }

  private boolean isOpen() {
    return closing.getCount() > 0;
  }

  private void run() {
    while (isOpen()) {
      Backlog backlog = new Backlog(hook.filter());
      try (IncidentLog incidents = new IncidentLog(topics, hook, backlog)) {
        if (incidents.join()) {
          follow(incidents, backlog);
        }
      } catch (KafkaException e) {
        log.warn("{} cannot be told of what is new; it is tried again: {}", hook, e.toString());
        tally.trouble("what is new cannot be read: " + e, clock.instant().plus(PAUSE));
      } catch (RuntimeException e) {
        log.error("{} cannot be told of what is new, for an error; it is tried again", hook, e);
        tally.trouble("an error, see the log: " + e, clock.instant().plus(PAUSE));
      }
      pause();
    }
  }

  private void pause() {
    try {
      if (closing.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
        log.debug("closing");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      closing.countDown();
    }
  }

  private void follow(IncidentLog incidents, Backlog backlog) {
    while (isOpen()) {
      Duration wait = backlog.isEmpty() ? POLL : untilNextAttempt();
      incidents.read(wait);
      if (backlog.isEmpty() || untilNextAttempt().isZero()) {
        tellNext(incidents, backlog);
      }
      tally.behind(backlog.size() + incidents.lag());
    }
  }

  /** Or until the next sign of life, whichever is sooner. */
  private Duration untilNextAttempt() {
    Duration wait = Duration.between(clock.instant(), nextAttempt);
    if (wait.isNegative()) {
      return Duration.ZERO;
    }
    return wait.compareTo(POLL) < 0 ? wait : POLL;
  }

  private void tellNext(IncidentLog incidents, Backlog backlog) {
    Optional<IncidentChange> next = backlog.next();
    if (next.isEmpty()) {
      incidents.toldAll();
      tally.idle();
      return;
    }
    IncidentChange change = next.get();
    Outcome outcome = sender.send(backlog.message(change, hook.name(), topics.incidents().name()));
    if (outcome instanceof Outcome.Failed failed) {
      failed(failed, change);
    } else {
      failures = 0;
      nextAttempt = Instant.MIN;
      tally.delivered();
      backlog.done(change);
      incidents.told(change);
    }
  }

  private void failed(Outcome.Failed failed, IncidentChange change) {
    if (!isOpen()) {
      return;
    }
    failures++;
    Duration wait =
        failed.gone() ? backOff.most() : backOff.after(failures, failed.asked(), random);
    nextAttempt = clock.instant().plus(wait);
    tally.failed(failed.problem(), nextAttempt);
    if (failures == 1) {
      log.warn(
          "{} has not taken incident {} and is told again until it does: {}",
          hook,
          change.id(),
          failed.problem());
    }
  }
}
