package io.heistline.monitor;

import java.util.Map;

/** The topology that runs beside the monitor, as far as the monitor shows it. */
public interface Engine {
  /**
   * How it runs.
   *
   * @param state RUNNING, REBALANCING ..., as Kafka Streams names it
   * @param lag records that this instance has still to read
   * @param failed whether it will not go on by itself
   */
  record Status(String state, long lag, boolean failed) {}

  Status status();

  /** Versions of articles of which all or some was not read, by reason. */
  Map<String, Double> unread();
}
