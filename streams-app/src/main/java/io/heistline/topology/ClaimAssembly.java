package io.heistline.topology;

import io.heistline.linking.Linker;
import io.heistline.model.Alias;
import io.heistline.model.Claim;
import io.heistline.model.LinkedClaim;
import io.heistline.model.Linking;
import io.heistline.model.Lookup;
import io.heistline.model.Mention;
import io.heistline.model.Rate;
import io.heistline.valuing.Valuation;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;

/**
 * Brings the lookups of a claim together. A linked claim goes out once every name and every rate of
 * the claim's current version has been looked up; until then the last one stands, so that nobody
 * downstream sees a claim half linked or half valued.
 */
final class ClaimAssembly implements ProcessorSupplier<String, Lookup, String, LinkedClaim> {
  private final StoreBuilder<KeyValueStore<String, Linking>> store;

  ClaimAssembly(StoreBuilder<KeyValueStore<String, Linking>> store) {
    this.store = store;
  }

  @Override
  public Set<StoreBuilder<?>> stores() {
    return Set.of(store);
  }

  @Override
  public Processor<String, Lookup, String, LinkedClaim> get() {
    return new Assembling();
  }

  /** The claim, linked, if its lookups are complete. */
  static Optional<LinkedClaim> link(Map<String, Lookup> lookups) {
    return lookups.values().stream()
        .map(Lookup::getMention)
        .filter(mention -> mention.getClaim().isPresent())
        .findFirst()
        .filter(first -> complete(first, lookups))
        .flatMap(Mention::getClaim)
        .map(claim -> link(claim, lookups));
  }

  private static boolean complete(Mention first, Map<String, Lookup> lookups) {
    long current =
        lookups.values().stream()
            .filter(lookup -> lookup.getMention().getVersion().equals(first.getVersion()))
            .count();
    return current == first.getCount();
  }

  private static LinkedClaim link(Claim claim, Map<String, Lookup> lookups) {
    Map<String, Alias> names = found(lookups, Lookup::getAlias);
    Map<String, Rate> rates = found(lookups, Lookup::getRate);
    return Linker.link(
        Valuation.value(claim, key -> Optional.ofNullable(rates.get(key))),
        name -> Optional.ofNullable(names.get(name)));
  }

  private static <V> Map<String, V> found(
      Map<String, Lookup> lookups, Function<Lookup, Optional<V>> what) {
    return lookups.values().stream()
        .filter(lookup -> what.apply(lookup).isPresent())
        .collect(
            Collectors.toMap(
                lookup -> lookup.getMention().getName(),
                lookup -> what.apply(lookup).orElseThrow(),
                (one, same) -> one));
  }

  private final class Assembling implements Processor<String, Lookup, String, LinkedClaim> {
    private ProcessorContext<String, LinkedClaim> context;
    private KeyValueStore<String, Linking> linkings;
    private MissingRates missingRates;

    @Override
    public void init(ProcessorContext<String, LinkedClaim> context) {
      this.context = context;
      this.linkings = context.getStateStore(store.name());
      this.missingRates = new MissingRates(context);
    }

    @Override
    public void process(Record<String, Lookup> record) {
      String claimId = NestedKeys.parent(record.key());
      Linking before = linkings.get(claimId);
      Map<String, Lookup> lookups =
          before == null ? new TreeMap<>() : new TreeMap<>(before.getLookups());
      if (record.value() == null) {
        lookups.remove(NestedKeys.rest(record.key()));
      } else {
        lookups.put(NestedKeys.rest(record.key()), record.value());
      }
      if (lookups.isEmpty()) {
        linkings.delete(claimId);
        context.forward(record.withKey(claimId).withValue(null));
      } else {
        linkings.put(claimId, new Linking(lookups));
        link(lookups)
            .ifPresent(
                linked -> {
                  missingRates.note(linked.getClaim());
                  context.forward(record.withKey(claimId).withValue(linked));
                });
      }
    }

    @Override
    public void close() {
      missingRates.close();
    }
  }
}
