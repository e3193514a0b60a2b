package io.heistline.reading;

import io.heistline.model.ActorMention;
import io.heistline.model.Certainty;
import io.heistline.model.Entity;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Who did it: known actors in a sentence about a deed, names that the wording makes an actor's, and
 * candidates whose place is an actor's.
 */
final class ActorPatterns {
  /**
   * Words between a state's name and the noun that makes it a gang: "North Korean state hackers".
   */
  private static final int MAX_BETWEEN = 4;

  /** What stands between a gang's name and the noun: "the X ransomware group". */
  private static final String[] GANG_KINDS = {
    "ransomware", "hacking", "hacker", "cybercrime", "extortion", "cyber", "crime"
  };

  /** What a thief uses. */
  private static final String[] TOOLS = {
    "worm",
    "outbreak",
    "malware",
    "ransomware",
    "virus",
    "trojan",
    "variant",
    "variants",
    "strain",
    "version",
    "family"
  };

  /** "Russian-speaking", "China-based": where a gang sits, not whom it serves. */
  private static final String[] SEATED = {
    "speaking", "language", "based", "located", "born", "hosted", "registered"
  };

  /** What stands between the noun and the name: "a group known as X". */
  private static final String[] CALLED = {
    "called",
    "named",
    "dubbed",
    "known",
    "itself",
    "themselves",
    "calling",
    "alias",
    "pseudonym",
    "name",
    "online",
    "by",
    "goes",
    "who"
  };

