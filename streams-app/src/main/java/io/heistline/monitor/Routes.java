package io.heistline.monitor;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.heistline.json.LedgerJson;
import io.heistline.model.Ruling;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Everything that can be asked, but events and the page. */
final class Routes {
  /** Incidents in one export: some 50 MB of JSON, which lies in memory. */
  static final int MOST_EXPORTED = 10_000;

  /** Exports that are made at the same time, for they take memory. */
  private static final int MOST_EXPORTS = 2;

  private static final String JSON_LINES = "application/jsonl; charset=utf-8";

  private final ReadModel model;
  private final LedgerAnswers ledger;
  private final StateAnswers state;
  private final RulingDesk desk;
  private final Optional<String> token;
  private final Supplier<String> metrics;
  private final Answer openApi;
  private final Clock clock;
  private final Semaphore exports = new Semaphore(MOST_EXPORTS);

  /** Rulings go one by one, for each waits for Kafka. */
  private final Semaphore rulings = new Semaphore(1);

  Routes(
      ReadModel model,
      LedgerAnswers ledger,
      StateAnswers state,
      RulingDesk desk,
      Optional<String> token,
      Supplier<String> metrics,
      Answer openApi,
      Clock clock) {
    this.model = model;
    this.ledger = ledger;
    this.state = state;
    this.desk = desk;
    this.token = token;
    this.metrics = metrics;
    this.openApi = openApi;
    this.clock = clock;
  }

  List<Route> all() {
    Set<String> paged = IncidentQuery.PAGED;
    Set<String> ordered = IncidentQuery.ORDERED;
    Set<String> actors = ActorQuery.PARAMETERS;
    return List.of(
        Route.get(
            "/api/actors", actors, json(call -> ledger.actors(new ActorQuery(call.params())))),
        Route.get("/api/actors/{id}", Set.of(), json(call -> ledger.actor(call.id()))),
        Route.get(
            "/api/incidents",
            paged,
            json(call -> ledger.incidents(new IncidentQuery(call.params())))),
        Route.get("/api/incidents/{id}", Set.of(), json(call -> ledger.incident(call.id()))),
        Route.live("/api/articles/{id}", json(call -> ledger.article(call.id()))),
        Route.live("/api/stats", json(call -> state.stats())),
        Route.get("/api/feeds", Set.of(), json(call -> state.feeds())),
        Route.get(
            "/api/knowledge",
            StateAnswers.KNOWLEDGE_PARAMETERS,
            json(call -> state.knowledge(call.params()))),
        Route.get("/api/rulings", Set.of(), json(call -> ledger.rulings())),
        Route.post("/api/rulings", this::rule),
        Route.get(
            "/api/export/incidents.csv",
            ordered,
            export(call -> table("incidents.csv", CsvExport.incidents(incidents(call))))),
        Route.get(
            "/api/export/incidents.jsonl",
            ordered,
            export(call -> lines(incidents(call).stream().map(FiledIncident::json).toList()))),
        Route.get(
            "/api/export/stix.json",
            ordered,
            export(
                call ->
                    Answer.of(200, StixBundle.TYPE, Json.bytes(StixBundle.of(incidents(call)))))),
        Route.get(
            "/api/export/totals.csv",
            actors,
            export(call -> table("totals.csv", CsvExport.totals(totals(call))))),
        Route.get(
            "/api/export/totals.jsonl",
            actors,
            export(call -> lines(totals(call).stream().map(FiledTotals::json).toList()))),
        Route.live(
            "/feeds/incidents.atom",
            call ->
                Answer.text(IncidentFeed.TYPE, IncidentFeed.of(model.incidents(), call.base()))),
        Route.live("/health/live", call -> state.live()),
        Route.live("/health/ready", call -> state.ready()),
        Route.live(
            "/metrics",
            call -> Answer.text("text/plain; version=0.0.4; charset=utf-8", metrics.get())),
        Route.live("/openapi.json", call -> openApi));
  }

  private static Function<Call, Answer> json(Function<Call, JsonNode> answer) {
    return call -> Answer.json(answer.apply(call));
  }

  private Function<Call, Answer> export(Function<Call, Answer> answer) {
    return call -> {
      if (!exports.tryAcquire()) {
        throw ProblemException.unavailable(
            "%d exports are being made already; try again".formatted(MOST_EXPORTS));
      }
      try {
        return answer.apply(call);
      } finally {
        exports.release();
      }
    };
  }

  private List<FiledIncident> incidents(Call call) {
    List<FiledIncident> all = new IncidentQuery(call.params()).all(model.incidents());
    if (all.size() > MOST_EXPORTED) {
      throw ProblemException.badRequest(
          "%d incidents match; an export holds at most %d, so narrow it with from and to"
              .formatted(all.size(), MOST_EXPORTED));
    }
    return all;
  }

  private List<FiledTotals> totals(Call call) {
    return new ActorQuery(call.params()).all(model.totals());
  }

  private static Answer table(String name, String csv) {
    return Answer.text(CsvExport.TYPE, csv)
        .with("Content-Disposition", "attachment; filename=\"heistline-%s\"".formatted(name));
  }

  private static Answer lines(List<String> lines) {
    return Answer.text(
        JSON_LINES, lines.stream().map(line -> line + "\n").collect(Collectors.joining()));
  }

  private Answer rule(Call call) {
    authorize(call);
    Ruling ruling = new RulingRequest(model).ruling(call.body(), clock.instant());
    if (!rulings.tryAcquire()) {
      throw ProblemException.unavailable("another ruling is being written; try again");
    }
    try {
      desk.publish(ruling);
    } catch (IllegalStateException e) {
      throw ProblemException.unavailable(
          "the ruling could not be written, try again: " + e.getMessage());
    } finally {
      rulings.release();
    }
    return Answer.of(201, Answer.JSON, LedgerJson.ruling(ruling).getBytes(UTF_8));
  }

  private void authorize(Call call) {
    if (token.isEmpty()) {
      throw new ProblemException(
          ProblemException.Kind.FORBIDDEN,
          "nobody may rule here; set %s to allow it to who brings it"
              .formatted(MonitorSettings.TOKEN));
    }
    boolean same =
        MessageDigest.isEqual(token.get().getBytes(UTF_8), call.token().orElse("").getBytes(UTF_8));
    if (!same) {
      throw new ProblemException(
          ProblemException.Kind.UNAUTHORIZED, "send the token as 'Authorization: Bearer TOKEN'");
    }
  }
}
