package io.heistline.monitor;

import io.heistline.model.ActorTotals;
import io.heistline.model.Alias;
import io.heistline.model.Article;
import io.heistline.model.Feed;
import io.heistline.model.FeedState;
import io.heistline.model.Incident;
import io.heistline.model.LinkedClaim;
import io.heistline.model.Ruling;
import io.heistline.topics.Topic;
import io.heistline.topics.Topics;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the topics hold now, as far as it is looked at. One thread applies records; any number reads
 * meanwhile, and sees each entry as it was before or after a record.
 */
final class ReadModel {
  private static final Logger log = LoggerFactory.getLogger(ReadModel.class);

  /** Of one table; one entry takes a few kilobytes. */
  private static final int MOST_ENTRIES = 100_000;

  /** One takes some 300 bytes. */
  private static final int MOST_ARTICLES = 500_000;

  /** Some 150,000 claims. */
  private static final long MOST_CLAIM_BYTES = 128L * 1024 * 1024;

  private final Topics topics;
  private final Consumer<Change> changes;
  private final Consumer<Long> visible;
  private final ConcurrentSkipListMap<String, FiledIncident> incidents =
      new ConcurrentSkipListMap<>();
  private final Map<String, String> incidentByClaim = new ConcurrentHashMap<>();
  private final ConcurrentSkipListMap<String, FiledTotals> totals = new ConcurrentSkipListMap<>();
  private final ConcurrentSkipListMap<String, Alias> names = new ConcurrentSkipListMap<>();
  private final ConcurrentSkipListMap<String, Ruling> rulings = new ConcurrentSkipListMap<>();
  private final ConcurrentSkipListMap<String, Feed> feeds = new ConcurrentSkipListMap<>();
  private final ConcurrentSkipListMap<String, FeedState> feedStates = new ConcurrentSkipListMap<>();
  private final ClaimFile claims;
  private final ArticleIndex articles = new ArticleIndex(MOST_ARTICLES);
  private final DeadLetterCount deadLetters = new DeadLetterCount();
  private final AtomicLong records = new AtomicLong();
  private volatile long version;
  private final AtomicLong articlesSeen = new AtomicLong();
  private final AtomicLong leftOut = new AtomicLong();

  /**
   * @param changes is told each change of an incident or a total, on the thread that applies
   * @param visible is told the time of each record of a total, in milliseconds since 1970
   */
  ReadModel(Topics topics, Consumer<Change> changes, Consumer<Long> visible) {
    this.topics = topics;
    this.changes = changes;
    this.visible = visible;
    claims = new ClaimFile(topics.linkedClaims(), MOST_CLAIM_BYTES);
  }

  /** The topics to follow, and what to do with their records. */
  List<Followed> followed() {
    return List.of(
        followed(topics.incidents(), this::applyIncident, incidents::keySet),
        followed(topics.actorTotals(), this::applyTotals, totals::keySet),
        followed(topics.articles(), this::applyArticle, articles::ids),
        followed(topics.knowledge(), entry(names), names::keySet),
        followed(topics.rulings(), entry(rulings), rulings::keySet),
        followed(topics.feeds(), entry(feeds), feeds::keySet),
        followed(topics.feedState(), entry(feedStates), feedStates::keySet),
        new Followed(
            topics.linkedClaims().name(), counted(claims::apply), Optional.of(claims::keys)),
        new Followed(topics.deadLetters().name(), counted(deadLetters::apply), Optional.empty()));
  }

  private interface Entry<V> {
    void apply(ConsumerRecord<String, byte[]> record, Optional<V> value);
  }

  private <V> Followed followed(Topic<V> topic, Entry<V> entry, Supplier<Collection<String>> keys) {
    return new Followed(
        topic.name(),
        counted(
            record ->
                entry.apply(
                    record,
                    Optional.ofNullable(record.value())
                        .map(
                            bytes ->
                                topic.values().deserializer().deserialize(record.topic(), bytes)))),
        Optional.of(keys));
  }

  private Consumer<ConsumerRecord<String, byte[]>> counted(
      Consumer<ConsumerRecord<String, byte[]>> sink) {
    return record -> {
      sink.accept(record);
      records.incrementAndGet();
    };
  }

  private <V> Entry<V> entry(Map<String, V> table) {
    return (record, value) -> put(table, record.key(), value);
  }

