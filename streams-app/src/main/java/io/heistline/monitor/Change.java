package io.heistline.monitor;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Something in the ledger that has changed.
 *
 * @param id of the incident or actor
 */
record Change(Type type, String id) {
  /** What an event tells of. */
  enum Type {
    INCIDENT,
    TOTAL;

    /** As the API names it. */
    String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Type> of(String word) {
      return Arrays.stream(values()).filter(type -> type.word().equals(word)).findFirst();
    }
  }
}
