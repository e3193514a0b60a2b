package io.heistline.totalling;

import io.heistline.linking.Linker;
import io.heistline.model.Amount;
import io.heistline.model.AmountRole;
import io.heistline.model.Certainty;
import io.heistline.model.Contribution;
import io.heistline.model.EntityRef;
import io.heistline.model.Incident;
import io.heistline.model.IncidentRef;
import io.heistline.model.IncidentShare;
import io.heistline.model.LinkedActor;
import io.heistline.model.LinkedClaim;
import io.heistline.model.Loss;
import io.heistline.model.Period;
import io.heistline.model.ReportShare;
import io.heistline.model.Scope;
import io.heistline.valuing.Valuation;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What an incident, or a total that somebody reports, contributes to the totals of each actor. */
public final class Shares {
  private Shares() {}

  /**
   * The shares of an incident, by actor id/incident id: one for every actor blamed and for everyone
   * above it, each once, however many ways lead there, with the surest certainty of these ways; one
   * for "unattributed" if nobody is blamed.
   */
  public static SortedMap<String, Contribution> of(Incident incident) {
    SortedMap<String, Contribution> shares = new TreeMap<>();
    incident.getActors().stream()
        .filter(actor -> actor.getCertainty() != Certainty.DENIED)
        .sorted(Comparator.comparing(LinkedActor::getCertainty))
        .forEach(actor -> put(shares, incident, actor));
    if (shares.isEmpty()) {
      put(shares, incident, Linker.UNATTRIBUTED, null, null);
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
      SortedMap<String, Contribution> shares, Incident incident, LinkedActor actor) {
    Certainty certainty = actor.getCertainty();
    String sponsor = actor.getSponsor().orElse(null);
    put(shares, incident, new EntityRef(actor.getId(), actor.getName()), sponsor, certainty);
    for (EntityRef above : actor.getLineage()) {
      boolean isSponsor = above.getId().equals(sponsor);
      put(shares, incident, above, isSponsor ? null : sponsor, certainty);
    }
  }

  private static void put(
      SortedMap<String, Contribution> shares,
      Incident incident,
      EntityRef actor,
      @Nullable String sponsor,
      @Nullable Certainty certainty) {
    IncidentShare share =
        IncidentShare.newBuilder()
            .setActor(actor)
            .setSponsor(sponsor)
            .setKind(incident.getKind())
            .setIncident(reference(incident))
            .setRecoveredUsdCents(incident.getRecoveredUsdCents().orElse(null))
            .setCertainty(certainty)
            .build();
    shares.putIfAbsent(actor.getId() + "/" + incident.getId(), new Contribution(share));
  }

  private static IncidentRef reference(Incident incident) {
    return IncidentRef.newBuilder()
        .setId(incident.getId())
        .setVictim(incident.getVictim().getName())
        .setFrom(incident.getPeriod().map(Period::getFrom).orElse(null))
        .setLossUsdCents(incident.getLoss().map(Loss::getBestUsdCents).orElse(null))
        .build();
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
}
