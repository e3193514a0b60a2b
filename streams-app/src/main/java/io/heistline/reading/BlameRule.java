package io.heistline.reading;

import io.heistline.knowledge.Knowledge;
import io.heistline.knowledge.Names;
import io.heistline.model.ActorMention;
import io.heistline.model.Certainty;
import io.heistline.model.Entity;
import io.heistline.model.EntityType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Whom an article blames for an incident or a sum. */
final class BlameRule {
  /** Words before a victim's name within which a negation is about it. */
  private static final int UNRELATED_REACH = 24;

  /** Words from who tells to the verb: "the Daily Zuzu and the Oak Times reported". */
  private static final int TELLERS_REACH = 8;

  private final Knowledge knowledge;

  private final List<Facts> sentences;

  private final StrainRule strains;

  private final HeaderRule headers;

  BlameRule(Knowledge knowledge, List<Facts> sentences) {
    this.knowledge = knowledge;
    this.sentences = sentences;
    this.strains = new StrainRule(knowledge, sentences);
    this.headers = new HeaderRule(sentences);
  }

  /** Whom the article blames; for the main victim and the items of a list, its only suspect. */
  List<ActorMention> blamed(VictimFile file, boolean main) {
    List<ActorMention> blamed = suspects(file, main);
    return file.isWave() ? blamed.stream().filter(actor -> !isOfTools(actor)).toList() : blamed;
  }

  /**
   * "X, who leaked the exploit", "stolen from X": whose tools a worm spreads by is not its maker.
   */
  private boolean isOfTools(ActorMention actor) {
    boolean tools = false;
    for (Facts facts : sentences) {
      Sentence sentence = facts.sentence();
      boolean named =
          facts.names().stream().anyMatch(n -> !n.place() && n.text().equals(actor.getName()));
      boolean exploit =
          named
              && sentence.tokens().stream()
                  .anyMatch(t -> t.isOneOf("exploit", "exploits", "cyberweapons", "eternalblue"));
      tools |=
          exploit && (sentence.has(Sense.LEAK) || sentence.has(Sense.TAKE) || isMade(sentence));
    }
    return tools;
  }

  private static boolean isMade(Sentence sentence) {
    return sentence.tokens().stream()
        .anyMatch(t -> t.isOneOf("released", "developed", "created", "built", "published"));
  }

  private List<ActorMention> suspects(VictimFile file, boolean main) {
    boolean only = main || file.isListed() || isAboutSeller() || isAboutGroup();
    List<ActorMention> found = culprits(main ? ofDeed(file) : named(file.statements()));
    if (found.isEmpty() && main) {
      found = ofTheDeed(file);
    }
    if (found.isEmpty() && only) {
      found = onlyGroup(file);
    }
    if (found.isEmpty()) {
      found = strongest(headers.actors(file));
    }
    boolean person = found.stream().anyMatch(ActorMention::getPerson);
    boolean unrelated = !main && isUnrelated(file);
    boolean theirs = (isAboutSuspects() && !unrelated) || (found.isEmpty() && only);
    if (!person && theirs) {
      found = Stream.concat(found.stream(), accused(file).stream()).toList();
    }
    boolean titled = found.isEmpty() && (main || (isAboutSuspects() && !unrelated));
    return titled ? ofTitle(file) : found;
  }

  /** "Freedonian Agents Charged Over Hacking": whom the title blames. */
  private List<ActorMention> ofTitle(VictimFile file) {
    Facts title = sentences.get(0);
    return isOfOthers(title, file) && !isAboutSuspects()
        ? List.of()
        : strongest(title.actors().stream().filter(actor -> !strains.isStrain(actor)).toList());
  }

  /** "Two Hackers Charged": what the article then tells is what they did. */
  private boolean isAboutSuspects() {
    Sentence title = sentences.get(0).sentence();
    boolean charged = title.has(Sense.CHARGE) && !sentences.get(0).actors().isEmpty();
    boolean thieves = title.has(Sense.CULPRIT) || title.has(Sense.GANG);
    return (title.has(Sense.AFTERMATH) && thieves) || charged;
  }

