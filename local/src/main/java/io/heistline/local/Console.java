package io.heistline.local;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;

/**
 * What a command prints on: results to out, everything else to err.
 *
 * <p>The launcher says which of the two are terminals; Java cannot tell them apart.
 */
record Console(PrintStream out, PrintStream err) {
  /** System property: "out", "err" or both, comma-separated. */
  static final String TERMINALS = "heistline.terminals";

  boolean outIsTerminal() {
    return terminals().contains("out");
  }

  boolean errIsTerminal() {
    return terminals().contains("err");
  }

  void print(List<String> lines) {
    lines.forEach(out::println);
  }

  /** A message beside the results. */
  void say(String message) {
    err.println(message);
  }

  private static List<String> terminals() {
    return Arrays.asList(System.getProperty(TERMINALS, "").split(",", -1));
  }
}
