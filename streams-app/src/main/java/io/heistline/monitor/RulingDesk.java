package io.heistline.monitor;

import io.heistline.model.Ruling;

/** Where a ruling goes that was posted. */
public interface RulingDesk {
  /**
   * Publishes a ruling; returns when it is written.
   *
   * @throws IllegalStateException if it could not be written
   */
  void publish(Ruling ruling);
}
