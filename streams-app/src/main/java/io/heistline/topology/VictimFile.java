package io.heistline.topology;

import io.heistline.model.Incident;
import io.heistline.resolving.CaseFile;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;

/**
 * Files what comes for a victim and, where that changes anything, resolves the victim anew and
 * emits the incidents that differ from those emitted before.
 */
final class VictimFile<V> implements ProcessorSupplier<String, V, String, Incident> {
  private final VictimStores stores;
  private final Clerk<V> clerk;

  /** Files one kind of record. */
  interface Clerk<V> {
    /** Files a record, empty if it is gone, in place of the last one; true if that changes it. */
    boolean file(CaseFile file, String victim, String rest, Optional<V> value);
  }

  VictimFile(VictimStores stores, Clerk<V> clerk) {
    this.stores = stores;
    this.clerk = clerk;
  }

  @Override
  public Set<StoreBuilder<?>> stores() {
    return stores.all();
  }

  @Override
  public Processor<String, V, String, Incident> get() {
    return new Filing();
  }

  private final class Filing implements Processor<String, V, String, Incident> {
    private ProcessorContext<String, Incident> context;
    private CaseFile file;
    private KeyValueStore<String, Incident> incidents;

    @Override
    public void init(ProcessorContext<String, Incident> context) {
      this.context = context;
      this.file = stores.file(context);
      this.incidents = stores.incidents(context);
    }

    @Override
    public void process(Record<String, V> record) {
      String victim = NestedKeys.parent(record.key());
      Optional<V> value = Optional.ofNullable(record.value());
      if (clerk.file(file, victim, NestedKeys.rest(record.key()), value)) {
        update(victim, file.incidents(victim), record);
      }
    }

    private void update(
        String victim, SortedMap<String, Incident> resolved, Record<String, V> record) {
      Map<String, Incident> before = incidentsOf(victim);
      // what goes is taken back first: an incident that only gets another id never counts twice
      for (String gone : before.keySet()) {
        if (!resolved.containsKey(gone)) {
          incidents.delete(NestedKeys.nested(victim, gone));
          context.forward(record.withKey(gone).withValue(null));
        }
      }
      resolved.forEach(
          (id, incident) -> {
            if (!incident.equals(before.get(id))) {
              incidents.put(NestedKeys.nested(victim, id), incident);
              context.forward(record.withKey(id).withValue(incident));
            }
          });
    }

    private Map<String, Incident> incidentsOf(String victim) {
      Map<String, Incident> found = new TreeMap<>();
      try (KeyValueIterator<String, Incident> all =
          incidents.prefixScan(NestedKeys.prefix(victim), new StringSerializer())) {
        all.forEachRemaining(entry -> found.put(NestedKeys.rest(entry.key), entry.value));
      }
      return found;
    }
  }
}
