package io.heistline.topology;

import io.heistline.linking.Linker;
import io.heistline.model.Alias;
import io.heistline.model.Claim;
import io.heistline.model.LinkedClaim;
import io.heistline.model.Lookup;
import io.heistline.model.Mention;
import io.heistline.topics.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KTable;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.kstream.TableJoined;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Claims to linked claims. Every name in a claim becomes a mention of its own, which a foreign-key
 * join looks up in knowledge, so that a name published later links the claims already seen; the
 * lookups of a claim come together again under its id.
 */
final class LinkingTopology {
  /** Kafka drops a mention whose foreign key is null; a claim without names looks up this one. */
  private static final String NO_NAME = "-";

  private final Topics topics;

  LinkingTopology(Topics topics) {
    this.topics = topics;
  }

  void addTo(StreamsBuilder builder) {
    Stores stores = new Stores(topics.serdes());
    KTable<String, Alias> knowledge =
        builder.table(
            topics.knowledge().name(),
            Consumed.with(topics.knowledge().keySerde(), topics.knowledge().values())
                .withName("knowledge"),
            materialized("knowledge", topics.knowledge().values()));
    mentions(builder, stores)
        .leftJoin(
            knowledge,
            Mention::getName,
            LinkingTopology::lookup,
            TableJoined.<String, String>as("look-up").withPartitioner(NestedKeys.byParent()),
            materialized("lookups", topics.serdes().<Lookup>values()))
        .toStream(Named.as("lookups-out"))
        .process(new ClaimAssembly(stores.table("claims-linking")), Named.as("assemble"))
        .process(
            new DerivedTable<LinkedClaim, LinkedClaim>(
                stores.table("claims-linked"), (id, linked) -> Linker.bySubject(linked)),
            Named.as("by-subject"))
        .to(
            topics.linkedClaims().name(),
            Produced.with(topics.linkedClaims().keySerde(), topics.linkedClaims().values())
                .withStreamPartitioner(NestedKeys.byParent())
                .withName("linked-claims-out"));
  }

  private KTable<String, Mention> mentions(StreamsBuilder builder, Stores stores) {
    Serde<Mention> serde = topics.serdes().values();
    return builder.stream(
            topics.claims().name(),
            Consumed.with(topics.claims().keySerde(), topics.claims().values()).withName("claims"))
        .process(
            new DerivedTable<Claim, Mention>(
                stores.table("claims-mentioned"), LinkingTopology::mentions),
            Named.as("mention"))
        .repartition(
            Repartitioned.with(Serdes.String(), serde)
                .withName("mentions")
                .withNumberOfPartitions(topics.settings().partitions())
                .withStreamPartitioner(NestedKeys.byParent()))
        .toTable(Named.as("mentions"), materialized("mentions", serde));
  }

  /** One mention a name, by claim id/slot; the first carries the claim. */
  static SortedMap<String, Mention> mentions(String claimId, Claim claim) {
    List<String> names = new ArrayList<>(Linker.names(claim));
    if (names.isEmpty()) {
      names.add(NO_NAME);
    }
    String version = Digests.of(claim);
    SortedMap<String, Mention> mentions = new TreeMap<>();
    for (int slot = 0; slot < names.size(); slot++) {
      Mention mention =
          Mention.newBuilder()
              .setVersion(version)
              .setCount(names.size())
              .setName(names.get(slot))
              .setClaim(slot == 0 ? claim : null)
              .build();
      mentions.put(NestedKeys.nested(claimId, "%02d".formatted(slot)), mention);
    }
    return mentions;
  }

  private static Lookup lookup(Mention mention, @Nullable Alias alias) {
    return Lookup.newBuilder().setMention(mention).setAlias(alias).build();
  }

  private static <V> Materialized<String, V, KeyValueStore<Bytes, byte[]>> materialized(
      String name, Serde<V> serde) {
    return Materialized.<String, V, KeyValueStore<Bytes, byte[]>>as(name)
        .withKeySerde(Serdes.String())
        .withValueSerde(serde);
  }
}
