package io.heistline.reading;

import io.heistline.model.Alias;
import io.heistline.model.Entity;
import io.heistline.model.EntityType;
import java.util.Optional;

/**
 * A known name in a sentence.
 *
 * @param from first token
 * @param to behind the last token
 * @param key the normalised name
 * @param alias what it stands for
 */
record Naming(int from, int to, String key, Alias alias) {

  Optional<Entity> as(EntityType type) {
    for (Entity entity : alias.getEntities()) {
      if (entity.getType() == type) {
        return Optional.of(entity);
      }
    }
    return Optional.empty();
  }
}
