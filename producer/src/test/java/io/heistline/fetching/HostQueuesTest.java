package io.heistline.fetching;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class HostQueuesTest {
  private static final Instant NOW = Instant.parse("2024-03-01T12:00:00Z");
  private static final Duration GAP = Duration.ofSeconds(2);

  private final ByHand time = new ByHand();
  private final Queue<Runnable> threads = new ArrayDeque<>();
  private final HostQueues hosts = new HostQueues(time, time, threads::add);
  private final List<String> done = new ArrayList<>();

  private static final class ByHand extends Clock implements Alarm {
    private final TreeMap<Instant, Runnable> alarms = new TreeMap<>();
    private Instant now = NOW;

    @Override
    public void at(Instant at, Runnable work) {
      alarms.put(at, work);
    }

    void ring() {
      now = alarms.firstKey();
      alarms.pollFirstEntry().getValue().run();
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  @Test
  void oneAfterAnotherWithAGap() {
    ask("a", "a1");
    ask("a", "a2");
    ask("b", "b1");
    assertThat(threads).as("a host that waits holds no thread").hasSize(2);
    runAll();
    assertThat(done).containsExactly("a1", "b1");
    assertThat(threads).isEmpty();
    assertThat(time.alarms).containsOnlyKeys(NOW.plus(GAP));
    time.ring();
    runAll();
    assertThat(done).containsExactly("a1", "b1", "a2");
    ask("a", "a3");
    assertThat(threads).isEmpty();
    time.ring();
    assertThat(time.now).isEqualTo(NOW.plus(GAP).plus(GAP));
    runAll();
    assertThat(done).endsWith("a3");
  }

  @Test
  void afterALongPauseThereIsNoWait() {
    ask("a", "a1");
    runAll();
    time.now = NOW.plus(GAP);
    ask("a", "a2");
    runAll();
    assertThat(done).containsExactly("a1", "a2");
  }

  @Test
  void aFailureHoldsUpNothing() {
    var failed =
        hosts.inTurn(
            "a",
            GAP,
            () -> {
              throw new IllegalStateException("no");
            });
    ask("a", "a2");
    runAll();
    assertThat(failed).isCompletedExceptionally();
    time.ring();
    runAll();
    assertThat(done).containsExactly("a2");
  }

  private void ask(String host, String name) {
    var unused = hosts.inTurn(host, GAP, () -> done.add(name));
  }

  private void runAll() {
    while (!threads.isEmpty()) {
      threads.remove().run();
    }
  }
}
