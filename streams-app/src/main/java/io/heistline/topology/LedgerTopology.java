package io.heistline.topology;

import io.heistline.model.Article;
import io.heistline.model.LinkedClaim;
import io.heistline.reading.Reading;
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
    new ReadingTopology(topics, reader).addTo(builder);
    new LinkingTopology(topics).addTo(builder);
    KStream<String, LinkedClaim> linkedClaims =
        builder.stream(
            topics.linkedClaims().name(),
            Consumed.with(topics.linkedClaims().keySerde(), topics.linkedClaims().values())
                .withName("linked-claims"));
    new ResolvingTopology(topics).addTo(linkedClaims, new RulingTopology(topics).addTo(builder));
    new TotallingTopology(topics).addTo(builder, linkedClaims);
    return builder.build(config);
  }
}
