package io.heistline.local;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.kafka.streams.TopologyDescription;
import org.apache.kafka.streams.TopologyDescription.Node;
import org.apache.kafka.streams.TopologyDescription.Processor;
import org.apache.kafka.streams.TopologyDescription.Sink;
import org.apache.kafka.streams.TopologyDescription.Source;

/**
 * The topology as its parts and the topics between them. A part is what is connected within the
 * program; what Kafka needs to run a join or to spread records anew goes under the name of the step
 * that asked for it.
 */
final class TopologyMap {
  /** What Kafka puts behind the name of a step for what it adds to it. */
  private static final String ADDED = "-(repartition|subscription|foreign-join|result).*";

  private final Set<String> publicTopics;
  private final List<Part> parts;

  /**
   * Steps that work on records in one go.
   *
   * @param stage what it is a part of, by the topic that it leads to
   * @param reads topics
   * @param steps in the order of the way, with their stores
   * @param writes topics
   */
  record Part(
      String stage,
      NavigableSet<String> reads,
      Map<String, NavigableSet<String>> steps,
      NavigableSet<String> writes) {}

  /**
   * @param publicTopics topics that other programs may use, too
   * @param stages name of the stage that writes a topic, first stage first
   */
  TopologyMap(
      TopologyDescription description, Set<String> publicTopics, Map<String, String> stages) {
    this.publicTopics = publicTopics;
    List<Group> groups = new ArrayList<>();
    description.subtopologies().stream()
        .flatMap(part -> part.nodes().stream())
        .filter(Processor.class::isInstance)
        .sorted((one, other) -> one.name().compareTo(other.name()))
        .forEach(node -> join(groups, new Group(node)));
    while (joinCircle(groups)) {}
    parts = inOrder(groups, stages);
  }

  /** The parts in the order of the way: none before one that writes what it reads, if possible. */
  List<Part> parts() {
    return parts;
  }

  /** Whether only this program uses the topic. */
  boolean isInternal(String topic) {
    return !publicTopics.contains(topic);
  }

  /** Joins a group with all those that it touches. */
  private static void join(List<Group> groups, Group added) {
    for (Group known : List.copyOf(groups)) {
      if (known.touches(added)) {
        groups.remove(known);
        added.nodes.addAll(known.nodes);
      }
    }
    groups.add(added);
  }

  /** A join asks and is answered over topics: two groups that feed each other so are one. */
  private boolean joinCircle(List<Group> groups) {
    for (Group one : groups) {
      for (Group other : groups) {
        if (one != other && feedsWithin(one, other) && feedsWithin(other, one)) {
          groups.remove(other);
          one.nodes.addAll(other.nodes);
          return true;
        }
      }
    }
    return false;
  }

  private boolean feedsWithin(Group one, Group other) {
    return one.writes().stream().filter(this::isInternal).anyMatch(other.reads()::contains);
  }

  private static List<Part> inOrder(List<Group> groups, Map<String, String> stages) {
    Map<String, Part> ordered = new LinkedHashMap<>();
    NavigableMap<String, Part> left = new TreeMap<>();
    groups.forEach(group -> left.put(group.toString(), group.part(stage(group, groups, stages))));
    while (!left.isEmpty()) {
      Set<String> toCome =
          left.values().stream()
              .flatMap(part -> part.writes().stream())
              .collect(Collectors.toSet());
      List<String> ranks = List.copyOf(stages.values());
      String next =
          left.entrySet().stream()
              .filter(entry -> entry.getValue().reads().stream().noneMatch(toCome::contains))
              .min(Comparator.comparingInt(entry -> ranks.indexOf(entry.getValue().stage())))
              .map(Map.Entry::getKey)
              .orElse(left.firstKey());
      ordered.put(next, left.get(next));
      left.remove(next);
    }
    return List.copyOf(ordered.values());
  }

