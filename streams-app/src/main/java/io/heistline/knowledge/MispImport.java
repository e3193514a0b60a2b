package io.heistline.knowledge;

import io.heistline.model.Entity;
import io.heistline.model.EntityType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Brings the actors of a MISP cluster into a book of names. The same cluster again changes nothing.
 *
 * <p>An entry is the actor that its value names; if nobody bears it, the one that its synonyms
 * name, ordinary words left aside; if there is none, a new one. A known actor gets the names it
 * lacks and nothing else. A name that is another actor's already, or that two entries claim, is
 * left out and said so; so is an entry whose synonyms name several actors, for no program can tell
 * whose it is.
 */
public final class MispImport {
  private final NameBook book;
  private final Knowledge bundled;
  private final KnowledgeDesk desk;
  private final OrdinaryWords ordinary;
  private final String origin;
  private final MispCluster cluster;
  private final Map<String, Set<String>> knownIds = new HashMap<>();
  private final List<LeftOut> leftOut = new ArrayList<>();
  private final Set<String> before = new TreeSet<>();
  private final Set<String> fresh = new TreeSet<>();
  private final Set<String> extended = new TreeSet<>();
  private int aliases;
  private int ambiguous;
  private int originOnly;

  private MispImport(
      MispCluster cluster, NameBook book, Knowledge bundled, OrdinaryWords ordinary) {
    this.cluster = cluster;
    this.book = book;
    this.bundled = bundled;
    this.ordinary = ordinary;
    this.desk = new KnowledgeDesk(book, bundled, ordinary);
    this.origin = "MISP " + cluster.type();
    book.entities(EntityType.ACTOR).forEach(actor -> before.add(actor.getId()));
    book.names()
        .forEach(
            (key, alias) ->
                book.named(key, EntityType.ACTOR)
                    .ifPresent(
                        actor ->
                            knownIds
                                .computeIfAbsent(spelling(key), k -> new TreeSet<>())
                                .add(actor.getId())));
  }

  /** A name, or an entry with all its names, that was not taken, and why. */
  public record LeftOut(String name, String entry, String reason) {}

  /**
   * What came of it.
   *
   * @param fresh actors that were unknown
   * @param extended known actors that got names
   * @param unchanged known actors of which the cluster says nothing new
   * @param aliases names added beside the new actors' own
   * @param ambiguous names added, own ones too, that count only where the wording makes them one's
   * @param originOnly new actors of which only the country is known, not whom they serve
   */
  public record Report(
      int fresh,
      int extended,
      int unchanged,
      int aliases,
      int ambiguous,
      int originOnly,
      List<LeftOut> leftOut) {}

  /** Adds what the cluster says to the book. */
  public static Report run(
      MispCluster cluster, NameBook book, Knowledge bundled, OrdinaryWords ordinary) {
    return new MispImport(cluster, book, bundled, ordinary).run();
  }

  private Report run() {
    Map<MispActor, Entity> actors = new LinkedHashMap<>();
    for (MispActor entry : cluster.actors()) {
      identify(entry).ifPresent(actor -> actors.put(entry, actor));
    }
    Map<String, Set<String>> claims = new HashMap<>();
    actors.forEach(
        (entry, actor) ->
            entry
                .synonyms()
                .forEach(
                    name ->
                        claims
                            .computeIfAbsent(Names.normalise(name), key -> new TreeSet<>())
                            .add(actor.getId())));
    actors.forEach((entry, actor) -> addSynonyms(entry, actor, claims));
    Set<String> met = actors.values().stream().map(Entity::getId).collect(Collectors.toSet());
    int unchanged =
        (int) met.stream().filter(id -> !fresh.contains(id) && !extended.contains(id)).count();
    return new Report(
        fresh.size(),
        extended.size(),
        unchanged,
        aliases,
        ambiguous,
        originOnly,
        List.copyOf(leftOut));
  }

