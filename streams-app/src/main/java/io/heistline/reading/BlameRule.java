package io.heistline.reading;

import io.heistline.knowledge.Knowledge;
import io.heistline.knowledge.Names;
import io.heistline.model.ActorMention;
import io.heistline.model.Certainty;
import io.heistline.model.Entity;
import io.heistline.model.EntityType;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Whom an article blames for an incident or a sum. */
final class BlameRule {
  private final Knowledge knowledge;

  private final List<Facts> sentences;

  BlameRule(Knowledge knowledge, List<Facts> sentences) {
    this.knowledge = knowledge;
    this.sentences = sentences;
  }

  /** Whom the article blames; for the main victim and the items of a list, its only suspect. */
  List<ActorMention> blamed(VictimFile file, boolean main) {
    List<ActorMention> own = actors(main ? file.statements() : named(file.statements()));
    return own.isEmpty() && (main || file.isListed()) ? onlySuspect(file) : own;
  }

  /** The one group that an article names, but for other victims; none if it names several. */
  private List<ActorMention> onlySuspect(VictimFile file) {
    Map<String, ActorMention> groups = new LinkedHashMap<>();
    for (Facts facts : sentences) {
      boolean others = facts.names().stream().anyMatch(n -> n.victim().isPresent());
      if (others && facts.names().stream().noneMatch(file::isOf)) {
        continue;
      }
      for (ActorMention mention : facts.actors()) {
        Optional<Entity> actor = knowledge.named(mention.getName(), EntityType.ACTOR);
        boolean state = actor.filter(a -> knowledge.isState(a.getId())).isPresent();
        if (!state && (actor.isPresent() || mention.getCoined())) {
          groups.putIfAbsent(actorId(mention), mention);
        }
      }
    }
    return groups.size() == 1 ? List.copyOf(groups.values()) : List.of();
  }

  /** The statements that name the victim themselves. */
  private static List<Statement> named(List<Statement> statements) {
    return statements.stream().filter(s -> s.mention().isPresent()).toList();
  }

  /** Who is blamed; a sum that goes on about stolen things is the doing of whom the title names. */
  List<ActorMention> ofSum(List<Statement> group) {
    List<ActorMention> own = actors(group);
    if (!own.isEmpty() || sentences.isEmpty()) {
      return own;
    }
    return sentences.stream()
        .limit(2)
        .map(Facts::actors)
        .filter(actors -> !actors.isEmpty())
        .findFirst()
        .orElse(List.of())
        .stream()
        .limit(1)
        .toList();
  }

  /** Each actor once with its strongest certainty; one that another belongs to is left out. */
  private List<ActorMention> actors(List<Statement> statements) {
    Map<String, ActorMention> byId = new LinkedHashMap<>();
    for (Statement statement : statements) {
      for (ActorMention mention : statement.facts().actors()) {
        String id = actorId(mention);
        ActorMention known = byId.get(id);
        if (known == null || isStronger(mention, known)) {
          byId.put(id, mention);
        }
      }
    }
    Set<String> above = new LinkedHashSet<>();
    for (ActorMention mention : byId.values()) {
      knowledge
          .named(mention.getName(), EntityType.ACTOR)
          .ifPresent(actor -> actor.getLineage().forEach(ref -> above.add(ref.getId())));
    }
    return byId.entrySet().stream()
        .filter(entry -> !above.contains(entry.getKey()))
        .map(Map.Entry::getValue)
        .toList();
  }

  private static boolean isStronger(ActorMention a, ActorMention b) {
    return strength(a.getCertainty()) > strength(b.getCertainty());
  }

  private static int strength(Certainty certainty) {
    return switch (certainty) {
      case DENIED -> 0;
      case SUSPECTED -> 1;
      case CONFIRMED -> 2;
    };
  }

  private String actorId(ActorMention mention) {
    return knowledge
        .named(mention.getName(), EntityType.ACTOR)
        .map(Entity::getId)
        .orElseGet(() -> Names.coinedId(mention));
  }
}
