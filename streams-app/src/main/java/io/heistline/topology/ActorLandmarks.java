package io.heistline.topology;

import io.heistline.model.IncidentRef;
import io.heistline.totalling.Landmarks;
import java.util.Optional;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/** The incidents of each actor in the order of size and of time: what stands at an end is read. */
final class ActorLandmarks {
  /** The character after the separator: a key with it in its place follows all keys below. */
  private static final char AFTER_SEPARATOR = '0';

  private final KeyValueStore<String, IncidentRef> store;

  /**
   * @param store actor/order/place, see {@link Landmarks#keys}
   */
  ActorLandmarks(KeyValueStore<String, IncidentRef> store) {
    this.store = store;
  }

  void add(String actor, IncidentRef incident) {
    Landmarks.keys(incident).forEach(key -> store.put(NestedKeys.nested(actor, key), incident));
  }

  void remove(String actor, IncidentRef incident) {
    Landmarks.keys(incident).forEach(key -> store.delete(NestedKeys.nested(actor, key)));
  }

  Landmarks of(String actor) {
    String bySize = NestedKeys.nested(actor, Landmarks.BY_SIZE);
    String byDate = NestedKeys.nested(actor, Landmarks.BY_DATE);
    return new Landmarks(
        next(store.range(bySize, after(bySize))),
        next(store.range(byDate, after(byDate))),
        next(store.reverseRange(byDate, after(byDate))));
  }

  private static String after(String prefix) {
    return prefix.substring(0, prefix.length() - 1) + AFTER_SEPARATOR;
  }

  private static Optional<IncidentRef> next(KeyValueIterator<String, IncidentRef> entries) {
    try (entries) {
      return entries.hasNext() ? Optional.of(entries.next().value) : Optional.empty();
    }
  }
}
