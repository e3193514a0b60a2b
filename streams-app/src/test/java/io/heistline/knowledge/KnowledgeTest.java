package io.heistline.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heistline.model.Entity;
import io.heistline.model.EntityRef;
import io.heistline.model.EntityType;
import java.util.List;
import org.junit.jupiter.api.Test;

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
