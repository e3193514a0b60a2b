package io.heistline.resolving;

import io.heistline.model.Kind;
import io.heistline.model.Period;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What the statements about one event come to, as far as it tells whether another event is the
 * same: each different date, sum and actor once.
 *
 * @param periods the narrow ones that date the event, if there are any
 * @param sums those that each statement gives for the loss
 * @param records of data
 * @param actors ids of those who are named
 * @param voices independent ones
 * @param claims that make the statements
 * @param extortion whether at least half of the statements tell of extortion
 * @param news whether nobody says when, but that it is news
 * @param toTheDay whether somebody names the day
 * @param anchored whether the event is told from others by its date
 * @param begin the first day of which anybody says that it may be the one
 * @param told the last day of which somebody tells it
 */
record Account(
    Event event,
    Set<Period> periods,
    Set<List<Sum>> sums,
    Set<Long> records,
    Set<String> actors,
    int voices,
    long claims,
    boolean extortion,
    boolean news,
    boolean toTheDay,
    boolean anchored,
    LocalDate begin,
    LocalDate told) {
  /** A day, or one and the next: a theft at midnight. */
  private static final int DAYS_OF_A_DAY = 1;

  /** By independent voices, then by how often they say so. */
  static final Comparator<Account> FEWEST_FIRST =
      Comparator.comparingInt(Account::voices).thenComparingLong(Account::claims);

  /** What is dated is told better than what is not, then what more tell; then the earlier one. */
  static final Comparator<Account> BEST_FIRST =
      Comparator.comparing(Account::news)
          .thenComparing(account -> !account.anchored())
          .thenComparing(FEWEST_FIRST.reversed())
          .thenComparing(Account::begin)
          .thenComparing(account -> account.event().statements().get(0).id());

  static Account of(Event event) {
    List<Statement> statements = event.statements();
    List<Statement> narrow = event.dating().stream().filter(Statement::anchored).toList();
    List<Statement> dating = narrow.isEmpty() ? event.dating() : narrow;
    long extortions =
        statements.stream().filter(one -> one.signature().getKind() == Kind.EXTORTION).count();
    return new Account(
        event,
        When.all(dating).collect(Collectors.toSet()),
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
        Crowd.claims(statements),
        2 * extortions >= statements.size(),
        dating.stream().noneMatch(Statement::dated),
        dating.stream().anyMatch(Account::namesTheDay),
        !narrow.isEmpty(),
        When.begin(dating).orElse(LocalDate.MAX),
        statements.stream()
            .map(Statement::lastDay)
            .max(Comparator.naturalOrder())
            .orElse(LocalDate.MAX));
  }

  /** The event, told again by what was taken for another. */
  Account with(Account telling) {
    return of(event.with(telling.event.statements()));
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
