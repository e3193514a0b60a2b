package io.heistline.reading;

import java.util.List;
import java.util.Set;

/** What a sentence tells of a name in it, see {@link Cue}. */
final class VictimCues {
  /** Words on either side that belong to a name most likely. */
  private static final int NEAR = 4;

  /** Words on either side beyond which a sentence speaks of something else. */
  private static final int FAR = 14;

  /** Descriptive words between a preposition and its name that are looked across. */
  private static final int MAX_DESCRIPTION = 4;

  /** Words before a list within which it is said to be one of victims. */
  private static final int LIST_HEAD = 8;

  /** The senses that tell something of a name beside them. */
  private static final Sense[] TELLING = {
    Sense.HACK,
    Sense.STRUCK,
    Sense.TAKE,
    Sense.EVENT,
    Sense.LEAK,
    Sense.LOSE,
    Sense.RANSOM,
    Sense.DATA,
    Sense.PERSONAL,
    Sense.MALWARE,
    Sense.FLAW,
    Sense.ATTEMPT,
    Sense.NEGATION,
    Sense.SAY,
    Sense.BLAME,
    Sense.AFTERMATH,
    Sense.OTHER_MONEY,
    Sense.GANG,
    Sense.OWN_UP,
    Sense.ORG,
    Sense.OWNED,
    Sense.PAY,
    Sense.DEMAND
  };

  /** The senses of the word right behind a name that tell something. */
  private static final Sense[] NEXT = {
    Sense.BE,
    Sense.SAY,
    Sense.EVENT,
    Sense.PERSONAL,
    Sense.DATA,
    Sense.ORG,
    Sense.AFTERMATH,
    Sense.OWN_UP,
    Sense.STRUCK,
    Sense.PREPOSITION,
    Sense.OWNED,
    Sense.LOSE,
    Sense.PAY
  };

  /** What a name may own that tells something: "Zuzubit's servers". */
  private static final Sense[] POSSESSION = {
    Sense.EVENT, Sense.OWNED, Sense.PERSONAL, Sense.DATA, Sense.ORG
  };

  /** What may govern a preposition before a name: "stole from", "customers of". */
  private static final Sense[] GOVERNORS = {
    Sense.HACK,
    Sense.TAKE,
    Sense.EVENT,
    Sense.LEAK,
    Sense.DATA,
    Sense.PERSONAL,
    Sense.OWNED,
    Sense.SAY,
    Sense.GANG
  };

  private final Sentence sentence;
  private final List<VictimMention> mentions;
  private final NamePhrases phrases;
  private final List<List<Name>> lists;
  private final CueSet ofSentence = new CueSet();
  private final boolean deed;
  private final boolean loss;

  /**
   * @param names the names in the sentence
   * @param mentions those that a wording makes victims
   * @param loss whether an amount of the sentence was lost
   * @param actors keys of names that the article gives to gangs or malware
   */
  VictimCues(
      Sentence sentence,
      List<Name> names,
      List<VictimMention> mentions,
      boolean loss,
      Set<String> actors) {
    this.sentence = sentence;
    this.mentions = mentions;
    this.loss = loss;
    this.phrases = new NamePhrases(sentence, names, actors);
    this.lists = NameLists.in(sentence, names);
    this.deed =
        sentence.has(Sense.TAKE)
            || sentence.has(Sense.HACK)
            || sentence.has(Sense.EVENT)
            || sentence.has(Sense.LEAK)
            || sentence.has(Sense.RANSOM);
    describeSentence();
  }

  /** Whether the sentence speaks of a deed. */
  boolean isOfDeed() {
    return deed;
  }

  /** The cues of a name of the sentence. */
  CueSet of(Name name) {
    CueSet cues = new CueSet();
    cues.addAll(ofSentence);
    wordings(name, cues);
    Span span = span(name);
    surroundings(name, span, cues);
    link(name.from(), cues);
    link(span.from(), cues);
    behind(name.to(), cues);
    behind(span.to(), cues);
    listed(name, cues);
    cues.addIf(!phrases.couldBeVictim(name), Cue.NO_VICTIM);
    cues.addIf(sentence.at(name.to() - 1).is(Sense.NAME_PART), Cue.INSTITUTION);
    return cues;
  }

  private void describeSentence() {
    boolean title = sentence.style() == Sentence.Style.TITLE;
    ofSentence.addIf(title, Cue.IN_TITLE);
    ofSentence.addIf(title && deed, Cue.IN_TITLE_DEED);
    ofSentence.addIf(sentence.style() == Sentence.Style.HEADING, Cue.IN_HEADING);
    ofSentence.addIf(deed, Cue.DEED);
    ofSentence.addIf(deed && sentence.has(Sense.DATA), Cue.DEED_DATA);
    ofSentence.addIf(sentence.hasPassiveDeed(), Cue.PASSIVE);
    ofSentence.addIf(sentence.size() <= ListPatterns.MAX_ITEM, Cue.SHORT);
    for (Token token : sentence.tokens()) {
      ofSentence.addIf(token.is("$"), Cue.DOLLARS);
    }
  }

  private void wordings(Name name, CueSet cues) {
    boolean otherTold = false;
    for (VictimMention mention : mentions) {
      otherTold |= mention.firm() && !mention.name().equals(name);
      if (mention.name().equals(name)) {
        cues.add(Cue.wording(mention.wording()));
        cues.add(mention.firm() ? Cue.FIRM : Cue.LOOSE);
        cues.add(Cue.TOLD);
        cues.addIf(loss, Cue.TOLD_LOSS);
        cues.addIf(loss || mention.wording().isOutright(), Cue.OUTRIGHT);
      }
    }
    cues.addIf(otherTold && !cues.has(Cue.TOLD), Cue.OTHER_TOLD);
  }

