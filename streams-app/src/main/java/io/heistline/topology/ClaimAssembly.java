package io.heistline.topology;

import io.heistline.linking.Linker;
import io.heistline.model.Alias;
import io.heistline.model.Claim;
import io.heistline.model.LinkedClaim;
import io.heistline.model.Lookup;
import io.heistline.model.Mention;
import io.heistline.model.Rate;
import io.heistline.valuing.Valuation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.TimestampedKeyValueStore;
import org.apache.kafka.streams.state.ValueAndTimestamp;

/**
 * Brings the lookups of a claim together, from the tables that hold them. A linked claim goes out
 * once every name and every rate of the claim's current version has been looked up; until then the
 * last one stands, so that nobody downstream sees a claim half linked or half valued. It goes out
 * once for each lookup that comes; whoever keeps it drops the repetitions.
 */
final class ClaimAssembly implements ProcessorSupplier<String, Lookup, String, LinkedClaim> {
  private final List<String> tables;

  /**
   * @param tables stores of the lookups, by claim id/slot; no slot is in two of them
   */
  ClaimAssembly(List<String> tables) {
    this.tables = List.copyOf(tables);
  }

  @Override
  public Processor<String, Lookup, String, LinkedClaim> get() {
    return new Assembling();
  }

  /** The claim, linked, if its lookups are complete. */
  static Optional<LinkedClaim> link(Collection<Lookup> lookups) {
    return lookups.stream()
        .map(Lookup::getMention)
        .filter(mention -> mention.getClaim().isPresent())
        .findFirst()
        .filter(first -> complete(first, lookups))
        .flatMap(Mention::getClaim)
        .map(claim -> link(claim, lookups));
  }

  private static boolean complete(Mention first, Collection<Lookup> lookups) {
    long current =
        lookups.stream()
            .filter(lookup -> lookup.getMention().getVersion().equals(first.getVersion()))
            .count();
    return current == first.getCount();
  }

  private static LinkedClaim link(Claim claim, Collection<Lookup> lookups) {
    Map<String, Alias> names = found(lookups, Lookup::getAlias);
    Map<String, Rate> rates = found(lookups, Lookup::getRate);
    return Linker.link(
        Valuation.value(claim, key -> Optional.ofNullable(rates.get(key))),
        name -> Optional.ofNullable(names.get(name)));
  }

  private static <V> Map<String, V> found(
      Collection<Lookup> lookups, Function<Lookup, Optional<V>> what) {
    return lookups.stream()
        .filter(lookup -> what.apply(lookup).isPresent())
        .collect(
            Collectors.toMap(
                lookup -> lookup.getMention().getName(),
                lookup -> what.apply(lookup).orElseThrow(),
                (one, same) -> one));
  }

  private final class Assembling implements Processor<String, Lookup, String, LinkedClaim> {
    private ProcessorContext<String, LinkedClaim> context;
    private List<TimestampedKeyValueStore<String, Lookup>> stores;

    @Override
    public void init(ProcessorContext<String, LinkedClaim> context) {
      this.context = context;
      this.stores = tables.stream().map(this::store).toList();
    }

    private TimestampedKeyValueStore<String, Lookup> store(String table) {
      return context.getStateStore(table);
    }

    @Override
    public void process(Record<String, Lookup> record) {
      String claimId = NestedKeys.parent(record.key());
      List<Lookup> lookups = lookups(claimId);
      if (lookups.isEmpty()) {
        context.forward(record.withKey(claimId).withValue(null));
      } else {
        link(lookups)
            .ifPresent(linked -> context.forward(record.withKey(claimId).withValue(linked)));
      }
    }

    private List<Lookup> lookups(String claimId) {
      List<Lookup> found = new ArrayList<>();
      for (TimestampedKeyValueStore<String, Lookup> store : stores) {
        try (KeyValueIterator<String, ValueAndTimestamp<Lookup>> rows =
            store.prefixScan(NestedKeys.prefix(claimId), new StringSerializer())) {
          rows.forEachRemaining(row -> found.add(row.value.value()));
        }
      }
      return found;
    }
  }
}
