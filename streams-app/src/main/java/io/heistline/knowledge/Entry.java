package io.heistline.knowledge;

import io.heistline.model.KnownIncident;
import io.heistline.model.Period;
import java.util.List;
import java.util.Optional;

/**
 * One entry of a knowledge file, as an editor writes it.
 *
 * @param id kebab-case id, unique within its file
 * @param name the name as a newspaper prints it
 * @param kind of an actor: state, group, ransomware, campaign or strain (malware that many use);
 *     free for others
 * @param parent id of the actor that this one is a part of
 * @param sponsor id of the state behind an actor
 * @param official whether a source is a state body, a court or an international organisation
 * @param aliases names that are recognised anywhere
 * @param ambiguous names that count only in a supporting context
 * @param demonyms what a state's people and things are called: "North Korean"
 * @param incidents of a victim: those that the news goes back to without saying when they were
 * @param until when a victim that is no more ended
 */
record Entry(
    String id,
    String name,
    String kind,
    Optional<String> parent,
    Optional<String> sponsor,
    boolean official,
    List<String> aliases,
    List<String> ambiguous,
    List<String> demonyms,
    List<KnownIncident> incidents,
    Optional<Period> until) {}
