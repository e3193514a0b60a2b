package io.heistline.producer;

import static org.assertj.core.api.Assertions.assertThat;

import io.heistline.fetching.FetchSettings;
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
        .isEqualTo(new ProducerSettings(List.of(), FetchSettings.DEFAULTS, Optional.empty()));
  }

  @Test
  void readsTheEnvironment() {
    assertThat(
            ProducerSettings.fromEnvironment(
                Map.of(
                    "HEISTLINE_FEED_FOLDERS",
                    "/data" + File.pathSeparator + " samples ",
                    "HEISTLINE_PRODUCER_INSTANCE",
                    "one",
                    "HEISTLINE_ALLOW_PRIVATE",
                    "true",
                    "HEISTLINE_CONTACT",
                    " ops@a.example")))
        .isEqualTo(
            new ProducerSettings(
                List.of(Path.of("/data"), Path.of("samples")),
                new FetchSettings(
                    true,
                    Optional.of("ops@a.example"),
                    FetchSettings.DEFAULTS.gap(),
                    FetchSettings.DEFAULTS.timeout()),
                Optional.of("one")));
  }
}
