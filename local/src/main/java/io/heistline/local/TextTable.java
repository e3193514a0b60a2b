package io.heistline.local;

import java.util.ArrayList;
import java.util.List;

/**
 * Aligned columns of text for a terminal. Control characters, which an article may hold, come out
 * as '?': no text may steer the terminal.
 */
final class TextTable {
  private static final String GAP = "  ";

  /** Widest column in characters; what is longer is cut, for a line must be readable. */
  private static final int MOST_WIDTH = 60;

  private final List<Column> columns;
  private final List<List<String>> rows = new ArrayList<>();

  /** A column; numbers stand to the right. */
  record Column(String title, boolean right) {
    static Column left(String title) {
      return new Column(title, false);
    }

    static Column right(String title) {
      return new Column(title, true);
    }
  }

  TextTable(List<Column> columns) {
    this.columns = List.copyOf(columns);
    rows.add(columns.stream().map(Column::title).toList());
  }

  TextTable add(List<String> cells) {
    if (cells.size() != columns.size()) {
      throw new IllegalArgumentException(cells.size() + " cells for " + columns.size());
    }
    rows.add(cells.stream().map(TextTable::clean).toList());
    return this;
  }

  /** The lines, titles first. */
  List<String> lines() {
    return rows.stream().map(this::line).toList();
  }

  /** Makes text of any length safe to print. */
  static String cleanLine(String text) {
    StringBuilder safe = new StringBuilder();
    text.codePoints()
        .map(c -> Character.isISOControl(c) || isFormat(c) ? '?' : c)
        .forEach(safe::appendCodePoint);
    return safe.toString();
  }

  /** The same, cut to the width of a column. */
  static String clean(String text) {
    String safe = cleanLine(text);
    return length(safe) <= MOST_WIDTH
        ? safe
        : safe.substring(0, safe.offsetByCodePoints(0, MOST_WIDTH - 1)) + "…";
  }

  private static boolean isFormat(int c) {
    return Character.getType(c) == Character.FORMAT;
  }

  private String line(List<String> cells) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < cells.size(); i++) {
      String padding = " ".repeat(width(i) - length(cells.get(i)));
      line.append(i == 0 ? "" : GAP);
      line.append(columns.get(i).right() ? padding + cells.get(i) : cells.get(i) + padding);
    }
    return line.toString().stripTrailing();
  }

  private int width(int column) {
    return rows.stream().mapToInt(row -> length(row.get(column))).max().orElse(0);
  }

  private static int length(String cell) {
    return cell.codePointCount(0, cell.length());
  }
}
