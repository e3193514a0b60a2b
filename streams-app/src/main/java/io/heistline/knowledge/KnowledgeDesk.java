package io.heistline.knowledge;

import io.heistline.model.Entity;
import io.heistline.model.EntityRef;
import io.heistline.model.EntityType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Adds to a book of names, and takes back what was added. Bundled entries are never changed: they
 * only get more names.
 */
public final class KnowledgeDesk {
  /** A longer name is a sentence; characters. */
  public static final int MOST_NAME_CHARACTERS = 100;

  private final NameBook book;
  private final Knowledge bundled;
  private final OrdinaryWords ordinary;

  public KnowledgeDesk(NameBook book, Knowledge bundled, OrdinaryWords ordinary) {
    this.book = book;
    this.bundled = bundled;
    this.ordinary = ordinary;
  }

  /**
   * What was added.
   *
   * @param entity as it is now
   * @param fresh whether it was unknown before
   * @param names that are new, as they are written
   * @param ambiguous those of them that count only where the wording makes them an actor's
   */
  public record Added(Entity entity, boolean fresh, Set<String> names, Set<String> ambiguous) {}

  /**
   * Adds all of it, or nothing.
   *
   * @throws KnowledgeException if a name is another's, or what stands above it is unknown
   */
  public Added add(Addition addition) {
    Optional<Entity> known = book.named(addition.name(), addition.type());
    Entity entity =
        known
            .map(there -> more(there, addition))
            .orElseGet(() -> placed(fresh(addition.name(), addition.type()), addition));
    List<String> names =
        Stream.concat(Stream.of(addition.name()), addition.aliases().stream()).toList();
    names.forEach(name -> requireFree(name, entity));
    known.filter(there -> !isSame(there, entity)).ifPresent(there -> book.restate(entity));
    Set<String> added = new TreeSet<>();
    Set<String> ambiguous = new TreeSet<>();
    for (String name : names) {
      if (book.named(name, entity.getType()).isEmpty()) {
        boolean weak = countsInContext(name, entity.getType());
        book.name(name, entity, addition.origin(), weak);
        added.add(name);
        if (weak) {
          ambiguous.add(name);
        }
      }
    }
    return new Added(entity, known.isEmpty(), added, ambiguous);
  }

  /**
   * Takes a name back; with an entity's own name, the entity and all names it was given. What the
   * bundle says of the name counts again.
   *
   * @return the names that are gone
   * @throws KnowledgeException if it was not added, or other actors stand below it
   */
  public Set<String> remove(EntityType type, String name) {
    Entity named =
        book.named(name, type)
            .orElseThrow(
                () ->
                    new KnowledgeException(
                        "'%s' names no %s; knowledge list shows what is known"
                            .formatted(name, word(type))));
    if (named.getOrigin().equals(NameBook.BUNDLED)) {
      throw new KnowledgeException(
          "'%s' is bundled with Heistline and cannot be removed; change knowledge/*.yaml"
              .formatted(name));
    }
    if (!isOwnName(name, named) || isBundled(named)) {
      takeBack(Names.normalise(name), type);
      return Set.of(name);
    }
    requireNothingBelow(named);
    Set<String> gone = new TreeSet<>();
    book.namesOf(named)
        .forEach(
            (key, each) -> {
              gone.add(each.getKey());
              takeBack(key, type);
            });
    return gone;
  }

  /** Whether a name is also a word, or another's, and so names an actor only in some contexts. */
  boolean countsInContext(String name, EntityType type) {
    return type == EntityType.ACTOR && (ordinary.hold(name) || book.isOfAnotherType(name, type));
  }

  /** A new entity; its id is nobody else's. */
  Entity fresh(String name, EntityType type) {
    requireName(name);
    return Entity.newBuilder().setId(freeId(name, type)).setName(name).setType(type).build();
  }

  boolean isBundled(Entity entity) {
    return bundled.find(entity.getId(), entity.getType()).isPresent();
  }

  private Entity more(Entity there, Addition addition) {
    Entity known = book.find(there.getId(), there.getType()).orElse(there);
    if (addition.parent().isEmpty() && addition.sponsor().isEmpty()) {
      return known;
    }
    if (isBundled(known)) {
      throw new KnowledgeException(
          "%s is bundled with Heistline: it can get aliases, but no other sponsor or parent"
              .formatted(known.getName()));
    }
    return placed(known, addition);
  }

