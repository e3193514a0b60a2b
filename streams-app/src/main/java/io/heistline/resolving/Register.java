package io.heistline.resolving;

import io.heistline.knowledge.Names;
import io.heistline.linking.Linker;
import io.heistline.model.Alias;
import io.heistline.model.AliasLink;
import io.heistline.model.Certainty;
import io.heistline.model.Entity;
import io.heistline.model.EntityRef;
import io.heistline.model.EntityType;
import io.heistline.model.LinkedActor;
import io.heistline.model.Ruling;
import io.heistline.model.RulingAction;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What concerns all victims, and is little enough to lie in one place: links between names, and
 * rulings. Both meet knowledge here, which says which names are known and who an actor is. What
 * comes out depends on what is registered alone, not on its order.
 */
public final class Register {
  /** Who published a name that was learned from articles. */
  public static final String LEARNED = "learned";

  private static final String ROWS = "all/";

  private final Table<AliasLink> links;
  private final Table<Alias> known;
  private final Table<Ruling> rulings;

  public Register(Table<AliasLink> links, Table<Alias> known, Table<Ruling> rulings) {
    this.links = links;
    this.known = known;
    this.rulings = rulings;
  }

  /** Registers a link between two names; true if that changes anything. */
  public boolean link(String pair, Optional<AliasLink> link) {
    return put(links, pair, link);
  }

  /** Registers what knowledge holds under a name; true if that matters to a link or a ruling. */
  public boolean know(String name, Optional<Alias> alias) {
    return put(known, name, alias) && (isLinked(name) || !rulings.all(ROWS).isEmpty());
  }

  /** Registers a ruling; true if that changes anything. */
  public boolean rule(String key, Optional<Ruling> ruling) {
    return put(rulings, key, ruling);
  }

  /** What articles have taught of names, by normalised name. */
  public SortedMap<String, Alias> names() {
    SortedMap<String, Alias> names = new TreeMap<>();
    entities().forEach((name, entity) -> names.put(name, alias(name, entity)));
    return names;
  }

  /**
   * The rulings as they hold now, by victim id/key: on the victim that a name means now, with the
   * actor as knowledge has it now.
   */
  public SortedMap<String, Ruling> rulings() {
    SortedMap<String, EntityRef> entities = entities();
    SortedMap<String, Ruling> now = new TreeMap<>();
    for (Ruling ruling : rulings.all(ROWS)) {
      Subject.parse(ruling.getSubject())
          .ifPresent(
              subject -> {
                now.put(
                    victim(subject, entities) + "/" + key(ruling),
                    current(ruling, subject, entities));
              });
    }
    return now;
  }

  /** The key of a ruling in its topic. */
  public static String key(Ruling ruling) {
    String key = ruling.getSubject() + "/" + word(ruling.getAction());
    return ruling.getAction() == RulingAction.SPLIT
        ? key + "/" + ruling.getTarget().orElse("")
        : key;
  }

  /** An action as a command and a key name it: "set-loss". */
  public static String word(RulingAction action) {
    return Names.slug(action.name().replace('_', ' '));
  }

  private SortedMap<String, EntityRef> entities() {
    return AliasGraph.entities(
        links.all(ROWS), name -> entity(name, EntityType.VICTIM).map(Register::reference));
  }

  private boolean isLinked(String name) {
    return links.all(ROWS).stream()
        .anyMatch(
            link ->
                Names.normalise(link.getFirst().get(0)).equals(name)
                    || Names.normalise(link.getSecond().get(0)).equals(name));
  }

  private Ruling current(Ruling ruling, Subject subject, SortedMap<String, EntityRef> entities) {
    return Ruling.newBuilder(ruling)
        .setSubject(subject.of(victim(subject, entities)))
        .setTarget(
            ruling.getTarget().map(target -> incident(ruling, target, entities)).orElse(null))
        .setActor(
            ruling.getAction() == RulingAction.SET_ACTOR
                ? ruling.getTarget().flatMap(this::actor).orElse(null)
                : null)
        .build();
  }

  private static String incident(
      Ruling ruling, String target, SortedMap<String, EntityRef> entities) {
    return ruling.getAction() == RulingAction.MERGE
        ? Subject.parse(target).map(other -> other.of(victim(other, entities))).orElse(target)
        : target;
  }

  private static String victim(Subject subject, SortedMap<String, EntityRef> entities) {
    EntityRef entity = entities.get(Names.normalise(subject.victim()));
    return entity == null ? subject.victim() : entity.getId();
  }

  /** By name or id; empty for nobody. */
  private Optional<LinkedActor> actor(String target) {
    if (target.equals(Linker.UNATTRIBUTED.getId())) {
      return Optional.empty();
    }
    LinkedActor.Builder actor = LinkedActor.newBuilder().setCertainty(Certainty.CONFIRMED);
    return entity(Names.normalise(target), EntityType.ACTOR)
        .map(
            entity ->
                actor
                    .setId(entity.getId())
                    .setName(entity.getName())
                    .setSponsor(entity.getSponsor().orElse(null))
                    .setLineage(entity.getLineage()))
        .or(() -> Optional.of(actor.setId(Names.slug(target)).setName(target)))
        .map(LinkedActor.Builder::build);
  }

  private Optional<Entity> entity(String name, EntityType type) {
    return known.get(ROWS + name).stream()
        .flatMap(alias -> alias.getEntities().stream())
        .filter(entity -> entity.getType() == type)
        .findFirst();
  }

  private static EntityRef reference(Entity entity) {
    return new EntityRef(entity.getId(), entity.getName());
  }

  private static Alias alias(String name, EntityRef entity) {
    return Alias.newBuilder()
        .setName(name)
        .setEntities(
            List.of(
                Entity.newBuilder()
                    .setId(entity.getId())
                    .setName(entity.getName())
                    .setType(EntityType.VICTIM)
                    .build()))
        .setOrigin(LEARNED)
        .build();
  }

  private static <V> boolean put(Table<V> table, String key, Optional<V> value) {
    String row = ROWS + key;
    if (table.get(row).equals(value)) {
      return false;
    }
    value.ifPresentOrElse(now -> table.put(row, now), () -> table.remove(row));
    return true;
  }
}
