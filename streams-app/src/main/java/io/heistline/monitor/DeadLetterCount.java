package io.heistline.monitor;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** How many records were refused, by the kind of fault or, where none is named, by the stage. */
final class DeadLetterCount {
  /** Headers of a dead letter, as the README has them. */
  private static final String REASON = "heistline.reason";

  private static final String STAGE = "heistline.stage";

  /** Kinds that are told apart; a name that nobody expects must not make a new metric. */
  private static final int MOST_REASONS = 50;

  private static final String OTHER = "other";
  private static final Pattern FAULT =
      Pattern.compile("([A-Z][A-Za-z]{0,60}(?:Exception|Error)).*");
  private static final Pattern WORD = Pattern.compile("([A-Za-z][A-Za-z0-9_.-]{0,60}).*");

  private final Map<String, Integer> counts = new TreeMap<>();

  synchronized void apply(ConsumerRecord<String, byte[]> letter) {
    String reason =
        first(FAULT, header(letter, REASON))
            .or(() -> first(WORD, header(letter, STAGE)))
            .orElse(OTHER);
    boolean room = counts.containsKey(reason) || counts.size() < MOST_REASONS;
    counts.merge(room ? reason : OTHER, 1, Integer::sum);
  }

  private static Optional<String> first(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  private static String header(ConsumerRecord<String, byte[]> letter, String name) {
    return Optional.ofNullable(letter.headers().lastHeader(name))
        .map(header -> new String(header.value(), UTF_8))
        .orElse("");
  }

  synchronized Map<String, Integer> byReason() {
    return new TreeMap<>(counts);
  }

  synchronized int total() {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }
}
