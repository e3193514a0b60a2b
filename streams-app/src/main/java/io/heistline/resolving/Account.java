package io.heistline.resolving;

import io.heistline.model.Kind;
import io.heistline.model.Period;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What the statements about one event come to, as far as it tells whether another event is the
 * same: each different date, sum and actor once.
 *
 * @param statements never empty
 * @param periods in any order; empty if nobody says when
 * @param sums those that each statement gives for the loss
 * @param records of data
 * @param actors ids of those who are named
 * @param voices independent ones
 * @param extortion whether at least half of the statements tell of extortion
 * @param news whether nobody says when, but that it is news
 * @param toTheDay whether somebody names the day
 * @param anchored whether the event is told from others by its date
 * @param begin the first day of which anybody says that it may be the one
 * @param told the last day of which somebody tells it
 */
record Account(
    List<Statement> statements,
    Set<Period> periods,
    Set<List<Sum>> sums,
    Set<Long> records,
    Set<String> actors,
    int voices,
    boolean extortion,
    boolean news,
    boolean toTheDay,
    boolean anchored,
    LocalDate begin,
    LocalDate told) {
  /** A day, or one and the next: a theft at midnight. */
  private static final int DAYS_OF_A_DAY = 1;

  /** What is dated is told better than what is not, then what more tell; then the earlier one. */
  static final Comparator<Account> BEST_FIRST =
      Comparator.comparing(Account::news)
          .thenComparing(account -> !account.anchored())
          .thenComparing(account -> -account.voices())
          .thenComparing(Account::begin)
          .thenComparing(account -> account.statements().get(0).id());

  static Account of(Collection<Statement> event) {
    List<Statement> statements =
        event.stream().sorted(Comparator.comparing(Statement::id)).toList();
    long extortions =
        statements.stream().filter(one -> one.signature().getKind() == Kind.EXTORTION).count();
    return new Account(
        statements,
        When.all(statements).collect(Collectors.toSet()),
        statements.stream()
            .map(Statement::sums)
            .filter(sums -> !sums.isEmpty())
            .collect(Collectors.toSet()),
        statements.stream()
            .flatMap(one -> one.signature().getRecords().stream())
            .collect(Collectors.toSet()),
        statements.stream()
            .flatMap(one -> one.actors().stream())
            .collect(Collectors.toCollection(TreeSet::new)),
        statements.get(0).choir().of(statements, LocalDate.MAX).number(),
        2 * extortions >= statements.size(),
        statements.stream().noneMatch(Statement::dated),
        statements.stream().anyMatch(Account::namesTheDay),
        statements.stream().anyMatch(Statement::anchored),
        When.begin(statements).orElse(LocalDate.MAX),
        statements.stream()
            .map(Statement::lastDay)
            .max(Comparator.naturalOrder())
            .orElse(LocalDate.MAX));
  }

  /** Both as one. */
  Account with(Account other) {
    List<Statement> both = new ArrayList<>(statements);
    both.addAll(other.statements);
    return of(both);
  }

  /** Days between two events, at their nearest. */
  long apart(Account other) {
    return periods.stream()
        .flatMapToLong(one -> other.periods.stream().mapToLong(two -> When.apart(one, two)))
        .min()
        .orElse(0);
  }

  private static boolean namesTheDay(Statement statement) {
    return statement.dated()
        && statement.period().map(When::days).filter(days -> days <= DAYS_OF_A_DAY).isPresent();
  }
}
