package io.heistline.monitor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EventHubTest {
  private static final String MEGABYTE_HALF = "x".repeat(600_000);

  private int asked;
  private String data = "{}";
  private final EventHub hub =
      new EventHub(
          change -> {
            asked++;
            return data;
          },
          1);

  /** A connection that keeps what it is given; a stuck one never says that it is done. */
  private static final class Recorder implements Wire {
    private final boolean stuck;
    private final StringBuilder seen = new StringBuilder();
    private boolean dropped;

    Recorder(boolean stuck) {
      this.stuck = stuck;
    }

    @Override
    public void write(ByteBuffer bytes, Outcome outcome) {
      seen.append(UTF_8.decode(bytes));
      if (!stuck) {
        outcome.written();
      }
    }

    @Override
    public void drop() {
      dropped = true;
    }
  }

  private Recorder listen(OptionalLong lastSeen, Change.Type... types) {
    Recorder wire = new Recorder(false);
    hub.open(Set.of(types), lastSeen, wire);
    return wire;
  }

  private static Change incident(String id) {
    return new Change(Change.Type.INCIDENT, id);
  }

  private static Change total(String id) {
    return new Change(Change.Type.TOTAL, id);
  }

  @Test
  void tellsEachListenerWhatItWantsToHear() {
    Recorder incidents = listen(OptionalLong.empty(), Change.Type.INCIDENT);
    Recorder all = listen(OptionalLong.empty(), Change.Type.INCIDENT, Change.Type.TOTAL);
    hub.changed(incident("a"));
    hub.changed(total("b"));
    hub.tick();

    assertThat(incidents.seen)
        .endsWith("id: 1001\nevent: incident\ndata: {}\n\n")
        .doesNotContain("event: total");
    assertThat(all.seen).endsWith("id: 1002\nevent: total\ndata: {}\n\n");
  }

  @Test
  void whatChangesOftenIsToldOnceATick() {
    listen(OptionalLong.empty(), Change.Type.INCIDENT);
    for (int i = 0; i < 100; i++) {
      hub.changed(incident("a"));
    }
    hub.tick();

    assertThat(asked).isEqualTo(1);
  }

  @Test
  void whoComesBackHearsWhatItMissed() {
    for (int i = 0; i < 3; i++) {
      hub.changed(incident("a" + i));
      hub.tick();
    }

    Recorder back = listen(OptionalLong.of(1_001), Change.Type.INCIDENT);

    assertThat(back.seen).contains("id: 1002", "id: 1003").doesNotContain("id: 1001", "reset");
  }

  @Test
  void whoWasAwayTooLongIsToldToReadAnew() {
    data = MEGABYTE_HALF;
    for (int i = 0; i < 20; i++) {
      hub.changed(incident("a" + i));
      hub.tick();
    }

    assertThat(listen(OptionalLong.of(1_001), Change.Type.INCIDENT).seen)
        .contains("id: 1020\nevent: reset\n")
        .hasSizeLessThan(1_000);
    assertThat(listen(OptionalLong.of(7), Change.Type.INCIDENT).seen).contains("event: reset");
  }

  @Test
  void aSlowListenerIsDroppedAndKeepsNobodyWaiting() {
    Recorder stuck = new Recorder(true);
    hub.open(Set.of(Change.Type.INCIDENT), OptionalLong.empty(), stuck);
    Recorder quick = listen(OptionalLong.empty(), Change.Type.INCIDENT);
    data = MEGABYTE_HALF;
    for (int i = 0; i < 3; i++) {
      hub.changed(incident("a" + i));
      hub.tick();
    }

    assertThat(stuck.dropped).isTrue();
    assertThat(hub.clients()).isEqualTo(1);
    assertThat(hub.dropped()).isEqualTo(1);
    assertThat(quick.seen).contains("id: 1003");
  }

  @Test
  void aBurstIsSpreadOverTicks() {
    listen(OptionalLong.empty(), Change.Type.INCIDENT);
    data = "x".repeat(100_000);
    for (int i = 0; i < 10; i++) {
      hub.changed(incident("a" + i));
    }
    hub.tick();

    assertThat(hub.pending()).isEqualTo(7);
  }

  @Test
  void withTooManyChangesWaitingListenersAreToldToReadAnew() {
    Recorder listener = listen(OptionalLong.empty(), Change.Type.INCIDENT);
    for (int i = 0; i <= 20_000; i++) {
      hub.changed(incident("a" + i));
    }

    assertThat(listener.seen).contains("event: reset");
    assertThat(hub.pending()).isZero();
  }
}
