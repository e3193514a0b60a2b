package io.heistline.local;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
      List<String> way = new ArrayList<>();
      wrap(topics(map, part.reads()) + " --> " + topics(map, part.writes()), way);
      way.addAll(steps(part).stream().map(step -> "  " + step).toList());
      for (int i = 0; i < way.size(); i++) {
        lines.add("%-9s  %s".formatted(i == 0 ? part.stage() : "", way.get(i)));
      }
    }
    return lines;
  }

  /**
   * The steps with their stores, "assemble [claims-linking]"; stores that an earlier step has, too,
   * go by its name, and steps without any stand together.
   */
  static List<String> steps(TopologyMap.Part part) {
    List<String> lines = new ArrayList<>();
    List<String> plain = new ArrayList<>();
    Map<NavigableSet<String>, String> first = new HashMap<>();
    part.steps()
        .forEach(
            (step, stores) -> {
              if (stores.isEmpty()) {
                plain.add(step);
                return;
              }
              flush(plain, lines);
              String same = first.putIfAbsent(stores, step);
              List<String> shown = same == null ? List.copyOf(stores) : List.of("as " + same);
              wrap(step + " [" + String.join(", ", shown) + "]", lines);
            });
    flush(plain, lines);
    return lines;
  }

  private static void flush(List<String> plain, List<String> lines) {
    if (!plain.isEmpty()) {
      wrap(String.join(", ", plain), lines);
      plain.clear();
    }
  }

  private static void wrap(String text, List<String> lines) {
    StringBuilder line = new StringBuilder();
    for (String word : text.split("(?<=, |--> )", -1)) {
      if (line.length() + word.stripTrailing().length() > LONGEST) {
        lines.add(line.toString().stripTrailing());
        line = new StringBuilder("    ");
      }
      line.append(word);
    }
    lines.add(line.toString());
  }

  private static String topics(TopologyMap map, NavigableSet<String> topics) {
    return topics.stream()
        .map(topic -> map.isInternal(topic) ? "(" + topic + ")" : topic)
        .collect(Collectors.joining(", "));
  }
}
