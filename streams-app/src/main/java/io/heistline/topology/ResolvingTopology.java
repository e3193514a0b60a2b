package io.heistline.topology;

import io.heistline.model.Incident;
import io.heistline.model.LinkedClaim;
import io.heistline.topics.Topics;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;

/** Linked claims, all about one victim in one task, to incidents. */
final class ResolvingTopology {
  private final Topics topics;

  ResolvingTopology(Topics topics) {
    this.topics = topics;
  }

  void addTo(KStream<String, LinkedClaim> linkedClaims) {
    Stores stores = new Stores(topics.serdes());
    linkedClaims
        .process(
            new VictimFile(
                stores.table("victim-claims"), stores.<Incident>table("victim-incidents")),
            Named.as("resolve"))
        .to(
            topics.incidents().name(),
            Produced.with(topics.incidents().keySerde(), topics.incidents().values())
                .withName("incidents-out"));
  }
}