  /** The stage of the first public topic that the way from here leads to. */
  private static String stage(Group from, List<Group> groups, Map<String, String> stages) {
    List<Group> way = new ArrayList<>(List.of(from));
    for (int index = 0; index < way.size(); index++) {
      Optional<String> stage =
          way.get(index).writes().stream().filter(stages::containsKey).map(stages::get).findFirst();
      if (stage.isPresent()) {
        return stage.get();
      }
      Group here = way.get(index);
      groups.stream().filter(next -> here.feeds(next) && !way.contains(next)).forEach(way::add);
    }
    return "";
  }

  /** Nodes that hang together, sources and sinks aside. */
  private static final class Group {
    private final Set<Node> nodes = new LinkedHashSet<>();

    Group(Node node) {
      nodes.add(node);
    }

    boolean touches(Group other) {
      return nodes.stream()
              .flatMap(node -> node.successors().stream())
              .anyMatch(other.nodes::contains)
          || other.nodes.stream()
              .flatMap(node -> node.successors().stream())
              .anyMatch(nodes::contains)
          || stores(nodes).stream().anyMatch(stores(other.nodes)::contains);
    }

    boolean feeds(Group other) {
      return writes().stream().anyMatch(other.reads()::contains);
    }

    NavigableSet<String> reads() {
      return nodes.stream()
          .flatMap(node -> node.predecessors().stream())
          .filter(Source.class::isInstance)
          .flatMap(node -> ((Source) node).topicSet().stream())
          .collect(Collectors.toCollection(TreeSet::new));
    }

    NavigableSet<String> writes() {
      return nodes.stream()
          .flatMap(node -> node.successors().stream())
          .filter(Sink.class::isInstance)
          .map(node -> ((Sink) node).topic())
          .collect(Collectors.toCollection(TreeSet::new));
    }

    Part part(String stage) {
      NavigableSet<String> reads = reads();
      NavigableSet<String> writes = writes();
      NavigableSet<String> within = new TreeSet<>(reads);
      within.retainAll(writes);
      reads.removeAll(within);
      writes.removeAll(within);
      return new Part(stage, reads, steps(), writes);
    }

    private Map<String, NavigableSet<String>> steps() {
      Map<String, NavigableSet<String>> steps = new LinkedHashMap<>();
      for (Node node : onTheWay()) {
        steps
            .computeIfAbsent(node.name().replaceFirst(ADDED, ""), name -> new TreeSet<>())
            .addAll(((Processor) node).stores());
      }
      return steps;
    }

    /** Each node after those before it; of several that could be next, the first by name. */
    private Collection<Node> onTheWay() {
      Map<Node, Integer> depths = new HashMap<>();
      return nodes.stream()
          .sorted(
              Comparator.comparing((Node node) -> depth(node, depths)).thenComparing(Node::name))
          .toList();
    }

    private int depth(Node node, Map<Node, Integer> depths) {
      Integer known = depths.get(node);
      if (known == null) {
        depths.put(node, 0); // a way that comes round ends here
        known =
            1
                + node.predecessors().stream()
                    .flatMap(before -> feeding(before).stream())
                    .mapToInt(before -> depth(before, depths))
                    .max()
                    .orElse(0);
        depths.put(node, known);
      }
      return known;
    }

    /** A node itself; in place of a source, what writes its topic within this group. */
    private List<Node> feeding(Node before) {
      if (!(before instanceof Source source)) {
        return List.of(before);
      }
      return nodes.stream()
          .filter(
              node ->
                  node.successors().stream()
                      .anyMatch(
                          next ->
                              next instanceof Sink sink
                                  && source.topicSet().contains(sink.topic())))
          .toList();
    }

    private static Set<String> stores(Collection<Node> nodes) {
      return nodes.stream()
          .flatMap(node -> ((Processor) node).stores().stream())
          .collect(Collectors.toSet());
    }

    @Override
    public String toString() {
      return nodes.stream().map(Node::name).sorted().collect(Collectors.joining(","));
    }
  }
}
