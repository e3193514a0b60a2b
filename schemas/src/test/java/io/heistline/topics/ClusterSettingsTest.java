package io.heistline.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClusterSettingsTest {
  @Test
  void takesDefaultsWhereNothingIsSet() {
    assertThat(ClusterSettings.fromEnvironment(Map.of()))
        .isEqualTo(
            new ClusterSettings(
                "localhost:9092",
                "http://localhost:8081/apis/ccompat/v7",
                "heistline",
                6,
                (short) 1));
  }

  @Test
  void takesWhatIsSet() {
    ClusterSettings settings =
        ClusterSettings.fromEnvironment(
            Map.of(
                "HEISTLINE_BOOTSTRAP_SERVERS", "a:1,b:2",
                "HEISTLINE_REGISTRY_URL", "https://registry",
                "HEISTLINE_TOPIC_PREFIX", "test.heistline",
                "HEISTLINE_PARTITIONS", " 12 ",
                "HEISTLINE_REPLICATION", "3"));
    assertThat(settings)
        .isEqualTo(
            new ClusterSettings("a:1,b:2", "https://registry", "test.heistline", 12, (short) 3));
  }

  @ParameterizedTest
  @CsvSource({
    "HEISTLINE_BOOTSTRAP_SERVERS, ' '",
    "HEISTLINE_REGISTRY_URL, ''",
    "HEISTLINE_TOPIC_PREFIX, 'with space'",
    "HEISTLINE_PARTITIONS, 0",
    "HEISTLINE_PARTITIONS, many",
    "HEISTLINE_REPLICATION, 0"
  })
  void saysWhichVariableMakesNoSense(String variable, String value) {
    assertThatThrownBy(() -> ClusterSettings.fromEnvironment(Map.of(variable, value)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(variable);
  }
}
