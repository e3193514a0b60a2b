package io.heistline.monitor;

import static io.heistline.monitor.Ledger.filed;
import static io.heistline.monitor.Ledger.incident;
import static org.assertj.core.api.Assertions.assertThat;

import io.heistline.model.EntityRef;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExportsTest {
  private static final long CHANGED = Instant.parse("2025-01-01T00:00:00Z").toEpochMilli();

  private final List<FiledIncident> ledger =
      List.of(
          filed(
              incident("alpha-2020-05", "2020-05-01", 100L).setActors(List.of(Ledger.LAZARUS)),
              CHANGED),
          filed(
              incident("beta-2021-06", "2021-06-01", null).setActors(List.of(Ledger.LAZARUS)),
              CHANGED),
          filed(incident("gamma-undated", null, 5L), CHANGED));

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
