package io.heistline.json;

import io.heistline.model.LinkedActor;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who is blamed, and how surely. */
record ActorJson(String id, String name, @Nullable String sponsor, String certainty) {
  static List<ActorJson> of(List<LinkedActor> actors) {
    return actors.stream()
        .sorted(Comparator.comparing(LinkedActor::getId))
        .map(
            actor ->
                new ActorJson(
                    actor.getId(),
                    actor.getName(),
                    actor.getSponsor().orElse(null),
                    actor.getCertainty().name()))
        .toList();
  }
}
