package io.heistline.reading;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The words of dates, in one table each. */
final class DateWords {
  private static final Map<String, Integer> MONTHS =
      numbered(
          "january jan",
          "february feb",
          "march mar",
          "april apr",
          "may",
          "june jun",
          "july jul",
          "august aug",
          "september sep sept",
          "october oct",
          "november nov",
          "december dec");

  private static final Map<String, Integer> QUARTERS =
      numbered("first q1", "second q2", "third q3", "fourth q4");

  private static final Map<String, Integer> WEEKS =
      numbered("first", "second", "third", "fourth last");

  /** The month with which a season begins, in the north. */
  private static final Map<String, Integer> SEASONS =
      Map.of("spring", 3, "summer", 6, "autumn", 9, "fall", 9);

  /** The month of what is dated by its feast: "the Thanksgiving weekend", "on Black Friday". */
  private static final Map<String, Integer> FEASTS =
      Map.of("thanksgiving", 11, "christmas", 12, "black", 11);

  private static final Map<String, Part> PARTS =
      Map.of(
          "early", Part.EARLY,
          "beginning", Part.EARLY,
          "start", Part.EARLY,
          "mid", Part.MIDDLE,
          "middle", Part.MIDDLE,
          "late", Part.LATE,
          "end", Part.LATE);

  /** Words after which four digits are a year: "in 2014", "the 2014 breach". */
  private static final Set<String> BEFORE_YEAR =
      words(
          "in during of late early mid from since throughout around year summer winter spring autumn"
              + " fall back between and to until the quarter circa a its ( that s massive for as - ,"
              + " about");

  /** Words after which a month's name is one: "in May". */
  private static final Set<String> BEFORE_MONTH =
      words("in last early late of mid during this from and - since between until through");

  /** Words after which a day is none of a past deed: "by 2021". */
  private static final Set<String> FUTURE = words("by until till before next through");

  /** Words that may stand between "since" or "between" and the date. */
  private static final Set<String> EDGES =
      words("at least as early the around about approximately earlier - roughly sometime");

  private DateWords() {}

  /** A third of a month or a year. */
  enum Part {
    EARLY,
    MIDDLE,
    LATE
  }

  static Optional<Integer> month(String word) {
    return Optional.ofNullable(MONTHS.get(word));
  }

  static Optional<Integer> quarter(String word) {
    return Optional.ofNullable(QUARTERS.get(word));
  }

  /** Which week of a month: the fourth is the last. */
  static Optional<Integer> week(String word) {
    return Optional.ofNullable(WEEKS.get(word));
  }

  static Optional<Integer> season(String word) {
    return Optional.ofNullable(SEASONS.get(word));
  }

  static Optional<Integer> feast(String word) {
    return Optional.ofNullable(FEASTS.get(word));
  }

  static Optional<Part> part(String word) {
    return Optional.ofNullable(PARTS.get(word));
  }

  static boolean isBeforeYear(String word) {
    return BEFORE_YEAR.contains(word);
  }

  static boolean isBeforeMonth(String word) {
    return BEFORE_MONTH.contains(word);
  }

  static boolean isFuture(String word) {
    return FUTURE.contains(word);
  }

  static boolean isEdge(String word) {
    return EDGES.contains(word);
  }

  private static Set<String> words(String words) {
    return Set.of(words.split(" ", -1));
  }

  private static Map<String, Integer> numbered(String... names) {
    Map<String, Integer> numbers = new HashMap<>();
    for (int i = 0; i < names.length; i++) {
      for (String name : names[i].split(" ", -1)) {
        numbers.put(name, i + 1);
      }
    }
    return Collections.unmodifiableMap(numbers);
  }
}
