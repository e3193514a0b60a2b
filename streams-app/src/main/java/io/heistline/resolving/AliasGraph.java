package io.heistline.resolving;

import io.heistline.knowledge.Names;
import io.heistline.model.AliasLink;
import io.heistline.model.EntityRef;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Which names mean one victim, by the links that articles make between them. What hangs together is
 * one entity: the one that knowledge has, else the one with the smallest id. Two that knowledge
 * tells apart are never joined, and names that hang on both of them join neither.
 */
final class AliasGraph {
  /** Victims that knowledge does not hold, by id, with what they are linked to. */
  private final SortedMap<String, Node> unknown = new TreeMap<>();

  private AliasGraph() {}

  /**
   * The entity of each normalised name that is linked to another one's; names that stand for
   * themselves are left out.
   *
   * @param known the victim that knowledge has under a normalised name
   */
  static SortedMap<String, EntityRef> entities(
      Collection<AliasLink> links, Function<String, Optional<EntityRef>> known) {
    AliasGraph graph = new AliasGraph();
    for (AliasLink link : links) {
      graph.add(link.getFirst().get(0), link.getSecond().get(0), known);
    }
    return graph.entities();
  }

  private void add(String one, String other, Function<String, Optional<EntityRef>> known) {
    Optional<EntityRef> first = known.apply(Names.normalise(one));
    Optional<EntityRef> second = known.apply(Names.normalise(other));
    if (first.isEmpty() && second.isEmpty()) {
      node(one).unknown.add(node(other).id);
      node(other).unknown.add(node(one).id);
    } else if (first.isEmpty()) {
      second.ifPresent(entity -> node(one).known.put(entity.getId(), entity));
    } else if (second.isEmpty()) {
      first.ifPresent(entity -> node(other).known.put(entity.getId(), entity));
    }
  }

  private Node node(String name) {
    Node node = unknown.computeIfAbsent(Names.slug(name), Node::new);
    node.names.add(Names.normalise(name));
    node.spellings.add(name);
    return node;
  }

  private SortedMap<String, EntityRef> entities() {
    SortedMap<String, EntityRef> entities = new TreeMap<>();
    Set<String> seen = new TreeSet<>();
    for (Node node : unknown.values()) {
      if (!seen.contains(node.id)) {
        SortedMap<String, Node> group = group(node);
        seen.addAll(group.keySet());
        entity(group).ifPresent(entity -> put(group.values(), entity, entities));
      }
    }
    return entities;
  }

  private SortedMap<String, Node> group(Node start) {
    SortedMap<String, Node> group = new TreeMap<>();
    Deque<Node> ahead = new ArrayDeque<>(Set.of(start));
    while (!ahead.isEmpty()) {
      Node node = ahead.pop();
      if (group.put(node.id, node) == null) {
        node.unknown.forEach(id -> ahead.push(unknown.getOrDefault(id, node)));
      }
    }
    return group;
  }

  private static Optional<EntityRef> entity(SortedMap<String, Node> group) {
    Map<String, EntityRef> known = new TreeMap<>();
    group.values().forEach(node -> known.putAll(node.known));
    if (known.isEmpty()) {
      Node first = group.values().iterator().next();
      return Optional.of(new EntityRef(first.id, first.spellings.first()));
    }
    return known.size() == 1 ? known.values().stream().findFirst() : Optional.empty();
  }

  private static void put(
      Collection<Node> nodes, EntityRef entity, SortedMap<String, EntityRef> entities) {
    for (Node node : nodes) {
      if (!node.id.equals(entity.getId())) {
        node.names.forEach(name -> entities.put(name, entity));
      }
    }
  }

  /** A victim that knowledge does not hold. */
  private static final class Node {
    private final String id;
    private final TreeSet<String> names = new TreeSet<>();
    private final TreeSet<String> spellings = new TreeSet<>();
    private final Set<String> unknown = new TreeSet<>();
    private final SortedMap<String, EntityRef> known = new TreeMap<>();

    Node(String id) {
      this.id = id;
    }
  }
}
