package io.heistline.webhooks;

import java.time.Duration;
import java.util.Optional;

/** What came of sending a message. */
sealed interface Outcome {
  /** The receiver has it. */
  record Delivered() implements Outcome {}

  /**
   * The receiver has not said that it has it; it may have it all the same.
   *
   * @param problem for the operator, with what to do
   * @param asked how long the receiver wants to be left alone
   * @param gone whether it says that it will never take one again
   */
  record Failed(String problem, Optional<Duration> asked, boolean gone) implements Outcome {
    static Failed because(String problem) {
      return new Failed(problem, Optional.empty(), false);
    }
  }
}
