package io.heistline.topology;

import io.heistline.model.Incident;
import io.heistline.model.LinkedClaim;
import io.heistline.model.Ruling;
import io.heistline.resolving.CaseFile;
import io.heistline.topics.Topics;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;

/** Linked claims and rulings, all about one victim in one task, to incidents. */
final class ResolvingTopology {
  private final Topics topics;

  ResolvingTopology(Topics topics) {
    this.topics = topics;
  }

  /**
   * Adds the stage; its incidents, as published, are in the partition of their victim.
   *
   * @param rulings by victim id/key of the ruling, in the partition of the victim
   */
  KStream<String, Incident> addTo(
      KStream<String, LinkedClaim> linkedClaims, KStream<String, Ruling> rulings) {
    VictimStores stores = new VictimStores(new Stores(topics.serdes()));
    KStream<String, Incident> resolved =
        linkedClaims.process(
            new VictimFile<LinkedClaim>(stores, CaseFile::file), Named.as("resolve"));
    KStream<String, Incident> ruled =
        rulings.process(new VictimFile<Ruling>(stores, CaseFile::rule), Named.as("rule"));
    KStream<String, Incident> incidents = resolved.merge(ruled, Named.as("all-incidents"));
    incidents.to(
        topics.incidents().name(),
        Produced.with(topics.incidents().keySerde(), topics.incidents().values())
            .withName("incidents-out"));
    return incidents;
  }
}
