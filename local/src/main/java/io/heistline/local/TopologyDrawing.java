package io.heistline.local;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The topology as a picture: topics to the left, the parts that read and write them to the right,
 * both from top to bottom in the order of the way.
 */
final class TopologyDrawing {
  // all in pixels
  private static final int MARGIN = 16;
  private static final int TOPIC_WIDTH = 190;
  private static final int TOPIC_HEIGHT = 26;
  private static final int PART_LEFT = 350;
  private static final int CHARACTER = 7;
  private static final int LINE = 17;
  private static final int GAP = 18;
  private static final int PADDING = 12;

  private final StringBuilder boxes = new StringBuilder();
  private final StringBuilder arrows = new StringBuilder();
  private final Map<String, Integer> topicMiddles = new LinkedHashMap<>();
  private int topicsBottom = MARGIN;
  private int partsBottom = MARGIN;

  private final int partWidth;

  private TopologyDrawing(TopologyMap map) {
    partWidth =
        2 * PADDING
            + CHARACTER
                * map.parts().stream()
                    .flatMap(part -> TopologyText.steps(part).stream())
                    .mapToInt(String::length)
                    .max()
                    .orElse(0);
  }

  static String svg(TopologyMap map) {
    TopologyDrawing drawing = new TopologyDrawing(map);
    map.parts().forEach(part -> drawing.draw(map, part));
    return drawing.document();
  }

  private void draw(TopologyMap map, TopologyMap.Part part) {
    List<String> lines = TopologyText.steps(part);
    int height = PADDING * 2 + LINE * (lines.size() + 1);
    part.reads().forEach(topic -> topic(map, topic, partsBottom));
    int top = partsBottom;
    partsBottom = top + height + GAP;
    part.writes().forEach(topic -> topic(map, topic, partsBottom - GAP - TOPIC_HEIGHT));
    box(PART_LEFT, top, partWidth, height, "part", 8);
    text(PART_LEFT + PADDING, top + PADDING + 12, "stage", part.stage());
    for (int index = 0; index < lines.size(); index++) {
      text(PART_LEFT + PADDING, top + PADDING + 12 + LINE * (index + 1), "step", lines.get(index));
    }
    List<String> ends = new ArrayList<>(part.reads());
    ends.addAll(part.writes());
    for (int index = 0; index < ends.size(); index++) {
      int end = top + height * (index + 1) / (ends.size() + 1);
      arrow(topicMiddles.getOrDefault(ends.get(index), top), end, index < part.reads().size());
    }
  }

  /** Draws a topic where it first occurs. */
  private void topic(TopologyMap map, String name, int wanted) {
    if (topicMiddles.containsKey(name)) {
      return;
    }
    int top = Math.max(topicsBottom, wanted);
    topicsBottom = top + TOPIC_HEIGHT + GAP / 2;
    topicMiddles.put(name, top + TOPIC_HEIGHT / 2);
    String style = map.isInternal(name) ? "own topic" : "topic";
    box(MARGIN, top, TOPIC_WIDTH, TOPIC_HEIGHT, style, TOPIC_HEIGHT / 2);
    text(MARGIN + PADDING, top + TOPIC_HEIGHT / 2 + 4, "name", name);
  }

  private void arrow(int topic, int part, boolean reads) {
    int left = MARGIN + TOPIC_WIDTH;
    int middle = (left + PART_LEFT) / 2;
    String path =
        reads
            ? "M%d %d C%d %d %d %d %d %d"
                .formatted(left, topic, middle, topic, middle, part, PART_LEFT - 2, part)
            : "M%d %d C%d %d %d %d %d %d"
                .formatted(PART_LEFT, part, middle, part, middle, topic, left + 2, topic);
    arrows.append("<path class=\"%s\" d=\"%s\"/>\n".formatted(reads ? "reads" : "writes", path));
  }

  private void box(int x, int y, int width, int height, String style, int round) {
    boxes.append(
        "<rect class=\"%s\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"%d\"/>\n"
            .formatted(style, x, y, width, height, round));
  }

  private void text(int x, int y, String style, String text) {
    boxes.append(
        "<text class=\"%s\" x=\"%d\" y=\"%d\">%s</text>\n"
            .formatted(style, x, y, text.replace("&", "&amp;").replace("<", "&lt;")));
  }

  private String document() {
    int width = PART_LEFT + partWidth + MARGIN;
    int height = Math.max(topicsBottom, partsBottom) - GAP + MARGIN;
    return String.format(
        Locale.ROOT,
        """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" width="%d" height="%d" role="img" aria-label="Topics and parts of the topology">
        <style>
        text { font: 12px ui-sans-serif, system-ui, sans-serif; fill: #1c2430 }
        .stage { font-weight: 600 }
        .step, .name { font-family: ui-monospace, Menlo, Consolas, monospace; font-size: 11px }
        .part { fill: #eef3fa; stroke: #7b93b5 }
        .topic { fill: #fdf3d8; stroke: #b99a45 }
        .own { fill: #ffffff; stroke-dasharray: 4 3 }
        path { fill: none; stroke-width: 1.4 }
        .reads { stroke: #7b93b5; marker-end: url(#read) }
        .writes { stroke: #b99a45; marker-end: url(#written) }
        </style>
        <defs>
        <marker id="read" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0L8 4L0 8z" style="fill:#7b93b5"/></marker>
        <marker id="written" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0L8 4L0 8z" style="fill:#b99a45"/></marker>
        </defs>
        <rect width="%d" height="%d" fill="#ffffff"/>
        %s%s</svg>
        """,
        width,
        height,
        width,
        height,
        width,
        height,
        arrows,
        boxes);
  }
}
