package io.heistline.resolving;

import io.heistline.model.Period;
import io.heistline.model.Precision;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Sorts statements about one victim into events. The dates on which most agree found the events;
 * statements with a narrow period go to the one of them that fits best, and so do those with a year
 * only and those with no date at all, which stay apart where none fits. What an analyst has set
 * apart makes an event of its own.
 */
final class Events {
  /**
   * Two anchored statements this many days apart may still mean one event: it is found late,
   * reported later, and dated by the day of either.
   */
  static final long SAME_EVENT_DAYS = 30;

  /**
   * Thefts that are dated to the day, with sums of which one is more than twice the other, are two
   * if they are so many days apart: the day of one theft is told wrongly by less.
   */
  static final long ANOTHER_DAYS = 7;

  /** More than so many times another, a sum is another sum. */
  static final long ANOTHER_FACTOR = 2;

  private final List<Statement> statements;

  private Events(List<Statement> statements) {
    this.statements = statements;
  }

  /** The events in order of time; those without a date behind them, then those set apart. */
  static List<Event> of(List<Statement> statements) {
    List<Event> events = new Events(only(statements, one -> !isApart(one))).events();
    only(statements, Events::isApart).stream()
        .collect(Collectors.groupingBy(one -> one.signature().getApart().orElseThrow()))
        .entrySet()
        .stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(entry -> events.add(Event.of(entry.getValue())));
    return events;
  }

  private List<Event> events() {
    List<List<Statement>> narrow = around(only(statements, Events::isNarrow));
    List<List<Statement>> byYear = new ArrayList<>();
    List<List<Statement>> dated = copy(narrow);
    for (Statement statement : only(statements, one -> one.dated() && !one.anchored())) {
      Period period = statement.period().orElseThrow();
      best(statement, narrow, event -> touches(period, event))
          .ifPresentOrElse(
              index -> dated.get(index).add(statement), () -> joinYear(statement, period, byYear));
    }
    dated.addAll(byYear);
    List<Event> told = new ArrayList<>(Retelling.together(dated));
    List<Statement> recent = join(only(statements, Statement::isRecent), told);
    told.addAll(Retelling.together(around(recent)));
    List<Statement> undated = join(only(statements, one -> one.period().isEmpty()), told);
    byFigure(undated).forEach(event -> told.add(Event.of(event)));
    return told;
  }

  /** Statements that nothing dates: those whose figures go together; the rest with the first. */
  private static List<List<Statement>> byFigure(List<Statement> undated) {
    List<List<Statement>> events = new ArrayList<>();
    undated.stream()
        .sorted(
            Comparator.comparing((Statement one) -> one.loss().isEmpty())
                .thenComparing(one -> one.loss().orElse(0))
                .thenComparing(Statement::id))
        .forEach(
            one ->
                events.stream()
                    .filter(event -> Fit.amounts(one, event) != Fit.Amounts.CONTRADICT)
                    .findFirst()
                    .ifPresentOrElse(
                        event -> event.add(one), () -> events.add(new ArrayList<>(List.of(one)))));
    return events;
  }

  /** Adds statements to the events that fit them, and returns those that nothing fits. */
  private static List<Statement> join(List<Statement> statements, List<Event> events) {
    List<List<Statement>> before = events.stream().map(Event::statements).toList();
    SortedMap<Integer, List<Statement>> more = new TreeMap<>();
    List<Statement> left = new ArrayList<>();
    for (Statement statement : statements) {
      best(statement, before, event -> begunBefore(statement.lastDay(), event))
          .ifPresentOrElse(
              index -> more.computeIfAbsent(index, any -> new ArrayList<>()).add(statement),
              () -> left.add(statement));
    }
    more.forEach((index, joined) -> events.set(index, events.get(index).with(joined)));
    return left;
  }

  /**
   * Around each date on which most agree, the statements that fit it best. Dates that somebody
   * names come before those that only say that it is news.
   */
  private static List<List<Statement>> around(List<Statement> anchored) {
    List<Statement> left = new ArrayList<>(anchored);
    List<List<Statement>> cores = new ArrayList<>();
    while (!left.isEmpty()) {
      List<Statement> dated = only(left, Statement::dated);
      Period date = core(dated.isEmpty() ? left : dated);
      List<Statement> core = only(left, one -> one.period().orElseThrow().equals(date));
      cores.add(core);
      left.removeIf(one -> apart(one, core) <= SAME_EVENT_DAYS && !isAnother(one, core));
    }
    List<List<Statement>> events = copy(cores);
    for (Statement statement : anchored) {
      if (cores.stream().noneMatch(core -> core.contains(statement))) {
        events.get(nearest(statement, cores)).add(statement);
      }
    }
    return events;
  }

