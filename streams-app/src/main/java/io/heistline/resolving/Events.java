package io.heistline.resolving;

import io.heistline.model.Kind;
import io.heistline.model.Period;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

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
   * What is told so many days later, with no figure of its own, and by fewer, is told of the same
   * event: follow-ups ("after the recent theft") are dated by the day of their publication.
   */
  static final long FOLLOW_UP_DAYS = 120;

  /** A figure is no other than one that it differs from by a tenth of the larger at most. */
  static final long REPEATED_PART = 10;

  private final List<Statement> statements;

  private Events(List<Statement> statements) {
    this.statements = statements;
  }

  /** The events, each a non-empty list in order of signature id; in order of their founding. */
  static List<List<Statement>> of(List<Statement> statements) {
    List<List<Statement>> events = new Events(only(statements, one -> !isApart(one))).events();
    only(statements, Events::isApart).stream()
        .collect(Collectors.groupingBy(one -> one.signature().getApart().orElseThrow()))
        .entrySet()
        .stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(entry -> events.add(new ArrayList<>(entry.getValue())));
    events.forEach(event -> event.sort(Comparator.comparing(Statement::id)));
    return events;
  }

  private List<List<Statement>> events() {
    List<List<Statement>> anchored = anchored();
    List<List<Statement>> byYear = new ArrayList<>();
    List<List<Statement>> dated = copy(anchored);
    for (Statement statement : only(statements, one -> !one.anchored() && isDated(one))) {
      Period period = statement.period().orElseThrow();
      best(statement, anchored, event -> touches(period, event))
          .ifPresentOrElse(
              index -> dated.get(index).add(statement), () -> joinYear(statement, period, byYear));
    }
    dated.addAll(byYear);
    List<List<Statement>> settled = copy(dated);
    List<Statement> undated = new ArrayList<>();
    for (Statement statement : only(statements, one -> !isDated(one))) {
      best(statement, dated, event -> begunBefore(statement.lastDay(), event))
          .ifPresentOrElse(
              index -> settled.get(index).add(statement), () -> undated.add(statement));
    }
    if (!undated.isEmpty()) {
      settled.add(undated);
    }
    return settled;
  }

  /** Around each date on which most agree, the anchored statements that fit it best. */
  private List<List<Statement>> anchored() {
    List<Statement> left = new ArrayList<>(only(statements, Statement::anchored));
    List<Statement> all = List.copyOf(left);
    List<List<Statement>> cores = new ArrayList<>();
    while (!left.isEmpty()) {
      Period core = core(left);
      cores.add(only(left, one -> one.period().orElseThrow().equals(core)));
      left.removeIf(one -> When.apart(one.period().orElseThrow(), core) <= SAME_EVENT_DAYS);
    }
    List<List<Statement>> events = copy(cores);
    for (Statement statement : all) {
      if (cores.stream().noneMatch(core -> core.contains(statement))) {
        events.get(nearest(statement, cores)).add(statement);
      }
    }
    return withFollowUps(events);
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
    Period period = statement.period().orElseThrow();
    Comparator<Integer> fit =
        Comparator.comparing((Integer index) -> Fit.amounts(statement, cores.get(index)))
            .thenComparing(index -> -apart(period, cores.get(index)))
            .thenComparing(index -> Fit.actors(statement, cores.get(index)))
            .thenComparing(Comparator.reverseOrder());
    return IntStream.range(0, cores.size())
        .filter(index -> apart(period, cores.get(index)) <= SAME_EVENT_DAYS)
        .boxed()
        .max(fit)
        .orElseThrow();
  }

  private static long apart(Period period, List<Statement> core) {
    return When.apart(period, core.get(0).period().orElseThrow());
  }

  private static List<List<Statement>> withFollowUps(List<List<Statement>> founded) {
    List<List<Statement>> latestFirst = new ArrayList<>(founded);
    latestFirst.sort(
        Comparator.comparing((List<Statement> event) -> When.begin(event).orElseThrow())
            .thenComparing(event -> event.get(0).id())
            .reversed());
    List<List<Statement>> kept = new ArrayList<>();
    for (int index = 0; index < latestFirst.size(); index++) {
      List<Statement> event = latestFirst.get(index);
      Optional<List<Statement>> told =
          latestFirst.subList(index + 1, latestFirst.size()).stream()
              .filter(earlier -> isFollowUp(event, earlier))
              .findFirst();
      told.ifPresentOrElse(earlier -> earlier.addAll(event), () -> kept.add(event));
    }
    Collections.reverse(kept);
    return kept;
  }

  private static boolean isFollowUp(List<Statement> event, List<Statement> earlier) {
    return repeatsFigures(event, earlier)
        && apart(event, earlier) <= FOLLOW_UP_DAYS
        && voices(event) < voices(earlier)
        && (actors(event).isEmpty() || !disjoint(actors(event), actors(earlier)))
        && isExtortion(event) == isExtortion(earlier);
  }

  private static boolean isExtortion(List<Statement> event) {
    return event.stream().anyMatch(one -> one.signature().getKind() == Kind.EXTORTION);
  }

  private static boolean repeatsFigures(List<Statement> event, List<Statement> earlier) {
    return losses(event)
        .allMatch(loss -> losses(earlier).anyMatch(other -> isRepeated(loss, other)));
  }

  private static boolean isRepeated(long one, long other) {
    return Math.abs(one - other) <= Math.max(one, other) / REPEATED_PART;
  }

  private static LongStream losses(List<Statement> event) {
    return event.stream().flatMapToLong(one -> one.loss().stream());
  }

  private static int voices(List<Statement> event) {
    return event.get(0).choir().of(event, LocalDate.MAX).number();
  }

  private static long apart(List<Statement> one, List<Statement> other) {
    return When.all(one)
        .mapToLong(
            period -> When.all(other).mapToLong(each -> When.apart(period, each)).min().orElse(0))
        .min()
        .orElse(0);
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

  private static boolean touches(Period period, List<Statement> event) {
    return When.all(event).anyMatch(other -> When.apart(period, other) == 0);
  }

  private static boolean begunBefore(LocalDate day, List<Statement> event) {
    return When.all(event).anyMatch(period -> !period.getFrom().isAfter(day));
  }

  private static boolean isDated(Statement statement) {
    return statement.period().isPresent();
  }

  private static boolean isApart(Statement statement) {
    return statement.signature().getApart().isPresent();
  }

  private static Set<String> actors(Collection<Statement> event) {
    return event.stream().flatMap(one -> one.actors().stream()).collect(Collectors.toSet());
  }

  private static boolean disjoint(Set<String> some, Set<String> others) {
    return some.stream().noneMatch(others::contains);
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
