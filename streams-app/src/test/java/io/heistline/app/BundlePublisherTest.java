package io.heistline.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.heistline.model.Alias;
import io.heistline.model.Entity;
import io.heistline.model.EntityType;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;

class BundlePublisherTest {
  @Test
  void onlyWhatIsNewOrChangedIsPublished() {
    Map<String, Alias> there = Map.of("same", bundled("one"), "changed", bundled("old"));
    Map<String, Alias> wanted =
        Map.of("same", bundled("one"), "changed", bundled("new"), "added", bundled("two"));
    assertThat(changes(there, wanted))
        .isEqualTo(Map.of("changed", bundled("new"), "added", bundled("two")));
  }

  @Test
  void whatIsBundledNoMoreIsTakenBack() {
    SortedMap<String, Alias> changes = changes(Map.of("gone", bundled("one")), Map.of());
    assertThat(changes).containsOnlyKeys("gone");
    assertThat(changes.get("gone")).isNull();
  }

  @Test
  void whatSomebodyElsePublishedStays() {
    Map<String, Alias> there =
        Map.of("theirs", alias("mine", "an analyst"), "own", alias("x", "x"));
    assertThat(changes(there, Map.of("theirs", bundled("other")))).isEmpty();
  }

  private static SortedMap<String, Alias> changes(
      Map<String, Alias> there, Map<String, Alias> wanted) {
    return BundlePublisher.changes(there, wanted, alias -> alias.getOrigin().equals("bundled"));
  }

  private static Alias bundled(String id) {
    return alias(id, "bundled");
  }

  private static Alias alias(String id, String origin) {
    Entity entity = Entity.newBuilder().setId(id).setName(id).setType(EntityType.VICTIM).build();
    return Alias.newBuilder().setName(id).setEntities(List.of(entity)).setOrigin(origin).build();
  }
}
