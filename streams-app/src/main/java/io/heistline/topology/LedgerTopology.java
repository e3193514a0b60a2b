package io.heistline.topology;

import io.heistline.model.Alias;
import io.heistline.model.Article;
import io.heistline.model.Claim;
import io.heistline.model.Incident;
import io.heistline.model.LinkedClaim;
import io.heistline.reading.Reading;
import io.heistline.topics.Topic;
import io.heistline.topics.Topics;
import java.util.Properties;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.KTable;

/** The whole way: articles, claims, linked claims, incidents, totals. */
public final class LedgerTopology implements Supplier<Topology> {
  private final Topics topics;
  private final Function<Article, Reading> reader;
  private final Properties config;

  /**
   * The topology over given topics.
   *
   * @param reader what an article claims; must give the same for the same article
   * @param config settings of the Streams application that will run it
   */
  public LedgerTopology(Topics topics, Function<Article, Reading> reader, Properties config) {
    this.topics = topics;
    this.reader = reader;
    this.config = config;
  }

  @Override
  public Topology get() {
    StreamsBuilder builder = new StreamsBuilder(new TopologyConfig(new StreamsConfig(config)));
    KStream<String, Claim> claims = new ReadingTopology(topics, reader).addTo(builder);
    KTable<String, Alias> knowledge =
        builder.table(
            topics.knowledge().name(),
            consumed("knowledge", topics.knowledge()),
            Stores.materialized("knowledge", topics.knowledge().values()));
    RegisterTopology.Out registered =
        new RegisterTopology(topics)
            .addTo(claims, knowledge, stream(builder, "rulings", topics.rulings()));
    new LinkingTopology(topics).addTo(builder, claims, knowledge, registered.names());
    KStream<String, LinkedClaim> linkedClaims =
        stream(builder, "linked-claims", topics.linkedClaims());
    KStream<String, Incident> incidents =
        new ResolvingTopology(topics).addTo(linkedClaims, registered.rulings());
    new TotallingTopology(topics).addTo(incidents, linkedClaims);
    return builder.build(config);
  }

  private static <V> KStream<String, V> stream(
      StreamsBuilder builder, String name, Topic<V> topic) {
    return builder.stream(topic.name(), consumed(name, topic));
  }

  private static <V> Consumed<String, V> consumed(String name, Topic<V> topic) {
    return Consumed.with(topic.keySerde(), topic.values()).withName(name);
  }
}
