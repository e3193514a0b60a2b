package io.heistline.local;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.stream.Collectors;

/** The topology as text for one screen. */
final class TopologyText {
  /** Characters of the longest line of steps: all fits beside the stages on 100 columns. */
  private static final int LONGEST = 84;

  private TopologyText() {}

  static List<String> lines(TopologyMap map) {
    List<String> lines = new ArrayList<>();
    for (TopologyMap.Part part : map.parts()) {
      lines.add("%-9s  reads   %s".formatted(part.stage(), topics(map, part.reads())));
      steps(part).forEach(step -> lines.add(" ".repeat(13) + step));
      lines.add(" ".repeat(11) + "writes  " + topics(map, part.writes()));
    }
    return lines;
  }

  /** The steps with their stores, "assemble [claims-linking]"; long ones in several lines. */
  static List<String> steps(TopologyMap.Part part) {
    List<String> lines = new ArrayList<>();
    part.steps().forEach((step, stores) -> add(lines, step, List.copyOf(stores)));
    return lines;
  }

  private static void add(List<String> lines, String step, List<String> stores) {
    StringBuilder line = new StringBuilder(step);
    for (int i = 0; i < stores.size(); i++) {
      String store = (i == 0 ? "[" : "") + stores.get(i) + (i == stores.size() - 1 ? "]" : ",");
      if (line.length() + store.length() > LONGEST) {
        lines.add(line.toString());
        line = new StringBuilder("   ");
      }
      line.append(' ').append(store);
    }
    lines.add(line.toString());
  }

  private static String topics(TopologyMap map, NavigableSet<String> topics) {
    return topics.stream()
        .map(topic -> map.isInternal(topic) ? "(" + topic + ")" : topic)
        .collect(Collectors.joining(", "));
  }
}
