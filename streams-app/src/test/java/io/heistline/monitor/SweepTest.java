package io.heistline.monitor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SweepTest {
  private static final TopicPartition ONE = new TopicPartition("incidents", 0);
  private static final TopicPartition OTHER = new TopicPartition("incidents", 1);

  private final Sweep sweep = new Sweep(Map.of(ONE, 10L), Map.of(ONE, 12L, OTHER, 3L));

  private static ConsumerRecord<String, byte[]> record(
      TopicPartition part, long offset, String key, @Nullable String value) {
    return new ConsumerRecord<>(
        part.topic(), part.partition(), offset, key, value == null ? null : value.getBytes(UTF_8));
  }

  @Test
  void whatWasAppliedIsNotAppliedAgain() {
    assertThat(sweep.isNew(record(ONE, 9, "a", "1"))).isFalse();
    assertThat(sweep.isNew(record(ONE, 10, "a", "2"))).isTrue();
    assertThat(sweep.isNew(record(OTHER, 0, "b", "1"))).isTrue();
  }

  @Test
  void whatIsKnownAndNotMetIsGone() {
    sweep.isNew(record(ONE, 3, "stays", "1"));
    sweep.isNew(record(ONE, 4, "goes", "1"));
    sweep.isNew(record(ONE, 5, "goes", null));
    sweep.isNew(record(ONE, 6, "returns", null));
    sweep.isNew(record(ONE, 7, "returns", "1"));

    assertThat(sweep.gone("incidents", List.of("stays", "goes", "returns", "compacted")))
        .containsExactly("goes", "compacted");
    assertThat(sweep.gone("others", List.of("x"))).containsExactly("x");
  }

  @Test
  void isDoneAtTheEndsThatItBeganWith() {
    assertThat(sweep.isDone(Map.of(ONE, 12L))).isFalse();
    assertThat(sweep.isDone(Map.of(ONE, 11L, OTHER, 3L))).isFalse();
    assertThat(sweep.isDone(Map.of(ONE, 12L, OTHER, 4L))).isTrue();
  }
}
