package io.heistline.producer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FeedMemoryTest {
  private static final Instant NOW = Instant.parse("2024-03-01T12:00:00Z");
  private static final FeedMemory EMPTY = FeedMemory.of(FeedProgress.start("https://a.example"));

  @Test
  void remembersForAWhileWhatTheFeedHasLost() {
    FeedMemory both =
        EMPTY.after(Map.of("a", "1", "b", "2"), Map.of("a", 5L), Map.of("b", "u"), NOW);
    FeedMemory lost = both.after(Map.of("b", "2"), both.firstSeen(), both.twins(), NOW);
    assertThat(lost.versions()).isEqualTo(Map.of("a", "1", "b", "2"));
    assertThat(lost.gone()).isEqualTo(Map.of("a", NOW.toEpochMilli()));
    assertThat(lost.firstSeen()).isEqualTo(Map.of("a", 5L));
    Instant later = NOW.plus(FeedMemory.KEPT);
    FeedMemory still = lost.after(Map.of(), lost.firstSeen(), lost.twins(), later);
    assertThat(still.gone()).isEqualTo(Map.of("a", NOW.toEpochMilli(), "b", later.toEpochMilli()));
    FeedMemory back = still.after(Map.of("a", "3"), still.firstSeen(), still.twins(), later);
    assertThat(back.versions()).isEqualTo(Map.of("a", "3", "b", "2"));
    assertThat(back.gone()).containsOnlyKeys("b");
    FeedMemory forgotten =
        still.after(Map.of(), still.firstSeen(), still.twins(), later.plusMillis(1));
    assertThat(forgotten.versions()).containsOnlyKeys("b");
    assertThat(forgotten.firstSeen()).isEmpty();
    assertThat(forgotten.twins()).containsOnlyKeys("b");
  }

  @Test
  void forgetsTheLongestGoneBeyondItsLimit() {
    FeedMemory memory = EMPTY;
    for (int round = 0; round < 4; round++) {
      int first = round * 500;
      Map<String, String> held =
          IntStream.range(first, first + 500)
              .boxed()
              .collect(Collectors.toMap(number -> "a" + number, number -> "x"));
      memory = memory.after(held, Map.of(), Map.of(), NOW.plus(Duration.ofHours(round)));
    }
    assertThat(memory.versions()).hasSize(1_500).doesNotContainKey("a0").containsKey("a500");
  }
}
