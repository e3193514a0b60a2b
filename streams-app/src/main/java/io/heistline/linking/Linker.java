package io.heistline.linking;

import io.heistline.knowledge.Names;
import io.heistline.model.ActorMention;
import io.heistline.model.Alias;
import io.heistline.model.Certainty;
import io.heistline.model.Claim;
import io.heistline.model.Entity;
import io.heistline.model.EntityRef;
import io.heistline.model.EntityType;
import io.heistline.model.LinkedActor;
import io.heistline.model.LinkedClaim;
import io.heistline.model.Scope;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Resolves the names in a claim to entities. A name that knowledge does not hold becomes an entity
 * of its own where the wording alone makes it one (a victim, a source, a coined actor), with the
 * slug of the name as its id; a victim that is known as a source is called as that source is. A
 * name that knowledge holds for an ordinary word, too, is an actor's only where the wording makes
 * it one.
 */
public final class Linker {
  /** Subject of a PERIOD claim, and actor of an incident, that blames nobody. */
  public static final EntityRef UNATTRIBUTED = new EntityRef("unattributed", "Unattributed");

  /** Names of one claim that are looked up; a claim with more is cut, its first names count. */
  public static final int MOST_NAMES = 40;

  private Linker() {}

  /** The normalised names in a claim that knowledge may hold, sorted, each once. */
  public static Set<String> names(Claim claim) {
    return Stream.of(
            claim.getVictim().stream(),
            claim.getVictimAliases().stream(),
            claim.getActors().stream().map(ActorMention::getName),
            claim.getAttributedBy().stream())
        .flatMap(Function.identity())
        .map(Names::normalise)
        .filter(name -> !name.isEmpty())
        .distinct()
        .limit(MOST_NAMES)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** What a name stands for: what is known, and the victim that was learned where none is. */
  public static Alias together(Optional<Alias> known, Optional<Alias> learned) {
    if (known.isEmpty()) {
      return learned.orElseThrow();
    }
    return learned
        .filter(any -> entity(known, EntityType.VICTIM).isEmpty())
        .map(
            more ->
                Alias.newBuilder(known.get())
                    .setEntities(
                        Stream.concat(
                                known.get().getEntities().stream(), more.getEntities().stream())
                            .toList())
                    .build())
        .orElse(known.get());
  }

  /** Links a claim, given what knowledge holds under each normalised name. */
  public static LinkedClaim link(Claim claim, Function<String, Optional<Alias>> knowledge) {
    Lookup lookup = (name, type) -> entity(knowledge.apply(Names.normalise(name)), type);
    Optional<Entity> known = claim.getVictim().flatMap(name -> known(name, claim, lookup));
    Optional<EntityRef> victim =
        known
            .or(() -> claim.getVictim().flatMap(name -> lookup.find(name, EntityType.SOURCE)))
            .map(Linker::reference)
            .or(() -> claim.getVictim().map(name -> new EntityRef(Names.slug(name), name)));
    return LinkedClaim.newBuilder()
        .setClaim(claim)
        .setVictim(victim.orElse(null))
        .setActors(actors(claim, lookup))
        .setAttributedBy(sources(claim, lookup))
        .setOfficial(isOfficial(claim, victim, lookup))
        .setKnownPeriod(known.flatMap(one -> KnownDates.of(claim, one)).orElse(null))
        .build();
  }

  /**
   * The linked claim under each subject that it is about, by key: the victim of an INCIDENT, every
   * actor blamed by a PERIOD.
   */
  public static SortedMap<String, LinkedClaim> bySubject(LinkedClaim linked) {
    SortedMap<String, LinkedClaim> bySubject = new TreeMap<>();
    for (String subject : subjects(linked)) {
      bySubject.put(subject + "/" + linked.getClaim().getId(), linked);
    }
    return bySubject;
  }

  private static Collection<String> subjects(LinkedClaim linked) {
    if (linked.getClaim().getScope() == Scope.INCIDENT) {
      return linked.getVictim().map(EntityRef::getId).stream().toList();
    }
    List<String> blamed =
        linked.getActors().stream()
            .filter(actor -> actor.getCertainty() != Certainty.DENIED)
            .map(LinkedActor::getId)
            .toList();
    return blamed.isEmpty() ? List.of(UNATTRIBUTED.getId()) : blamed;
  }

  /** Under its own name first, then under any other that the article gives it. */
  private static Optional<Entity> known(String name, Claim claim, Lookup lookup) {
    return Stream.concat(Stream.of(name), claim.getVictimAliases().stream().sorted())
        .flatMap(candidate -> lookup.find(candidate, EntityType.VICTIM).stream())
        .findFirst();
  }

  /** Whether a state body, a court or an international organisation says so, or the victim. */
  private static boolean isOfficial(Claim claim, Optional<EntityRef> victim, Lookup lookup) {
    return claim.getAttributedBy().stream()
        .anyMatch(
            name ->
                lookup.find(name, EntityType.SOURCE).filter(Entity::getOfficial).isPresent()
                    || isVictim(name, claim, victim, lookup));
  }

  /** By a name that the article gives the victim, or by any that is known. */
  private static boolean isVictim(
      String name, Claim claim, Optional<EntityRef> victim, Lookup lookup) {
    boolean known =
        lookup
            .find(name, EntityType.VICTIM)
            .map(Entity::getId)
            .filter(id -> victim.map(EntityRef::getId).filter(id::equals).isPresent())
            .isPresent();
    return known
        || Stream.concat(claim.getVictim().stream(), claim.getVictimAliases().stream())
            .anyMatch(each -> Names.normalise(each).equals(Names.normalise(name)));
  }

  private static List<EntityRef> sources(Claim claim, Lookup lookup) {
    Map<String, EntityRef> byId = new TreeMap<>();
    for (String name : claim.getAttributedBy()) {
      EntityRef source =
          lookup
              .find(name, EntityType.SOURCE)
              .map(Linker::reference)
              .orElseGet(() -> new EntityRef(Names.slug(name), name));
      byId.putIfAbsent(source.getId(), source);
    }
    return List.copyOf(byId.values());
  }

  private static List<LinkedActor> actors(Claim claim, Lookup lookup) {
    List<LinkedActor> actors = new ArrayList<>();
    for (ActorMention mention : claim.getActors()) {
      lookup
          .find(mention.getName(), EntityType.ACTOR)
          .filter(known -> mention.getCoined() || !known.getAmbiguous())
          .map(known -> linked(known, mention.getCertainty()))
          .or(() -> coined(mention))
          .ifPresent(actors::add);
    }
    return Actors.merge(actors);
  }

  private static LinkedActor linked(Entity actor, Certainty certainty) {
    return LinkedActor.newBuilder()
        .setId(actor.getId())
        .setName(actor.getName())
        .setSponsor(actor.getSponsor().orElse(null))
        .setLineage(actor.getLineage())
        .setCertainty(certainty)
        .build();
  }

  private static Optional<LinkedActor> coined(ActorMention mention) {
    if (!mention.getCoined()) {
      return Optional.empty();
    }
    return Optional.of(
        LinkedActor.newBuilder()
            .setId(Names.coinedId(mention))
            .setName(mention.getName())
            .setCertainty(mention.getCertainty())
            .build());
  }

  private static Optional<Entity> entity(Optional<Alias> alias, EntityType type) {
    return alias.stream()
        .flatMap(found -> found.getEntities().stream())
        .filter(entity -> entity.getType() == type)
        .findFirst();
  }

  private static EntityRef reference(Entity entity) {
    return new EntityRef(entity.getId(), entity.getName());
  }

  /** Finds what a name stands for, of one type. */
  private interface Lookup {
    Optional<Entity> find(String name, EntityType type);
  }
}
