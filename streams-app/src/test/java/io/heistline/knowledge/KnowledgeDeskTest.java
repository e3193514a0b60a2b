package io.heistline.knowledge;

import static io.heistline.model.EntityType.ACTOR;
import static io.heistline.model.EntityType.VICTIM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heistline.knowledge.KnowledgeDesk.Added;
import io.heistline.model.Entity;
import io.heistline.model.EntityRef;
import io.heistline.model.EntityType;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class KnowledgeDeskTest {
  private static final Knowledge BUNDLE =
      Knowledge.parse(
          """
          - {id: freedonia, name: Freedonia, kind: state}
          - {id: sylvania, name: Sylvania, kind: state}
          - {id: night-owls, name: Night Owls, kind: group, sponsor: freedonia, aliases: [APT-99]}
          """,
          "- {id: acme, name: Acme}",
          "");

  private final NameBook book = new NameBook(BUNDLE.aliases());
  private final KnowledgeDesk desk = new KnowledgeDesk(book, BUNDLE, OrdinaryWords.bundled());

  private Added add(EntityType type, String name, String... aliases) {
    return desk.add(
        new Addition(type, name, List.of(aliases), Optional.empty(), Optional.empty(), "ann"));
  }

  private Added actor(String name, String parent, String sponsor) {
    return desk.add(
        new Addition(
            ACTOR,
            name,
            List.of(),
            Optional.of(parent).filter(text -> !text.isEmpty()),
            Optional.of(sponsor).filter(text -> !text.isEmpty()),
            "ann"));
  }

  private List<String> lineage(String name) {
    return book.named(name, ACTOR).orElseThrow().getLineage().stream()
        .map(EntityRef::getId)
        .toList();
  }

  @Test
  void aNewActorHasAllItsNames() {
    Added added = add(ACTOR, "Velvet Heron", "HEIST-8", "Reaper");

    assertThat(added.fresh()).isTrue();
    assertThat(added.names()).containsExactlyInAnyOrder("Velvet Heron", "HEIST-8", "Reaper");
    assertThat(added.ambiguous()).containsExactly("Reaper");
    Entity heron = book.named("heist-8", ACTOR).orElseThrow();
    assertThat(heron.getId()).isEqualTo("velvet-heron");
    assertThat(heron.getOrigin()).isEqualTo("ann");
    assertThat(book.namesOf(heron)).containsOnlyKeys("velvet heron", "heist 8", "reaper");
  }

  @Test
  void aBundledActorGetsAnAliasUnderAnyOfItsNames() {
    Added added = add(ACTOR, "apt 99", "Parliament of Owls");

    assertThat(added.fresh()).isFalse();
    assertThat(added.names()).containsExactly("Parliament of Owls");
    assertThat(book.named("Parliament of Owls", ACTOR).orElseThrow().getSponsor())
        .contains("freedonia");
    assertThat(book.changes()).containsOnlyKeys("parliament of owls");
  }

  @Test
  void theSameAgainChangesNothing() {
    add(ACTOR, "Velvet Heron", "HEIST-8");
    NameBook after = new NameBook(book.names());
    Added again =
        new KnowledgeDesk(after, BUNDLE, OrdinaryWords.bundled())
            .add(
                new Addition(
                    ACTOR,
                    "Velvet Heron",
                    List.of("HEIST-8"),
                    Optional.empty(),
                    Optional.empty(),
                    "bob"));

    assertThat(again.names()).isEmpty();
    assertThat(after.changes()).isEmpty();
  }

  @Test
  void aVictimMayHaveAnActorsName() {
    add(VICTIM, "Night Owls");

    assertThat(book.named("Night Owls", VICTIM).orElseThrow().getId()).isEqualTo("night-owls");
    assertThat(book.named("Night Owls", ACTOR).orElseThrow().getOrigin())
        .isEqualTo(NameBook.BUNDLED);
  }

  @Test
  void lineageIsParentsThenStates() {
    actor("Owlets", "Night Owls", "Sylvania");
    actor("Chicks", "Owlets", "");

    assertThat(lineage("Owlets")).containsExactly("night-owls", "sylvania", "freedonia");
    assertThat(lineage("Chicks")).containsExactly("owlets", "night-owls", "sylvania", "freedonia");
    assertThat(book.named("Chicks", ACTOR).orElseThrow().getSponsor()).contains("sylvania");
  }

  @Test
  void anotherSponsorCountsUnderEveryNameAndBelow() {
    add(ACTOR, "Velvet Heron", "HEIST-8");
    actor("Heronry", "Velvet Heron", "");

    actor("HEIST-8", "", "Freedonia");

    assertThat(lineage("Velvet Heron")).containsExactly("freedonia");
    assertThat(lineage("Heronry")).containsExactly("velvet-heron", "freedonia");
    assertThat(book.named("Heronry", ACTOR).orElseThrow().getSponsor()).contains("freedonia");
  }

  @Test
  void anAliasOfAnotherIsRefusedAndNothingIsAdded() {
    assertThatThrownBy(() -> add(ACTOR, "Velvet Heron", "HEIST-8", "APT-99"))
        .isInstanceOf(KnowledgeException.class)
        .hasMessageContaining("'APT-99' already names Night Owls (night-owls)");

    assertThat(book.changes()).isEmpty();
  }

  @Test
  void aBundledActorKeepsItsSponsor() {
    assertThatThrownBy(() -> actor("Night Owls", "", "Sylvania"))
        .hasMessageContaining("Night Owls is bundled");
  }

  @Test
  void whatStandsAboveMustBeKnownAndNoneOfWhatIsBelow() {
    assertThatThrownBy(() -> actor("Velvet Heron", "Nobody", ""))
        .hasMessageContaining("no actor is known as 'Nobody'");
    add(ACTOR, "Velvet Heron");
    actor("Heronry", "Velvet Heron", "");
    assertThatThrownBy(() -> actor("Velvet Heron", "Heronry", ""))
        .hasMessageContaining("Heronry stands below Velvet Heron");
    assertThatThrownBy(() -> actor("Velvet Heron", "", "Velvet Heron"))
        .hasMessageContaining("stands below");
  }

  @Test
  void aNameNeedsALetterAndALimit() {
    assertThatThrownBy(() -> add(ACTOR, "???")).hasMessageContaining("no letter or digit");
    assertThatThrownBy(() -> add(ACTOR, "x".repeat(101))).hasMessageContaining("longer than 100");
  }

  @Test
  void aRemovedAliasIsGoneAndTheRestStays() {
    add(ACTOR, "Velvet Heron", "HEIST-8");

    assertThat(desk.remove(ACTOR, "Heist-8")).containsExactly("Heist-8");

    assertThat(book.named("HEIST-8", ACTOR)).isEmpty();
    assertThat(book.named("Velvet Heron", ACTOR)).isPresent();
  }

  @Test
  void aRemovedActorGoesWithAllItsNames() {
    add(ACTOR, "Velvet Heron", "HEIST-8");

    assertThat(desk.remove(ACTOR, "velvet heron")).containsExactly("HEIST-8", "Velvet Heron");

    assertThat(book.changes()).isEmpty();
  }

  @Test
  void whatIsBundledOrStandsAboveOthersOrIsUnknownIsNotRemoved() {
    add(ACTOR, "Velvet Heron");
    actor("Heronry", "Velvet Heron", "");

    assertThatThrownBy(() -> desk.remove(ACTOR, "Night Owls")).hasMessageContaining("is bundled");
    assertThatThrownBy(() -> desk.remove(ACTOR, "Velvet Heron"))
        .hasMessageContaining("stands above Heronry");
    assertThatThrownBy(() -> desk.remove(VICTIM, "Velvet Heron"))
        .hasMessageContaining("'Velvet Heron' names no victim");
  }

  @Test
  void anAliasOfABundledActorCanBeRemovedAgain() {
    add(ACTOR, "Night Owls", "Parliament of Owls");

    desk.remove(ACTOR, "Parliament of Owls");

    assertThat(book.changes()).isEmpty();
  }
}
