package io.heistline.monitor;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigDecimal;
import java.net.URLDecoder;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;

/** The parameters of a request, checked as they are taken. A parameter left empty is not given. */
final class Params {
  static final Params NONE = new Params(Map.of());

  /** In characters; no name in the ledger is longer. */
  private static final int LONGEST = 300;

  private static final int LONGEST_QUERY = 4_000;
  private static final int CENTS = 2;

  /** In dollars; more than that nobody can lose. */
  private static final BigDecimal MOST_DOLLARS = new BigDecimal("100000000000000");

  private final Map<String, String> values;

  private Params(Map<String, String> values) {
    this.values = values;
  }

  /**
   * Takes a query apart.
   *
   * @param query as it stands behind the question mark
   * @param allowed names that may be given
   * @throws ProblemException naming the parameter that makes no sense
   */
  static Params parse(String query, Set<String> allowed) {
    if (query.length() > LONGEST_QUERY) {
      throw ProblemException.badRequest(
          "the query has more than %d characters; give fewer".formatted(LONGEST_QUERY));
    }
    Map<String, String> values = new LinkedHashMap<>();
    for (String part : query.split("&", -1)) {
      int equals = part.indexOf('=');
      String name = decoded(equals < 0 ? part : part.substring(0, equals));
      String value = equals < 0 ? "" : decoded(part.substring(equals + 1)).strip();
      if (!part.isEmpty()) {
        put(values, name, value, allowed);
      }
    }
    return new Params(values);
  }

  /**
   * Takes what is given by name already.
   *
   * @param allowed names that may be given
   * @throws ProblemException naming the parameter that makes no sense
   */
  static Params of(Map<String, String> given, Set<String> allowed) {
    Map<String, String> values = new LinkedHashMap<>();
    given.forEach((name, value) -> put(values, name, value.strip(), allowed));
    return new Params(values);
  }

  private static void put(
      Map<String, String> values, String name, String value, Set<String> allowed) {
    if (!allowed.contains(name)) {
      throw ProblemException.badRequest(
          "there is no parameter '%s'; %s"
              .formatted(
                  shown(name),
                  allowed.isEmpty()
                      ? "none is taken here"
                      : "give some of " + String.join(", ", new TreeSet<>(allowed))));
    }
    if (values.containsKey(name)) {
      throw ProblemException.badRequest("'%s' is given twice; give it once".formatted(name));
    }
    if (value.length() > LONGEST) {
      throw ProblemException.badRequest(
          "'%s' is longer than %d characters; shorten it".formatted(name, LONGEST));
    }
    if (!value.isEmpty()) {
      values.put(name, value);
    }
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, UTF_8);
    } catch (IllegalArgumentException e) {
      throw ProblemException.badRequest(
          "'%s' is not percent-encoded rightly; write %% as %%25".formatted(shown(text)));
    }
  }

  private static String shown(String text) {
    return text.length() > 40 ? text.substring(0, 40) + "..." : text;
  }

  Optional<String> text(String name) {
    return Optional.ofNullable(values.get(name));
  }

  /** One of some words; the first of them if it is not given. */
  String choice(String name, List<String> words) {
    return anyOf(name, words).orElse(words.get(0));
  }

  /** One of some words. */
  Optional<String> anyOf(String name, List<String> words) {
    Optional<String> value = text(name);
    if (value.isPresent() && !words.contains(value.get())) {
      throw wrong(name, "give one of " + String.join(", ", words));
    }
    return value;
  }

  Optional<LocalDate> day(String name) {
    try {
      return text(name).map(LocalDate::parse);
    } catch (DateTimeParseException e) {
      throw wrong(name, "give a day as YYYY-MM-DD");
    }
  }

  /** Dollars, in cents. */
  OptionalLong cents(String name) {
    Optional<String> text = text(name);
    if (text.isEmpty()) {
      return OptionalLong.empty();
    }
    if (!text.get().matches("\\d{1,15}(\\.\\d{1,2})?")
        || new BigDecimal(text.get()).compareTo(MOST_DOLLARS) > 0) {
      throw wrong(name, "give dollars from 0 to %s".formatted(MOST_DOLLARS));
    }
    return OptionalLong.of(new BigDecimal(text.get()).movePointRight(CENTS).longValueExact());
  }

  int whole(String name, int least, int most, int otherwise) {
    Optional<String> text = text(name);
    if (text.isEmpty()) {
      return otherwise;
    }
    if (!text.get().matches("\\d{1,9}")
        || Integer.parseInt(text.get()) < least
        || Integer.parseInt(text.get()) > most) {
      throw wrong(name, "give a whole number from %d to %d".formatted(least, most));
    }
    return Integer.parseInt(text.get());
  }

  /** Says that a parameter makes no sense, and what would. */
  ProblemException wrong(String name, String advice) {
    return ProblemException.badRequest(
        "'%s' is '%s'; %s".formatted(name, shown(values.getOrDefault(name, "")), advice));
  }
}
