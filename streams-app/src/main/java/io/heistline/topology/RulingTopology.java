package io.heistline.topology;

import io.heistline.model.Ruling;
import io.heistline.resolving.Subject;
import io.heistline.topics.Topics;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Repartitioned;

/** Rulings, by the incident that they are about, to the partition of its victim. */
final class RulingTopology {
  private final Topics topics;

  RulingTopology(Topics topics) {
    this.topics = topics;
  }

  KStream<String, Ruling> addTo(StreamsBuilder builder) {
    return builder.stream(
            topics.rulings().name(),
            Consumed.with(topics.rulings().keySerde(), topics.rulings().values())
                .withName("rulings"))
        .filter((key, ruling) -> victim(key).isPresent(), Named.as("of-incidents"))
        .selectKey(
            (key, ruling) -> NestedKeys.nested(victim(key).orElseThrow(), key),
            Named.as("by-victim"))
        .repartition(
            Repartitioned.with(Serdes.String(), topics.rulings().values())
                .withName("victim-rulings-in")
                .withNumberOfPartitions(topics.settings().partitions())
                .withStreamPartitioner(NestedKeys.byParent()));
  }

  private static java.util.Optional<String> victim(String key) {
    return Subject.parse(NestedKeys.parent(key)).map(Subject::victim);
  }
}
