package io.heistline.reading;

import java.util.List;

/**
 * Whether a sentence blames a state that it names: by the state's gangs, or outright. A state is
 * named for a hundred other reasons.
 */
final class StatePatterns {
  /** Words between a state's name and the noun that makes it a gang: "state-sponsored hacking". */
  private static final int MAX_BETWEEN = 6;

  /** Words between a gang and the state behind it: "who are believed to work for the". */
  private static final int MAX_TO_STATE = 8;

  private final Sentence sentence;
  private final Name name;

  /** First token of the name before, and of the next one: what lies beyond is about others. */
  private final int before;

  private final int next;

  /** Behind the last word that means the state: "the Freedonian government". */
  private final int to;

  /** The state whose name stands at an index among the names of a sentence. */
  StatePatterns(Sentence sentence, List<Name> names, int index) {
    this.sentence = sentence;
    this.name = names.get(index);
    this.before = index == 0 ? -1 : names.get(index - 1).from();
    this.next = index + 1 == names.size() ? sentence.size() : names.get(index + 1).from();
    this.to = stateEnd();
  }

  private int stateEnd() {
    int i = name.to();
    while (sentence.at(i).isPossessive()
        || sentence.at(i).isOneOf("government", "regime", "military", "intelligence", "state")) {
      i++;
    }
    return sentence.at(i - 1).isPossessive() ? i - 1 : i;
  }

  boolean isBlamed() {
    boolean state = !name.demonym() || to > name.to() || isPeople();
    return (state && (AgentPatterns.isAgent(sentence, name, to) || isAccused() || isBehind()))
        || (state && isOwnDenial())
        || isGangOf()
        || isGangFrom();
  }

  /** "how Freedonians hacked the party". */
  private boolean isPeople() {
    return name.text().endsWith("ns") && sentence.at(name.to()).is(Sense.HACK);
  }

  /** "Freedonia denied any involvement": only who is blamed denies it. */
  boolean isOwnDenial() {
    int i = to;
    while (i < to + 4 && (sentence.at(i).is(Sense.BE) || isAdverb(sentence.at(i)))) {
      i++;
    }
    if (!sentence.at(i).is(Sense.DENY)) {
      return false;
    }
    for (int j = i + 1; j < i + 7; j++) {
      if (sentence
          .at(j)
          .isOneOf(
              "involvement",
              "responsibility",
              "role",
              "allegations",
              "accusations",
              "behind",
              "charges",
              "hacking",
              "part",
              "accusation",
              "allegation",
              "claims")) {
        return true;
      }
    }
    return false;
  }

  private static boolean isAdverb(Token token) {
    return token.lower().endsWith("ly")
        || token.isOneOf("also", "always", "however", ",", "repeatedly");
  }

  /** "accused Freedonia", "blamed the hack on Freedonia", "the work of the Freedonian state". */
  private boolean isAccused() {
    int i = name.from() - 1;
    while (sentence.at(i).is(Sense.DETERMINER) || sentence.at(i).isOneOf("allegedly", "formally")) {
      i--;
    }
    Token preposition = sentence.at(i);
    if (preposition.is(Sense.ACCUSE)) {
      return true;
    }
    if (preposition.is("of")) {
      return sentence.at(i - 1).isOneOf("work", "handiwork", "hand", "suspicions");
    }
    if (preposition.is("and")) {
      return isLinkedWith(i);
    }
    if (!preposition.isOneOf("to", "on", "at", "with", "towards", "toward")) {
      return false;
    }
    boolean target = preposition.isOneOf("on", "at"); // "linked to attacks on Freedonia"
    for (int j = i - 1; j >= Math.max(0, i - MAX_TO_STATE); j--) {
      boolean linked = sentence.at(j).is(Sense.LINKED) && !target;
      if (linked || sentence.at(j).is(Sense.ACCUSE) || sentence.at(j).isOneOf("pinned", "pins")) {
        return true;
      }
      if (sentence.at(j).isOneOf(",", ";") || isNamed(j)) {
        return false;
      }
    }
    return false;
  }

