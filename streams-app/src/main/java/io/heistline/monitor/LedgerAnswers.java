package io.heistline.monitor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.heistline.json.LedgerJson;
import io.heistline.model.Article;
import io.heistline.model.Claim;
import io.heistline.model.Evidence;
import io.heistline.model.LinkedClaim;
import io.heistline.reading.MainText;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;

/** What the ledger says: actors, incidents, articles, rulings. */
final class LedgerAnswers {
  private static final Comparator<LinkedClaim> BY_PLACE =
      Comparator.comparing(
          LinkedClaim::getClaim,
          Comparator.comparingInt((Claim claim) -> claim.getEvidence().getStart())
              .thenComparing(Claim::getId));

  private final ReadModel model;
  private final Freshness freshness;
  private final ArticleTexts texts;

  LedgerAnswers(ReadModel model, Freshness freshness, ArticleTexts texts) {
    this.model = model;
    this.freshness = freshness;
    this.texts = texts;
  }

  /** An object that says how old it is. */
  ObjectNode dated() {
    Freshness.Standing standing = freshness.standing();
    return Json.object()
        .put("asOf", standing.asOf().map(Instant::toString).orElse(null))
        .put("ageMs", standing.ageMs());
  }

  /** A list of what is JSON already. */
  ObjectNode list(Collection<String> items) {
    ObjectNode list = dated();
    list.set("items", Json.array(items));
    return list;
  }

  JsonNode actors(ActorQuery query) {
    return list(query.all(model.totals()).stream().map(FiledTotals::json).toList());
  }

  JsonNode actor(String id) {
    FiledTotals totals =
        model
            .totals(id)
            .orElseThrow(
                () ->
                    ProblemException.notFound(
                        "no actor with the id '%s' has totals; /api/actors shows them"
                            .formatted(id)));
    long count = model.incidents().stream().filter(filed -> filed.blames(id)).count();
    ObjectNode actor = Json.copy(totals.json());
    actor
        .putObject("incidents")
        .put("href", "/api/incidents?actor=" + URLEncoder.encode(id, StandardCharsets.UTF_8))
        .put("count", count);
    return actor;
  }

  JsonNode incidents(IncidentQuery query) {
    IncidentQuery.Page page = query.page(model.incidents());
    ObjectNode list = dated();
    list.put("total", page.total()).put("next", page.next().orElse(null));
    list.set("items", Json.array(page.incidents().stream().map(FiledIncident::json).toList()));
    return list;
  }

  JsonNode incident(String id) {
    FiledIncident filed = incidentOrNot(id);
    ObjectNode incident = Json.copy(filed.json());
    ArrayNode claims = incident.putArray("claims");
    filed.claims().stream()
        .flatMap(claim -> model.claims().find(claim).stream())
        .forEach(claim -> claims.add(withEvidence(claim)));
    return incident;
  }

  private FiledIncident incidentOrNot(String id) {
    return model
        .incident(id)
        .orElseThrow(
            () ->
                ProblemException.notFound(
                    "no incident has the id '%s'; /api/incidents shows them".formatted(id)));
  }

  /** A claim as the contract has it, with where its sentence stands and the article's title. */
  private ObjectNode withEvidence(LinkedClaim linked) {
    ObjectNode claim = Json.copy(LedgerJson.claim(linked));
    evidence(claim.putObject("evidence"), linked);
    String title =
        model
            .articles()
            .find(linked.getClaim().getArticleId())
            .map(ArticleIndex.Place::title)
            .orElse(null);
    return claim.put("title", title);
  }

  private static void evidence(ObjectNode into, LinkedClaim linked) {
    Evidence evidence = linked.getClaim().getEvidence();
    into.put("sentence", evidence.getSentence())
        .put("from", evidence.getStart())
        .put("to", evidence.getEnd());
  }

  JsonNode article(String id) {
    ArticleIndex.Place place =
        model
            .articles()
            .find(id)
            .orElseThrow(
                () ->
                    ProblemException.notFound(
                        "no current article has the id '%s'; it may have been withdrawn"
                            .formatted(id)));
    Article article = texts.fetch(id, place);
    ObjectNode answer =
        Json.object()
            .put("id", article.getId())
            .put("url", article.getUrl())
            .put("title", article.getTitle())
            .put("publisher", article.getPublisher())
            .put("publishedAt", article.getPublishedAt().toString())
            .put("updatedAt", article.getUpdatedAt().map(Instant::toString).orElse(null))
            .put("text", MainText.of(article).text());
    ArrayNode claims = answer.putArray("claims");
    model.claims().of(id).stream().sorted(BY_PLACE).forEach(claim -> claims.add(brief(claim)));
    return answer;
  }

  private ObjectNode brief(LinkedClaim linked) {
    ObjectNode claim =
        Json.object()
            .put("id", linked.getClaim().getId())
            .put("incident", model.incidentOf(linked).orElse(null));
    evidence(claim, linked);
    return claim;
  }

  JsonNode rulings() {
    return list(model.rulings().stream().map(LedgerJson::ruling).toList());
  }

  /** What an event tells of a change: the entry as it is now, null if it is gone. */
  String event(Change change) {
    return switch (change.type()) {
      case INCIDENT ->
          IncidentEvent.json(change.id(), model.incident(change.id()).map(FiledIncident::json));
      case TOTAL -> totals(change.id());
    };
  }

  private String totals(String id) {
    ObjectNode event = Json.object().put("id", id);
    model
        .totals(id)
        .ifPresentOrElse(
            totals -> event.putRawValue("totals", Json.raw(totals.json())),
            () -> event.putNull("totals"));
    return Json.text(event);
  }
}
