package io.heistline.linking;

import io.heistline.model.Certainty;
import io.heistline.model.EntityRef;
import io.heistline.model.LinkedActor;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Puts together what several statements say of who did it. */
public final class Actors {
  private Actors() {}

  /**
   * The union, sorted by id: each actor once, at its surest, and none that another one's lineage
   * already holds ("North Korea's Lazarus Group" is Lazarus Group). A denial counts only for an
   * actor whom nobody blames.
   */
  public static List<LinkedActor> merge(Collection<LinkedActor> mentions) {
    SortedMap<String, LinkedActor> byId = new TreeMap<>();
    for (LinkedActor mention : mentions) {
      byId.merge(mention.getId(), mention, Actors::surer);
    }
    Set<String> above =
        byId.values().stream()
            .filter(actor -> actor.getCertainty() != Certainty.DENIED)
            .flatMap(actor -> actor.getLineage().stream())
            .map(EntityRef::getId)
            .collect(Collectors.toSet());
    return byId.values().stream().filter(actor -> !above.contains(actor.getId())).toList();
  }

  private static LinkedActor surer(LinkedActor one, LinkedActor other) {
    return one.getCertainty().compareTo(other.getCertainty()) <= 0 ? one : other;
  }
}
