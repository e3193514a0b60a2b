package io.heistline.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.heistline.logging.LogFormat;
import io.heistline.producer.ProducerSettings;
import io.heistline.topics.ClusterSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class LogFileTest {
  private static List<String> logged(Path file, LogFormat format) throws Exception {
    LogFile.open(file, format);
    LoggerFactory.getLogger("io.heistline.Part")
        .warn("feed {} fails:\n\"no\"", "x", new IllegalStateException("why"));
    return Files.readAllLines(file);
  }

  @Test
  void aLineIsAnObjectIfAskedFor(@TempDir Path folder) throws Exception {
    List<String> lines = logged(folder.resolve("log"), LogFormat.JSON);

    assertThat(lines).hasSize(1);
    JsonNode line = new ObjectMapper().readTree(lines.get(0));
    assertThat(line.path("formattedMessage").asText()).isEqualTo("feed x fails:\n\"no\"");
    assertThat(line.path("level").asText()).isEqualTo("WARN");
    assertThat(line.at("/throwable/message").asText()).isEqualTo("why");
  }

  @Test
  void otherwiseItIsForPeople(@TempDir Path folder) throws Exception {
    assertThat(logged(folder.resolve("log"), LogFormat.TEXT).get(0))
        .matches("\\d{4}-\\d{2}-\\d{2}T.* WARN .*Part feed x fails:");
  }

  @Test
  void aProducerThatIsAProcessWritesAsAServiceDoes(@TempDir Path folder) throws Exception {
    Path log = folder.resolve("producer.log");
    ClusterSettings nowhere =
        new ClusterSettings(
            "127.0.0.1:" + Ports.free(), "mock://nowhere", "heistline", 1, (short) 1);
    try (ProducerProcess producer =
        ProducerProcess.start(
            nowhere, ProducerSettings.DEFAULTS, Optional.empty(), LogFormat.JSON, log)) {
      await()
          .atMost(Duration.ofSeconds(60))
          .until(() -> Files.readString(log).contains("\n") || !producer.isAlive());
    }

    JsonNode line = new ObjectMapper().readTree(Files.readAllLines(log).get(0));
    assertThat(line.path("level").asText()).isIn("WARN", "INFO", "ERROR");
    assertThat(line.path("loggerName").asText()).isNotEmpty();
  }
}
