package io.heistline.reading;

import io.heistline.model.ActorMention;
import io.heistline.model.Entity;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who did it: known actors in a sentence about a deed, names that the wording makes an actor's, and
 * candidates whose place is an actor's. Persons are {@link Culprits}.
 */
final class ActorPatterns {
  /** Words around a name within which what was leaked stands. */
  private static final int LEAK_REACH = 14;

  private final Sentence sentence;
  private final List<Name> names;
  private final Map<String, ActorMention> found = new LinkedHashMap<>();

  private ActorPatterns(Sentence sentence, List<Name> names) {
    this.sentence = sentence;
    this.names = names;
  }

  /** The actors that a sentence blames, in order of mention, each once. */
  static List<ActorMention> in(Sentence sentence, List<Name> names) {
    return new ActorPatterns(sentence, names).all();
  }

  /** Keys of the names that a sentence gives to gangs or malware: "the Tyupkin malware". */
  static Set<String> coinedIn(Sentence sentence, List<Name> names) {
    Set<String> coined = new HashSet<>();
    for (Name name : names) {
      CoinedPatterns patterns = new CoinedPatterns(sentence, name);
      if (name.victim().isEmpty() && (patterns.isGang() || patterns.isMalware())) {
        coined.add(name.key());
      }
    }
    return coined;
  }

  private List<ActorMention> all() {
    for (int i = 0; i < names.size(); i++) {
      Name name = names.get(i);
      if (name.place()) {
        state(i);
      } else if (name.actor().isPresent() && !Culprits.isKnownPerson(name)) {
        known(name);
      } else if (name.isUnknown()) {
        if (new CoinedPatterns(sentence, name).isGang()) {
          add(name.text(), name, true);
        } else if (AgentPatterns.isAgent(sentence, name)) {
          add(name.text(), name, false);
        }
      }
    }
    SignedPatterns.in(sentence, names).forEach(name -> add(name.text(), name, true));
    return List.copyOf(found.values());
  }

  private void state(int index) {
    Name name = names.get(index);
    if (new StatePatterns(sentence, names, index).isBlamed()) {
      add(name.actor().map(Entity::getName).orElse(name.text()), name, false);
    }
  }

  private void known(Name name) {
    CoinedPatterns coined = new CoinedPatterns(sentence, name);
    boolean gang = coined.isGang();
    boolean used = coined.isTool() && !(coined.isRansomware() && name.victim().isEmpty());
    boolean agent = !used && AgentPatterns.isAgent(sentence, name);
    boolean mentioned = !used && !isCompared(name) && name.victim().isEmpty();
    if (agent || ((gang || mentioned) && !isLeaker(name))) {
      add(name.text(), name, gang);
    }
  }

  /** "much like X", "similar to X", "X-style": named, but for another deed. */
  private boolean isCompared(Name name) {
    boolean joined = sentence.at(name.to()).isOneOf("-", "'", "\u2019");
    if (sentence
        .at(joined ? name.to() + 1 : name.to())
        .isOneOf("style", "styled", "like", "esque", "type", "inspired")) {
      return true;
    }
    Token before = sentence.at(name.from() - 1);
    Token second = sentence.at(name.from() - 2);
    return before.isOneOf("like", "unlike")
        || (before.is("as") && second.is("such"))
        || (before.is("to") && second.isOneOf("similar", "compared"));
  }

  /** "an exploit leaked by X", "X, who released the tools": what others then did is not X's. */
  private boolean isLeaker(Name name) {
    int from = name.from() - LEAK_REACH;
    int to = name.to() + LEAK_REACH;
    boolean leaks =
        sentence.has(Sense.LEAK, from, to)
            || sentence.at(name.to()).isOneOf("released", "published");
    if (!leaks || sentence.has(Sense.FLAW)) {
      return leaks;
    }
    for (int i = Math.max(0, from); i < to; i++) {
      if (sentence.at(i).isOneOf("exploit", "exploits", "tool", "tools", "vulnerability")) {
        return true;
      }
    }
    return false;
  }

  private void add(String text, Name at, boolean coined) {
    found.computeIfAbsent(
        text, t -> new ActorMention(t, new CertaintyRule(sentence, at).certainty(), coined, false));
  }
}
