package io.heistline.monitor;

import static io.heistline.monitor.Ledger.filed;
import static io.heistline.monitor.Ledger.incident;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.heistline.model.EntityRef;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExportsTest {
  private static final long CHANGED = Instant.parse("2025-01-01T00:00:00Z").toEpochMilli();

  /** What STIX 2.1 requires of each type beside the common properties. */
  private static final Map<String, List<String>> REQUIRED =
      Map.of(
          "identity", List.of("name"),
          "threat-actor", List.of("name"),
          "incident", List.of("name"),
          "relationship", List.of("relationship_type", "source_ref", "target_ref"),
          "report", List.of("name", "published", "object_refs"));

  private static final Map<String, Set<String>> VOCABULARIES =
      Map.of(
          "identity_class",
              Set.of("individual", "group", "system", "organization", "class", "unspecified"),
          "threat_actor_types", Set.of("nation-state", "unknown"),
          "report_types", Set.of("threat-report"),
          "sectors", Set.of("government-national"));

  private static final String ID =
      "[a-z][a-z0-9-]+--[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}";
  private static final String TIME = "\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{3}Z";

  private final List<FiledIncident> ledger =
      List.of(
          filed(
              incident("alpha-2020-05", "2020-05-01", 100L).setActors(List.of(Ledger.LAZARUS)),
              CHANGED),
          filed(
              incident("beta-2021-06", "2021-06-01", null).setActors(List.of(Ledger.LAZARUS)),
              CHANGED),
          filed(incident("gamma-undated", null, 5L), CHANGED));

  private Map<String, JsonNode> objects() {
    Map<String, JsonNode> objects = new TreeMap<>();
    StixBundle.of(ledger)
        .path("objects")
        .forEach(object -> objects.put(object.path("id").asText(), object));
    return objects;
  }

  @Test
  void everyObjectHasWhatStixRequiresOfItsType() {
    JsonNode bundle = StixBundle.of(ledger);
    assertThat(bundle.path("type").asText()).isEqualTo("bundle");
    assertThat(bundle.path("id").asText()).matches(ID);
    assertThat(objects().values())
        .hasSizeGreaterThan(10)
        .allSatisfy(
            object -> {
              String type = object.path("type").asText();
              assertThat(object.path("id").asText()).matches(ID).startsWith(type + "--");
              assertThat(object.path("spec_version").asText()).isEqualTo("2.1");
              assertThat(object.path("created").asText()).matches(TIME);
              assertThat(object.path("modified").asText())
                  .matches(TIME)
                  .isGreaterThanOrEqualTo(object.path("created").asText());
              assertThat(REQUIRED).containsKey(type);
              assertThat(REQUIRED.get(type))
                  .allSatisfy(name -> assertThat(object.has(name)).isTrue());
              assertThat(object.path("external_references"))
                  .allSatisfy(each -> assertThat(each.path("source_name").asText()).isNotBlank());
            });
  }

  @Test
  void whatHasAVocabularyIsOfIt() {
    assertThat(objects().values())
        .allSatisfy(
            object ->
                VOCABULARIES.forEach(
                    (name, words) -> {
                      JsonNode value = object.path(name);
                      if (value.isArray()) {
                        assertThat(value).isNotEmpty();
                        value.forEach(word -> assertThat(words).contains(word.asText()));
                      } else if (!value.isMissingNode()) {
                        assertThat(words).contains(value.asText());
                      }
                    }));
  }

  @Test
  void everyReferenceIsToAnObjectOfTheBundle() {
    Map<String, JsonNode> objects = objects();
    Set<String> references = new TreeSet<>();
    for (JsonNode object : objects.values()) {
      object.path("object_refs").forEach(ref -> references.add(ref.asText()));
      for (String name : List.of("created_by_ref", "source_ref", "target_ref")) {
        if (object.has(name)) {
          references.add(object.path(name).asText());
        }
      }
    }

    assertThat(references).isNotEmpty().allSatisfy(id -> assertThat(objects).containsKey(id));
    assertThat(objects.values())
        .filteredOn(object -> object.path("type").asText().equals("report"))
        .hasSize(3)
        .allSatisfy(report -> assertThat(report.path("object_refs")).isNotEmpty());
  }

  @Test
  void idsStayTheSameInWhateverOrderIncidentsCome() {
    List<FiledIncident> turned = List.of(ledger.get(2), ledger.get(1), ledger.get(0));

    assertThat(Json.text(StixBundle.of(turned))).isEqualTo(Json.text(StixBundle.of(ledger)));
  }

  @Test
  void uuidsAreThoseOfTheStandard() {
    UUID names = UUID.fromString("6ba7b810-9dad-11d1-80b4-00c04fd430c8"); // RFC 9562, DNS

    assertThat(NamedUuid.of(names, "www.example.com"))
        .hasToString("2ed6657d-e927-568b-95e1-2665a8aea6a2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1"})
  void aNameIsNoFormula(String name) {
    FiledIncident hostile =
        filed(
            incident("alpha-2020-05", "2020-05-01", 100L).setVictim(new EntityRef("alpha", name)),
            CHANGED);

    assertThat(CsvExport.incidents(List.of(hostile))).contains("'" + name);
  }

  @Test
  void tablesAreAsTheStandardHasThem() {
    FiledIncident quoted =
        filed(
            incident("alpha-2020-05", "2020-05-01", 100L)
                .setVictim(new EntityRef("alpha", "Alpha, \"the\" bank")),
            CHANGED);

    assertThat(CsvExport.incidents(List.of(quoted)).split("\r\n"))
        .hasSize(2)
        .satisfies(
            lines ->
                assertThat(lines[1])
                    .startsWith("alpha-2020-05,THEFT,alpha,\"Alpha, \"\"the\"\" bank\",")
                    .contains(",100.00,100.00,100.00,"));
  }

  @Test
  void theFeedEscapesWhatArticlesSay() {
    FiledIncident hostile =
        filed(
            incident("alpha-2020-05", "2020-05-01", 100L)
                .setVictim(new EntityRef("alpha", "<script>\u0001")),
            CHANGED);

    assertThat(IncidentFeed.of(List.of(hostile), "http://localhost:8080"))
        .contains("&lt;script&gt;", "http://localhost:8080/api/incidents/alpha-2020-05")
        .doesNotContain("<script>", "\u0001");
  }
}
