package io.heistline.resolving;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What publishers say for each of several answers to one question. A publisher has one vote for an
 * answer, however many articles repeat it.
 */
final class Votes<T> {
  private final Map<T, Tally> tallies = new HashMap<>();

  static <T> Votes<T> of(Collection<Statement> statements, Function<Statement, Stream<T>> answers) {
    Votes<T> votes = new Votes<>();
    for (Statement statement : statements) {
      answers.apply(statement).forEach(answer -> votes.cast(answer, statement));
    }
    return votes;
  }

  private void cast(T answer, Statement statement) {
    tallies.computeIfAbsent(answer, any -> new Tally()).add(statement);
  }

  Set<T> answers() {
    return tallies.keySet();
  }

  /** Number of publishers that give any answer of which the test holds. */
  int publishers(Predicate<T> test) {
    Set<String> publishers = new HashSet<>();
    tallies.forEach(
        (answer, tally) -> {
          if (test.test(answer)) {
            publishers.addAll(tally.publishers);
          }
        });
    return publishers.size();
  }

  /** The day on which an answer was last given. */
  LocalDate latest(T answer) {
    Tally tally = tallies.get(answer);
    return tally == null ? LocalDate.MIN : tally.latest;
  }

  /** The answer of the most publishers; of several, the greatest. */
  Optional<T> best(Comparator<T> greatest) {
    return answers().stream()
        .max(Comparator.<T>comparingInt(one -> publishers(one::equals)).thenComparing(greatest));
  }

  private static final class Tally {
    private final Set<String> publishers = new HashSet<>();
    private LocalDate latest = LocalDate.MIN;

    void add(Statement statement) {
      publishers.add(statement.publisher());
      if (statement.published().isAfter(latest)) {
        latest = statement.published();
      }
    }
  }
}
