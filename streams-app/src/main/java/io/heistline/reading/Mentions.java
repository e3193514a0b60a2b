package io.heistline.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The names that the wordings of a sentence make victims, as they are found. */
final class Mentions {
  /** Names of a list that share a wording. */
  private static final int MAX_SIBLINGS = 12;

  private final Sentence sentence;
  private final List<Name> names;
  private final NamePhrases phrases;
  private final List<VictimMention> found = new ArrayList<>();

  /**
   * @param names the names in the sentence
   * @param actors keys of names that the article gives to gangs or malware
   */
  Mentions(Sentence sentence, List<Name> names, Set<String> actors) {
    this.sentence = sentence;
    this.names = names;
    this.phrases = new NamePhrases(sentence, names, actors);
  }

  Sentence sentence() {
    return sentence;
  }

  List<Name> names() {
    return names;
  }

  NamePhrases phrases() {
    return phrases;
  }

  /** Adds a name, if it may be a victim's at all. */
  void add(Wording wording, Name name, int trigger, boolean firm) {
    if (phrases.couldBeVictim(name)) {
      found.add(new VictimMention(name, trigger, firm, wording));
    }
  }

  /** "from A, the bank B and C": the names behind the first, too. */
  void addWithSiblings(Wording wording, Name name, int trigger, boolean firm) {
    add(wording, name, trigger, firm);
    Name last = name;
    for (int siblings = 0; siblings < MAX_SIBLINGS; siblings++) {
      Optional<Name> next = phrases.sibling(last);
      if (next.isEmpty()) {
        return;
      }
      add(wording, next.get(), trigger, firm);
      last = next.get();
    }
  }

  /** "A, B and C were hacked": the names before the last one, too. */
  void addWithSiblingsBefore(Wording wording, Name name, int trigger) {
    Name first = name;
    List<Name> before = new ArrayList<>();
    for (int siblings = 0; siblings < MAX_SIBLINGS; siblings++) {
      Token link = sentence.at(first.from() - 1);
      int end = first.from() - 1;
      if (link.isOneOf("and", "&")) {
        end = sentence.at(end - 1).is(",") ? end - 1 : end;
      } else if ((!link.is(",") && !link.is("/"))
          || (before.isEmpty() && !link.is("/") && !link.is("and"))) {
        break;
      }
      Optional<Name> previous = phrases.endingAt(end).filter(phrases::couldBeVictim);
      if (previous.isEmpty()) {
        break;
      }
      before.add(0, previous.get());
      first = previous.get();
    }
    before.forEach(n -> add(wording, n, trigger, true));
    add(wording, name, trigger, true);
  }

  /** In order of mention, each once; a firm wording before a loose one. */
  List<VictimMention> distinct() {
    List<VictimMention> distinct = new ArrayList<>();
    for (VictimMention mention : found) {
      distinct.removeIf(
          other -> !other.firm() && mention.firm() && overlap(other.name(), mention.name()));
      boolean known = distinct.stream().anyMatch(other -> overlap(other.name(), mention.name()));
      if (!known) {
        distinct.add(mention);
      }
    }
    distinct.sort(Comparator.comparingInt(mention -> mention.name().from()));
    return distinct;
  }

  private static boolean overlap(Name a, Name b) {
    return a.from() < b.to() && b.from() < a.to();
  }
}
