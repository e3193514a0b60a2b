package io.heistline.local;

import java.io.PrintStream;
import java.util.List;

/** Lines at the bottom of a terminal that are redrawn in place. */
final class LiveLines {
  private static final String UP_AND_ERASE_BELOW = "\u001b[%dA\u001b[J";

  private final PrintStream terminal;
  private int drawn;

  LiveLines(PrintStream terminal) {
    this.terminal = terminal;
  }

  /** Puts these lines in the place of the last ones. */
  void draw(List<String> lines) {
    StringBuilder text = new StringBuilder();
    if (drawn > 0) {
      text.append(UP_AND_ERASE_BELOW.formatted(drawn));
    }
    lines.forEach(line -> text.append(line).append('\n'));
    terminal.print(text);
    terminal.flush();
    drawn = lines.size();
  }
}
