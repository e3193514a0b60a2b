package io.heistline.logging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.joran.spi.JoranException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URL;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;

@ResourceLock(Resources.SYSTEM_ERR)
class LogFormatTest {
  /** Lines that a service configured so writes to standard error. */
  private static List<String> lines(Map<String, String> environment, Consumer<Logger> work)
      throws JoranException {
    PrintStream before = System.err;
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    System.setErr(new PrintStream(said, true, UTF_8));
    LoggerContext context = new LoggerContext();
    context.setMDCAdapter(new LogbackMDCAdapter());
    try {
      environment.forEach(context::putProperty);
      JoranConfigurator configurator = new JoranConfigurator();
      configurator.setContext(context);
      URL configuration = LogFormat.class.getResource("/logback.xml");
      configurator.doConfigure(Objects.requireNonNull(configuration));
      work.accept(context.getLogger("io.heistline.Part"));
    } finally {
      context.stop();
      System.setErr(before);
    }
    return said.toString(UTF_8).lines().toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"plain", "\"quoted\" \\ back", "two\nlines\r\n\ttab", "\u0000\u001b[31m", "€ 💰"})
  void aLineIsAnObjectThatAProgramReads(String word) throws Exception {
    List<String> lines =
        lines(
            Map.of(LogFormat.VARIABLE, "json"),
            log -> log.warn("feed {} fails", word, new IllegalStateException(word)));

    assertThat(lines).hasSize(1);
    JsonNode line = new ObjectMapper().readTree(lines.get(0));
    assertThat(line.path("formattedMessage").asText()).isEqualTo("feed " + word + " fails");
    assertThat(line.path("level").asText()).isEqualTo("WARN");
    assertThat(line.path("loggerName").asText()).isEqualTo("io.heistline.Part");
    assertThat(Instant.ofEpochMilli(line.path("timestamp").asLong()))
        .isBetween(Instant.parse("2026-01-01T00:00:00Z"), Instant.parse("2100-01-01T00:00:00Z"));
    assertThat(line.at("/throwable/message").asText()).isEqualTo(word);
    assertThat(line.at("/throwable/stepArray")).isNotEmpty();
  }

  @Test
  void linesAreForPeopleUnlessToldOtherwise() throws JoranException {
    assertThat(lines(Map.of(), log -> log.info("ready")))
        .singleElement()
        .asString()
        .endsWith(" INFO  Part: ready");
  }

  @Test
  void theCommonLevelIsInfoAndKafkasIsWarn() throws JoranException {
    List<String> lines =
        lines(
            Map.of(LogFormat.VARIABLE, "json"),
            log -> {
              log.debug("debug");
              ((ch.qos.logback.classic.Logger) log)
                  .getLoggerContext()
                  .getLogger("org.apache.kafka.clients")
                  .info("all settings");
            });

    assertThat(lines).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"text, TEXT", "json, JSON"})
  void takesTheWord(String word, LogFormat format) {
    assertThat(LogFormat.fromEnvironment(Map.of(LogFormat.VARIABLE, word))).isEqualTo(format);
    assertThat(LogFormat.fromEnvironment(Map.of())).isEqualTo(LogFormat.TEXT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "JSON", "xml"})
  void saysWhatElseToGive(String word) {
    assertThatThrownBy(() -> LogFormat.fromEnvironment(Map.of(LogFormat.VARIABLE, word)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("HEISTLINE_LOG_FORMAT is '%s'; give text or json".formatted(word));
  }
}
