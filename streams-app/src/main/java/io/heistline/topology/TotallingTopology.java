package io.heistline.topology;

import io.heistline.model.Contribution;
import io.heistline.model.Incident;
import io.heistline.model.LinkedClaim;
import io.heistline.topics.Topics;
import io.heistline.totalling.Shares;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.jspecify.annotations.Nullable;

/**
 * Incidents to totals per actor, with what others report for the actor beside them. PERIOD claims
 * come in the partition of their actor already, so they need no way of their own.
 */
final class TotallingTopology {
  private final Topics topics;

  TotallingTopology(Topics topics) {
    this.topics = topics;
  }

  void addTo(KStream<String, Incident> incidents, KStream<String, LinkedClaim> linkedClaims) {
    Stores stores = new Stores(topics.serdes());
    incidentShares(incidents, stores)
        .merge(reportShares(linkedClaims), Named.as("contributions"))
        .process(new TotalsFile(stores), Named.as("total"))
        .to(
            topics.actorTotals().name(),
            Produced.with(topics.actorTotals().keySerde(), topics.actorTotals().values())
                .withName("actor-totals-out"));
  }

  private KStream<String, Contribution> incidentShares(
      KStream<String, Incident> incidents, Stores stores) {
    return incidents
        .process(
            new DerivedTable<Incident, Contribution>(
                stores.table("incidents-shared"), (id, incident) -> Shares.of(incident)),
            Named.as("share"))
        .repartition(
            Repartitioned.with(Serdes.String(), topics.serdes().<Contribution>values())
                .withName("shares")
                .withNumberOfPartitions(topics.settings().partitions())
                .withStreamPartitioner(NestedKeys.byParent()));
  }

  private static KStream<String, Contribution> reportShares(
      KStream<String, LinkedClaim> linkedClaims) {
    return linkedClaims.mapValues(TotallingTopology::reportShare, Named.as("reports"));
  }

  private static @Nullable Contribution reportShare(String key, @Nullable LinkedClaim linked) {
    return linked == null ? null : Shares.of(key, linked).orElse(null);
  }
}
