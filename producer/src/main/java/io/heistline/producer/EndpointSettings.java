package io.heistline.producer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Where articles are taken over HTTP, and from whom.
 *
 * @param host address to listen on; loopback unless something is in front that speaks TLS
 * @param port 0 for any free one
 * @param token what a client has to show; never logged
 */
public record EndpointSettings(String host, int port, String token) {
  public static final String HOST = "HEISTLINE_ARTICLES_HOST";
  public static final String PORT = "HEISTLINE_ARTICLES_PORT";
  public static final String TOKEN = "HEISTLINE_ARTICLES_TOKEN";

  /** File that holds the token, on its first line. */
  public static final String TOKEN_FILE = "HEISTLINE_ARTICLES_TOKEN_FILE";

  public static final String LOOPBACK = "127.0.0.1";
  public static final int DEFAULT_PORT = 8085;

  private static final int HIGHEST_PORT = 65_535;

  /** A shorter one could be guessed. */
  private static final int LEAST_TOKEN_CHARACTERS = 16;

  public EndpointSettings {
    if (!token.matches("[A-Za-z0-9._~+/=-]+") || token.length() < LEAST_TOKEN_CHARACTERS) {
      throw new IllegalArgumentException(
          "the token for articles over HTTP is not %d or more of A-Z a-z 0-9 . _ ~ + / = -; make one: openssl rand -hex 32"
              .formatted(LEAST_TOKEN_CHARACTERS));
    }
    if (port < 0 || port > HIGHEST_PORT) {
      throw new IllegalArgumentException(PORT + " is " + port + "; use 0 to " + HIGHEST_PORT);
    }
  }

  /**
   * Reads the HEISTLINE_ARTICLES_ variables; without a token there is no endpoint.
   *
   * @throws IllegalArgumentException naming the variable that makes no sense
   */
  public static Optional<EndpointSettings> fromEnvironment(Map<String, String> environment) {
    return token(environment)
        .map(
            token ->
                new EndpointSettings(
                    environment.getOrDefault(HOST, LOOPBACK), port(environment), token));
  }

  /** The variables that these settings are read from. */
  public Map<String, String> toEnvironment() {
    return Map.of(HOST, host, PORT, Integer.toString(port), TOKEN, token);
  }

  /**
   * The token in a file.
   *
   * @throws IllegalArgumentException if it cannot be read
   */
  public static String readToken(Path file) {
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new IllegalArgumentException("the token file cannot be read: " + e, e);
    }
  }

  private static Optional<String> token(Map<String, String> environment) {
    return Optional.ofNullable(environment.get(TOKEN))
        .filter(token -> !token.isBlank())
        .map(String::strip)
        .or(
            () ->
                Optional.ofNullable(environment.get(TOKEN_FILE))
                    .filter(file -> !file.isBlank())
                    .map(file -> readToken(Path.of(file))));
  }

  private static int port(Map<String, String> environment) {
    String value = environment.getOrDefault(PORT, Integer.toString(DEFAULT_PORT));
    try {
      return Integer.parseInt(value.strip());
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(PORT + " is '" + value + "'; give a whole number", e);
    }
  }

  /** Without the token. */
  @Override
  public String toString() {
    return "http://%s:%d/articles".formatted(host, port);
  }
}