  private Entity placed(Entity entity, Addition addition) {
    Optional<Entity> parent = addition.parent().map(this::actor);
    Optional<Entity> sponsor = addition.sponsor().map(this::actor);
    Stream.concat(parent.stream(), sponsor.stream())
        .filter(above -> isAtOrBelow(above, entity.getId()))
        .findFirst()
        .ifPresent(
            above -> {
              throw new KnowledgeException(
                  "%s stands below %s and cannot stand above it, too"
                      .formatted(above.getName(), entity.getName()));
            });
    if (parent.isEmpty() && sponsor.isEmpty()) {
      return entity;
    }
    return Entity.newBuilder(entity)
        .setLineage(lineage(parent, sponsor))
        .setSponsor(sponsor.map(Entity::getId).or(() -> parent.flatMap(this::stateOf)).orElse(null))
        .build();
  }

  /** As in the bundle: the parents, nearest first, then the states behind them. */
  private List<EntityRef> lineage(Optional<Entity> parent, Optional<Entity> sponsor) {
    List<EntityRef> lineage = new ArrayList<>();
    parent.ifPresent(
        above -> {
          lineage.add(NameBook.reference(above));
          lineage.addAll(above.getLineage());
        });
    sponsor.ifPresent(
        above -> {
          EntityRef state = NameBook.reference(above);
          lineage.remove(state);
          int behind = (int) lineage.stream().filter(ref -> !bundled.isState(ref.getId())).count();
          lineage.add(behind, state);
          above.getLineage().stream().filter(ref -> !lineage.contains(ref)).forEach(lineage::add);
        });
    return lineage;
  }

  private Optional<String> stateOf(Entity parent) {
    return bundled.isState(parent.getId()) ? Optional.of(parent.getId()) : parent.getSponsor();
  }

  private Entity actor(String name) {
    return book.named(name, EntityType.ACTOR)
        .flatMap(named -> book.find(named.getId(), EntityType.ACTOR))
        .orElseThrow(
            () ->
                new KnowledgeException(
                    "no actor is known as '%s'; add it first, or see knowledge list"
                        .formatted(name)));
  }

  private void requireFree(String name, Entity entity) {
    requireName(name);
    book.named(name, entity.getType())
        .filter(other -> !other.getId().equals(entity.getId()))
        .ifPresent(
            other -> {
              throw new KnowledgeException(
                  "'%s' already names %s (%s)%s"
                      .formatted(
                          name,
                          other.getName(),
                          other.getId(),
                          other.getOrigin().equals(NameBook.BUNDLED)
                              ? ", which is bundled with Heistline"
                              : "; knowledge remove takes it back"));
            });
  }

  static void requireName(String name) {
    if (Names.normalise(name).isEmpty()) {
      throw new KnowledgeException("'%s' has no letter or digit to name anything".formatted(name));
    }
    if (name.length() > MOST_NAME_CHARACTERS) {
      throw new KnowledgeException(
          "'%s ...' is longer than %d characters; give a name"
              .formatted(name.substring(0, MOST_NAME_CHARACTERS), MOST_NAME_CHARACTERS));
    }
  }

  private void requireNothingBelow(Entity entity) {
    String below =
        book.entities(entity.getType()).stream()
            .filter(each -> !each.getId().equals(entity.getId()))
            .filter(each -> isAtOrBelow(each, entity.getId()))
            .filter(each -> !book.namesOf(each).isEmpty())
            .map(Entity::getName)
            .sorted()
            .collect(Collectors.joining(", "));
    if (!below.isEmpty()) {
      throw new KnowledgeException(
          "%s stands above %s; remove those first".formatted(entity.getName(), below));
    }
  }

  private void takeBack(String key, EntityType type) {
    book.unname(key, type, bundled.named(key, type));
  }

  private String freeId(String name, EntityType type) {
    String slug = Names.slug(name);
    String id = slug;
    for (int i = 2; book.find(id, type).isPresent(); i++) {
      id = slug + "-" + i;
    }
    return id;
  }

  private static boolean isAtOrBelow(Entity entity, String id) {
    return entity.getId().equals(id)
        || entity.getLineage().stream().map(EntityRef::getId).anyMatch(id::equals);
  }

  private static boolean isOwnName(String name, Entity entity) {
    return Names.normalise(name).equals(Names.normalise(entity.getName()));
  }

  private static boolean isSame(Entity named, Entity entity) {
    return named.getLineage().equals(entity.getLineage())
        && named.getSponsor().equals(entity.getSponsor());
  }

  private static String word(EntityType type) {
    return type.name().toLowerCase(java.util.Locale.ROOT);
  }
}
