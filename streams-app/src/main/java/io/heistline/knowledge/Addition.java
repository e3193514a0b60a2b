package io.heistline.knowledge;

import io.heistline.model.EntityType;
import java.util.List;
import java.util.Optional;

/**
 * An entity, or more about one, as somebody adds it.
 *
 * @param type actor or victim
 * @param name a known name of it, or that of a new one
 * @param aliases more names
 * @param parent name of the actor that it is a part of
 * @param sponsor name of the state behind it
 * @param origin who adds it
 */
public record Addition(
    EntityType type,
    String name,
    List<String> aliases,
    Optional<String> parent,
    Optional<String> sponsor,
    String origin) {}
