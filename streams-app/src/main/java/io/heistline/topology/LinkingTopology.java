package io.heistline.topology;

import io.heistline.linking.Linker;
import io.heistline.model.Alias;
import io.heistline.model.Claim;
import io.heistline.model.LinkedClaim;
import io.heistline.model.Lookup;
import io.heistline.model.Mention;
import io.heistline.model.Rate;
import io.heistline.topics.Topics;
import io.heistline.valuing.Valuation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsMetrics;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.KTable;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.kstream.TableJoined;
import org.apache.kafka.streams.kstream.ValueJoiner;
import org.jspecify.annotations.Nullable;

/**
 * Claims to linked claims. Every name in a claim becomes a mention of its own, which a foreign-key
 * join looks up in knowledge, so that a name published later links the claims already seen. So does
 * every exchange rate that its amounts need, which is looked up in the table of rates. The lookups
 * of a claim come together again under its id.
 */
final class LinkingTopology {
  /** Kafka drops a mention whose foreign key is null; a claim without names looks up this one. */
  private static final String NO_NAME = "-";

  private static final String NAME_LOOKUPS = "lookups";
  private static final String RATE_LOOKUPS = "rate-lookups";

  private final Topics topics;

  LinkingTopology(Topics topics) {
    this.topics = topics;
  }

  /**
   * Adds the stage.
   *
   * @param knowledge what is known under each normalised name
   * @param learned victims that articles have taught the names of
   */
  void addTo(
      StreamsBuilder builder,
      KStream<String, Claim> claims,
      KTable<String, Alias> knowledge,
      KStream<String, Alias> learned) {
    Stores stores = new Stores(topics.serdes());
    KTable<String, Mention> mentions = mentions(claims, stores);
    KStream<String, Lookup> names =
        lookUp(
            mentions.filter((key, mention) -> !mention.getOfRate(), Named.as("names")),
            names(knowledge, learned),
            LinkingTopology::nameLookup,
            "look-up",
            NAME_LOOKUPS);
    KStream<String, Lookup> rates =
        lookUp(
            mentions.filter((key, mention) -> mention.getOfRate(), Named.as("rate-keys")),
            rates(builder),
            LinkingTopology::rateLookup,
            "look-up-rate",
            RATE_LOOKUPS);
    names
        .merge(rates, Named.as("all-lookups"))
        .process(
            new ClaimAssembly(List.of(NAME_LOOKUPS, RATE_LOOKUPS)),
            Named.as("assemble"),
            NAME_LOOKUPS,
            RATE_LOOKUPS)
        .process(
            DerivedTable.<LinkedClaim, LinkedClaim>metered(
                stores.table("claims-linked"), LinkingTopology::linking),
            Named.as("by-subject"))
        .to(
            topics.linkedClaims().name(),
            Produced.with(topics.linkedClaims().keySerde(), topics.linkedClaims().values())
                .withStreamPartitioner(NestedKeys.byParent())
                .withName("linked-claims-out"));
  }

  private KTable<String, Rate> rates(StreamsBuilder builder) {
    return builder.table(
        topics.rates().name(),
        Consumed.with(topics.rates().keySerde(), topics.rates().values()).withName("rates"),
        Stores.materialized("rates", topics.rates().values()));
  }

  private KTable<String, Alias> names(
      KTable<String, Alias> knowledge, KStream<String, Alias> learned) {
    Serde<Alias> serde = topics.knowledge().values();
    return knowledge.outerJoin(
        learned.toTable(Named.as("learned-names"), Stores.materialized("learned-names", serde)),
        LinkingTopology::nameOf,
        Named.as("join-learned"),
        Stores.materialized("all-names", serde));
  }

  /** What is known, and the victim that was learned where none is known. */
  private static Alias nameOf(@Nullable Alias known, @Nullable Alias learned) {
    return Linker.together(Optional.ofNullable(known), Optional.ofNullable(learned));
  }

  /** Fires for a mention that comes, and again for every change of what lies under its name. */
  private <V> KStream<String, Lookup> lookUp(
      KTable<String, Mention> mentions,
      KTable<String, V> table,
      ValueJoiner<Mention, V, Lookup> joiner,
      String join,
      String store) {
    return mentions
        .leftJoin(
            table,
            Mention::getName,
            joiner,
            TableJoined.<String, String>as(join).withPartitioner(NestedKeys.byParent()),
            Stores.materialized(store, topics.serdes().<Lookup>values()))
        .toStream(Named.as(store + "-out"));
  }

  private KTable<String, Mention> mentions(KStream<String, Claim> claims, Stores stores) {
    Serde<Mention> serde = topics.serdes().values();
    return claims
        .process(
            new DerivedTable<Claim, Mention>(
                stores.table("claims-mentioned"), LinkingTopology::mentions),
            Named.as("mention"))
        .repartition(
            Repartitioned.with(Serdes.String(), serde)
                .withName("mentions")
                .withNumberOfPartitions(topics.settings().partitions())
                .withStreamPartitioner(NestedKeys.byParent()))
        .toTable(Named.as("mentions"), Stores.materialized("mentions", serde));
  }

  /** One mention a name and one a rate, by claim id/slot; the first carries the claim. */
  static SortedMap<String, Mention> mentions(String claimId, Claim claim) {
    List<String> names = new ArrayList<>(Linker.names(claim));
    if (names.isEmpty()) {
      names.add(NO_NAME);
    }
    List<String> rates = List.copyOf(Valuation.keys(claim));
    Mention.Builder mention =
        Mention.newBuilder()
            .setVersion(Digests.of(claim))
            .setCount(names.size() + rates.size())
            .setName("");
    SortedMap<String, Mention> mentions = new TreeMap<>();
    for (int slot = 0; slot < names.size(); slot++) {
      mentions.put(
          NestedKeys.nested(claimId, "%02d".formatted(slot)),
          mention.setName(names.get(slot)).setClaim(slot == 0 ? claim : null).build());
    }
    // slots of their own: a slot never changes from one table's to the other's
    for (int slot = 0; slot < rates.size(); slot++) {
      mentions.put(
          NestedKeys.nested(claimId, "rate-%02d".formatted(slot)),
          mention.setName(rates.get(slot)).setClaim(null).setOfRate(true).build());
    }
    return mentions;
  }

  private static DerivedTable.Derivation<LinkedClaim, LinkedClaim> linking(StreamsMetrics metrics) {
    MissingRates missing = new MissingRates(metrics);
    return (id, linked) -> {
      missing.note(linked.getClaim());
      return Linker.bySubject(linked);
    };
  }

  private static Lookup nameLookup(Mention mention, @Nullable Alias alias) {
    return Lookup.newBuilder().setMention(mention).setAlias(alias).build();
  }

  private static Lookup rateLookup(Mention mention, @Nullable Rate rate) {
    return Lookup.newBuilder().setMention(mention).setRate(rate).build();
  }
}
