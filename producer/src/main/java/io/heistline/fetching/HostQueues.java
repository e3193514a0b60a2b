package io.heistline.fetching;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * Lets one request at a time go to a host, with a gap between two. A request that has to wait holds
 * no thread, so that a host with much to do holds up no other.
 */
final class HostQueues {
  /** Hosts that are idle are forgotten once there are more than these, some 200 bytes each. */
  private static final int IDLE_HOSTS = 10_000;

  private final Clock clock;
  private final Alarm alarm;
  private final Executor threads;
  private final Map<String, Host> hosts = new HashMap<>();

  HostQueues(Clock clock, Alarm alarm, Executor threads) {
    this.clock = clock;
    this.alarm = alarm;
    this.threads = threads;
  }

  private static final class Host {
    private final Queue<Turn<?>> waiting = new ArrayDeque<>();
    private boolean busy;
    private Instant freeAt = Instant.MIN;
  }

  private record Turn<T>(Duration gap, Supplier<T> work, CompletableFuture<T> result) {
    void run() {
      try {
        result.complete(work.get());
      } catch (Throwable e) {
        result.completeExceptionally(e);
      }
    }
  }

  /**
   * Does a piece of work when it is its turn.
   *
   * @param gap least time that the host is left alone afterwards
   */
  <T> CompletableFuture<T> inTurn(String host, Duration gap, Supplier<T> work) {
    Turn<T> turn = new Turn<>(gap, work, new CompletableFuture<>());
    synchronized (hosts) {
      if (hosts.size() > IDLE_HOSTS) {
        forgetIdle();
      }
      hosts.computeIfAbsent(host, name -> new Host()).waiting.add(turn);
    }
    advance(host);
    return turn.result();
  }

  private void advance(String name) {
    synchronized (hosts) {
      Host host = hosts.get(name);
      if (host == null || host.busy || host.waiting.isEmpty()) {
        return;
      }
      host.busy = true;
      if (host.freeAt.isAfter(clock.instant())) {
        alarm.at(host.freeAt, () -> begin(name, host));
      } else {
        begin(name, host);
      }
    }
  }

  private void begin(String name, Host host) {
    threads.execute(
        () -> {
          Turn<?> turn;
          synchronized (hosts) {
            turn = host.waiting.remove();
          }
          turn.run();
          synchronized (hosts) {
            host.busy = false;
            host.freeAt = clock.instant().plus(turn.gap());
          }
          advance(name);
        });
  }

  private void forgetIdle() {
    Instant now = clock.instant();
    hosts
        .values()
        .removeIf(host -> !host.busy && host.waiting.isEmpty() && !host.freeAt.isAfter(now));
  }
}
