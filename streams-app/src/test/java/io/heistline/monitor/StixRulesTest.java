package io.heistline.monitor;

import static io.heistline.monitor.Ledger.filed;
import static io.heistline.monitor.Ledger.incident;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.heistline.model.Certainty;
import io.heistline.model.EntityRef;
import io.heistline.model.LinkedActor;
import io.heistline.model.Source;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bundles hold to the rules of STIX 2.1, and the rules find what does not. */
class StixRulesTest {
  private static final long CHANGED = Instant.parse("2025-01-01T00:00:00Z").toEpochMilli();

  private static LinkedActor gang(Certainty certainty) {
    return new LinkedActor("gang", "The Gang", null, List.of(), certainty);
  }

  private static Source source(String id, String url, String publisher) {
    return new Source(
        id + "-claim", id, url, publisher, Instant.parse("2024-01-02T03:04:05.678901Z"), "Gone.");
  }

  private static final List<FiledIncident> LEDGER =
      List.of(
          filed(
              incident("alpha-2020-05", "2020-05-01", 100L)
                  .setActors(List.of(Ledger.LAZARUS, gang(Certainty.SUSPECTED))),
              CHANGED),
          filed(
              incident("beta-2021-06", "2021-06-01", null).setActors(List.of(Ledger.LAZARUS)),
              CHANGED),
          filed(incident("gamma-undated", null, 5L).setActors(List.of(gang(Certainty.DENIED))), 0),
          filed(
              incident("delta-undated", null, 5L)
                  .setVictim(new EntityRef("delta", "Delta \"<script>\" \u20ac"))
                  .setSources(
                      List.of(
                          source("no-url", "", ""),
                          source("odd-url", "https://news.example/a b|c", "The Wire"),
                          source("no-web", "urn:news:1", "The Wire"),
                          source("twice", "https://news.example/t", "The Wire"),
                          source("twice", "https://news.example/t", "The Wire"))),
              CHANGED),
          filed(incident("epsilon-undated", null, 5L).setSources(List.of()), CHANGED));

  @Test
  void aBundleHoldsToThem() {
    assertThat(StixRules.problems(StixBundle.of(LEDGER))).isEmpty();
    assertThat(StixRules.problems(StixBundle.of(List.of()))).isEmpty();
    LEDGER.forEach(each -> assertThat(StixRules.problems(StixBundle.of(List.of(each)))).isEmpty());
  }

  @Test
  void whatIsTheSameHasTheSameIdInEveryBundle() {
    Map<String, String> whole = ids(LEDGER);
    for (FiledIncident each : LEDGER) {
      ids(List.of(each)).forEach((id, name) -> assertThat(whole).containsEntry(id, name));
    }
  }

  private static Map<String, String> ids(List<FiledIncident> incidents) {
    Map<String, String> names = new java.util.TreeMap<>();
    StixBundle.of(incidents)
        .path("objects")
        .forEach(each -> names.put(each.path("id").asText(), each.path("name").asText()));
    return names;
  }

  /** The standard sets its own namespace apart for observables. */
  @Test
  void idsAreOfVersionFiveAndOfANamespaceOfOurOwn() {
    assertThat(NamedUuid.NAMESPACE)
        .isNotEqualTo(UUID.fromString("00abedb4-aa42-466c-9c01-fed23315a9b7"));
    assertThat(ids(LEDGER).keySet())
        .allSatisfy(id -> assertThat(UUID.fromString(id.split("--")[1]).version()).isEqualTo(5));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // type        | changed to                                     | found
        "identity      | {\"name\": null}                               | left out: name",
        "identity      | {\"name\": \" \"}                              | the name is blank",
        "identity      | {\"identity_class\": \"company\"}              | vocabulary",
        "identity      | {\"sectors\": []}                              | left out: sectors",
        "identity      | {\"revenue\": 5}                               | no property revenue",
        "identity      | {\"spec_version\": \"2.0\"}                    | spec_version is not 2.1",
        "threat-actor  | {\"threat_actor_types\": [\"nice\"]}           | vocabulary",
        "threat-actor  | {\"created\": \"2024-01-02 03:04:05\"}         | created is no timestamp",
        "threat-actor  | {\"created\": \"2024-13-02T03:04:05Z\"}        | created is no timestamp",
        "threat-actor  | {\"created\": \"2024-01-02T03:04:05+01:00\"}   | created is no timestamp",
        "threat-actor  | {\"modified\": \"2001-01-01T00:00:00Z\"}       | modified before",
        "incident      | {\"loss\": 5}                                  | no property loss",
        "incident      | {\"created_by_ref\": \"incident--x\"}          | is no identity",
        "incident      | {\"id\": \"incident--7\"}                      | does not fit the type",
        "incident      | {\"type\": \"heist\"}                          | there is no type",
        "incident      | {\"external_references\": [{\"source_name\": \"x\"}]} | leads nowhere",
        "incident      | {\"external_references\": [{\"url\": \"https://a.example\"}]} | no source_name",
        "incident      | {\"external_references\": [{\"source_name\": \"x\", \"url\": \"a b\"}]} | url is none",
        "report        | {\"object_refs\": []}                          | left out: object_refs",
        "report        | {\"object_refs\": [\"incident--x\"]}           | lead out of the bundle",
        "report        | {\"report_types\": [\"novel\"]}                | vocabulary",
        "report        | {\"published\": \"yesterday\"}                 | published is no timestamp",
        "relationship  | {\"relationship_type\": \"robs\"}              | no relationship",
        "relationship  | {\"target_ref\": \"identity--x\"}              | leads out of the bundle",
      })
  void whatDoesNotIsFound(String type, String change, String problem)
      throws JsonProcessingException {
    JsonNode bundle = StixBundle.of(LEDGER);
    ObjectNode object =
        StreamSupport.stream(bundle.path("objects").spliterator(), false)
            .filter(each -> each.path("type").asText().equals(type.strip()))
            .map(ObjectNode.class::cast)
            .findFirst()
            .orElseThrow();

    object.setAll((ObjectNode) Json.parse(change));

    assertThat(StixRules.problems(bundle)).anySatisfy(found -> assertThat(found).contains(problem));
  }

  @Test
  void whatIsRequiredIsMissed() {
    JsonNode bundle = StixBundle.of(LEDGER);
    List<String> missed = new ArrayList<>();
    for (JsonNode object : bundle.path("objects")) {
      ((ObjectNode) object).remove("name");
      ((ObjectNode) object).remove("relationship_type");
      missed.add(object.path("id").asText());
    }

    assertThat(StixRules.problems(bundle)).hasSizeGreaterThanOrEqualTo(missed.size());
  }
}
