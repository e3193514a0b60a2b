package io.heistline.resolving;

import static org.assertj.core.api.Assertions.assertThat;

import io.heistline.model.Alias;
import io.heistline.model.AliasLink;
import io.heistline.model.AliasMention;
import io.heistline.model.Entity;
import io.heistline.model.EntityRef;
import io.heistline.model.EntityType;
import io.heistline.model.LinkedActor;
import io.heistline.model.Ruling;
import io.heistline.model.RulingAction;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RegisterTest {
  private final Register register =
      new Register(new MapTable<>(), new MapTable<>(), new MapTable<>());

  private void link(String one, String other) {
    register.link(
        one + "|" + other, Optional.of(new AliasLink(List.of(one), List.of(other), List.of())));
  }

  private void know(String name, Entity entity) {
    register.know(
        name,
        Optional.of(
            Alias.newBuilder()
                .setName(name)
                .setEntities(List.of(entity))
                .setOrigin("test")
                .build()));
  }

  private static Entity victim(String id) {
    return Entity.newBuilder().setId(id).setName(id).setType(EntityType.VICTIM).build();
  }

  private Map<String, String> names() {
    return register.names().entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey, name -> name.getValue().getEntities().get(0).getId()));
  }

  @Test
  void namesThatHangTogetherAreTheOneWithTheSmallestId() {
    link("Quill", "Marlin Pay");
    link("Quill", "Zebu Chain");
    assertThat(names()).isEqualTo(Map.of("quill", "marlin-pay", "zebu chain", "marlin-pay"));
    assertThat(register.names().get("quill").getEntities().get(0).getName())
        .isEqualTo("Marlin Pay");
  }

  @Test
  void whatKnowledgeHasWins() {
    link("Quill", "Marlin Pay");
    link("Marlin Pay", "Zebu Chain");
    know("zebu chain", victim("zebu"));
    assertThat(names()).isEqualTo(Map.of("quill", "zebu", "marlin pay", "zebu"));
  }

  @Test
  void twoThatKnowledgeTellsApartAreNeverJoined() {
    know("poly works", victim("poly-works"));
    know("polygram", victim("polygram"));
    link("Poly Works", "Polygram");
    link("Poly", "Poly Works");
    assertThat(names()).isEqualTo(Map.of("poly", "poly-works"));
    link("Poly", "Polygram");
    assertThat(names()).isEmpty();
  }

  @Test
  void aLinkThatGoesSplitsThemAgain() {
    link("Quill", "Marlin Pay");
    register.link("Quill|Marlin Pay", Optional.empty());
    assertThat(names()).isEmpty();
  }

  @Test
  void twoPublishersMakeALinkUnlessTheyCopyEachOther() {
    LinkFile file = new LinkFile(new MapTable<>(), new MapTable<>(), new MapTable<>());
    file.file("marlin|quill", "1", mention("one", 0x1111_2222_3333_4444L));
    file.file("marlin|quill", "2", mention("one", 0x7777_8888_9999_AAAAL));
    file.file("marlin|quill", "3", mention("two", 0x1111_2222_3333_4446L));
    assertThat(file.link("marlin|quill")).isEmpty();
    file.file("marlin|quill", "4", mention("three", 0x0F0F_F0F0_0F0F_1234L));
    assertThat(file.link("marlin|quill").orElseThrow().getFirst()).containsExactly("Marlin");
    file.file("marlin|quill", "4", Optional.empty());
    assertThat(file.link("marlin|quill")).isEmpty();
  }

  private static Optional<AliasMention> mention(String publisher, long text) {
    return Optional.of(
        new AliasMention(
            List.of("Marlin", "Quill"),
            Voice.of(Claims.claim("1", publisher, "2022-01-01").text(text).build().getClaim())));
  }

  @Test
  void aRulingGoesToTheVictimThatTheNameMeansNowWithTheActorAsItIsKnownNow() {
    Ruling ruling =
        Ruling.newBuilder()
            .setSubject("quill-2022-03")
            .setAction(RulingAction.SET_ACTOR)
            .setTarget("Velvet Crew")
            .setBy("Ada")
            .setWhy("seen")
            .setAt(Instant.EPOCH)
            .build();
    register.rule(Register.key(ruling), Optional.of(ruling));
    assertThat(register.rulings()).containsOnlyKeys("quill/quill-2022-03/set-actor");
    link("Quill", "Marlin");
    know(
        "velvet crew",
        Entity.newBuilder()
            .setId("velvet")
            .setName("Velvet Crew")
            .setType(EntityType.ACTOR)
            .setSponsor("state")
            .setLineage(List.of(new EntityRef("state", "State")))
            .build());
    Ruling now = register.rulings().get("marlin/quill-2022-03/set-actor");
    assertThat(now.getSubject()).isEqualTo("marlin-2022-03");
    assertThat(now.getActor().flatMap(LinkedActor::getSponsor)).contains("state");
    assertThat(now.getActor().map(LinkedActor::getId)).contains("velvet");
  }

  @Test
  void aRulingForNobodyNamesNobody() {
    Ruling ruling =
        Ruling.newBuilder()
            .setSubject("quill-2022-03")
            .setAction(RulingAction.SET_ACTOR)
            .setTarget("unattributed")
            .setBy("Ada")
            .setWhy("seen")
            .setAt(Instant.EPOCH)
            .build();
    register.rule(Register.key(ruling), Optional.of(ruling));
    assertThat(register.rulings().values().iterator().next().getActor()).isEmpty();
  }
}
