package io.heistline.fetching;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** When a server wants to be asked again. */
public final class Freshness {
  private static final Pattern MAX_AGE =
      Pattern.compile("(?i)(?:^|[,\\s])max-age\\s*=\\s*\"?([0-9]{1,10})");

  private static final Pattern NOT_KEPT = Pattern.compile("(?i)\\b(?:no-cache|no-store)\\b");
  private static final Pattern SECONDS = Pattern.compile("[0-9]{1,10}");

  private Freshness() {}

  /** Until when the answer is fresh, by Cache-Control, else by Expires. */
  public static Optional<Instant> until(Answer answer, Instant now) {
    Optional<String> control = answer.header("cache-control");
    if (control.filter(value -> NOT_KEPT.matcher(value).find()).isPresent()) {
      return Optional.empty();
    }
    Optional<Instant> byAge =
        control
            .map(MAX_AGE::matcher)
            .filter(Matcher::find)
            .map(age -> now.plus(seconds(age.group(1)).minus(age(answer))));
    return byAge
        .or(() -> answer.header("expires").flatMap(Freshness::date))
        .filter(until -> until.isAfter(now));
  }

  /** Before which the server wants no further request, by Retry-After. */
  public static Optional<Instant> retryAt(Answer answer, Instant now) {
    return answer
        .header("retry-after")
        .map(String::strip)
        .flatMap(
            value ->
                SECONDS.matcher(value).matches()
                    ? Optional.of(now.plus(seconds(value)))
                    : date(value))
        .filter(at -> at.isAfter(now));
  }

  private static Duration age(Answer answer) {
    return answer
        .header("age")
        .map(String::strip)
        .filter(value -> SECONDS.matcher(value).matches())
        .map(Freshness::seconds)
        .orElse(Duration.ZERO);
  }

  private static Duration seconds(String text) {
    return Duration.ofSeconds(Long.parseLong(text));
  }

  private static Optional<Instant> date(String text) {
    try {
      return Optional.of(
          ZonedDateTime.parse(text.strip(), DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty(); // 0 and -1 are common, and mean that it is stale
    }
  }
}
