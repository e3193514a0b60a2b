package io.heistline.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.heistline.logging.LogFormat;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
}
