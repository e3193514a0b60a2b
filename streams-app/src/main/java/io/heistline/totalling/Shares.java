package io.heistline.totalling;

import io.heistline.linking.Linker;
import io.heistline.model.Amount;
import io.heistline.model.AmountRole;
import io.heistline.model.Certainty;
import io.heistline.model.Contribution;
import io.heistline.model.EntityRef;
import io.heistline.model.Incident;
import io.heistline.model.IncidentShare;
import io.heistline.model.LinkedActor;
import io.heistline.model.LinkedClaim;
import io.heistline.model.Period;
import io.heistline.model.ReportShare;
import io.heistline.model.Scope;
import io.heistline.valuing.Valuation;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What an incident, or a total that somebody reports, contributes to the totals of each actor. */
public final class Shares {
  /** Year of an incident whose date is not known. */
  public static final String UNKNOWN_YEAR = "unknown";

  private Shares() {}

  /**
   * The shares of an incident, by actor id/incident id: one for every actor blamed and for everyone
   * above it, each once, however many ways lead there; one for "unattributed" if nobody is blamed.
   */
  public static SortedMap<String, Contribution> of(Incident incident) {
    SortedMap<String, Contribution> shares = new TreeMap<>();
    for (LinkedActor actor : incident.getActors()) {
      if (actor.getCertainty() != Certainty.DENIED) {
        String sponsor = actor.getSponsor().orElse(null);
        put(shares, incident, new EntityRef(actor.getId(), actor.getName()), sponsor);
        for (EntityRef above : actor.getLineage()) {
          boolean isSponsor = above.getId().equals(sponsor);
          put(shares, incident, above, isSponsor ? null : sponsor);
        }
      }
    }
    if (shares.isEmpty()) {
      put(shares, incident, Linker.UNATTRIBUTED, null);
    }
    return shares;
  }

  /**
   * The share of a PERIOD claim in the reported totals of the actor whose id its key begins with;
   * empty for an INCIDENT, and for a claim without a figure.
   */
  public static Optional<Contribution> of(String key, LinkedClaim linked) {
    if (linked.getClaim().getScope() != Scope.PERIOD) {
      return Optional.empty();
    }
    String actorId = key.substring(0, key.indexOf('/'));
    return sum(linked)
        .flatMap(sum -> sum.getUsdCents().map(cents -> report(actorId, linked, sum, cents)));
  }

  private static void put(
      SortedMap<String, Contribution> shares,
      Incident incident,
      EntityRef actor,
      @Nullable String sponsor) {
    IncidentShare share =
        IncidentShare.newBuilder()
            .setActor(actor)
            .setSponsor(sponsor)
            .setKind(incident.getKind())
            .setYear(year(incident))
            .setLossUsdCents(incident.getLoss().map(loss -> loss.getBestUsdCents()).orElse(null))
            .setRecoveredUsdCents(incident.getRecoveredUsdCents().orElse(null))
            .build();
    shares.put(actor.getId() + "/" + incident.getId(), new Contribution(share));
  }

  private static Contribution report(String actorId, LinkedClaim linked, Amount sum, long cents) {
    Optional<LinkedActor> actor =
        linked.getActors().stream().filter(one -> one.getId().equals(actorId)).findFirst();
    Optional<Period> period = linked.getClaim().getPeriod();
    return new Contribution(
        ReportShare.newBuilder()
            .setActor(
                actor
                    .map(one -> new EntityRef(one.getId(), one.getName()))
                    .orElse(Linker.UNATTRIBUTED))
            .setSponsor(actor.flatMap(LinkedActor::getSponsor).orElse(null))
            .setUsdCents(cents)
            .setFrom(period.map(Period::getFrom).orElse(null))
            .setTo(period.map(Period::getTo).orElse(null))
            .setBy(by(linked.getAttributedBy()))
            .setValued(!Valuation.isStated(sum))
            .build());
  }

  private static String by(List<EntityRef> sources) {
    return sources.stream().map(EntityRef::getName).collect(Collectors.joining(", "));
  }

  /** The first in dollars: valuing puts what is stated before what it has worked out. */
  private static Optional<Amount> sum(LinkedClaim linked) {
    return linked.getClaim().getAmounts().stream()
        .filter(amount -> amount.getRole() == AmountRole.LOSS)
        .filter(amount -> amount.getUsdCents().isPresent())
        .findFirst();
  }

  private static String year(Incident incident) {
    return incident
        .getPeriod()
        .map(period -> String.valueOf(period.getFrom().getYear()))
        .orElse(UNKNOWN_YEAR);
  }
}
