package io.heistline.topology;

import io.heistline.model.ArticleSignatures;
import io.heistline.model.Incident;
import io.heistline.model.Ruling;
import io.heistline.model.Signature;
import io.heistline.model.VictimClaim;
import io.heistline.resolving.CaseFile;
import io.heistline.resolving.Table;
import java.util.Set;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;

/** The stores in which all there is of a victim lies side by side, by victim id/rest. */
final class VictimStores {
  private final StoreBuilder<KeyValueStore<String, VictimClaim>> claims;
  private final StoreBuilder<KeyValueStore<String, ArticleSignatures>> articles;
  private final StoreBuilder<KeyValueStore<String, Signature>> signatures;
  private final StoreBuilder<KeyValueStore<String, Long>> counts;
  private final StoreBuilder<KeyValueStore<String, Ruling>> rulings;
  private final StoreBuilder<KeyValueStore<String, Incident>> incidents;

  VictimStores(Stores stores) {
    claims = stores.table("victim-claims");
    articles = stores.table("victim-articles");
    signatures = stores.table("victim-signatures");
    counts = stores.table("victim-counts", Serdes.Long());
    rulings = stores.table("victim-rulings");
    incidents = stores.table("victim-incidents");
  }

  Set<StoreBuilder<?>> all() {
    return Set.of(claims, articles, signatures, counts, rulings, incidents);
  }

  CaseFile file(ProcessorContext<?, ?> context) {
    return new CaseFile(
        table(context, claims),
        table(context, articles),
        table(context, signatures),
        table(context, counts),
        table(context, rulings));
  }

  /** The incidents that were emitted. */
  KeyValueStore<String, Incident> incidents(ProcessorContext<?, ?> context) {
    return context.getStateStore(incidents.name());
  }

  private static <V> Table<V> table(
      ProcessorContext<?, ?> context, StoreBuilder<KeyValueStore<String, V>> store) {
    return new StoreTable<>(context.getStateStore(store.name()));
  }
}
