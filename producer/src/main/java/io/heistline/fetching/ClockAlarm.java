package io.heistline.fetching;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Goes by a clock that runs as fast as the machine's. */
public final class ClockAlarm implements Alarm, AutoCloseable {
  private final Clock clock;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(Daemons.named("alarm"));

  public ClockAlarm(Clock clock) {
    this.clock = clock;
  }

  @Override
  public void at(Instant time, Runnable work) {
    long wait = Math.max(0, Duration.between(clock.instant(), time).toMillis());
    var unused = thread.schedule(work, wait, TimeUnit.MILLISECONDS);
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
