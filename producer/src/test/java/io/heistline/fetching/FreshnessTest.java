package io.heistline.fetching;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FreshnessTest {
  private static final Instant NOW = Instant.parse("2024-03-01T12:00:00Z");

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "max-age=600, -, 600",
        "'public, MAX-AGE = \"600\"', -, 600",
        "'max-age=600, no-cache', -, -",
        "s-maxage=600, -, -",
        "max-age=99999999999, -, 9999999999",
        "max-age=0, 'Fri, 01 Mar 2024 12:10:00 GMT', -",
        "-, 'Fri, 01 Mar 2024 12:10:00 GMT', 600",
        "-, 'Fri, 01 Mar 2024 11:10:00 GMT', -",
        "-, 0, -",
        "-, -, -"
      })
  void knowsUntilWhenAnAnswerIsFresh(String control, String expires, Long seconds) {
    Map<String, String> headers = new HashMap<>();
    put(headers, "cache-control", control);
    put(headers, "expires", expires);
    assertThat(
            Freshness.until(answer(headers), NOW)
                .map(until -> until.getEpochSecond() - NOW.getEpochSecond())
                .orElse(null))
        .isEqualTo(seconds);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "120, 120",
        "' 120 ', 120",
        "'Fri, 01 Mar 2024 13:00:00 GMT', 3600",
        "-5, -",
        "soon, -",
        "-, -"
      })
  void knowsWhenToTryAgain(String retryAfter, Long seconds) {
    Map<String, String> headers = new HashMap<>();
    put(headers, "retry-after", retryAfter);
    assertThat(
            Freshness.retryAt(answer(headers), NOW)
                .map(at -> at.getEpochSecond() - NOW.getEpochSecond())
                .orElse(null))
        .isEqualTo(seconds);
  }

  private static void put(Map<String, String> headers, String name, String value) {
    if (value != null) {
      headers.put(name, value);
    }
  }

  private static Answer answer(Map<String, String> headers) {
    return new Answer(URI.create("https://a.example/"), 200, headers, new byte[0]);
  }
}