  /**
   * The list that a name stands in, else itself: what stands around "Zuzubit, Oakmart and Pinemart"
   * is told of each.
   */
  Span span(Name name) {
    for (List<Name> list : lists) {
      if (list.contains(name)) {
        return new Span(list.get(0).from(), list.get(list.size() - 1).to());
      }
    }
    return new Span(name.from(), name.to());
  }

  /** From one token to before another. */
  record Span(int from, int to) {}

  private void surroundings(Name name, Span span, CueSet cues) {
    int from = span.from();
    int to = span.to();
    Senses before = sentence.senses(from - NEAR, from);
    Senses after = sentence.senses(to, to + NEAR);
    Senses farBefore = sentence.senses(from - FAR, from - NEAR);
    Senses farAfter = sentence.senses(to + NEAR, to + FAR);
    for (Sense sense : TELLING) {
      if (sentence.has(sense)) {
        cues.addIf(before.has(sense), Cue.before(sense));
        cues.addIf(after.has(sense), Cue.after(sense));
        cues.addIf(farBefore.has(sense), Cue.farBefore(sense));
        cues.addIf(farAfter.has(sense), Cue.farAfter(sense));
      }
    }
    cues.addIf(sentence.at(name.from() - 1).is(Sense.ORG), Cue.CALLED_ORG);
    cues.addIf(sentence.has(Sense.TITLE_OF_PERSON, name.from() - 3, name.from()), Cue.TITLED);
    cues.addIf(sentence.has(Sense.TITLE_OF_PERSON, name.to(), name.to() + NEAR), Cue.TITLE_BEHIND);
  }

  /** The preposition or comma that a name hangs on, and what governs it: "stole 5 BTC from X". */
  private void link(int from, CueSet cues) {
    int i = NamePhrases.isQuote(sentence.at(from - 1)) ? from - 2 : from - 1;
    cues.addIf(i < 0, Cue.OPENS);
    for (int words = 0; i >= 0 && words < MAX_DESCRIPTION && isDescription(i); words++) {
      i--;
    }
    Token link = sentence.at(i);
    if (!Cue.isLink(link)) {
      return;
    }
    cues.add(Cue.link(link));
    cues.addIf(deed, Cue.deedLink(link));
    for (Sense governor : GOVERNORS) {
      cues.addIf(sentence.at(i - 1).is(governor), Cue.governed(governor, link));
    }
  }

  private boolean isDescription(int i) {
    Token token = sentence.at(i);
    return !Cue.isLink(token)
        && (token.is(Sense.DETERMINER)
            || token.is(Sense.ORG)
            || token.is(Sense.PLACE)
            || token.is(Sense.ADJECTIVE)
            || token.isNumber()
            || token.isPossessive()
            || (token.isWord() && token.senses().isEmpty()));
  }

  private void behind(int end, CueSet cues) {
    int to = NamePhrases.isQuote(sentence.at(end)) ? end + 1 : end;
    Token next = sentence.at(to);
    if (next.isPossessive()) {
      cues.add(Cue.POSSESSIVE);
      for (Sense sense : POSSESSION) {
        cues.addIf(sentence.has(sense, to + 1, to + 1 + NEAR), Cue.owns(sense));
      }
    }
    for (Sense sense : NEXT) {
      cues.addIf(next.is(sense), Cue.next(sense));
    }
    cues.addIf(next.is(","), Cue.NEXT_COMMA);
    cues.addIf(next.is("and"), Cue.NEXT_AND);
    cues.addIf(next.is("("), Cue.NEXT_BRACKET);
    cues.addIf(isSeat(to), Cue.SEAT);
    cues.addIf(to >= sentence.size(), Cue.CLOSES);
    cues.addIf(isCounted(to), Cue.COUNTED);
  }

  /** "Oaktown-based Zuzubit", "Oaktown, Freedonia-based Zuzubit". */
  private boolean isSeat(int to) {
    int place = sentence.at(to).is(",") && sentence.at(to + 1).is(Sense.PLACE) ? to + 2 : to;
    return sentence.at(place).is("-")
        && sentence.at(place + 1).isOneOf("based", "headquartered", "area");
  }

  private boolean isCounted(int to) {
    return sentence.at(to).isOneOf("-", "\u2013", "\u2014", ":", "(")
        && sentence.at(to + 1).isNumber()
        && (sentence.has(Sense.PERSONAL, to, to + 6) || sentence.has(Sense.DATA, to, to + 6));
  }

  /** What is told of one of a list holds for the others. */
  private void listed(Name name, CueSet cues) {
    for (List<Name> list : lists) {
      if (!list.contains(name)) {
        continue;
      }
      for (VictimMention mention : mentions) {
        boolean another = !mention.name().equals(name) && list.contains(mention.name());
        cues.addIf(another, Cue.LIST_TOLD);
      }
      for (Name other : list) {
        cues.addIf(!other.equals(name) && other.victim().isPresent(), Cue.LIST_KNOWN);
      }
      int first = list.get(0).from();
      cues.add(list.size() > 2 ? Cue.LIST_LONG : Cue.LIST_PAIR);
      cues.addIf(
          sentence.has(Sense.LIST_OF_VICTIMS, first - LIST_HEAD, first), Cue.LIST_OF_VICTIMS);
      cues.addIf(sentence.at(first - 1).is(Sense.LIST_OPENER), Cue.LIST_OPENED);
    }
  }
}
