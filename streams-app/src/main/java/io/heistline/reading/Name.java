package io.heistline.reading;

import io.heistline.knowledge.Names;
import io.heistline.model.Entity;
import java.util.Optional;

/**
 * A proper name in a sentence, known or not.
 *
 * @param from first token
 * @param to behind the last token
 * @param text as the article writes it
 * @param victim the known victim that it means
 * @param actor the known actor that it means
 * @param source the known source that it means
 * @param place whether it is a state's name or demonym
 * @param demonym whether it is a demonym: "North Korean"
 * @param key what the name is recognised by in the rest of the article; kept, for a name is
 *     compared with each of the article's victims
 */
record Name(
    int from,
    int to,
    String text,
    Optional<Entity> victim,
    Optional<Entity> actor,
    Optional<Entity> source,
    boolean place,
    boolean demonym,
    String key) {

  Name(
      int from,
      int to,
      String text,
      Optional<Entity> victim,
      Optional<Entity> actor,
      Optional<Entity> source,
      boolean place,
      boolean demonym) {
    this(from, to, text, victim, actor, source, place, demonym, Names.normalise(text));
  }

  /** A name that nothing is known of. */
  static Name unknown(int from, int to, String text) {
    return new Name(
        from, to, text, Optional.empty(), Optional.empty(), Optional.empty(), false, false);
  }

  boolean isUnknown() {
    return victim.isEmpty() && actor.isEmpty() && source.isEmpty();
  }
}
