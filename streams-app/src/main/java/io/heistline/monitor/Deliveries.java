package io.heistline.monitor;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** How telling others stands, as far as the monitor shows it. */
public interface Deliveries {
  /**
   * How a webhook stands, in this process: several share its partitions.
   *
   * @param hook its name
   * @param host of its address; the rest of that may be secret
   * @param behind records of incidents that it may have to be told of
   * @param delivered messages taken since the start
   * @param failed attempts since the start that did not come through
   * @param lastDeliveredAt empty if none was taken since the start
   * @param trouble what keeps the next message from being taken; empty if nothing does
   */
  record Standing(
      String hook,
      String host,
      long behind,
      long delivered,
      long failed,
      Optional<Instant> lastDeliveredAt,
      Optional<Trouble> trouble) {}

  /**
   * What keeps messages from being taken.
   *
   * @param problem with what to do
   * @param since when the first attempt failed
   * @param nextAttemptAt when it is tried again
   */
  record Trouble(String problem, Instant since, Instant nextAttemptAt) {}

  /** One a webhook. */
  List<Standing> standings();
}
