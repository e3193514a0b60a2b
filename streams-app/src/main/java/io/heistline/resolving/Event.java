package io.heistline.resolving;

import io.heistline.model.Period;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * An event, by what is said of it.
 *
 * @param statements never empty, in order of signature id
 * @param dating those of them that founded the event, and say when it was; what only tells it again
 *     is dated by the day on which it does so
 */
record Event(List<Statement> statements, List<Statement> dating) {
  /** An event of which each statement may say when it was. */
  static Event of(Collection<Statement> statements) {
    List<Statement> inOrder =
        statements.stream().sorted(Comparator.comparing(Statement::id)).toList();
    return new Event(inOrder, inOrder);
  }

  /** The event with what else is said of it. */
  Event with(Collection<Statement> more) {
    List<Statement> all = new ArrayList<>(statements);
    all.addAll(more);
    return new Event(of(all).statements, dating);
  }

  /** Both events, which are one: either may say when it was. */
  Event and(Event other) {
    List<Statement> both = new ArrayList<>(dating);
    both.addAll(other.dating);
    return new Event(with(other.statements).statements, of(both).statements);
  }

  Optional<Period> period() {
    return When.of(dating);
  }
}
