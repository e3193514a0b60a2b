package io.heistline.monitor;

import java.util.Map;
import java.util.Optional;

/**
 * Where the monitor listens.
 *
 * @param host address to bind; loopback unless told otherwise
 * @param port TCP port; 0 for any free one
 * @param token what a request that writes must bring (Authorization: Bearer); empty: nobody writes
 */
public record MonitorSettings(String host, int port, Optional<String> token) {
  public static final String HOST = "HEISTLINE_HTTP_HOST";
  public static final String PORT = "HEISTLINE_HTTP_PORT";
  public static final String TOKEN = "HEISTLINE_HTTP_TOKEN";

  public static final String LOOPBACK = "127.0.0.1";
  public static final int DEFAULT_PORT = 8080;

  private static final int HIGHEST_PORT = 65_535;

  /** In characters: what cannot be guessed in any time. */
  private static final int SHORTEST_TOKEN = 16;

  public MonitorSettings {
    if (port < 0 || port > HIGHEST_PORT) {
      throw new IllegalArgumentException(
          PORT + " is " + port + "; use 1 to " + HIGHEST_PORT + ", or 0 for any free port");
    }
    if (token.filter(text -> text.length() < SHORTEST_TOKEN).isPresent()) {
      throw new IllegalArgumentException(
          TOKEN + " is too short; use " + SHORTEST_TOKEN + " characters or more, at random");
    }
  }

  /**
   * Reads the HEISTLINE_HTTP_ variables; what is not set keeps its default.
   *
   * @throws IllegalArgumentException naming the variable that makes no sense
   */
  public static MonitorSettings fromEnvironment(Map<String, String> environment) {
    String port = environment.getOrDefault(PORT, "");
    try {
      return new MonitorSettings(
          environment.getOrDefault(HOST, LOOPBACK),
          port.isBlank() ? DEFAULT_PORT : Integer.parseInt(port.strip()),
          Optional.of(environment.getOrDefault(TOKEN, "").strip())
              .filter(token -> !token.isEmpty()));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(PORT + " is '" + port + "'; give a whole number", e);
    }
  }

  /** The same on another port of loopback. */
  public MonitorSettings onLoopback(int otherPort) {
    return new MonitorSettings(LOOPBACK, otherPort, token);
  }
}
