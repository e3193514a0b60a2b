package io.heistline.producer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProducerSettingsTest {
  @Test
  void allowsNoFoldersByDefault() {
    assertThat(ProducerSettings.fromEnvironment(Map.of()))
        .isEqualTo(ProducerSettings.DEFAULTS)
        .isEqualTo(new ProducerSettings(List.of(), Optional.empty()));
  }

  @Test
  void readsTheEnvironment() {
    assertThat(
            ProducerSettings.fromEnvironment(
                Map.of(
                    "HEISTLINE_FEED_FOLDERS",
                    "/data" + File.pathSeparator + " samples ",
                    "HEISTLINE_PRODUCER_INSTANCE",
                    "one")))
        .isEqualTo(
            new ProducerSettings(
                List.of(Path.of("/data"), Path.of("samples")), Optional.of("one")));
  }
}
