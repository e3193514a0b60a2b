package io.heistline.local;

import io.heistline.producer.Submission;
import java.io.PrintStream;

/** Says what was refused, and counts it. */
final class Refusals {
  private final PrintStream err;
  private long count;

  Refusals(PrintStream err) {
    this.err = err;
  }

  void add(Submission.Refused refused) {
    add(refused.origin(), refused.reason());
  }

  void add(String origin, String reason) {
    count++;
    err.println(TextTable.cleanLine(origin) + ": " + TextTable.cleanLine(reason));
  }

  long count() {
    return count;
  }

  /** 0 if nothing was refused, else 1. */
  int exitCode() {
    return count == 0 ? 0 : 1;
  }
}
