package io.heistline.local;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Checks numbers that a user gives. */
final class Range {
  /** More would make a broker on one machine slow without making anything faster. */
  static final int MOST_PARTITIONS = 1_000;

  static final int HIGHEST_PORT = 65_535;

  private Range() {}

  /**
   * Lets a number pass that lies within its bounds.
   *
   * @throws ParameterException naming the option and its bounds
   */
  static void require(
      @Nullable CommandSpec spec, String option, long value, long least, long most) {
    if (value >= least && value <= most) {
      return;
    }
    String message = "%s is %d; give %d to %d".formatted(option, value, least, most);
    if (spec == null) {
      throw new IllegalArgumentException(message);
    }
    throw new ParameterException(spec.commandLine(), message);
  }
}
