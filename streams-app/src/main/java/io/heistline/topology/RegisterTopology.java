package io.heistline.topology;

import io.heistline.model.Alias;
import io.heistline.model.AliasLink;
import io.heistline.model.AliasMention;
import io.heistline.model.Claim;
import io.heistline.model.Ruling;
import io.heistline.resolving.AliasMentions;
import io.heistline.resolving.Register;
import io.heistline.topics.Topics;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.KTable;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Repartitioned;

/**
 * What concerns all victims. Pairs of names that claims give one victim are counted in the
 * partition of the pair; the few that enough publishers vouch for come together with knowledge and
 * the rulings in one task, which publishes what each name means and which rulings hold.
 */
final class RegisterTopology {
  /** Partitions of what the one task reads. */
  private static final int ONE = 1;

  private final Topics topics;

  RegisterTopology(Topics topics) {
    this.topics = topics;
  }

  /**
   * What comes of it.
   *
   * @param names victims by normalised name, as learned from articles
   * @param rulings by victim id/key, in the partition of the victim
   */
  record Out(KStream<String, Alias> names, KStream<String, Ruling> rulings) {}

  Out addTo(
      KStream<String, Claim> claims,
      KTable<String, Alias> knowledge,
      KStream<String, Ruling> rulings) {
    RegisterStores stores = new RegisterStores(new Stores(topics.serdes()));
    KStream<String, SpecificRecord> out =
        inOneTask(links(claims), "links-in", topics.serdes().values())
            .process(new Registration<AliasLink>(stores, Register::link), Named.as("register-link"))
            .merge(
                inOneTask(
                        knowledge.toStream(Named.as("known-names")),
                        "known-in",
                        topics.knowledge().values())
                    .process(
                        new Registration<Alias>(stores, Register::know), Named.as("register-name")),
                Named.as("by-links-and-names"))
            .merge(
                inOneTask(rulings, "rulings-in", topics.rulings().values())
                    .process(
                        new Registration<Ruling>(stores, Register::rule),
                        Named.as("register-ruling")),
                Named.as("registered"));
    return new Out(
        sorted(out, Registration.NAME, Alias.class, "learned", topics.knowledge().values()),
        sorted(out, Registration.RULING, Ruling.class, "ruled", topics.rulings().values()));
  }

  private KStream<String, AliasLink> links(KStream<String, Claim> claims) {
    Stores stores = new Stores(topics.serdes());
    return claims
        .process(
            new DerivedTable<Claim, AliasMention>(
                stores.table("claims-paired"), (id, claim) -> AliasMentions.of(claim)),
            Named.as("pair-names"))
        .repartition(repartitioned("pairs", topics.serdes().<AliasMention>values()))
        .process(new LinkCount(stores), Named.as("count-links"));
  }

  private static <V> KStream<String, V> inOneTask(
      KStream<String, V> stream, String name, Serde<V> values) {
    return stream.repartition(
        Repartitioned.with(Serdes.String(), values).withName(name).withNumberOfPartitions(ONE));
  }

  private <V extends SpecificRecord> KStream<String, V> sorted(
      KStream<String, SpecificRecord> out,
      String kind,
      Class<V> type,
      String name,
      Serde<V> values) {
    return out.filter((key, value) -> NestedKeys.parent(key).equals(kind), Named.as("only-" + name))
        .selectKey((key, value) -> NestedKeys.rest(key), Named.as("key-of-" + name))
        .mapValues(type::cast, Named.as("as-" + name))
        .repartition(repartitioned(name, values));
  }

  private <V> Repartitioned<String, V> repartitioned(String name, Serde<V> values) {
    return Repartitioned.with(Serdes.String(), values)
        .withName(name)
        .withNumberOfPartitions(topics.settings().partitions())
        .withStreamPartitioner(NestedKeys.byParent());
  }
}
