package io.heistline.syndication;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdom2.Element;

/**
 * What a feed says of when to ask again: ttl and skipHours of RSS, the syndication module of RDF.
 *
 * @param skipHours in UTC, 0 to 23
 */
record UpdateHints(Optional<Duration> timeToLive, Set<Integer> skipHours) {
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,6}");
  private static final int HOURS = 24;

  private static final Map<String, Duration> PERIODS =
      Map.of(
          "hourly", Duration.ofHours(1),
          "daily", Duration.ofDays(1),
          "weekly", Duration.ofDays(7),
          "monthly", Duration.ofDays(30),
          "yearly", Duration.ofDays(365));

  static UpdateHints of(Element root) {
    Optional<Element> channel = children(root, "channel").findFirst();
    Optional<Duration> ttl = number(channel, "ttl").map(Duration::ofMinutes);
    Set<Integer> hours =
        channel.stream()
            .flatMap(found -> children(found, "skipHours"))
            .flatMap(skip -> children(skip, "hour"))
            .flatMap(hour -> number(hour.getValue()).stream())
            .filter(hour -> hour <= HOURS)
            .map(hour -> (int) (hour % HOURS))
            .collect(Collectors.toSet());
    // who skips all hours means nothing by it
    return new UpdateHints(ttl.or(() -> period(channel)), hours.size() == HOURS ? Set.of() : hours);
  }

  private static Optional<Duration> period(Optional<Element> channel) {
    long times = Math.max(1, number(channel, "updateFrequency").orElse(1L));
    return channel.stream()
        .flatMap(found -> children(found, "updatePeriod"))
        .map(period -> period.getValue().strip().toLowerCase(Locale.ROOT))
        .flatMap(period -> Stream.ofNullable(PERIODS.get(period)))
        .map(period -> period.dividedBy(times))
        .findFirst();
  }

  private static Optional<Long> number(Optional<Element> parent, String name) {
    return parent.stream()
        .flatMap(found -> children(found, name))
        .flatMap(child -> number(child.getValue()).stream())
        .findFirst();
  }

  private static Optional<Long> number(String text) {
    return NUMBER.matcher(text.strip()).matches()
        ? Optional.of(Long.valueOf(text.strip()))
        : Optional.empty();
  }

  private static Stream<Element> children(Element parent, String name) {
    return parent.getChildren().stream().filter(child -> child.getName().equals(name));
  }
}
