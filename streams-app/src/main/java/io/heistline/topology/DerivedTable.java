package io.heistline.topology;

import io.heistline.model.Derived;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.StreamsMetrics;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;

/**
 * A table derived from another by a function that makes any number of records out of each one. An
 * upsert of the source first takes back, by tombstones, what it no longer yields and then emits
 * what is new or changed; a tombstone of the source takes all of it back; the same version again
 * emits nothing.
 *
 * <p>Kafka's own KTable has no flatMap; this is one. Its store keeps digests only, not the values.
 */
final class DerivedTable<V extends SpecificRecord, W extends SpecificRecord>
    implements ProcessorSupplier<String, V, String, W> {
  private final StoreBuilder<KeyValueStore<String, Derived>> store;
  private final Function<StreamsMetrics, Derivation<V, W>> derivations;

  /** Makes the records derived from one. */
  interface Derivation<V, W> {
    /** The derived records by key; no key may come from two different sources. */
    SortedMap<String, W> derive(String key, V value);
  }

  DerivedTable(StoreBuilder<KeyValueStore<String, Derived>> store, Derivation<V, W> derivation) {
    this(store, metrics -> derivation);
  }

  private DerivedTable(
      StoreBuilder<KeyValueStore<String, Derived>> store,
      Function<StreamsMetrics, Derivation<V, W>> derivations) {
    this.store = store;
    this.derivations = derivations;
  }

  /** A table whose derivation keeps metrics of its own. */
  static <V extends SpecificRecord, W extends SpecificRecord> DerivedTable<V, W> metered(
      StoreBuilder<KeyValueStore<String, Derived>> store,
      Function<StreamsMetrics, Derivation<V, W>> derivations) {
    return new DerivedTable<>(store, derivations);
  }

  @Override
  public Set<StoreBuilder<?>> stores() {
    return Set.of(store);
  }

  @Override
  public Processor<String, V, String, W> get() {
    return new Deriving();
  }

  private final class Deriving implements Processor<String, V, String, W> {
    private ProcessorContext<String, W> context;
    private KeyValueStore<String, Derived> known;
    private Derivation<V, W> derivation;

    @Override
    public void init(ProcessorContext<String, W> context) {
      this.context = context;
      this.known = context.getStateStore(store.name());
      this.derivation = derivations.apply(context.metrics());
    }

    @Override
    public void process(Record<String, V> record) {
      Derived before = known.get(record.key());
      if (record.value() == null) {
        if (before != null) {
          known.delete(record.key());
          takeBack(before.getDigests().keySet(), record);
        }
        return;
      }
      String version = Digests.of(record.value());
      if (before != null && before.getVersion().equals(version)) {
        return;
      }
      SortedMap<String, W> derived = derivation.derive(record.key(), record.value());
      Map<String, String> digestsBefore = before == null ? Map.of() : before.getDigests();
      Set<String> gone = new TreeSet<>(digestsBefore.keySet());
      gone.removeAll(derived.keySet());
      takeBack(gone, record);
      known.put(record.key(), new Derived(version, emit(derived, digestsBefore, record)));
    }

    private Map<String, String> emit(
        SortedMap<String, W> derived, Map<String, String> digestsBefore, Record<String, V> record) {
      Map<String, String> digests = new TreeMap<>();
      derived.forEach(
          (key, value) -> {
            String digest = Digests.of(value);
            digests.put(key, digest);
            if (!digest.equals(digestsBefore.get(key))) {
              context.forward(record.withKey(key).withValue(value));
            }
          });
      return digests;
    }

    private void takeBack(Set<String> keys, Record<String, V> record) {
      for (String key : new TreeSet<>(keys)) {
        context.forward(record.withKey(key).withValue(null));
      }
    }
  }
}
