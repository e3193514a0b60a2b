package io.heistline.resolving;

import io.heistline.linking.Actors;
import io.heistline.model.Certainty;
import io.heistline.model.LinkedActor;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who did it, out of what the statements about an event say: all who are blamed, each at its
 * surest. A denial takes the blame back if it weighs more, or as much and comes later.
 */
final class Culprits {
  private Culprits() {}

  static List<LinkedActor> of(Collection<Statement> event) {
    Votes<LinkedActor> votes =
        Votes.of(event, statement -> statement.signature().getActors().stream());
    Set<String> ids =
        votes.answers().stream()
            .map(LinkedActor::getId)
            .collect(Collectors.toCollection(TreeSet::new));
    List<LinkedActor> settled = new ArrayList<>();
    for (String id : ids) {
      settled.add(settle(votes, id));
    }
    return Actors.merge(settled);
  }

  private static LinkedActor settle(Votes<LinkedActor> votes, String id) {
    Predicate<LinkedActor> blame = actor -> actor.getId().equals(id) && !isDenied(actor);
    Predicate<LinkedActor> denial = actor -> actor.getId().equals(id) && isDenied(actor);
    int weight =
        Comparator.comparing((Predicate<LinkedActor> side) -> votes.voices(side).weight())
            .thenComparing(side -> latest(votes, side))
            .compare(blame, denial);
    return with(votes, weight >= 0 ? blame : denial).findFirst().orElseThrow();
  }

  private static String latest(Votes<LinkedActor> votes, Predicate<LinkedActor> side) {
    return with(votes, side)
        .map(actor -> votes.latest(actor).toString())
        .max(Comparator.naturalOrder())
        .orElse("");
  }

  /** The surest first. */
  private static Stream<LinkedActor> with(Votes<LinkedActor> votes, Predicate<LinkedActor> side) {
    return votes.answers().stream()
        .filter(side)
        .sorted(
            Comparator.comparing(LinkedActor::getCertainty).thenComparing(LinkedActor::toString));
  }

  private static boolean isDenied(LinkedActor actor) {
    return actor.getCertainty() == Certainty.DENIED;
  }
}
