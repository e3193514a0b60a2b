package io.heistline.monitor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.heistline.knowledge.Names;
import io.heistline.linking.Linker;
import io.heistline.model.EntityType;
import io.heistline.model.Incident;
import io.heistline.model.LinkedClaim;
import io.heistline.model.Ruling;
import io.heistline.model.RulingAction;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Optional;
import java.util.Set;

/** Makes a ruling of what was posted, if the ledger has what it speaks of. */
final class RulingRequest {
  private static final Set<String> FIELDS =
      Set.of("incident", "action", "by", "why", "target", "lossUsd");

  /** In characters. */
  private static final int LONGEST = 2_000;

  /** In dollars; more than that nobody can lose. */
  private static final BigDecimal MOST_DOLLARS = new BigDecimal("100000000000000");

  private static final int CENTS = 2;

  private final ReadModel model;

  RulingRequest(ReadModel model) {
    this.model = model;
  }

  /**
   * The ruling that a JSON object asks for.
   *
   * @throws ProblemException naming the field that makes no sense
   */
  Ruling ruling(String body, Instant at) {
    JsonNode fields = object(body);
    Incident incident = incident(required(fields, "incident"), "incident");
    RulingAction action = action(required(fields, "action"));
    Ruling.Builder ruling =
        Ruling.newBuilder()
            .setSubject(incident.getId())
            .setAction(action)
            .setBy(required(fields, "by"))
            .setWhy(required(fields, "why"))
            .setAt(at.truncatedTo(ChronoUnit.MILLIS));
    switch (action) {
      case DISMISS, CONFIRM -> {
        forbid(fields, "target", action);
        forbid(fields, "lossUsd", action);
      }
      case MERGE -> ruling.setTarget(sameVictim(incident, required(fields, "target")));
      case SPLIT -> ruling.setTarget(claim(incident, required(fields, "target")));
      case SET_ACTOR -> ruling.setTarget(actor(required(fields, "target")));
      case SET_LOSS -> ruling.setLossUsdCents(cents(fields));
    }
    return ruling.build();
  }

  private static JsonNode object(String body) {
    try {
      JsonNode fields = Json.parse(body);
      if (!fields.isObject()) {
        throw ProblemException.badRequest("the body is no JSON object; give {\"incident\": ...}");
      }
      for (Iterator<String> names = fields.fieldNames(); names.hasNext(); ) {
        if (!FIELDS.contains(names.next())) {
          throw ProblemException.badRequest(
              "the body has an unknown field; give incident, action, by, why, target or lossUsd");
        }
      }
      return fields;
    } catch (JsonProcessingException e) {
      throw ProblemException.badRequest("the body is no JSON: " + e.getOriginalMessage());
    }
  }

  private static String required(JsonNode fields, String name) {
    String text = fields.path(name).isTextual() ? fields.path(name).textValue().strip() : "";
    if (text.isEmpty() || text.length() > LONGEST) {
      throw ProblemException.badRequest(
          "'%s' is missing; give text of 1 to %d characters".formatted(name, LONGEST));
    }
    return text;
  }

  private static void forbid(JsonNode fields, String name, RulingAction action) {
    if (fields.hasNonNull(name)) {
      throw ProblemException.badRequest("%s takes no '%s'; leave it out".formatted(action, name));
    }
  }

  private static RulingAction action(String word) {
    return Arrays.stream(RulingAction.values())
        .filter(action -> action.name().equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                ProblemException.badRequest(
                    "'action' is '%s'; give one of %s"
                        .formatted(word, Arrays.toString(RulingAction.values()))));
  }

  private Incident incident(String id, String field) {
    return model
        .incident(id)
        .map(FiledIncident::incident)
        .orElseThrow(
            () ->
                new ProblemException(
                    ProblemException.Kind.CONFLICT,
                    "'%s' is '%s', and no incident has that id; /api/incidents shows them"
                        .formatted(field, id)));
  }

  private String sameVictim(Incident incident, String target) {
    String victim = incident(target, "target").getVictim().getId();
    if (!victim.equals(incident.getVictim().getId())) {
      throw new ProblemException(
          ProblemException.Kind.CONFLICT,
          "'%s' and '%s' are two victims; if they are one, teach the name: ./heistline knowledge add victim NAME --alias OTHER"
              .formatted(incident.getVictim().getId(), victim));
    }
    return target;
  }

  private String claim(Incident incident, String id) {
    Optional<LinkedClaim> claim = model.claims().find(id);
    if (claim.flatMap(LinkedClaim::getVictim).filter(incident.getVictim()::equals).isEmpty()) {
      throw new ProblemException(
          ProblemException.Kind.CONFLICT,
          "'target' is '%s', and no claim about %s has that id"
              .formatted(id, incident.getVictim().getId()));
    }
    return id;
  }

  private String actor(String name) {
    boolean known =
        Optional.ofNullable(model.names().get(Names.normalise(name))).stream()
            .flatMap(alias -> alias.getEntities().stream())
            .anyMatch(entity -> entity.getType() == EntityType.ACTOR);
    if (!known && !name.equals(Linker.UNATTRIBUTED.getId())) {
      throw new ProblemException(
          ProblemException.Kind.CONFLICT,
          "'target' is '%s', and no actor is known by that name; /api/knowledge?q= shows them"
              .formatted(name));
    }
    return name;
  }

  private static long cents(JsonNode fields) {
    JsonNode dollars = fields.path("lossUsd");
    if (!dollars.isNumber()
        || dollars.decimalValue().signum() < 0
        || dollars.decimalValue().compareTo(MOST_DOLLARS) > 0
        || dollars.decimalValue().stripTrailingZeros().scale() > CENTS) {
      throw ProblemException.badRequest(
          "'lossUsd' is no loss; give a number of dollars from 0 to %s, cents behind a point"
              .formatted(MOST_DOLLARS.toPlainString()));
    }
    return dollars.decimalValue().movePointRight(CENTS).longValueExact();
  }
}
