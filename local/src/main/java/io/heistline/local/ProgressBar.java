package io.heistline.local;

import java.io.PrintStream;
import java.time.Duration;

/** One line that says how far a run is; silent where nobody looks. */
final class ProgressBar {
  private static final int WIDTH = 30;
  private static final Duration BETWEEN_DRAWINGS = Duration.ofMillis(100);
  private static final String TO_LINE_START_AND_ERASE = "\r\u001b[K";

  private final PrintStream terminal;
  private final boolean shown;
  private long drawnAt = System.nanoTime() - BETWEEN_DRAWINGS.toNanos();

  ProgressBar(PrintStream terminal, boolean shown) {
    this.terminal = terminal;
    this.shown = shown;
  }

  /** Shows a step without a measure. */
  void say(String step) {
    if (shown) {
      terminal.print(TO_LINE_START_AND_ERASE + step);
      terminal.flush();
    }
  }

  /** Shows how much of a whole is done. */
  void show(String step, long done, long whole) {
    if (!shown || System.nanoTime() - drawnAt < BETWEEN_DRAWINGS.toNanos()) {
      return;
    }
    drawnAt = System.nanoTime();
    double part = whole == 0 ? 1 : Math.min(1, (double) done / whole);
    int filled = (int) (part * WIDTH);
    say(
        "%s [%s%s] %3d %%"
            .formatted(step, "#".repeat(filled), " ".repeat(WIDTH - filled), (int) (part * 100)));
  }

  /** Leaves an empty line behind. */
  void clear() {
    say("");
  }
}
