package io.heistline.topology;

import io.heistline.model.Article;
import io.heistline.model.Claim;
import io.heistline.reading.Reading;
import io.heistline.topics.Topics;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsMetrics;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;

/** Articles to claims: an edited article's old claims are taken back, a withdrawn one's all. */
final class ReadingTopology {
  private final Topics topics;
  private final Function<Article, Reading> reader;

  ReadingTopology(Topics topics, Function<Article, Reading> reader) {
    this.topics = topics;
    this.reader = reader;
  }

  /** Adds the stage; its claims, as published, are in the partition of their article. */
  KStream<String, Claim> addTo(StreamsBuilder builder) {
    Stores stores = new Stores(topics.serdes());
    KStream<String, Claim> claims =
        builder.stream(
                topics.articles().name(),
                Consumed.with(topics.articles().keySerde(), topics.articles().values())
                    .withName("articles"))
            .process(
                DerivedTable.<Article, Claim>metered(stores.table("articles-read"), this::reading),
                Named.as("read"));
    claims.to(
        topics.claims().name(),
        Produced.with(topics.claims().keySerde(), topics.claims().values()).withName("claims-out"));
    return claims;
  }

  private DerivedTable.Derivation<Article, Claim> reading(StreamsMetrics metrics) {
    ReadingMetrics counts = new ReadingMetrics(metrics);
    return (id, article) -> {
      Reading reading = reader.apply(article);
      counts.count(reading);
      SortedMap<String, Claim> claims = new TreeMap<>();
      reading.claims().forEach(claim -> claims.put(claim.getId(), claim));
      return claims;
    };
  }
}