  /** False if the table is full. */
  private <V> boolean put(Map<String, V> table, String key, Optional<V> value) {
    if (value.isEmpty()) {
      table.remove(key);
    } else if (table.containsKey(key) || table.size() < MOST_ENTRIES) {
      table.put(key, value.get());
    } else {
      if (leftOut.getAndIncrement() == 0) {
        log.warn("entries beyond {} of a topic are not shown; the first is {}", MOST_ENTRIES, key);
      }
      return false;
    }
    return true;
  }

  private void applyIncident(ConsumerRecord<String, byte[]> record, Optional<Incident> value) {
    String id = record.key();
    Optional<FiledIncident> before = incident(id);
    Optional<FiledIncident> after =
        value.map(incident -> new FiledIncident(incident, record.timestamp()));
    if (put(incidents, id, after)) {
      before.ifPresent(old -> old.claims().forEach(claim -> incidentByClaim.remove(claim, id)));
      after.ifPresent(now -> now.claims().forEach(claim -> incidentByClaim.put(claim, id)));
      changes.accept(new Change(Change.Type.INCIDENT, id));
    }
  }

  private void applyTotals(ConsumerRecord<String, byte[]> record, Optional<ActorTotals> value) {
    put(totals, record.key(), value.map(FiledTotals::new));
    changes.accept(new Change(Change.Type.TOTAL, record.key()));
    visible.accept(record.timestamp());
  }

  private void applyArticle(ConsumerRecord<String, byte[]> record, Optional<Article> value) {
    value.ifPresentOrElse(
        article -> articles.put(record.key(), article, record.partition(), record.offset()),
        () -> articles.remove(record.key()));
    articlesSeen.incrementAndGet();
  }

  /**
   * Grows with the records of each tick. An answer made at one version says all that was told of by
   * then, so it will do for the same question until the next.
   */
  long version() {
    return version;
  }

  /** What has been read up to now makes a version; to be called before events tell of it. */
  void tick() {
    version = records.get();
  }

  Optional<FiledIncident> incident(String id) {
    return Optional.ofNullable(incidents.get(id));
  }

  Collection<FiledIncident> incidents() {
    return incidents.values();
  }

  Optional<FiledTotals> totals(String actor) {
    return Optional.ofNullable(totals.get(actor));
  }

  Collection<FiledTotals> totals() {
    return totals.values();
  }

  Map<String, Alias> names() {
    return names;
  }

  Collection<Ruling> rulings() {
    return rulings.values();
  }

  Collection<Feed> feeds() {
    return feeds.values();
  }

  Optional<FeedState> feedState(String url) {
    return Optional.ofNullable(feedStates.get(url));
  }

  ClaimFile claims() {
    return claims;
  }

  ArticleIndex articles() {
    return articles;
  }

  DeadLetterCount deadLetters() {
    return deadLetters;
  }

  /** Versions and withdrawals of articles read so far. */
  long articlesSeen() {
    return articlesSeen.get();
  }

  /** Entries of any kind that had no room. */
  long leftOut() {
    return leftOut.get() + claims.leftOut() + articles.leftOut();
  }

  /**
   * The incident of a claim: the one that quotes it, else the only one of its victim. Incidents
   * quote a bounded sample, so for others no topic says it.
   */
  Optional<String> incidentOf(LinkedClaim claim) {
    Optional<String> quoting = Optional.ofNullable(incidentByClaim.get(claim.getClaim().getId()));
    return quoting.or(() -> claim.getVictim().flatMap(victim -> onlyIncident(victim.getId())));
  }

  private Optional<String> onlyIncident(String victim) {
    List<String> ids =
        incidents.subMap(victim + "-", victim + ".").values().stream()
            .filter(filed -> filed.incident().getVictim().getId().equals(victim))
            .map(FiledIncident::id)
            .limit(2)
            .toList();
    return ids.size() == 1 ? Optional.of(ids.get(0)) : Optional.empty();
  }

  /** Current entries by topic. */
  Map<String, Integer> sizes() {
    return Map.of(
        topics.incidents().name(), incidents.size(),
        topics.actorTotals().name(), totals.size(),
        topics.articles().name(), articles.size(),
        topics.linkedClaims().name(), claims.size(),
        topics.knowledge().name(), names.size(),
        topics.rulings().name(), rulings.size(),
        topics.feeds().name(), feeds.size(),
        topics.feedState().name(), feedStates.size(),
        topics.deadLetters().name(), deadLetters.total());
  }
}
