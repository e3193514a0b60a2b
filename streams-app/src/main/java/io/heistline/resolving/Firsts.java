package io.heistline.resolving;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The first of a growing and shrinking set of texts, as many as a record may hold. What they are
 * depends on the set alone: a text that goes makes place for the next one in the table of counts.
 *
 * <p>Texts of the form {@code group/rest} share a place by group, which the first of them takes.
 */
final class Firsts {
  private static final char SEPARATOR = '/';

  /** The character behind the separator: no key of a group comes behind {@code group + AFTER}. */
  private static final char AFTER = (char) (SEPARATOR + 1);

  private final Table<Long> counts;
  private final String prefix;
  private final boolean grouped;
  private final int most;

  /**
   * One set of texts.
   *
   * @param counts how often each text is there, by prefix and text
   * @param grouped whether the texts have groups
   * @param most texts to hold
   */
  Firsts(Table<Long> counts, String prefix, boolean grouped, int most) {
    this.counts = counts;
    this.prefix = prefix;
    this.grouped = grouped;
    this.most = most;
  }

  /** The first texts after one more, or one less, of a text. */
  List<String> count(List<String> firsts, String text, int by) {
    String key = prefix + text;
    long before = counts.get(key).orElse(0L);
    long now = before + by;
    if (now == 0) {
      counts.remove(key);
    } else {
      counts.put(key, now);
    }
    if (before == 0) {
      return with(firsts, text);
    }
    return now == 0 ? without(firsts, text) : firsts;
  }

  private List<String> with(List<String> firsts, String text) {
    List<String> after = new ArrayList<>(firsts);
    int place = 0;
    while (place < after.size() && compare(group(after.get(place)), group(text)) < 0) {
      place++;
    }
    if (place < after.size() && group(after.get(place)).equals(group(text))) {
      if (compare(text, after.get(place)) < 0) {
        after.set(place, text);
      }
      return after;
    }
    after.add(place, text);
    return after.size() > most ? after.subList(0, most) : after;
  }

  private List<String> without(List<String> firsts, String text) {
    int place = firsts.indexOf(text);
    if (place < 0) {
      return firsts;
    }
    List<String> after = new ArrayList<>(firsts);
    after.remove(place);
    Optional<String> heir = heir(text);
    if (heir.isPresent()) {
      after.add(place, heir.get());
    } else if (firsts.size() == most) {
      next(after).ifPresent(after::add);
    }
    return after;
  }

  /** What takes the place of a text of the same group. */
  private Optional<String> heir(String text) {
    return grouped
        ? counts
            .first(prefix + group(text) + SEPARATOR, prefix + group(text) + AFTER)
            .map(this::text)
        : Optional.empty();
  }

  /** What comes behind all that is left. */
  private Optional<String> next(List<String> left) {
    String from = left.isEmpty() ? "" : behind(left.get(left.size() - 1));
    return counts.first(prefix + from, Table.behind(prefix)).map(this::text);
  }

  private String text(String key) {
    return key.substring(prefix.length());
  }

  private String behind(String text) {
    return grouped ? group(text) + AFTER : text + '\0';
  }

  private String group(String text) {
    int end = grouped ? text.indexOf(SEPARATOR) : -1;
    return end < 0 ? text : text.substring(0, end);
  }

  /** As the bytes lie in a store. */
  private static int compare(String one, String other) {
    return Arrays.compareUnsigned(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }
}
