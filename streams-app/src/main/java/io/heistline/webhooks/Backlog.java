package io.heistline.webhooks;

import io.heistline.monitor.IncidentFilter;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a receiver has still to be told, and which incidents it was told of: it is also told when
 * one of these goes, or is no longer among those it asked for. An incident that changes again while
 * it waits is told of once, as it is then. Knows nothing of Kafka or the network.
 */
final class Backlog {
  private final IncidentFilter filter;

  /** By id, in the order of their offsets within each partition. */
  private final LinkedHashMap<String, IncidentChange> waiting = new LinkedHashMap<>();

  private final Map<Integer, Part> parts = new HashMap<>();

  /**
   * A partition.
   *
   * @param from what lies before was told
   * @param told ids of incidents that the receiver knows
   */
  private record Part(long from, Set<String> told) {}

  Backlog(IncidentFilter filter) {
    this.filter = filter;
  }

  /**
   * A partition is read from its beginning.
   *
   * @param from offset before which all was told
   */
  void open(int partition, long from) {
    parts.put(partition, new Part(from, new HashSet<>()));
  }

  /** A partition is read by somebody else from now on. */
  void close(int partition) {
    parts.remove(partition);
    waiting.values().removeIf(change -> change.partition() == partition);
  }

  /** The next record of a partition that is open. */
  void add(IncidentChange change) {
    Part part = part(change);
    if (change.offset() < part.from()) {
      note(part, change);
    } else {
      waiting.remove(change.id());
      waiting.put(change.id(), change);
    }
  }

  private Part part(IncidentChange change) {
    return Optional.ofNullable(parts.get(change.partition()))
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "partition %d is not open".formatted(change.partition())));
  }

  private void note(Part part, IncidentChange change) {
    if (isAskedFor(change)) {
      part.told().add(change.id());
    } else {
      part.told().remove(change.id());
    }
  }

  private boolean isAskedFor(IncidentChange change) {
    return change.incident().filter(filter::matches).isPresent();
  }

  boolean isEmpty() {
    return waiting.isEmpty();
  }

  int size() {
    return waiting.size();
  }

  /** The first change that the receiver is to be told of; what is before it is of no concern. */
  Optional<IncidentChange> next() {
    for (Iterator<IncidentChange> changes = waiting.values().iterator(); changes.hasNext(); ) {
      IncidentChange change = changes.next();
      if (isOfConcern(change)) {
        return Optional.of(change);
      }
      changes.remove();
      note(part(change), change);
    }
    return Optional.empty();
  }

  private boolean isOfConcern(IncidentChange change) {
    return isAskedFor(change) || part(change).told().contains(change.id());
  }

  Message message(IncidentChange change, String hook, String topic) {
    return isAskedFor(change) ? change.told(hook, topic) : change.takenBack(hook, topic);
  }

  /** The receiver has it. */
  void done(IncidentChange change) {
    waiting.remove(change.id(), change);
    note(part(change), change);
  }
}
