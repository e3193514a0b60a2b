package io.heistline.monitor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.heistline.model.Alias;
import io.heistline.model.Entity;
import io.heistline.model.Feed;
import io.heistline.model.FeedState;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How Heistline stands: figures, feeds, names, health. */
final class StateAnswers {
  static final Set<String> KNOWLEDGE_PARAMETERS = Set.of("q");

  private final ReadModel model;
  private final Freshness freshness;
  private final Engine engine;
  private final Pace pace;
  private final LedgerAnswers ledger;
  private final Deliveries deliveries;
  private final Supplier<Follower.Standing> follower;

  StateAnswers(
      ReadModel model,
      Freshness freshness,
      Engine engine,
      Deliveries deliveries,
      Pace pace,
      LedgerAnswers ledger,
      Supplier<Follower.Standing> follower) {
    this.model = model;
    this.freshness = freshness;
    this.engine = engine;
    this.pace = pace;
    this.ledger = ledger;
    this.deliveries = deliveries;
    this.follower = follower;
  }

  JsonNode stats() {
    Freshness.Standing standing = freshness.standing();
    Engine.Status streams = engine.status();
    ObjectNode stats =
        ledger
            .dated()
            .put("articles", model.articles().size())
            .put("claims", model.claims().size())
            .put("incidents", model.incidents().size())
            .put("actors", model.totals().size())
            .put("lossUsd", dollars(lossCents()))
            .put("articlesPerSecond", pace.perSecond(model.articlesSeen()));
    ArrayNode topics = stats.putArray("topics");
    Map<String, Long> lag = freshness.lag();
    new TreeMap<>(model.sizes())
        .forEach(
            (topic, records) ->
                topics
                    .addObject()
                    .put("topic", topic)
                    .put("records", records)
                    .put("lag", lag.getOrDefault(topic, 0L)));
    stats.putObject("streams").put("state", streams.state()).put("lag", streams.lag());
    stats
        .putObject("readModel")
        .put("ageMs", standing.ageMs())
        .put("state", standing.state().name());
    ArrayNode hooks = stats.putArray("webhooks");
    deliveries.standings().forEach(each -> add(hooks.addObject(), each));
    return stats.put("startedAt", freshness.startedAt().toString());
  }

  private static void add(ObjectNode hook, Deliveries.Standing standing) {
    Optional<Deliveries.Trouble> trouble = standing.trouble();
    hook.put("name", standing.hook())
        .put("host", standing.host())
        .put("behind", standing.behind())
        .put("delivered", standing.delivered())
        .put("failed", standing.failed())
        .put("lastDeliveredAt", time(standing.lastDeliveredAt()))
        .put("problem", trouble.map(Deliveries.Trouble::problem).orElse(null))
        .put("failingSince", time(trouble.map(Deliveries.Trouble::since)))
        .put("nextAttemptAt", time(trouble.map(Deliveries.Trouble::nextAttemptAt)));
  }

  /** Of all incidents, each once. */
  private long lossCents() {
    return model.incidents().stream().mapToLong(each -> each.lossCents().orElse(0)).sum();
  }

  private static BigDecimal dollars(long cents) {
    return cents % 100 == 0 ? BigDecimal.valueOf(cents / 100) : BigDecimal.valueOf(cents, 2);
  }

  JsonNode feeds() {
    return ledger.list(
        model.feeds().stream().map(feed -> Json.text(feed(feed, state(feed)))).toList());
  }

  private Optional<FeedState> state(Feed feed) {
    return model.feedState(feed.getUrl());
  }

  private static ObjectNode feed(Feed feed, Optional<FeedState> state) {
    return Json.object()
        .put("url", feed.getUrl())
        .put("publisher", feed.getPublisher().orElse(null))
        .put("health", FeedHealth.of(feed, state).name())
        .put("lastSuccessAt", time(state.flatMap(FeedState::getLastSuccessAt)))
        .put("lastNewArticleAt", time(state.flatMap(FeedState::getLastArticleAt)))
        .put("lastError", state.flatMap(FeedState::getLastError).orElse(null))
        .put("reason", state.flatMap(FeedState::getProblem).orElse(null))
        .put("nextPollAt", time(state.flatMap(FeedState::getNextPollAt)))
        .put("intervalSeconds", interval(feed, state))
        .put("articles", state.map(FeedState::getArticles).orElse(0L));
  }