  /** "a link between the attack and Freedonia". */
  private boolean isLinkedWith(int and) {
    for (int i = and - 1; i > Math.max(0, and - MAX_TO_STATE); i--) {
      if (sentence.at(i).is("between")) {
        return sentence.at(i - 1).isOneOf("link", "links", "connection", "connections", "ties")
            && sentence.has(Sense.EVENT, i, and);
      }
    }
    return false;
  }

  /** "Freedonia was behind the theft", "Freedonia as the culprit". */
  private boolean isBehind() {
    for (int i = to; i < Math.min(sentence.size(), to + 6); i++) {
      Token token = sentence.at(i);
      boolean behind = token.isOneOf("behind", "responsible", "perpetrator", "culprit", "suspect");
      if (behind) {
        Token last = sentence.at(i - 1);
        return last.is(Sense.BE)
            || last.is(Sense.DETERMINER)
            || last.isOneOf("as", "likely", "directly", "prime", "main", "ultimately", "actually");
      }
      if (token.isOneOf(",", ";") || isNamed(i)) {
        return false;
      }
    }
    return false;
  }

  /** "Freedonian hackers", "Freedonia-linked group", "Freedonian state-sponsored actors". */
  private boolean isGangOf() {
    boolean against =
        sentence.at(name.from() - 1).is("-") && sentence.at(name.from() - 2).is("anti");
    boolean seated = sentence.at(name.to()).is("-") && isSeat(sentence.at(name.to() + 1));
    boolean recruited = sentence.at(name.from() - 1).isOneOf("recruit", "recruiting", "target");
    if (against || seated || recruited) {
      return false;
    }
    boolean hacking = false;
    for (int i = name.to(); i < Math.min(sentence.size(), name.to() + MAX_BETWEEN); i++) {
      Token token = sentence.at(i);
      if (token.is(Sense.BACKED) && sentence.at(i - 1).is("-")) {
        return true;
      }
      if (token.is(Sense.GANG)) {
        return isHostile(token, i) || hacking;
      }
      if (token.isOneOf("officers", "operatives", "agents")) {
        return sentence.at(i - 1).isOneOf("intelligence", "military", "spy");
      }
      if (endsPhrase(token) || isNamed(i)) {
        return false;
      }
      hacking |= token.is(Sense.GANG_KIND);
    }
    return false;
  }

  /** Where a gang sits is not whom it serves: "Freedonian-speaking", "Freedonia-based". */
  private static boolean isSeat(Token token) {
    return token.isOneOf(
        "speaking", "language", "based", "located", "born", "hosted", "registered");
  }

  /** A Freedonian hacker is a person; Freedonian hackers are, to the press, Freedonia. */
  private boolean isHostile(Token gang, int at) {
    boolean one = gang.isOneOf("hacker", "attacker", "thief") && at == name.to();
    boolean anyone =
        gang.isOneOf(
            "group",
            "groups",
            "operators",
            "unit",
            "team",
            "army",
            "ring",
            "cell",
            "collective",
            "crew",
            "syndicate");
    return !one && !anyone;
  }

  private static boolean endsPhrase(Token token) {
    return token.is(Sense.PREPOSITION)
        || token.is(Sense.CONJUNCTION)
        || token.is(Sense.SAY)
        || token.is(Sense.BE)
        || token.is(Sense.DETERMINER)
        || token.is(Sense.AFTERMATH)
        || token.isOneOf(",", ";", ".", "website");
  }

  /** "hackers from Freedonia", "a group with ties to the Freedonian government". */
  private boolean isGangFrom() {
    int first = Math.max(0, name.from() - MAX_TO_STATE);
    boolean tied = false;
    for (int i = name.from() - 1; i >= first; i--) {
      Token token = sentence.at(i);
      if (token.is(Sense.GANG)) {
        return tied && (isHostile(token, -1) || sentence.has(Sense.GANG_KIND, i - 4, i));
      }
      tied |= token.is("from") || token.is(Sense.BACKED) || token.is(Sense.LINKED);
      boolean end =
          token.isOneOf(",", ";", "-")
              || token.is(Sense.TAKE)
              || token.is(Sense.PERSONAL)
              || token.is(Sense.DATA);
      if (end || isNamed(i)) {
        return false;
      }
    }
    return false;
  }

  private boolean isNamed(int i) {
    return i == before || i == next;
  }
}
