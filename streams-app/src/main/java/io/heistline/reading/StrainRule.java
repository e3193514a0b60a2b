package io.heistline.reading;

import io.heistline.knowledge.Knowledge;
import io.heistline.model.ActorMention;
import io.heistline.model.Entity;
import io.heistline.model.EntityType;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Which of an article's actors are malware that many use: it names nobody. */
final class StrainRule {
  private final Knowledge knowledge;

  private final List<Facts> sentences;

  /** Ids of those that this article tells of as tools alone: "a strain known as X". */
  private final Set<String> tools;

  StrainRule(Knowledge knowledge, List<Facts> sentences) {
    this.knowledge = knowledge;
    this.sentences = sentences;
    this.tools = told(p -> p.isTool() && !p.isRansomware());
    tools.removeAll(told(p -> p.isGang() || p.isCrew() || p.isRansomware()));
  }

  /** Ids of the gangs and malware of which any sentence tells in some wording. */
  private Set<String> told(Predicate<CoinedPatterns> wording) {
    Set<String> ids = new HashSet<>();
    for (Facts facts : sentences) {
      for (Name name : facts.names()) {
        name.actor()
            .filter(a -> !name.place() && wording.test(new CoinedPatterns(facts.sentence(), name)))
            .ifPresent(actor -> ids.add(actor.getId()));
      }
    }
    return ids;
  }

  /** Unless the wording makes it a gang's name: "the X gang". */
  boolean isStrain(ActorMention mention) {
    return !mention.getCoined()
        && knowledge
            .named(mention.getName(), EntityType.ACTOR)
            .map(Entity::getId)
            .filter(id -> knowledge.isStrain(id) || tools.contains(id))
            .isPresent();
  }
}
