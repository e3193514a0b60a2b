package io.heistline.topology;

import io.heistline.app.StreamsSettings;
import io.heistline.model.ActorTotals;
import io.heistline.model.Alias;
import io.heistline.model.Article;
import io.heistline.model.Claim;
import io.heistline.model.Incident;
import io.heistline.model.LinkedClaim;
import io.heistline.model.Rate;
import io.heistline.model.Ruling;
import io.heistline.resolving.Register;
import io.heistline.topics.ClusterSettings;
import io.heistline.topics.Topic;
import io.heistline.topics.Topics;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;

/** The whole topology over the real serdes, without a broker; output topics as tables. */
final class LedgerDriver implements AutoCloseable {
  private final Topics topics;
  private final TopologyTestDriver driver;
  private final Map<String, TestInputTopic<String, ?>> inputs = new HashMap<>();
  private final Map<String, SortedMap<String, Object>> tables = new TreeMap<>();
  private final Map<String, Integer> emitted = new HashMap<>();

  LedgerDriver(Path stateDirectory) {
    ClusterSettings cluster =
        new ClusterSettings(
            "unused:9092", "mock://" + UUID.randomUUID(), "heistline", 1, (short) 1);
    StreamsSettings settings =
        new StreamsSettings(cluster, stateDirectory.resolve(UUID.randomUUID().toString()), 1);
    topics = new Topics(cluster);
    Properties properties = settings.properties();
    // the driver's stand-in for a transactional producer drops what is sent between two commits
    properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.AT_LEAST_ONCE);
    driver =
        new TopologyTestDriver(
            new LedgerTopology(topics, PlainClaims::read, properties).get(),
            properties,
            Instant.EPOCH);
  }

  Topics topics() {
    return topics;
  }

  void article(Article article) {
    pipe(topics.articles(), article.getId(), article);
  }

  void withdraw(String id) {
    pipe(topics.articles(), id, null);
  }

  void rule(Ruling ruling) {
    pipe(topics.rulings(), Register.key(ruling), ruling);
  }

  void revoke(Ruling ruling) {
    pipe(topics.rulings(), Register.key(ruling), null);
  }

  void know(String name, @Nullable Alias alias) {
    pipe(topics.knowledge(), name, alias);
  }

  /** Publishes what a unit of a currency was worth in a month. */
  void rate(String currency, String month, long usd) {
    Rate rate =
        Rate.newBuilder()
            .setCurrency(currency)
            .setMonth(month)
            .setUsd(BigDecimal.valueOf(usd).setScale(8))
            .setSource("test")
            .build();
    pipe(topics.rates(), currency + "/" + month, rate);
  }

  void withdrawRate(String currency, String month) {
    pipe(topics.rates(), currency + "/" + month, null);
  }

  /** How often an amount went without dollars for want of a rate. */
  double unvaluedAmounts() {
    return driver.metrics().values().stream()
        .filter(metric -> metric.metricName().name().equals("unvalued-amounts-total"))
        .mapToDouble(metric -> (double) metric.metricValue())
        .sum();
  }

  void bytes(Topic<?> topic, String key, byte[] value) {
    driver
        .createInputTopic(topic.name(), new StringSerializer(), new ByteArraySerializer())
        .pipeInput(key, value);
  }

  @SuppressWarnings("unchecked")
  private <V> void pipe(Topic<V> topic, String key, @Nullable V value) {
    TestInputTopic<String, V> input =
        (TestInputTopic<String, V>)
            inputs.computeIfAbsent(
                topic.name(),
                name ->
                    driver.createInputTopic(
                        name, topic.keySerde().serializer(), topic.values().serializer()));
    input.pipeInput(key, value);
  }

  SortedMap<String, Claim> claims() {
    return table(topics.claims());
  }

  SortedMap<String, LinkedClaim> linkedClaims() {
    return table(topics.linkedClaims());
  }

  SortedMap<String, Incident> incidents() {
    return table(topics.incidents());
  }

  SortedMap<String, ActorTotals> totals() {
    return table(topics.actorTotals());
  }

  /** Every total that has come out since this, or {@link #totals}, was last asked. */
  List<ActorTotals> newTotals() {
    Topic<ActorTotals> topic = topics.actorTotals();
    return driver
        .createOutputTopic(
            topic.name(), topic.keySerde().deserializer(), topic.values().deserializer())
        .readValuesToList()
        .stream()
        .filter(Objects::nonNull)
        .toList();
  }

  List<TestRecord<String, byte[]>> deadLetters() {
    Topic<byte[]> topic = topics.deadLetters();
    return driver
        .createOutputTopic(
            topic.name(), topic.keySerde().deserializer(), topic.values().deserializer())
        .readRecordsToList();
  }

  /** The sum of a metric over all its tags. */
  double metric(String group, String name) {
    return driver.metrics().values().stream()
        .filter(each -> each.metricName().group().equals(group))
        .filter(each -> each.metricName().name().equals(name))
        .mapToDouble(each -> (double) each.metricValue())
        .sum();
  }

  /** Number of records that came out on a topic since this was last asked. */
  int emitted(Topic<?> topic) {
    table(topic);
    Integer count = emitted.remove(topic.name());
    return count == null ? 0 : count;
  }

  @SuppressWarnings("unchecked")
  private <V> SortedMap<String, V> table(Topic<V> topic) {
    SortedMap<String, Object> table = tables.computeIfAbsent(topic.name(), name -> new TreeMap<>());
    driver
        .createOutputTopic(
            topic.name(), topic.keySerde().deserializer(), topic.values().deserializer())
        .readRecordsToList()
        .forEach(
            record -> {
              emitted.merge(topic.name(), 1, Integer::sum);
              if (record.value() == null) {
                table.remove(record.key());
              } else {
                table.put(record.key(), record.value());
              }
            });
    return (SortedMap<String, V>) (SortedMap<String, ?>) table;
  }

  @Override
  public void close() {
    driver.close();
  }
}
