package io.heistline.reading;

import java.util.List;
import java.util.Set;

/**
 * Who was robbed: which words of a sentence open which {@link Wording}. A new one is one line in
 * {@link #all()} and one method of a pattern class.
 */
final class VictimPatterns {
  /** What the words mean that may open a wording: most words do not. */
  private static final Senses TELLING =
      Senses.of(
          Sense.STRUCK,
          Sense.HACK,
          Sense.LOSE,
          Sense.OWN_UP,
          Sense.SAY,
          Sense.INTRUDE,
          Sense.LIST_OF_VICTIMS,
          Sense.LINKED,
          Sense.TAKE,
          Sense.LEAK,
          Sense.EVENT,
          Sense.RANSOM,
          Sense.GANG,
          Sense.OTHER_MONEY,
          Sense.PAY,
          Sense.DEMAND,
          Sense.REFUSE,
          Sense.PERSONAL,
          Sense.DATA);

  private final Sentence sentence;
  private final Mentions mentions;
  private final DeedPatterns deeds;
  private final EventPatterns events;
  private final VictimSpeechPatterns speech;
  private final RansomPatterns ransoms;
  private final ListPatterns lists;
  private final LossPatterns losses;
  private final PayerPatterns payers;
  private final List<Money> lost;

  private VictimPatterns(
      Sentence sentence, List<Name> names, Set<String> actors, List<Money> lost) {
    this.sentence = sentence;
    this.lost = lost;
    this.mentions = new Mentions(sentence, names, actors);
    this.deeds = new DeedPatterns(mentions);
    this.events = new EventPatterns(mentions);
    this.speech = new VictimSpeechPatterns(mentions);
    this.ransoms = new RansomPatterns(mentions);
    this.lists = new ListPatterns(mentions);
    this.losses = new LossPatterns(mentions);
    this.payers = new PayerPatterns(mentions);
  }

  /**
   * The victims of a sentence, in order of mention, each once.
   *
   * @param names the names in the sentence
   * @param actors keys of names that the article gives to gangs or malware
   * @param amounts of the sentence
   */
  static List<VictimMention> in(
      Sentence sentence, List<Name> names, Set<String> actors, RoleRule.Amounts amounts) {
    boolean title = sentence.style() == Sentence.Style.TITLE;
    List<Money> lost = amounts.lost();
    if (!title && (names.isEmpty() || !(mayTell(sentence) || !lost.isEmpty()))) {
      return List.of();
    }
    return new VictimPatterns(sentence, names, actors, lost).all();
  }

  /** Whether any wording may stand in a sentence: most speak of nothing that anyone lost. */
  private static boolean mayTell(Sentence sentence) {
    return sentence.has(Sense.HACK)
        || sentence.has(Sense.STRUCK)
        || sentence.has(Sense.TAKE)
        || sentence.has(Sense.EVENT)
        || sentence.has(Sense.LOSE)
        || sentence.has(Sense.OWN_UP)
        || sentence.has(Sense.SAY)
        || sentence.has(Sense.PAY)
        || sentence.has(Sense.RANSOM)
        || sentence.has(Sense.LEAK)
        || sentence.has(Sense.PERSONAL)
        || sentence.has(Sense.DATA);
  }

  private List<VictimMention> all() {
    events.headlineTag();
    lists.listed();
    events.tellingNames();
    if (!isOfProducts()) {
      tellingWords();
    }
    lost.forEach(this::around);
    if (!lost.isEmpty() && mentions.distinct().isEmpty()) {
      losses.flawIn();
    }
    return mentions.distinct();
  }

