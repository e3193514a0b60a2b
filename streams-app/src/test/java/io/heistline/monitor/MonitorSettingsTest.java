package io.heistline.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MonitorSettingsTest {
  @Test
  void listensOnLoopbackAndLetsNobodyWriteUnlessToldOtherwise() {
    assertThat(MonitorSettings.fromEnvironment(Map.of()))
        .isEqualTo(new MonitorSettings("127.0.0.1", 8080, Optional.empty()));
  }

  @Test
  void takesWhatIsSet() {
    assertThat(
            MonitorSettings.fromEnvironment(
                Map.of(
                    MonitorSettings.HOST, "0.0.0.0",
                    MonitorSettings.PORT, " 0 ",
                    MonitorSettings.TOKEN, "sixteen-or-more-characters")))
        .isEqualTo(new MonitorSettings("0.0.0.0", 0, Optional.of("sixteen-or-more-characters")));
  }

  @ParameterizedTest
  @CsvSource({
    "HEISTLINE_HTTP_PORT,  http,  give a whole number",
    "HEISTLINE_HTTP_PORT,  65536, use 1 to 65535",
    "HEISTLINE_HTTP_TOKEN, short, use 16 characters or more",
  })
  void namesTheVariableThatMakesNoSense(String name, String value, String advice) {
    assertThatThrownBy(() -> MonitorSettings.fromEnvironment(Map.of(name, value)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(name)
        .hasMessageContaining(advice);
  }
}