  /** Which actor an entry is, in the book from here on; empty if nobody can tell. */
  private Optional<Entity> identify(MispActor entry) {
    Set<String> bearers = bearers(entry);
    if (bearers.size() > 1) {
      leave(entry.name(), entry, "its names stand for several known actors: " + join(bearers));
      return Optional.empty();
    }
    Optional<Entity> known =
        bearers.stream().findFirst().flatMap(id -> book.find(id, EntityType.ACTOR));
    if (known.isPresent() && bundled.isState(known.get().getId())) {
      leave(entry.name(), entry, "it is the name of a state");
      return Optional.empty();
    }
    Entity actor = known.map(there -> known(there, entry)).orElseGet(() -> fresh(entry));
    if (book.named(entry.name(), EntityType.ACTOR).isEmpty()) {
      name(entry.name(), actor, known.isPresent());
    }
    return Optional.of(actor);
  }

  /** Ids of the actors that the value names; else of those that the synonyms name. */
  private Set<String> bearers(MispActor entry) {
    Set<String> byName = bearers(entry.name());
    if (!byName.isEmpty()) {
      return byName;
    }
    return entry.synonyms().stream()
        .filter(name -> !ordinary.hold(name))
        .flatMap(name -> knownIds.getOrDefault(spelling(name), Set.of()).stream())
        .filter(id -> !bundled.isState(id))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Ids of the actors that a name stands for now, or stood for before in another spacing. */
  private Set<String> bearers(String name) {
    return book.named(name, EntityType.ACTOR)
        .map(actor -> Set.of(actor.getId()))
        .orElseGet(() -> knownIds.getOrDefault(spelling(name), Set.of()));
  }

  private Entity fresh(MispActor entry) {
    Entity actor = completed(desk.fresh(entry.name(), EntityType.ACTOR), entry);
    if (actor.getSponsor().isEmpty() && entry.country().isPresent()) {
      originOnly++;
    }
    fresh.add(actor.getId());
    return actor;
  }

  /** A known actor, with what it lacks if it is not bundled. */
  private Entity known(Entity there, MispActor entry) {
    if (desk.isBundled(there)) {
      return there;
    }
    Entity completed = completed(there, entry);
    if (!completed.equals(there)) {
      book.restate(completed);
      extend(completed);
    }
    return completed;
  }

  /** With sponsor and references, where it has none. */
  private Entity completed(Entity actor, MispActor entry) {
    Entity.Builder completed = Entity.newBuilder(actor);
    if (actor.getLineage().isEmpty()) {
      entry
          .sponsor(bundled)
          .ifPresent(
              state ->
                  completed
                      .setSponsor(state.getId())
                      .setLineage(List.of(NameBook.reference(state))));
    }
    if (actor.getReferences().isEmpty()) {
      completed.setReferences(entry.references());
    }
    return completed.build();
  }

  private void addSynonyms(MispActor entry, Entity actor, Map<String, Set<String>> claims) {
    for (String name : new LinkedHashSet<>(entry.synonyms())) {
      Set<String> bearers = bearers(name);
      Set<String> claimants = claims.getOrDefault(Names.normalise(name), Set.of());
      if (!bearers.isEmpty() && !bearers.contains(actor.getId())) {
        leave(name, entry, "already names " + join(bearers));
      } else if (bearers.isEmpty() && claimants.size() > 1) {
        leave(name, entry, "claimed for several actors: " + join(claimants));
      } else if (book.named(name, EntityType.ACTOR).isEmpty()) {
        name(name, actor, true);
      }
    }
  }

  private void name(String name, Entity actor, boolean alias) {
    boolean weak = desk.countsInContext(name, EntityType.ACTOR);
    book.name(name, actor, origin, weak);
    ambiguous += weak ? 1 : 0;
    aliases += alias ? 1 : 0;
    if (alias) {
      extend(actor);
    }
  }

  private void extend(Entity actor) {
    if (before.contains(actor.getId())) {
      extended.add(actor.getId());
    }
  }

  private void leave(String name, MispActor entry, String reason) {
    leftOut.add(new LeftOut(name, entry.name(), reason));
  }

  private static String join(Set<String> ids) {
    return ids.stream().sorted().collect(Collectors.joining(", "));
  }

  /** "APT 29" and "APT29", "Cozy Bear" and "CozyBear" are one name to people. */
  private static String spelling(String name) {
    return Names.normalise(name).replace(" ", "");
  }
}
