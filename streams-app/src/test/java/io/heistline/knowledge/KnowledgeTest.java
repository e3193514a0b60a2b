package io.heistline.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heistline.model.Entity;
import io.heistline.model.EntityRef;
import io.heistline.model.EntityType;
import io.heistline.model.KnownIncident;
import io.heistline.model.KnownSum;
import io.heistline.model.Period;
import io.heistline.model.Precision;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class KnowledgeTest {
  private static final String ACTORS =
      """
      - {id: freedonia, name: Freedonia, kind: state, demonyms: [Freedonian], ambiguous: [the North]}
      - {id: night-owls, name: Night Owls, kind: group, sponsor: freedonia, aliases: [APT-99]}
      - {id: owlets, name: Owlets, kind: group, parent: night-owls}
      """;

  @Test
  void lineageIsParentsThenSponsorNearestFirst() {
    Entity owlets = Knowledge.parse(ACTORS, "", "").find("owlets", EntityType.ACTOR).orElseThrow();

    assertThat(owlets.getLineage())
        .extracting(EntityRef::getId)
        .containsExactly("night-owls", "freedonia");
    assertThat(owlets.getSponsor()).contains("freedonia");
  }

  @Test
  void aStateHasNoSponsor() {
    Entity state =
        Knowledge.parse(ACTORS, "", "").find("freedonia", EntityType.ACTOR).orElseThrow();

    assertThat(state.getSponsor()).isEmpty();
    assertThat(state.getLineage()).isEmpty();
  }

  @Test
  void everyNameIsAnAlias() {
    Knowledge knowledge = Knowledge.parse(ACTORS, "", "");

    assertThat(knowledge.aliases())
        .containsOnlyKeys("freedonia", "freedonian", "north", "night owls", "apt 99", "owlets");
    assertThat(knowledge.isAmbiguous("north", EntityType.ACTOR)).isTrue();
    assertThat(knowledge.isDemonym("freedonian")).isTrue();
    assertThat(knowledge.isState("freedonia")).isTrue();
  }

  @Test
  void aStrainIsMalwareThatManyUse() {
    Knowledge knowledge = Knowledge.parse("- {id: grub, name: Grub, kind: strain}", "", "");

    assertThat(knowledge.isStrain("grub")).isTrue();
    assertThat(Knowledge.parse(ACTORS, "", "").isStrain("night-owls")).isFalse();
  }

  @Test
  void aVictimHasTheIncidentsThatKnowledgeDates() {
    Entity acme =
        Knowledge.parse(
                "",
                """
                - id: acme
                  name: Acme
                  incidents:
                    - {when: 2014-02, lost: [850000 BTC, 4502.9 ETH]}
                """,
                "")
            .find("acme", EntityType.VICTIM)
            .orElseThrow();

    assertThat(acme.getIncidents())
        .containsExactly(
            new KnownIncident(
                new Period(
                    LocalDate.parse("2014-02-01"), LocalDate.parse("2014-02-28"), Precision.MONTH),
                List.of(new KnownSum(850_000.0, "BTC"), new KnownSum(4502.9, "ETH"))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{when: 2014, lost: [5 BTC]}",
        "{when: 2014-13, lost: [5 BTC]}",
        "{when: 2014-02, lost: []}",
        "{when: 2014-02, lost: [5 million]}",
        "{when: 2014-02, lost: [5 BTC], by: owls}"
      })
  void anIncidentWithoutMonthOrSumIsAMistake(String incident) {
    assertThatThrownBy(
            () ->
                Knowledge.parse(
                    "", "- {id: acme, name: Acme, incidents: [%s]}".formatted(incident), ""))
        .hasMessageContaining("'acme'")
        .hasMessageContaining("incidents");
  }

  @Test
  void oneNameMayStandForAnEntityOfEachType() {
    Knowledge knowledge =
        Knowledge.parse("- {id: owl, name: Owl}", "- {id: owl-inc, name: Owl}", "");

    assertThat(knowledge.aliases().get("owl").getEntities())
        .extracting(Entity::getId)
        .containsExactly("owl", "owl-inc");
  }

  @Test
  void aNameOfTwoEntitiesOfOneTypeIsAMistake() {
    assertThatThrownBy(
            () -> Knowledge.parse("", "- {id: a, name: Acme}\n- {id: b, name: ACME}", ""))
        .hasMessageContaining("victims.yaml")
        .hasMessageContaining("'b'")
        .hasMessageContaining("'a'");
  }

  @Test
  void anUnknownParentIsAMistake() {
    assertThatThrownBy(() -> Knowledge.parse("- {id: a, name: A1, parent: nobody}", "", ""))
        .hasMessageContaining("actors.yaml, entry 'a'")
        .hasMessageContaining("nobody");
  }

  @Test
  void aParentOfItselfIsAMistake() {
    assertThatThrownBy(
            () ->
                Knowledge.parse(
                    "- {id: a, name: A1, parent: b}\n- {id: b, name: B1, parent: a}", "", ""))
        .hasMessageContaining("its own parent");
  }

  @Test
  void anUnknownFieldIsAMistake() {
    assertThatThrownBy(() -> Knowledge.parse("", "", "- {id: a, name: A1, offical: true}"))
        .hasMessageContaining("sources.yaml, entry 'a'")
        .hasMessageContaining("offical");
  }

  @Test
  void theBundledKnowledgeHoldsTogether() {
    Knowledge knowledge = Knowledge.bundled();

    assertThat(knowledge.named("Lazarus", EntityType.ACTOR).orElseThrow().getSponsor())
        .contains("north-korea");
  }

  @Test
  void theBundledKnowledgeIsAsLargeAsPromised() {
    Knowledge knowledge = Knowledge.bundled();
    NameBook book = new NameBook(knowledge.aliases());
    List<Entity> gangs =
        book.entities(EntityType.ACTOR).stream()
            .filter(actor -> !knowledge.isState(actor.getId()))
            .toList();

    // actors and crews that go by more than one name
    assertThat(gangs.stream().filter(gang -> book.namesOf(gang).size() > 1))
        .hasSizeGreaterThanOrEqualTo(200);
    assertThat(gangs.stream().filter(gang -> gang.getSponsor().isPresent()))
        .hasSizeGreaterThanOrEqualTo(100);
    assertThat(gangs.stream().filter(gang -> standsBelowAGroup(gang, knowledge)))
        .hasSizeGreaterThanOrEqualTo(20);
    assertThat(book.entities(EntityType.VICTIM)).hasSizeGreaterThanOrEqualTo(400);
  }

  private static boolean standsBelowAGroup(Entity gang, Knowledge knowledge) {
    return gang.getLineage().stream().anyMatch(above -> !knowledge.isState(above.getId()));
  }
}
