package io.heistline.resolving;

import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;

/**
 * How well a statement fits an event.
 *
 * @param amount whether their figures go together
 * @param sharedActor whether one actor is named by both
 * @param daysBefore days from the event to the publication; less is better
 */
record Fit(Amounts amount, boolean sharedActor, long daysBefore) implements Comparable<Fit> {
  /** Figures of one event differ by less than this factor, unless one of them is a slip. */
  static final long SAME_FIGURE_FACTOR = 3;

  /** Whether the figures go together; worse before better. */
  enum Amounts {
    CONTRADICT,
    UNKNOWN,
    AGREE
  }

  static Fit of(Statement statement, List<Statement> event) {
    long days =
        When.all(event)
            .mapToLong(
                period -> Math.abs(ChronoUnit.DAYS.between(period.getFrom(), statement.lastDay())))
            .min()
            .orElse(Long.MAX_VALUE);
    return new Fit(amounts(statement, event), actors(statement, event), days);
  }

  @Override
  public int compareTo(Fit other) {
    return Comparator.comparing(Fit::amount)
        .thenComparing(Fit::sharedActor)
        .thenComparing(Comparator.comparingLong(Fit::daysBefore).reversed())
        .compare(this, other);
  }

  static Amounts amounts(Statement statement, List<Statement> event) {
    return amounts(statement, event, SAME_FIGURE_FACTOR);
  }

  /**
   * Whether a figure goes together with any of an event's.
   *
   * @param factor from how many times another on a figure contradicts it
   */
  static Amounts amounts(Statement statement, List<Statement> event, long factor) {
    OptionalLong loss = statement.loss();
    List<Long> others =
        event.stream()
            .map(Statement::loss)
            .filter(OptionalLong::isPresent)
            .map(OptionalLong::getAsLong)
            .toList();
    if (loss.isEmpty() || others.isEmpty()) {
      return repeatsRecords(statement, event) ? Amounts.AGREE : Amounts.UNKNOWN;
    }
    return others.stream().anyMatch(other -> sameFigure(loss.getAsLong(), other, factor))
        ? Amounts.AGREE
        : Amounts.CONTRADICT;
  }

  /** Data is counted in many ways, so another count says nothing. */
  private static boolean repeatsRecords(Statement statement, List<Statement> event) {
    return event.stream()
        .anyMatch(other -> Retelling.areRecordsOfOne(statement.records(), other.records()));
  }

  static boolean actors(Statement statement, List<Statement> event) {
    return event.stream()
        .anyMatch(one -> one.actors().stream().anyMatch(statement.actors()::contains));
  }

  private static boolean sameFigure(long one, long other, long factor) {
    return Math.max(one, other) / factor <= Math.min(one, other);
  }
}