  /** As adapted to how lively the feed is, once it was read. */
  private static int interval(Feed feed, Optional<FeedState> state) {
    return state
        .map(FeedState::getIntervalSeconds)
        .filter(seconds -> seconds > 0)
        .orElse(feed.getIntervalSeconds());
  }

  private static @Nullable String time(Optional<Instant> at) {
    return at.map(Instant::toString).orElse(null);
  }

  /** The entities that names stand for, by type and id. */
  JsonNode knowledge(Params params) {
    Optional<String> text = params.text("q").map(FiledIncident::lower);
    Map<String, Known> known = new TreeMap<>();
    model.names().forEach((key, alias) -> add(known, alias));
    List<String> items =
        known.values().stream()
            .filter(each -> text.stream().allMatch(each::mentions))
            .map(each -> Json.text(each.json()))
            .toList();
    return ledger.list(items);
  }

  private static void add(Map<String, Known> known, Alias alias) {
    for (Entity entity : alias.getEntities()) {
      String origin = entity.getOrigin().isEmpty() ? alias.getOrigin() : entity.getOrigin();
      known
          .computeIfAbsent(entity.getType() + "/" + entity.getId(), id -> new Known(entity))
          .add(alias.getName(), origin);
    }
  }

  /** An entity, its names, and who gave them. */
  private record Known(Entity entity, TreeSet<String> names, TreeSet<String> origins) {
    Known(Entity entity) {
      this(entity, new TreeSet<>(), new TreeSet<>());
    }

    void add(String name, String origin) {
      names.add(name);
      origins.add(origin);
    }

    boolean mentions(String lowerText) {
      return entity.getId().contains(lowerText)
          || FiledIncident.lower(entity.getName()).contains(lowerText)
          || names.stream().anyMatch(name -> FiledIncident.lower(name).contains(lowerText));
    }

    ObjectNode json() {
      ObjectNode json =
          Json.object()
              .put("id", entity.getId())
              .put("name", entity.getName())
              .put("type", entity.getType().name());
      ArrayNode aliases = json.putArray("aliases");
      names.stream().filter(name -> !name.equals(entity.getName())).forEach(aliases::add);
      return json.put("sponsor", entity.getSponsor().orElse(null))
          .put("origin", String.join(", ", origins));
    }
  }

  /** Whether the process should be left alone. */
  Answer live() {
    List<String> because = new ArrayList<>();
    if (!follower.get().isAlive()) {
      because.add("the thread that reads the topics has ended; see the log and start anew");
    }
    Engine.Status streams = engine.status();
    if (streams.failed()) {
      because.add("the topology is " + streams.state() + "; see the log and start anew");
    }
    return health(because, List.of());
  }

  /** Whether it can answer. Answers of a stale model say their age. */
  Answer ready() {
    Freshness.Standing standing = freshness.standing();
    Optional<String> trouble = follower.get().trouble();
    List<String> because = new ArrayList<>();
    List<String> warnings = new ArrayList<>();
    switch (standing.state()) {
      case LIVE -> {}
      case STALE ->
          warnings.add(
              "the topics were last read to their end %d ms ago; answers say so%s"
                  .formatted(standing.ageMs(), trouble.map(why -> ": " + why).orElse("")));
      case CATCHING_UP ->
          because.add(
              trouble
                  .map("the topics have not been read yet: %s"::formatted)
                  .orElse("the topics are still being read: %d records are left".formatted(lag())));
    }
    deliveries.standings().stream().flatMap(StateAnswers::warning).forEach(warnings::add);
    return health(because, warnings);
  }

  private long lag() {
    return freshness.lag().values().stream().mapToLong(Long::longValue).sum();
  }

  /** A receiver that is away does not keep anybody from reading. */
  private static Stream<String> warning(Deliveries.Standing standing) {
    return standing.trouble().stream()
        .map(
            trouble ->
                "webhook %s has not been told since %s and is tried again at %s: %s"
                    .formatted(
                        standing.hook(),
                        trouble.since(),
                        trouble.nextAttemptAt(),
                        trouble.problem()));
  }

  private static Answer health(List<String> because, List<String> warnings) {
    ObjectNode health = Json.object().put("status", because.isEmpty() ? "UP" : "DOWN");
    because.forEach(health.putArray("because")::add);
    warnings.forEach(health.putArray("warnings")::add);
    return Answer.of(because.isEmpty() ? 200 : 503, Answer.JSON, Json.bytes(health));
  }
}
