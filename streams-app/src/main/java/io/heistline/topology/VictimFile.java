package io.heistline.topology;

import io.heistline.model.Incident;
import io.heistline.model.LinkedClaim;
import io.heistline.model.Scope;
import io.heistline.resolving.Resolver;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
 * Keeps the claims about each victim and, when one comes, changes or goes, resolves them anew and
 * emits the incidents that differ from those emitted before.
 */
final class VictimFile implements ProcessorSupplier<String, LinkedClaim, String, Incident> {
  private final StoreBuilder<KeyValueStore<String, LinkedClaim>> claimStore;
  private final StoreBuilder<KeyValueStore<String, Incident>> incidentStore;

  VictimFile(
      StoreBuilder<KeyValueStore<String, LinkedClaim>> claimStore,
      StoreBuilder<KeyValueStore<String, Incident>> incidentStore) {
    this.claimStore = claimStore;
    this.incidentStore = incidentStore;
  }

  @Override
  public Set<StoreBuilder<?>> stores() {
    return Set.of(claimStore, incidentStore);
  }

  @Override
  public Processor<String, LinkedClaim, String, Incident> get() {
    return new Filing();
  }

  private final class Filing implements Processor<String, LinkedClaim, String, Incident> {
    private ProcessorContext<String, Incident> context;
    private KeyValueStore<String, LinkedClaim> claims;
    private KeyValueStore<String, Incident> incidents;

    @Override
    public void init(ProcessorContext<String, Incident> context) {
      this.context = context;
      this.claims = context.getStateStore(claimStore.name());
      this.incidents = context.getStateStore(incidentStore.name());
    }

    @Override
    public void process(Record<String, LinkedClaim> record) {
      LinkedClaim claim = record.value();
      if (claim != null && claim.getClaim().getScope() != Scope.INCIDENT) {
        return;
      }
      LinkedClaim before = claims.get(record.key());
      if (claim == null ? before == null : claim.equals(before)) {
        return;
      }
      claims.put(record.key(), claim);
      String victim = NestedKeys.parent(record.key());
      update(victim, Resolver.resolve(claimsAbout(victim)), record);
    }

    private void update(
        String victim, SortedMap<String, Incident> resolved, Record<String, LinkedClaim> record) {
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

    private List<LinkedClaim> claimsAbout(String victim) {
      List<LinkedClaim> found = new ArrayList<>();
      try (KeyValueIterator<String, LinkedClaim> all =
          claims.prefixScan(NestedKeys.prefix(victim), new StringSerializer())) {
        all.forEachRemaining(entry -> found.add(entry.value));
      }
      return found;
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
