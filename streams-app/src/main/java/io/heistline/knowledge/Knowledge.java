package io.heistline.knowledge;

import io.heistline.model.Alias;
import io.heistline.model.Entity;
import io.heistline.model.EntityRef;
import io.heistline.model.EntityType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What Heistline knows before it reads: actors, victims and sources, and the names that they go by.
 *
 * <p>Immutable. A mistake in the files is an IllegalArgumentException that names file and entry.
 */
public final class Knowledge {
  private static final String STATE = "state";
  private static final String STRAIN = "strain";

  private final Map<EntityType, Map<String, Entity>> entities = new EnumMap<>(EntityType.class);
  private final SortedMap<String, Alias> aliases;
  private final Set<String> states = new HashSet<>();
  private final Set<String> strains = new HashSet<>();
  private final Map<EntityType, Set<String>> ambiguous = new EnumMap<>(EntityType.class);
  private final Set<String> demonyms = new HashSet<>();

  private Knowledge(KnowledgeFile actors, KnowledgeFile victims, KnowledgeFile sources) {
    SortedMap<String, Named> names = new TreeMap<>();
    load(EntityType.ACTOR, actors, names);
    load(EntityType.VICTIM, victims, names);
    load(EntityType.SOURCE, sources, names);
    SortedMap<String, Alias> aliases = new TreeMap<>();
    names.forEach((key, named) -> aliases.put(key, named.alias()));
    this.aliases = Collections.unmodifiableSortedMap(aliases);
  }

  /** The knowledge that is shipped with Heistline: knowledge/*.yaml on the class path. */
  public static Knowledge bundled() {
    return new Knowledge(
        bundledFile("knowledge/actors.yaml"),
        bundledFile("knowledge/victims.yaml"),
        bundledFile("knowledge/sources.yaml"));
  }

  /** Knowledge from the texts of the three files; any may be empty. */
  public static Knowledge parse(String actors, String victims, String sources) {
    return new Knowledge(
        KnowledgeFile.parse("actors.yaml", actors),
        KnowledgeFile.parse("victims.yaml", victims),
        KnowledgeFile.parse("sources.yaml", sources));
  }

  /** All entities: actors, victims, sources, each in their file's order. */
  public List<Entity> entities() {
    List<Entity> all = new ArrayList<>();
    entities.values().forEach(ofType -> all.addAll(ofType.values()));
    return List.copyOf(all);
  }

  /**
   * What each name stands for, by {@link Names#normalise normalised} name. Names that count only in
   * context are included: when a claim names them, it has seen the context.
   */
  public SortedMap<String, Alias> aliases() {
    return aliases;
  }

  public Optional<Entity> find(String id, EntityType type) {
    return Optional.ofNullable(entities.getOrDefault(type, Map.of()).get(id));
  }

  /** What a name stands for, as an entity of a type. */
  public Optional<Entity> named(String name, EntityType type) {
    Alias alias = aliases.get(Names.normalise(name));
    return alias == null
        ? Optional.empty()
        : alias.getEntities().stream().filter(e -> e.getType() == type).findFirst();
  }

  /** Whether a normalised name means its entity of that type only where the context supports it. */
  public boolean isAmbiguous(String normalisedName, EntityType type) {
    return ambiguous.getOrDefault(type, Set.of()).contains(normalisedName);
  }

  /** Whether a normalised name is what a state's people are called: "north korean". */
  public boolean isDemonym(String normalisedName) {
    return demonyms.contains(normalisedName);
  }

  /** Whether an actor is a state. */
  public boolean isState(String actorId) {
    return states.contains(actorId);
  }

  /** Whether an actor is malware that many use: who is hit by it is hit by any of them. */
  public boolean isStrain(String actorId) {
    return strains.contains(actorId);
  }