  /** Whether a statement that is dated to the day, as a core is, tells of another theft. */
  private static boolean isAnother(Statement statement, List<Statement> core) {
    return apart(statement, core) >= ANOTHER_DAYS
        && isToTheDay(statement)
        && isToTheDay(core.get(0))
        && Fit.amounts(statement, core, ANOTHER_FACTOR) == Fit.Amounts.CONTRADICT;
  }

  private static boolean isToTheDay(Statement statement) {
    return statement.dated()
        && statement.period().filter(one -> one.getPrecision() == Precision.DAY).isPresent();
  }

  /** The period of most weight; of several, the narrowest, then the earliest. */
  private static Period core(List<Statement> statements) {
    return Votes.of(statements, statement -> statement.period().stream())
        .best(
            Comparator.comparingLong(When::days)
                .thenComparing(Period::getFrom)
                .thenComparing(Period::getPrecision)
                .reversed())
        .orElseThrow();
  }

  /** By figure, then by days between, then by whom both name, then the core of more weight. */
  private static int nearest(Statement statement, List<List<Statement>> cores) {
    Comparator<Integer> fit =
        Comparator.comparing((Integer index) -> Fit.amounts(statement, cores.get(index)))
            .thenComparing(index -> -apart(statement, cores.get(index)))
            .thenComparing(index -> Fit.actors(statement, cores.get(index)))
            .thenComparing(Comparator.reverseOrder());
    return IntStream.range(0, cores.size())
        .filter(index -> apart(statement, cores.get(index)) <= SAME_EVENT_DAYS)
        .boxed()
        .max(fit)
        .orElseThrow();
  }

  private static long apart(Statement statement, List<Statement> core) {
    return When.apart(statement.period().orElseThrow(), core.get(0).period().orElseThrow());
  }

  private static void joinYear(Statement statement, Period period, List<List<Statement>> byYear) {
    for (List<Statement> event : byYear) {
      if (touches(period, event)) {
        event.add(statement);
        return;
      }
    }
    byYear.add(new ArrayList<>(List.of(statement)));
  }

  /** The event that fits a statement best, among those that may be meant at all. */
  private static Optional<Integer> best(
      Statement statement, List<List<Statement>> events, Predicate<List<Statement>> possible) {
    Integer best = null;
    Fit bestFit = null;
    for (int index = 0; index < events.size(); index++) {
      List<Statement> event = events.get(index);
      if (!possible.test(event)) {
        continue;
      }
      Fit fit = Fit.of(statement, event);
      if (fit.amount() != Fit.Amounts.CONTRADICT
          && (bestFit == null || fit.compareTo(bestFit) > 0)) {
        best = index;
        bestFit = fit;
      }
    }
    return Optional.ofNullable(best);
  }

  /** Within a year that is named; or not far from a stretch, whose ends are guessed. */
  private static boolean touches(Period period, List<Statement> event) {
    long most = period.getPrecision() == Precision.YEAR ? 0 : SAME_EVENT_DAYS;
    return When.all(event).anyMatch(other -> When.apart(period, other) <= most);
  }

  private static boolean begunBefore(LocalDate day, List<Statement> event) {
    return When.all(event).anyMatch(period -> !period.getFrom().isAfter(day));
  }

  private static boolean isNarrow(Statement statement) {
    return statement.anchored() && !statement.isRecent();
  }

  private static boolean isApart(Statement statement) {
    return statement.signature().getApart().isPresent();
  }

  private static List<Statement> only(List<Statement> statements, Predicate<Statement> which) {
    return statements.stream().filter(which).toList();
  }

  private static List<List<Statement>> copy(Collection<List<Statement>> events) {
    return events.stream()
        .<List<Statement>>map(ArrayList::new)
        .collect(Collectors.toCollection(ArrayList::new));
  }
}
