package io.heistline.knowledge;

import io.heistline.model.Alias;
import io.heistline.model.Entity;
import io.heistline.model.EntityRef;
import io.heistline.model.EntityType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What heistline.knowledge holds, as a copy to work on: names and the entities that they stand for.
 * {@link #changes} says what has to be published to make the topic hold the same.
 *
 * <p>An entity is its id; what is said of it (name, lineage, references) is the same under each of
 * its names. Who gave it a name, and whether the name is an ordinary word, belongs to the name. Not
 * safe for use by several threads.
 */
public final class NameBook {
  /** The origin of what is shipped with Heistline. */
  public static final String BUNDLED = "bundled";

  private final Map<String, Alias> published;
  private final SortedMap<String, Alias> names;
  private final Map<EntityType, Map<String, Entity>> entities = new TreeMap<>();

  /** A copy of what is published. */
  NameBook(Map<String, Alias> published) {
    this(published, Map.of());
  }

  /**
   * A copy of what is published, and of the bundled names that are not there yet: a stack that is
   * still starting must not take known actors for new ones.
   */
  public NameBook(Map<String, Alias> published, Map<String, Alias> bundled) {
    this.published = Map.copyOf(published);
    this.names = new TreeMap<>(bundled);
    names.putAll(published);
    names.values().forEach(alias -> alias.getEntities().forEach(this::remember));
  }

  /** What to publish, by key; null for a tombstone. */
  public SortedMap<String, @Nullable Alias> changes() {
    return changes(published, names);
  }

  /**
   * What to publish so that the topic holds the bundled knowledge and what others added to it. A
   * name that somebody else gave an entity stays; what the bundle says of that entity is brought up
   * to date. Bundled names that the bundle no longer holds are taken back.
   */
  public static SortedMap<String, @Nullable Alias> merge(
      Map<String, Alias> published, Map<String, Alias> bundled) {
    NameBook bundle = new NameBook(bundled);
    SortedMap<String, Alias> merged = new TreeMap<>(bundled);
    published.forEach(
        (key, there) -> {
          List<Entity> added =
              named(there).stream()
                  .filter(entity -> !entity.getOrigin().equals(BUNDLED))
                  .map(entity -> as(entity, bundle.find(entity.getId(), entity.getType())))
                  .toList();
          if (!added.isEmpty()) {
            merged.put(
                key, overlaid(there.getName(), Optional.ofNullable(bundled.get(key)), added));
          }
        });
    return changes(published, merged);
  }

  /** All names and what they stand for, by normalised name. */
  public SortedMap<String, Alias> names() {
    return Collections.unmodifiableSortedMap(names);
  }

  /** All entities of a type. */
  public Collection<Entity> entities(EntityType type) {
    return List.copyOf(entities.getOrDefault(type, Map.of()).values());
  }

  public Optional<Entity> find(String id, EntityType type) {
    return Optional.ofNullable(entities.getOrDefault(type, Map.of()).get(id));
  }

  /** What a name stands for, of one type; with the origin of the name. */
  public Optional<Entity> named(String name, EntityType type) {
    Alias alias = names.get(Names.normalise(name));
    return alias == null ? Optional.empty() : ofType(named(alias), type);
  }

  /** The names of an entity, as they are written, with what is said of each, by key. */
  public SortedMap<String, Map.Entry<String, Entity>> namesOf(Entity entity) {
    SortedMap<String, Map.Entry<String, Entity>> all = new TreeMap<>();
    names.forEach(
        (key, alias) ->
            ofType(named(alias), entity.getType())
                .filter(named -> named.getId().equals(entity.getId()))
                .ifPresent(named -> all.put(key, Map.entry(alias.getName(), named))));
    return all;
  }

  /** Whether a name is already one for something of another type. */
  boolean isOfAnotherType(String name, EntityType type) {
    Alias alias = names.get(Names.normalise(name));
    return alias != null && alias.getEntities().stream().anyMatch(e -> e.getType() != type);
  }

  /** Lets a name stand for an entity, in place of any other of its type. */
  void name(String name, Entity entity, String origin, boolean ambiguous) {
    Entity named = Entity.newBuilder(entity).setOrigin(origin).setAmbiguous(ambiguous).build();
    names.compute(
        Names.normalise(name),
        (key, there) ->
            overlaid(
                there == null ? name : there.getName(),
                Optional.ofNullable(there),
                List.of(named)));
    remember(named);
  }

  /** Takes a name from what it stands for, of one type; what the bundle says comes back. */
  void unname(String key, EntityType type, Optional<Entity> bundled) {
    names.computeIfPresent(
        key,
        (k, there) -> {
          List<Entity> rest =
              new ArrayList<>(named(there).stream().filter(e -> e.getType() != type).toList());
          bundled.ifPresent(
              own ->
                  rest.add(Entity.newBuilder(own).setOrigin(BUNDLED).setAmbiguous(false).build()));
          return rest.isEmpty() ? null : alias(there.getName(), rest);
        });
  }

  /** Says something else of an entity, under all its names, and of whatever it stands above. */
  void restate(Entity entity) {
    remember(entity);
    names.replaceAll(
        (key, alias) ->
            alias(alias.getName(), named(alias).stream().map(e -> restated(e, entity)).toList()));
    names.values().forEach(alias -> alias.getEntities().forEach(this::remember));
  }

  private static Entity restated(Entity each, Entity changed) {
    if (each.getType() != changed.getType()) {
      return each;
    }
    if (each.getId().equals(changed.getId())) {
      return as(each, Optional.of(changed));
    }
    List<EntityRef> lineage = new ArrayList<>(each.getLineage());
    int at = lineage.stream().map(EntityRef::getId).toList().indexOf(changed.getId());
    if (at < 0) {
      return each;
    }
    lineage.set(at, reference(changed));
    List<EntityRef> above =
        changed.getLineage().stream().filter(ref -> !lineage.contains(ref)).toList();
    lineage.addAll(at + 1, above);
    return Entity.newBuilder(each)
        .setLineage(lineage)
        .setSponsor(each.getSponsor().or(changed::getSponsor).orElse(null))
        .build();
  }

  static EntityRef reference(Entity entity) {
    return new EntityRef(entity.getId(), entity.getName());
  }

  private void remember(Entity entity) {
    entities
        .computeIfAbsent(entity.getType(), type -> new LinkedHashMap<>())
        .put(entity.getId(), Entity.newBuilder(entity).setOrigin("").setAmbiguous(false).build());
  }

  private static SortedMap<String, @Nullable Alias> changes(
      Map<String, Alias> before, Map<String, Alias> after) {
    SortedMap<String, @Nullable Alias> changes = new TreeMap<>();
    TreeSet<String> keys = new TreeSet<>(before.keySet());
    keys.addAll(after.keySet());
    for (String key : keys) {
      Alias now = after.get(key);
      if (!Objects.equals(before.get(key), now)) {
        changes.put(key, now);
      }
    }
    return changes;
  }

  /** What is said of an entity now, under the name that it stands under. */
  private static Entity as(Entity named, Optional<Entity> now) {
    return now.map(
            entity ->
                Entity.newBuilder(entity)
                    .setOrigin(named.getOrigin())
                    .setAmbiguous(named.getAmbiguous())
                    .build())
        .orElse(named);
  }

  /** An alias with some entities laid over those that it has, one of each type. */
  private static Alias overlaid(String name, Optional<Alias> under, List<Entity> over) {
    List<Entity> all = new ArrayList<>(over);
    under
        .map(NameBook::named)
        .orElse(List.of())
        .forEach(
            entity -> {
              if (ofType(over, entity.getType()).isEmpty()) {
                all.add(entity);
              }
            });
    return alias(name, all);
  }

  private static Optional<Entity> ofType(List<Entity> entities, EntityType type) {
    return entities.stream().filter(entity -> entity.getType() == type).findFirst();
  }

  /** The entities of an alias, each with its origin. */
  private static List<Entity> named(Alias alias) {
    return alias.getEntities().stream()
        .map(
            entity ->
                entity.getOrigin().isEmpty()
                    ? Entity.newBuilder(entity).setOrigin(alias.getOrigin()).build()
                    : entity)
        .toList();
  }

  /** The other way round: an origin that all share, or the first that is not the bundle's. */
  private static Alias alias(String name, List<Entity> named) {
    String origin =
        named.stream()
            .sorted(Comparator.comparing(Entity::getType))
            .map(Entity::getOrigin)
            .filter(each -> !each.equals(BUNDLED))
            .findFirst()
            .orElse(BUNDLED);
    return Alias.newBuilder()
        .setName(name)
        .setEntities(
            named.stream()
                .sorted(Comparator.comparing(Entity::getType))
                .map(
                    entity ->
                        entity.getOrigin().equals(origin)
                            ? Entity.newBuilder(entity).setOrigin("").build()
                            : entity)
                .toList())
        .setOrigin(origin)
        .build();
  }
}
