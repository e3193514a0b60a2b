package io.heistline.resolving;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What is said for each of several answers to one question about an event. */
final class Votes<T> {
  /**
   * Days of the first reports of an event, the first one counted: what they give for the sum is
   * counted in haste.
   */
  static final int FIRST_REPORT_DAYS = 3;

  private final Map<T, List<Statement>> answers = new HashMap<>();
  private final Map<T, Voices> alone = new HashMap<>();
  private final LocalDate firstReports;
  private final Choir choir;

  private Votes(LocalDate firstReports, Choir choir) {
    this.firstReports = firstReports;
    this.choir = choir;
  }

  static <T> Votes<T> of(Collection<Statement> event, Function<Statement, Stream<T>> answers) {
    LocalDate first =
        event.stream().map(Statement::firstDay).min(Comparator.naturalOrder()).orElseThrow();
    Votes<T> votes =
        new Votes<>(first.plusDays(FIRST_REPORT_DAYS - 1), event.iterator().next().choir());
    for (Statement statement : event) {
      answers
          .apply(statement)
          .forEach(
              answer ->
                  votes.answers.computeIfAbsent(answer, any -> new ArrayList<>()).add(statement));
    }
    return votes;
  }

  Set<T> answers() {
    return answers.keySet();
  }

  /** The voices that give any answer of which the test holds. */
  Voices voices(Predicate<T> test) {
    return choir.of(
        answers.entrySet().stream()
            .filter(entry -> test.test(entry.getKey()))
            .flatMap(entry -> entry.getValue().stream())
            .toList(),
        firstReports);
  }

  /** What those weigh who give an answer. */
  int weight(T answer) {
    return of(answer).weight();
  }

  /** How many give an answer. */
  int number(T answer) {
    return of(answer).number();
  }

  private Voices of(T answer) {
    return alone.computeIfAbsent(
        answer, any -> choir.of(answers.getOrDefault(any, List.of()), firstReports));
  }

  /** The day on which an answer was last given. */
  LocalDate latest(T answer) {
    return answers.getOrDefault(answer, List.of()).stream()
        .map(Statement::lastDay)
        .max(Comparator.naturalOrder())
        .orElse(LocalDate.MIN);
  }

  /** The weightiest answer; of several, the greatest. */
  Optional<T> best(Comparator<T> greatest) {
    return answers.keySet().stream()
        .max(Comparator.<T>comparingInt(this::weight).thenComparing(greatest));
  }
}
