package io.heistline.reading;

import java.util.List;
import java.util.Optional;

/**
 * With whom a victim was robbed, if the article says so but not when: "targeted Zuzubit and
 * Oakmart" (the news), "Oakmart was hit by Zuzucry" (a wave).
 */
final class CompanionRule {
  private final ArticleFolding.Folded folded;

  CompanionRule(ArticleFolding.Folded folded) {
    this.folded = folded;
  }

  /** The victim at the same time as which another was robbed. */
  Optional<VictimFile> of(VictimFile file) {
    return file.statements().stream().flatMap(s -> of(s).stream()).findFirst();
  }

  private Optional<VictimFile> of(Statement statement) {
    if (statement.mention().isEmpty()) {
      return Optional.empty();
    }
    Name name = statement.mention().get().name();
    Facts facts = statement.facts();
    Optional<VictimFile> main =
        folded.main().filter(file -> !file.isOf(name) && isListed(facts, file, name));
    return main.or(() -> wave(facts.names(), name));
  }

  private static boolean isListed(Facts facts, VictimFile main, Name name) {
    return facts.victims().stream()
        .map(VictimMention::name)
        .anyMatch(other -> main.isOf(other) && DateRule.isList(facts.sentence(), other, name));
  }

  /** A wave is malware that robs many: it is known as a victim's name and as an actor's. */
  private Optional<VictimFile> wave(List<Name> names, Name name) {
    return names.stream()
        .filter(other -> other.victim().isPresent() && other.actor().isPresent())
        .flatMap(other -> folded.victims().stream().filter(file -> file.isOf(other)))
        .filter(file -> !file.isOf(name))
        .findFirst();
  }
}
