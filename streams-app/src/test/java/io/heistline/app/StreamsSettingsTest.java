package io.heistline.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heistline.topics.ClusterSettings;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StreamsSettingsTest {
  @Test
  void takesDefaultsWhereNothingIsSet() {
    assertThat(StreamsSettings.fromEnvironment(Map.of()))
        .isEqualTo(
            new StreamsSettings(
                ClusterSettings.DEFAULTS,
                Path.of("state"),
                Runtime.getRuntime().availableProcessors()));
  }

  @Test
  void runsExactlyOnceUnderExplicitNamesWithDeadLetters() {
    Properties properties = StreamsSettings.fromEnvironment(Map.of()).properties();
    assertThat(properties)
        .containsEntry("application.id", "heistline-streams")
        .containsEntry("processing.guarantee", "exactly_once_v2")
        .containsEntry("ensure.explicit.internal.resource.naming", true)
        .containsEntry("errors.dead.letter.queue.topic.name", "heistline.dead-letters")
        .containsEntry("deserialization.exception.handler", DeadLetters.class)
        .containsEntry("processing.exception.handler", DeadLetters.class)
        .containsEntry("production.exception.handler", DeadLetters.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "some"})
  void saysWhichVariableMakesNoSense(String threads) {
    assertThatThrownBy(() -> StreamsSettings.fromEnvironment(Map.of("HEISTLINE_THREADS", threads)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("HEISTLINE_THREADS");
  }
}
