package io.heistline.local;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.stream.Collectors;

/** The topology as text for one screen. */
final class TopologyText {
  private TopologyText() {}

  static List<String> lines(TopologyMap map) {
    List<String> lines = new ArrayList<>();
    for (TopologyMap.Part part : map.parts()) {
      lines.add("%-9s  reads   %s".formatted(part.stage(), topics(map, part.reads())));
      part.steps().forEach((step, stores) -> lines.add(" ".repeat(11) + "  " + step(step, stores)));
      lines.add(" ".repeat(11) + "writes  " + topics(map, part.writes()));
    }
    return lines;
  }

  /** A step and its stores: "assemble [claims-linking]". */
  static String step(String name, NavigableSet<String> stores) {
    return stores.isEmpty() ? name : name + " [" + String.join(", ", stores) + "]";
  }

  static List<String> steps(TopologyMap.Part part) {
    return part.steps().entrySet().stream()
        .map((Map.Entry<String, NavigableSet<String>> each) -> step(each.getKey(), each.getValue()))
        .toList();
  }

  private static String topics(TopologyMap map, NavigableSet<String> topics) {
    return topics.stream()
        .map(topic -> map.isInternal(topic) ? "(" + topic + ")" : topic)
        .collect(Collectors.joining(", "));
  }
}
