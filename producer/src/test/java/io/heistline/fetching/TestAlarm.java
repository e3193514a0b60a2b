package io.heistline.fetching;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Goes by the machine's clock. */
public final class TestAlarm implements Alarm, AutoCloseable {
  private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();

  @Override
  public void at(Instant time, Runnable work) {
    long wait = Math.max(0, Duration.between(Instant.now(), time).toMillis());
    var unused = thread.schedule(work, wait, TimeUnit.MILLISECONDS);
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
