package io.heistline.resolving;

import io.heistline.model.LinkedActor;
import io.heistline.model.Period;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Sorts statements about one victim into events. Statements with a narrow period found the events;
 * those with a year only and those with no date at all join the event that fits them best, and stay
 * apart where none does.
 */
final class Events {
  /**
   * Two anchored statements this many days apart may still mean one event: it is found late,
   * reported later, and dated by the day of either.
   */
  static final long SAME_EVENT_DAYS = 30;

  /** Figures of one event differ by less than this factor, unless one of them is a slip. */
  static final long SAME_FIGURE_FACTOR = 3;

  private Events() {}

  /** The events, each a non-empty list in order of claim id. */
  static List<List<Statement>> of(List<Statement> statements) {
    List<List<Statement>> anchored = anchoredEvents(statements);
    List<List<Statement>> byYear = new ArrayList<>();
    List<List<Statement>> events = copy(anchored);
    for (Statement statement : only(statements, one -> !one.anchored() && isDated(one))) {
      Period period = statement.period().orElseThrow();
      best(statement, anchored, event -> touches(period, event))
          .ifPresentOrElse(
              index -> events.get(index).add(statement), () -> joinYear(statement, period, byYear));
    }
    List<List<Statement>> dated = new ArrayList<>(events);
    dated.addAll(byYear);
    List<List<Statement>> settled = copy(dated);
    List<Statement> undated = new ArrayList<>();
    for (Statement statement : only(statements, one -> !isDated(one))) {
      best(statement, dated, event -> begunBefore(statement.published(), event))
          .ifPresentOrElse(
              index -> settled.get(index).add(statement), () -> undated.add(statement));
    }
    if (!undated.isEmpty()) {
      settled.add(undated);
    }
    settled.forEach(event -> event.sort(Comparator.comparing(Statement::id)));
    return settled;
  }

  /** Walks the anchored statements in order of time and begins a new event at every long gap. */
  private static List<List<Statement>> anchoredEvents(List<Statement> statements) {
    List<Statement> inOrder = new ArrayList<>(only(statements, Statement::anchored));
    inOrder.sort(
        Comparator.comparing((Statement one) -> one.period().orElseThrow().getFrom())
            .thenComparing(one -> one.period().orElseThrow().getTo())
            .thenComparing(Statement::id));
    List<List<Statement>> events = new ArrayList<>();
    LocalDate end = LocalDate.MIN;
    for (Statement statement : inOrder) {
      Period period = statement.period().orElseThrow();
      if (events.isEmpty() || period.getFrom().isAfter(end.plusDays(SAME_EVENT_DAYS))) {
        events.add(new ArrayList<>());
        end = period.getTo();
      }
      events.get(events.size() - 1).add(statement);
      end = end.isAfter(period.getTo()) ? end : period.getTo();
    }
    return events;
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
      if (fit.amount() != AmountFit.CONTRADICTS
          && (bestFit == null || fit.compareTo(bestFit) > 0)) {
        best = index;
        bestFit = fit;
      }
    }
    return Optional.ofNullable(best);
  }

  private static boolean touches(Period period, List<Statement> event) {
    return When.all(event).anyMatch(other -> When.near(period, other, 0));
  }

  private static boolean begunBefore(LocalDate day, List<Statement> event) {
    return When.all(event).anyMatch(period -> !period.getFrom().isAfter(day));
  }

  private static boolean isDated(Statement statement) {
    return statement.period().isPresent();
  }

  private static List<Statement> only(List<Statement> statements, Predicate<Statement> which) {
    return statements.stream().filter(which).toList();
  }

  private static List<List<Statement>> copy(Collection<List<Statement>> events) {
    return events.stream()
        .<List<Statement>>map(ArrayList::new)
        .collect(Collectors.toCollection(ArrayList::new));
  }

  private enum AmountFit {
    CONTRADICTS,
    UNKNOWN,
    AGREES
  }

  /**
   * How well a statement fits an event.
   *
   * @param amount whether their figures go together
   * @param sharedActor whether one actor is blamed by both
   * @param daysBefore days from the event to the publication; less is better
   */
  private record Fit(AmountFit amount, boolean sharedActor, long daysBefore)
      implements Comparable<Fit> {
    static Fit of(Statement statement, List<Statement> event) {
      Set<String> actors = new HashSet<>(actors(statement));
      boolean shared = event.stream().anyMatch(one -> !disjoint(actors, actors(one)));
      long days =
          When.all(event)
              .mapToLong(
                  period ->
                      Math.abs(ChronoUnit.DAYS.between(period.getFrom(), statement.published())))
              .min()
              .orElse(Long.MAX_VALUE);
      return new Fit(amountFit(statement.loss(), event), shared, days);
    }

    @Override
    public int compareTo(Fit other) {
      return Comparator.comparing(Fit::amount)
          .thenComparing(Fit::sharedActor)
          .thenComparing(Comparator.comparingLong(Fit::daysBefore).reversed())
          .compare(this, other);
    }

    private static AmountFit amountFit(OptionalLong loss, List<Statement> event) {
      List<Long> others =
          event.stream()
              .map(Statement::loss)
              .filter(OptionalLong::isPresent)
              .map(OptionalLong::getAsLong)
              .toList();
      if (loss.isEmpty() || others.isEmpty()) {
        return AmountFit.UNKNOWN;
      }
      return others.stream().anyMatch(other -> sameFigure(loss.getAsLong(), other))
          ? AmountFit.AGREES
          : AmountFit.CONTRADICTS;
    }

    private static boolean sameFigure(long one, long other) {
      return Math.max(one, other) <= SAME_FIGURE_FACTOR * Math.min(one, other);
    }

    private static boolean disjoint(Set<String> some, Set<String> others) {
      return some.stream().noneMatch(others::contains);
    }

    private static Set<String> actors(Statement statement) {
      return statement.linked().getActors().stream()
          .map(LinkedActor::getId)
          .collect(Collectors.toSet());
    }
  }
}
