package io.heistline.webhooks;

import io.heistline.monitor.Deliveries;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** How a webhook stands. One thread tells it, any may ask. */
final class Tally {
  private final Webhook hook;
  private final Clock clock;
  private long behind;
  private long delivered;
  private long failed;
  private Optional<Instant> lastDeliveredAt = Optional.empty();
  private Optional<Deliveries.Trouble> trouble = Optional.empty();

  Tally(Webhook hook, Clock clock) {
    this.hook = hook;
    this.clock = clock;
  }

  synchronized void delivered() {
    delivered++;
    lastDeliveredAt = Optional.of(clock.instant());
    trouble = Optional.empty();
  }

  synchronized void failed(String problem, Instant nextAttemptAt) {
    failed++;
    trouble(problem, nextAttemptAt);
  }

  /** Nothing can be told, for a reason that is not the receiver's. */
  synchronized void trouble(String problem, Instant nextAttemptAt) {
    Instant since = trouble.map(Deliveries.Trouble::since).orElse(clock.instant());
    trouble = Optional.of(new Deliveries.Trouble(problem, since, nextAttemptAt));
  }

  /** Nothing is left to be told, so nothing is in the way. */
  synchronized void idle() {
    trouble = Optional.empty();
  }

  synchronized void behind(long records) {
    behind = records;
  }

  synchronized Deliveries.Standing standing() {
    return new Deliveries.Standing(
        hook.name(), hook.url().getHost(), behind, delivered, failed, lastDeliveredAt, trouble);
  }
}
