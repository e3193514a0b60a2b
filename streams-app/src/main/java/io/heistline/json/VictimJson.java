package io.heistline.json;

import io.heistline.model.EntityRef;
import java.util.List;

/**
 * Who was robbed.
 *
 * @param aliases other names in the articles, sorted
 */
record VictimJson(String id, String name, List<String> aliases) {
  static VictimJson of(EntityRef victim, List<String> aliases) {
    return new VictimJson(
        victim.getId(),
        victim.getName(),
        aliases.stream()
            .filter(alias -> !alias.equals(victim.getName()))
            .distinct()
            .sorted()
            .toList());
  }
}