  private final Sentence sentence;
  private final List<Name> names;
  private final List<ActorMention> found = new ArrayList<>();

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
    ActorPatterns patterns = new ActorPatterns(sentence, names);
    for (Name name : names) {
      if (name.victim().isEmpty() && (patterns.isCoined(name) || patterns.isMalware(name))) {
        coined.add(name.key());
      }
    }
    return coined;
  }

  private List<ActorMention> all() {
    for (Name name : names) {
      if (name.actor().isPresent()) {
        known(name, name.actor().get());
      } else if (name.isUnknown()) {
        if (isCoined(name)) {
          add(name.text(), name, true);
        } else if (isAgent(name)) {
          add(name.text(), name, false);
        }
      }
    }
    return List.copyOf(found);
  }

  private void known(Name name, Entity actor) {
    if (name.place()) {
      boolean agent = !name.demonym() && (isAgent(name) || isBlamed(name));
      if (agent || isGangOf(name)) {
        add(actor.getName(), name, false);
      }
    } else if (isCoined(name)
        || (!isTool(name) && isAgent(name))
        || (name.victim().isEmpty() && !isAnother(name))) {
      add(name.text(), name, isCoined(name));
    }
  }

  /** "built the X worm", "much like X", "similar to X": named, but for another deed. */
  private boolean isAnother(Name name) {
    Token before = sentence.at(name.from() - 1);
    Token second = sentence.at(name.from() - 2);
    boolean compared =
        before.isOneOf("like", "unlike")
            || (before.is("as") && second.is("such"))
            || (before.is("to") && second.isOneOf("similar", "compared"));
    return compared || isTool(name);
  }

  /** "hit by X ransomware", "a strain known as X": what was used; whose it was is not said. */
  private boolean isTool(Name name) {
    Token next = sentence.at(name.to());
    boolean gang = sentence.has(Sense.GANG, name.to(), name.to() + 4);
    boolean named = name.to() - name.from() > 1 && sentence.at(name.to() - 1).isOneOf(TOOLS);
    if (named
        || next.isOneOf(TOOLS)
        || (next.is("crypto") && sentence.at(name.to() + 2).isOneOf(TOOLS))) {
      return !gang;
    }
    int before = name.from() - 1;
    while (sentence.at(before).isOneOf(CALLED)
        || sentence.at(before).isOneOf("\"", "\u201C", "'", "the", "as", "of", "\u2018")) {
      before--;
    }
    return before < name.from() - 1 && sentence.at(before).isOneOf(TOOLS);
  }

  /** "North Korean hackers", "Russia-linked group", "Chinese state-sponsored actors". */
  private boolean isGangOf(Name name) {
    if (sentence.at(name.to()).is("-") && sentence.at(name.to() + 1).isOneOf(SEATED)) {
      return false; // where a gang sits is not whom it serves
    }
    for (int i = name.to(); i < Math.min(sentence.size(), name.to() + MAX_BETWEEN + 2); i++) {
      Token token = sentence.at(i);
      if (token.is(Sense.GANG)) {
        // A North Korean hacker is a person; North Korean hackers are, to the press, North Korea.
        return !token.isOneOf("hacker", "attacker", "thief", "group") || i > name.to();
      }
      if (token.is(Sense.PREPOSITION) || token.is(Sense.SAY) || token.is(",") || startsName(i)) {
        return false;
      }
      if (token.isOneOf("linked", "backed", "sponsored", "affiliated", "aligned")) {
        return sentence.at(i - 1).is("-");
      }
    }
    return false;
  }

  private boolean startsName(int i) {
    return names.stream().anyMatch(name -> name.from() == i);
  }

  /** "X stole", "X was behind the theft", "stolen by X", "hacked by X". */
  private boolean isAgent(Name name) {
    Token before = sentence.at(name.from() - 1);
    int by = before.is(Sense.DETERMINER) ? name.from() - 2 : name.from() - 1;
    if (sentence.at(by).is("by")
        && (sentence.at(by - 1).is(Sense.TAKE)
            || sentence.at(by - 1).is(Sense.HACK)
            || sentence.at(by - 1).is(Sense.BLAME)
            || sentence.at(by - 1).is(Sense.EVENT)
            || sentence.at(by - 1).is("out"))) {
      return true;
    }
    if (name.place() && before.isOneOf("in", "of", "from", "at", "to", "the")) {
      boolean article = before.is("the") && !sentence.at(name.from() - 2).is(Sense.PREPOSITION);
      if (!article) {
        return false; // "a firm in the US has taken"
      }
    }
    int i = name.to();
    while (sentence.at(i).is(Sense.BE)
        || sentence.at(i).lower().endsWith("ly")
        || sentence.at(i).is("also")) {
      boolean passive = sentence.at(i).isOneOf("was", "were", "been", "being", "is", "gets", "got");
      if (passive) {
        return sentence.at(i + 1).isOneOf("behind", "responsible", "still", "stealing");
      }
      i++;
    }
    Token verb = sentence.at(i);
    boolean takes = verb.is(Sense.TAKE) && !verb.is("stolen");
    boolean breaks =
        !sentence.isHeadline() && verb.isOneOf("hacked", "breached", "attacked", "hacks");
    return takes || breaks;
  }

  /** "linked to X", "attributed to X", "blamed X", "X has been identified as the perpetrator". */
  private boolean isBlamed(Name name) {
    for (int i = name.from() - 1; i >= Math.max(0, name.from() - 4); i--) {
      Token token = sentence.at(i);
      if (token.is(Sense.BLAME) && !token.is("hackers")) {
        return true;
      }
      if (token.isOneOf(",", ";", "from", "in", "based", "operate", "operating", "located")) {
        break;
      }
    }
    for (int i = name.to(); i < Math.min(sentence.size(), name.to() + 6); i++) {
      Token token = sentence.at(i);
      if (token.isOneOf("behind", "responsible", "perpetrator", "culprit")) {
        return true;
      }
      if (token.isOneOf(",", ";") || startsName(i)) {
        break;
      }
    }
    return false;
  }

  /** "the X ransomware gang", "the X group", "hacking group X", "a group called X". */
  private boolean isCoined(Name name) {
    int i = name.to();
    while (sentence.at(i).isOneOf(GANG_KINDS)) {
      i++;
    }
    boolean kind = i > name.to();
    Token noun = sentence.at(i);
    boolean gang = noun.isOneOf("gang", "crew", "syndicate", "cartel");
    boolean group =
        noun.isOneOf("group", "operators", "operation", "affiliates", "team", "collective");
    if ((gang && !name.place()) || (group && kind)) {
      return true;
    }
    int before = name.from() - 1;
    while (sentence.at(before).isOneOf("\"", "\u201C", "'", "the", "as", "\u2018")) {
      before--;
    }
    boolean called = false;
    while (sentence.at(before).isOneOf(CALLED)) {
      called = true;
      before--;
    }
    Token noun2 = sentence.at(before);
    boolean gangBefore = noun2.isOneOf("gang", "group", "hacker", "collective", "hackers", "crew");
    boolean hacking =
        sentence.at(before - 1).isOneOf("hacking", "hacker", "ransomware", "cybercrime");
    return gangBefore && (called || (hacking && noun2.isOneOf("group", "gang")));
  }

  /** "the Tyupkin malware", "a banking trojan called Dyre". */
  private boolean isMalware(Name name) {
    Token next = sentence.at(name.to());
    Token second = sentence.at(name.to() + 1);
    boolean banking = next.is("banking") && second.is(Sense.MALWARE);
    if (next.is(Sense.MALWARE) || next.is("botnets") || banking) {
      return true;
    }
    int before = name.from() - 1;
    while (sentence
        .at(before)
        .isOneOf("\"", "called", "dubbed", "named", "as", "known", "'", "\u201C", "\u2018")) {
      before--;
    }
    return before < name.from() - 1 && sentence.at(before).is(Sense.MALWARE);
  }

  private void add(String text, Name at, boolean coined) {
    boolean known = found.stream().anyMatch(mention -> mention.getName().equals(text));
    if (!known) {
      found.add(new ActorMention(text, certainty(at), coined, false));
    }
  }

  private Certainty certainty(Name name) {
    int from = name.from() - 10;
    int to = name.to() + 10;
    boolean notHe = sentence.at(name.to()).is(Sense.BE) && sentence.at(name.to() + 1).is("not");
    if (notHe || sentence.has(Sense.DENY, name.from() - 3, name.to() + 4)) {
      return Certainty.DENIED;
    }
    return sentence.has(Sense.HEDGE, from, to) ? Certainty.SUSPECTED : Certainty.CONFIRMED;
  }
}