  /** The wordings that a word opens, at each of its words. */
  private void tellingWords() {
    mentions.names().forEach(deeds::owned);
    for (int i = 0; i < sentence.size(); i++) {
      Token token = sentence.at(i);
      if (token.is("such") || (token.is(Sense.LIST_OPENER) && token.isOneOf("including", "like"))) {
        lists.listedAs(i);
      }
      if (token.is(Sense.PAY) && token.isOneOf("pay", "paying")) {
        ransoms.unpaid(i);
      }
      if ((token.is(Sense.LIST_OF_VICTIMS) && token.isOneOf("victims", "victim", "targets"))
          || (token.is(Sense.LIST_OPENER) && token.isOneOf("include", "included", "includes"))) {
        lists.victimsAre(i);
      }
      if (token.senses().isEmpty()
          && token.isOneOf("affected", "affects", "impacted", "impacting", "impacts")) {
        deeds.affecting(i);
      }
      if (!token.senses().hasAny(TELLING) || isUnreal(i)) {
        continue;
      }
      if (token.is(Sense.STRUCK)) {
        deeds.struck(i);
      }
      if (token.is(Sense.HACK)) {
        deeds.hacked(i);
      }
      if (token.is(Sense.LOSE)) {
        speech.lost(i);
      }
      if (token.is(Sense.OWN_UP) || token.isOneOf("said", "says")) {
        speech.ownedUp(i);
      }
      if (token.is("encrypted")) {
        deeds.affected(i);
      }
      if (token.is(Sense.INTRUDE)) {
        deeds.accessed(i);
      }
      if (token.isOneOf("victim", "prey", "victims")) {
        speech.fellVictim(i);
      }
      if (token.is("belonging")) {
        deeds.belonging(i);
      }
      if (token.is(Sense.TAKE)) {
        deeds.takenFrom(i);
      }
      if ((token.is(Sense.LEAK) || token.is(Sense.INTRUDE)) && !token.is(Sense.TAKE)) {
        deeds.leakedFrom(i);
      }
      if (token.is(Sense.EVENT)) {
        if (token.isOneOf("theft", "thefts", "heist", "robbery")) {
          deeds.takenFrom(i);
        }
        events.eventAt(i);
        events.namedEvent(i);
      }
      if (token.isOneOf("ransom", "hackers")) {
        events.knownNameBefore(i);
      }
      if (token.isOneOf("fined", "fines", "sued")) {
        speech.fined(i);
      }
      if (token.is(Sense.PAY)) {
        ransoms.paid(i);
      }
      if (token.is(Sense.DEMAND) && sentence.has(Sense.RANSOM)) {
        ransoms.demanded(i);
      }
      if (token.is(Sense.REFUSE)) {
        ransoms.refused(i);
      }
      if (token.is(Sense.PERSONAL) || token.is(Sense.DATA)) {
        lists.peopleOf(i);
      }
    }
  }

  private void around(Money loss) {
    losses.around(loss);
    payers.of(loss);
  }

  /** "The flaw could let attackers hijack X accounts": what could be done, not what was done. */
  private boolean isOfProducts() {
    boolean posing = sentence.has(Sense.POSE);
    boolean flaw = sentence.has(Sense.FLAW);
    if (!posing && !flaw && !sentence.has(Sense.ANYONE)) {
      return false;
    }
    if (hasOneOf("breach", "breached", "stole", "stolen", "ransom", "heist")) {
      return false;
    }
    if (posing) {
      return true;
    }
    if (flaw && !sentence.hasPassiveDeed()) {
      return !hasOneOf("$", "drained", "lost", "rekt");
    }
    for (int i = 1; i < sentence.size(); i++) {
      if (sentence.at(i - 1).is(Sense.ANYONE)
          && (sentence.at(i).isOneOf("could", "can", "might", "would") || isHelped(i))) {
        return true;
      }
    }
    return false;
  }

  /** "lets anyone to read": not "the theft let hackers to go on". */
  private boolean isHelped(int i) {
    return sentence.at(i).is("to")
        && sentence.has(Sense.LET, i - 4, i)
        && !sentence.has(Sense.EVENT, 0, i - 4);
  }

  private boolean hasOneOf(String... words) {
    for (Token token : sentence.tokens()) {
      if (token.isOneOf(words)) {
        return true;
      }
    }
    return false;
  }

  /** What did not happen, or not yet: "attempted to hack", "could steal". */
  private boolean isUnreal(int i) {
    for (int j = i - 1; j >= Math.max(0, i - 4); j--) {
      Token token = sentence.at(j);
      if (token.isOneOf("have", "has", "had", ",")) {
        return false;
      }
      if (token.is(Sense.ATTEMPT) || token.is(Sense.NEGATION)) {
        return true;
      }
    }
    return false;
  }
}