  private void load(EntityType type, KnowledgeFile file, SortedMap<String, Named> names) {
    Map<String, Entry> entries = new LinkedHashMap<>();
    for (Entry entry : file.entries()) {
      if (entries.put(entry.id(), entry) != null) {
        throw mistake(file, entry, "stands there twice");
      }
      if (entry.kind().equals(STATE)) {
        states.add(entry.id());
      }
      if (entry.kind().equals(STRAIN)) {
        strains.add(entry.id());
      }
    }
    Map<String, Entity> loaded = new LinkedHashMap<>();
    for (Entry entry : file.entries()) {
      Entity entity = new Above(file, entries).entity(entry, type);
      loaded.put(entry.id(), entity);
      addName(type, file, entry, entity, entry.name(), names);
      entry.aliases().forEach(name -> addName(type, file, entry, entity, name, names));
      for (String name : entry.demonyms()) {
        demonyms.add(addName(type, file, entry, entity, name, names));
      }
      for (String name : entry.ambiguous()) {
        ambiguous
            .computeIfAbsent(type, t -> new HashSet<>())
            .add(addName(type, file, entry, entity, name, names));
      }
    }
    entities.put(type, Collections.unmodifiableMap(loaded));
  }

  private static String addName(
      EntityType type,
      KnowledgeFile file,
      Entry entry,
      Entity entity,
      String name,
      SortedMap<String, Named> names) {
    String key = Names.normalise(name);
    if (key.isEmpty()) {
      throw mistake(file, entry, "has a name without a letter or digit: " + name);
    }
    Entity other =
        names.computeIfAbsent(key, k -> new Named(name)).entities.putIfAbsent(type, entity);
    if (other != null && !other.getId().equals(entity.getId())) {
      throw mistake(file, entry, "shares the name '" + name + "' with '" + other.getId() + "'");
    }
    return key;
  }

  private static KnowledgeFile bundledFile(String path) {
    try (InputStream in = Knowledge.class.getClassLoader().getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException(path + " is not on the class path: build streams-app anew");
      }
      return KnowledgeFile.parse(path, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + path + " from the class path", e);
    }
  }

  private static IllegalArgumentException mistake(KnowledgeFile file, Entry entry, String what) {
    return new IllegalArgumentException(file.name() + ", entry '" + entry.id() + "': " + what);
  }

  /** A name and what it stands for, while loading. */
  private static final class Named {
    private final String name;
    private final Map<EntityType, Entity> entities = new EnumMap<>(EntityType.class);

    Named(String name) {
      this.name = name;
    }

    Alias alias() {
      return Alias.newBuilder().setName(name).setEntities(List.copyOf(entities.values())).build();
    }
  }

  /** What stands above the entries of a file. */
  private record Above(KnowledgeFile file, Map<String, Entry> entries) {

    Entity entity(Entry entry, EntityType type) {
      return Entity.newBuilder()
          .setId(entry.id())
          .setName(entry.name())
          .setType(type)
          .setSponsor(nearestState(entry).map(Entry::id).orElse(null))
          .setLineage(
              lineage(entry).stream()
                  .map(above -> new EntityRef(above.id(), above.name()))
                  .toList())
          .setOfficial(entry.official())
          .setIncidents(entry.incidents())
          .setUntil(entry.until().orElse(null))
          .build();
    }

    private Optional<Entry> nearestState(Entry entry) {
      return lineage(entry).stream().filter(above -> above.kind().equals(STATE)).findFirst();
    }

    /** Parents first, nearest first, and their sponsors behind them. */
    private List<Entry> lineage(Entry entry) {
      Set<Entry> parents = new LinkedHashSet<>();
      Entry child = entry;
      while (child.parent().isPresent()) {
        child = above(child, child.parent().get());
        if (child.equals(entry) || !parents.add(child)) {
          throw mistake(file, entry, "is its own parent, by way of '" + child.id() + "'");
        }
      }
      Set<Entry> all = new LinkedHashSet<>(parents);
      entry.sponsor().ifPresent(sponsor -> all.add(above(entry, sponsor)));
      for (Entry parent : parents) {
        parent.sponsor().ifPresent(sponsor -> all.add(above(parent, sponsor)));
      }
      return List.copyOf(all);
    }

    private Entry above(Entry entry, String id) {
      Entry above = entries.get(id);
      if (above == null) {
        throw mistake(file, entry, "names '" + id + "' as parent or sponsor, which has no entry");
      }
      return above;
    }
  }
}
