package io.heistline.topics;

import io.heistline.model.ActorTotals;
import io.heistline.model.Alias;
import io.heistline.model.Article;
import io.heistline.model.Claim;
import io.heistline.model.Feed;
import io.heistline.model.FeedState;
import io.heistline.model.Incident;
import io.heistline.model.LinkedClaim;
import io.heistline.model.Rate;
import io.heistline.model.Ruling;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serdes;

/** Every topic of Heistline: name, serdes and settings. Everything else takes them from here. */
public final class Topics {
  /**
   * Largest record of a topic, in bytes: a page body at its limit, in UTF-8 at its worst, with its
   * headers and the slack of a dead letter.
   */
  public static final int MOST_RECORD_BYTES = 8 * 1024 * 1024;

  private static final Duration DEAD_LETTERS_KEPT = Duration.ofDays(30);

  /**
   * A withdrawal holds while its tombstone is there: longer than any source goes on carrying an
   * article that its publisher has taken back.
   */
  private static final Duration WITHDRAWALS_KEPT = Duration.ofDays(3_650);

  private final ClusterSettings settings;
  private final AvroSerdes serdes;

  private final Topic<Feed> feeds;
  private final Topic<FeedState> feedState;
  private final Topic<Article> articles;
  private final Topic<Claim> claims;
  private final Topic<LinkedClaim> linkedClaims;
  private final Topic<Alias> knowledge;
  private final Topic<Rate> rates;
  private final Topic<Ruling> rulings;
  private final Topic<Incident> incidents;
  private final Topic<ActorTotals> actorTotals;
  private final Topic<byte[]> deadLetters;

  public Topics(ClusterSettings settings) {
    this.settings = settings;
    this.serdes = new AvroSerdes(settings.registryUrl());
    feeds = table("feeds", "feed URL", Feed.getClassSchema());
    feedState = table("feed-state", "feed URL", FeedState.getClassSchema());
    articles =
        table(
            "articles",
            "article id",
            Article.getClassSchema(),
            Map.of("delete.retention.ms", Long.toString(WITHDRAWALS_KEPT.toMillis())));
    claims = table("claims", "claim id", Claim.getClassSchema());
    linkedClaims = table("linked-claims", "subject id/claim id", LinkedClaim.getClassSchema());
    knowledge = table("knowledge", "normalised name", Alias.getClassSchema());
    rates = table("rates", "currency/month", Rate.getClassSchema());
    rulings = table("rulings", "incident id/action", Ruling.getClassSchema());
    incidents = table("incidents", "incident id", Incident.getClassSchema());
    actorTotals = table("actor-totals", "actor id", ActorTotals.getClassSchema());
    deadLetters =
        new Topic<>(
            settings.topicPrefix() + ".dead-letters",
            "key of the original record",
            Serdes.ByteArray(),
            Optional.empty(),
            Map.of(
                "cleanup.policy", "delete",
                "retention.ms", Long.toString(DEAD_LETTERS_KEPT.toMillis()),
                "max.message.bytes", Integer.toString(MOST_RECORD_BYTES)));
  }

  private <V extends SpecificRecord> Topic<V> table(String name, String keys, Schema schema) {
    return table(name, keys, schema, Map.of());
  }

  private <V extends SpecificRecord> Topic<V> table(
      String name, String keys, Schema schema, Map<String, String> more) {
    Map<String, String> config = new TreeMap<>(more);
    config.put("cleanup.policy", "compact");
    config.put("max.message.bytes", Integer.toString(MOST_RECORD_BYTES));
    return new Topic<>(
        settings.topicPrefix() + "." + name,
        keys,
        serdes.values(),
        Optional.of(schema),
        Map.copyOf(config));
  }

  /** Feeds to read. */
  public Topic<Feed> feeds() {
    return feeds;
  }

  /** How reading each feed stands. */
  public Topic<FeedState> feedState() {
    return feedState;
  }

  /** Articles as published; a tombstone withdraws one. */
  public Topic<Article> articles() {
    return articles;
  }

  /** What each article says, names as they stand in the text. */
  public Topic<Claim> claims() {
    return claims;
  }

  /** The same, names resolved, in the order of what they are about. */
  public Topic<LinkedClaim> linkedClaims() {
    return linkedClaims;
  }

  /** Names and what they stand for. */
  public Topic<Alias> knowledge() {
    return knowledge;
  }

  /** Exchange rates. */
  public Topic<Rate> rates() {
    return rates;
  }

  /** Analysts' decisions. */
  public Topic<Ruling> rulings() {
    return rulings;
  }

  /** The ledger's incidents. */
  public Topic<Incident> incidents() {
    return incidents;
  }

  /** The running totals. */
  public Topic<ActorTotals> actorTotals() {
    return actorTotals;
  }

  /** Records that could not be read or processed: original bytes, reason and origin in headers. */
  public Topic<byte[]> deadLetters() {
    return deadLetters;
  }

  public List<Topic<?>> all() {
    return List.of(
        feeds,
        feedState,
        articles,
        claims,
        linkedClaims,
        knowledge,
        rates,
        rulings,
        incidents,
        actorTotals,
        deadLetters);
  }

  public ClusterSettings settings() {
    return settings;
  }

  /** Serdes of the same registry, for a program's internal records. */
  public AvroSerdes serdes() {
    return serdes;
  }
}
