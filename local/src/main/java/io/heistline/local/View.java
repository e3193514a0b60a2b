package io.heistline.local;

import io.heistline.json.LedgerJson;
import io.heistline.model.ActorTotals;
import io.heistline.model.EntityRef;
import io.heistline.model.Incident;
import io.heistline.model.LinkedActor;
import io.heistline.model.LinkedClaim;
import io.heistline.topics.Topic;
import io.heistline.topics.Topics;
import java.util.Collection;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Function;

/**
 * How one topic of the ledger is shown.
 *
 * @param json one line an entry
 * @param text a table, titles first
 * @param concerns whether an entry is about an actor, by id
 */
record View<V>(
    Topic<V> topic,
    Function<V, String> json,
    Function<Collection<V>, List<String>> text,
    BiPredicate<V, String> concerns) {
  private static final String UNATTRIBUTED = "unattributed";

  static View<ActorTotals> totals(Topics topics) {
    return new View<>(
        topics.actorTotals(),
        LedgerJson::totals,
        LedgerText::totalsAndReported,
        (totals, actor) -> totals.getActor().getId().equals(actor));
  }

  static View<Incident> incidents(Topics topics) {
    return new View<>(
        topics.incidents(),
        LedgerJson::incident,
        LedgerText::incidents,
        (incident, actor) -> blames(incident.getActors(), actor));
  }

  static View<LinkedClaim> claims(Topics topics) {
    return new View<>(
        topics.linkedClaims(),
        LedgerJson::claim,
        LedgerText::claims,
        (claim, actor) -> blames(claim.getActors(), actor));
  }

  /** Whether an actor, or one that it stands above, is among those blamed. */
  private static boolean blames(List<LinkedActor> actors, String id) {
    return actors.isEmpty()
        ? id.equals(UNATTRIBUTED)
        : actors.stream().anyMatch(actor -> isOrBelow(actor, id));
  }

  private static boolean isOrBelow(LinkedActor actor, String id) {
    return actor.getId().equals(id)
        || actor.getLineage().stream().map(EntityRef::getId).anyMatch(id::equals);
  }
}
