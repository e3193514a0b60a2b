package io.heistline.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import io.heistline.model.Alias;
import io.heistline.model.Entity;
import io.heistline.model.EntityRef;
import io.heistline.model.EntityType;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a stack does at its start with a topic that others have written to. */
class NameBookTest {
  private final SortedMap<String, Alias> topic = new TreeMap<>();

  private void merge(Map<String, Alias> bundled) {
    apply(NameBook.merge(topic, bundled));
    assertThat(NameBook.merge(topic, bundled)).as("merged again").isEmpty();
  }

  private void add(String name, Entity entity) {
    NameBook book = new NameBook(topic);
    book.name(name, entity, "ann", false);
    apply(book.changes());
  }

  private void apply(SortedMap<String, @Nullable Alias> changes) {
    changes.forEach(
        (key, alias) -> {
          if (alias == null) {
            topic.remove(key);
          } else {
            topic.put(key, alias);
          }
        });
  }

  @Test
  void onlyWhatIsNewOrChangedIsPublished() {
    Map<String, Alias> there = Map.of("same", bundled("one"), "changed", bundled("old"));
    Map<String, Alias> wanted =
        Map.of("same", bundled("one"), "changed", bundled("new"), "added", bundled("two"));

    assertThat(NameBook.merge(there, wanted))
        .isEqualTo(Map.of("changed", bundled("new"), "added", bundled("two")));
  }

  /** A topic gives arrays of Avro's own, which compare what they hold in a way of their own. */
  @Test
  void whatComesBackFromATopicIsWhatWasBundled() throws IOException {
    SortedMap<String, Alias> bundled = Knowledge.bundled().aliases();
    SortedMap<String, Alias> back = new TreeMap<>();
    for (Map.Entry<String, Alias> entry : bundled.entrySet()) {
      back.put(entry.getKey(), Alias.fromByteBuffer(entry.getValue().toByteBuffer()));
    }
    assertThat(NameBook.merge(back, bundled)).isEmpty();
  }

  @Test
  void whatIsBundledNoMoreIsTakenBack() {
    SortedMap<String, @Nullable Alias> changes =
        NameBook.merge(Map.of("gone", bundled("one")), Map.of());

    assertThat(changes).containsOnlyKeys("gone");
    assertThat(changes.get("gone")).isNull();
  }

  @Test
  void whatSomebodyElsePublishedStays() {
    Map<String, Alias> there =
        Map.of("theirs", alias("mine", "an analyst"), "own", alias("x", "x"));

    assertThat(NameBook.merge(there, Map.of("theirs", bundled("other")))).isEmpty();
  }

  @Test
  void aNameAddedToABundledEntityFollowsWhatTheBundleSaysOfIt() {
    merge(Map.of("owls", bundled("owls")));
    add("night birds", entity("owls", EntityType.VICTIM));
    Entity later =
        Entity.newBuilder(entity("owls", EntityType.VICTIM))
            .setLineage(List.of(new EntityRef("state", "State")))
            .setSponsor("state")
            .build();

    merge(Map.of("owls", alias("owls", "bundled", later)));

    Alias birds = topic.get("night birds");
    assertThat(birds).isEqualTo(alias("night birds", "ann", later));
  }

  @Test
  void aNameThatIsBundledForOneTypeAndAddedForAnotherKeepsBoth() {
    merge(Map.of("owl", bundled("owl")));
    Entity gang = entity("owl-gang", EntityType.ACTOR);
    add("owl", gang);
    assertThat(topic.get("owl").getEntities())
        .extracting(Entity::getId)
        .containsExactly("owl-gang", "owl");
    assertThat(topic.get("owl").getOrigin()).isEqualTo("ann");

    merge(Map.of("owl", alias("owl", "bundled", entity("owl-inc", EntityType.VICTIM))));
    assertThat(topic.get("owl").getEntities())
        .extracting(Entity::getId)
        .containsExactly("owl-gang", "owl-inc");

    merge(Map.of());
    assertThat(topic.get("owl")).isEqualTo(alias("owl", "ann", gang));
  }

  @Test
  void aNameThatTheBundleLearnsLaterStaysWithWhomItWasAddedTo() {
    add("owl", entity("mine", EntityType.VICTIM));

    merge(Map.of("owl", bundled("other")));

    assertThat(topic.get("owl")).isEqualTo(alias("owl", "ann", entity("mine", EntityType.VICTIM)));
  }

  @Test
  void bundledNamesThatAreNotPublishedYetAreKnownAllTheSame() {
    NameBook book = new NameBook(topic, Map.of("owls", bundled("owls")));

    assertThat(book.named("Owls", EntityType.VICTIM)).isPresent();
    assertThat(book.changes()).containsOnlyKeys("owls");
  }

  private static Alias bundled(String id) {
    return alias(id, "bundled");
  }

  private static Alias alias(String id, String origin) {
    return alias(id, origin, entity(id, EntityType.VICTIM));
  }

  private static Alias alias(String name, String origin, Entity entity) {
    return Alias.newBuilder().setName(name).setEntities(List.of(entity)).setOrigin(origin).build();
  }

  private static Entity entity(String id, EntityType type) {
    return Entity.newBuilder().setId(id).setName(id).setType(type).build();
  }
}
