package io.heistline.logging;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** How a line of a log is written. */
public enum LogFormat {
  /** For people. */
  TEXT,
  /** One JSON object a line, for programs. */
  JSON;

  /** Names the format; the services' logging configuration reads it, too. */
  public static final String VARIABLE = "HEISTLINE_LOG_FORMAT";

  /** The word that chooses it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * What the variable says; text if it is not set.
   *
   * @throws IllegalArgumentException if it is no format
   */
  public static LogFormat fromEnvironment(Map<String, String> environment) {
    String word = environment.getOrDefault(VARIABLE, TEXT.word());
    return Arrays.stream(values())
        .filter(format -> format.word().equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "%s is '%s'; give %s"
                        .formatted(
                            VARIABLE,
                            word,
                            Arrays.stream(values())
                                .map(LogFormat::word)
                                .collect(Collectors.joining(" or ")))));
  }
}