  /** "Hacker Sells 26 Million Accounts": of one thief, and of nobody whom he robbed. */
  private boolean isAboutSeller() {
    Facts title = sentences.get(0);
    Sentence sentence = title.sentence();
    return sentence.isHeadline()
        && sentence.has(Sense.CULPRIT)
        && (sentence.has(Sense.SALE) || sentence.has(Sense.LEAK))
        && title.victims().isEmpty()
        && title.names().stream().noneMatch(n -> n.victim().isPresent());
  }

  /** "The Night Owls Are Stealing Again": of one gang, and of whom it robbed. */
  private boolean isAboutGroup() {
    return sentences.get(0).actors().stream().anyMatch(this::isGroup);
  }

  /** The persons whom the article makes culprits first, and not of another deed. */
  private List<ActorMention> accused(VictimFile file) {
    boolean all = isAboutSuspects();
    return sentences.stream()
        .filter(facts -> all || !isOfOthers(facts, file))
        .map(facts -> facts.actors().stream().filter(ActorMention::getPerson).toList())
        .filter(persons -> !persons.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  /** "X claimed responsibility for the attack": whom the article blames for the event it tells. */
  private List<ActorMention> ofTheDeed(VictimFile file) {
    List<ActorMention> found = new ArrayList<>();
    for (Facts facts : sentences) {
      if (isOfTheDeed(facts.sentence()) && !isOfOthers(facts, file)) {
        facts.actors().stream().filter(actor -> !strains.isStrain(actor)).forEach(found::add);
      }
    }
    return strongest(found);
  }

  /** "for the attack", "behind the breach", "carried out this hack": the one told of. */
  private static boolean isOfTheDeed(Sentence sentence) {
    boolean work = sentence.hasWord("work", 0, sentence.size()); // "is the work of X"
    if (!sentence.has(Sense.BLAME) && !work) {
      return false;
    }
    for (int i = 0; i + 1 < sentence.size(); i++) {
      boolean the = sentence.at(i).isOneOf("the", "this");
      if (the && sentence.at(i + 1).is(Sense.EVENT) && !sentence.at(i + 1).is("hacking")) {
        return true;
      }
    }
    return false;
  }

  /** The one group that an article names, but for other victims; none if it names several. */
  private List<ActorMention> onlyGroup(VictimFile file) {
    Map<String, ActorMention> groups = new LinkedHashMap<>();
    for (Facts facts : sentences) {
      if (!isOfOthers(facts, file) && !isOfOtherDeed(facts.sentence())) {
        facts.actors().stream()
            .filter(this::isGroup)
            .forEach(group -> groups.putIfAbsent(actorId(group), group));
      }
    }
    return groups.size() == 1 ? List.copyOf(groups.values()) : List.of();
  }

  /** A sentence about another victim: one that is known, or that it makes one. */
  private static boolean isOfOthers(Facts facts, VictimFile file) {
    boolean known =
        facts.names().stream()
            .anyMatch(n -> n.victim().isPresent() && n.source().isEmpty() && !isTeller(facts, n));
    boolean others = known || !facts.victims().isEmpty();
    return others && facts.names().stream().noneMatch(file::isOf);
  }

  /** "the Daily Zuzu reported", "said on Zuzu": who was robbed once tells of another today. */
  private static boolean isTeller(Facts facts, Name name) {
    Sentence sentence = facts.sentence();
    int last = name.to(); // "the Daily Zuzu and the Oak Times reported"
    while (last < name.to() + TELLERS_REACH
        && (sentence.at(last).isCapitalised() || sentence.at(last).isOneOf("and", "the", ","))) {
      last++;
    }
    return sentence.has(Sense.SAY, name.to(), last + 2)
        || (sentence.at(name.from() - 1).is("on") && !isAgainst(sentence.at(name.from() - 2)));
  }

  /** "an attack on Zuzu", "a fine of $9,000 on Zuzu". */
  private static boolean isAgainst(Token token) {
    return token.isNumber() || token.is(Sense.EVENT) || token.is(Sense.DUE);
  }

  /** "X used a similar technique", "it recalls the attack by X", "in the past X robbed banks". */
  private static boolean isOfOtherDeed(Sentence sentence) {
    for (int i = 0; i < sentence.size(); i++) {
      Token token = sentence.at(i);
      boolean past =
          token.is("past")
              && sentence.at(i - 2).is("in")
              && !sentence.at(i + 1).isNumber()
              && !sentence.at(i + 1).is(Sense.TIME);
      boolean other =
          token.isOneOf(
              "similar",
              "ddos",
              "denial",
              "recalled",
              "recalls",
              "reminiscent",
              "typically",
              "usually");
      if (past || other) {
        return true;
      }
    }
    return false;
  }

  private boolean isGroup(ActorMention mention) {
    Optional<Entity> actor = knowledge.named(mention.getName(), EntityType.ACTOR);
    boolean state = actor.filter(a -> knowledge.isState(a.getId())).isPresent();
    boolean tellable = actor.isPresent() || mention.getCoined();
    return !state && tellable && !mention.getPerson() && !strains.isStrain(mention);
  }

  /** The statements without those that go on about the deed of others. */
  private List<Statement> ofDeed(VictimFile file) {
    return file.statements().stream()
        .filter(
            s ->
                s.mention().isPresent()
                    || !(isOfOtherDeed(s.facts().sentence()) || isOfThatDeed(s, file)))
        .toList();
  }

  /** "That attack was later traced to X": the one of which the sentence before tells. */
  private boolean isOfThatDeed(Statement statement, VictimFile file) {
    Sentence sentence = statement.facts().sentence();
    if (statement.index() == 0 || !sentence.at(0).is("that") || !sentence.at(1).is(Sense.EVENT)) {
      return false;
    }
    Facts before = sentences.get(statement.index() - 1);
    return !before.names().isEmpty() && before.names().stream().noneMatch(file::isOf);
  }

  /** The statements that name the victim themselves, and not as another's. */
  private static List<Statement> named(List<Statement> statements) {
    return statements.stream()
        .filter(s -> s.mention().filter(m -> !isUnrelated(s, m.name().from())).isPresent())
        .toList();
  }

  private static boolean isUnrelated(VictimFile file) {
    return file.statements().stream()
        .anyMatch(s -> s.mention().filter(m -> isUnrelated(s, m.name().from())).isPresent());
  }

  /** "uses passwords from past breaches at X": who uses what others stole. */
  private static boolean isOfUsedPasswords(Sentence sentence, int from) {
    int first = Math.max(0, from - UNRELATED_REACH);
    for (int i = from - 1; i >= first; i--) {
      if (sentence.at(i).isOneOf("passwords", "credentials")) {
        return sentence.hasWord("breaches", i, from)
            && (sentence.hasWord("used", first, i)
                || sentence.hasWord("uses", first, i)
                || sentence.hasWord("using", first, i));
      }
    }
    return false;
  }

  /** "is not related to the breaches at X": whom the sentence blames, it does not blame for X. */
  private static boolean isUnrelated(Statement statement, int from) {
    Sentence sentence = statement.facts().sentence();
    boolean related = false;
    if (isOfUsedPasswords(sentence, from)) {
      return true;
    }
    for (int i = from - 1; i >= Math.max(0, from - UNRELATED_REACH); i--) {
      related |= sentence.at(i).isOneOf("related", "connection", "connected", "linked");
      if ((related && sentence.at(i).is(Sense.NEGATION)) || sentence.at(i).is("unrelated")) {
        return true;
      }
    }
    return false;
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

  private List<ActorMention> culprits(List<Statement> statements) {
    return actors(statements).stream().filter(actor -> !strains.isStrain(actor)).toList();
  }

  private List<ActorMention> actors(List<Statement> statements) {
    return strongest(statements.stream().flatMap(s -> s.facts().actors().stream()).toList());
  }

  /** Each actor once with its strongest certainty; a state whose gang is named is left out. */
  private List<ActorMention> strongest(List<ActorMention> mentions) {
    Map<String, ActorMention> byId = new LinkedHashMap<>();
    for (ActorMention mention : mentions) {
      String id = actorId(mention);
      ActorMention known = byId.get(id);
      if (known == null || isStronger(mention, known)) {
        byId.put(id, mention);
      }
    }
    Set<String> above = new LinkedHashSet<>();
    for (ActorMention mention : byId.values()) {
      knowledge
          .named(mention.getName(), EntityType.ACTOR)
          .ifPresent(
              actor ->
                  actor.getLineage().stream()
                      .map(ref -> ref.getId())
                      .filter(knowledge::isState)
                      .forEach(above::add));
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
