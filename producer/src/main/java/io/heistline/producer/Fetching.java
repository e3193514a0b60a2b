package io.heistline.producer;

import io.heistline.addresses.NameLookup;
import io.heistline.fetching.ClockAlarm;
import io.heistline.fetching.FetchSettings;
import io.heistline.fetching.Web;
import java.time.Clock;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** The web, and the threads that reading it takes. */
final class Fetching implements AutoCloseable {
  /**
   * Requests at a time. 5,000 feeds make some 3 requests a second; with one in ten of them hanging
   * until its time-out, 9 threads wait.
   */
  static final int THREADS = 24;

  private final ExecutorService threads;
  private final ClockAlarm alarm;
  private final Web web;

  Fetching(FetchSettings settings, Clock clock) {
    AtomicInteger count = new AtomicInteger();
    this.threads =
        Executors.newFixedThreadPool(
            THREADS,
            work -> {
              Thread thread = new Thread(work, "heistline-fetch-" + count.incrementAndGet());
              thread.setDaemon(true);
              return thread;
            });
    this.alarm = new ClockAlarm(clock);
    this.web = new Web(settings, NameLookup.system(), clock, alarm, threads);
  }

  Web web() {
    return web;
  }

  Executor threads() {
    return threads;
  }

  @Override
  public void close() {
    alarm.close();
    threads.shutdownNow();
    web.close();
  }
}
