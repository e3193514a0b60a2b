package io.heistline.reading;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a sentence tells of a name in it: the cues by which {@link VictimJudge} tells victims from
 * bystanders.
 *
 * <p>A cue is a short string, fitted a weight of its own: {@code wording:STRUCK} (a wording of {@link
 * VictimPatterns}), {@code before:HACK} (a word of that sense among the four before the name),
 * {@code prep:from}.
 */
final class VictimCues {
  /** Words on either side that belong to a name most likely. */
  private static final int NEAR = 4;

  /** Words on either side beyond which a sentence speaks of something else. */
  private static final int FAR = 14;

  /** Descriptive words between a preposition and its name that are looked across. */
  private static final int MAX_DESCRIPTION = 4;

  /** The senses that tell something of a name beside them. */
  private static final Sense[] TELLING = {
    Sense.HACK, Sense.STRUCK, Sense.TAKE, Sense.EVENT, Sense.LEAK, Sense.LOSE, Sense.RANSOM,
    Sense.DATA, Sense.PERSONAL, Sense.MALWARE, Sense.FLAW, Sense.ATTEMPT, Sense.NEGATION,
    Sense.SAY, Sense.BLAME, Sense.AFTERMATH, Sense.OTHER_MONEY, Sense.GANG, Sense.OWN_UP,
    Sense.ORG, Sense.OWNED, Sense.PAY, Sense.DEMAND
  };

  /** The senses of the word right behind a name that tell something. */
  private static final Sense[] NEXT = {
    Sense.BE, Sense.SAY, Sense.EVENT, Sense.PERSONAL, Sense.DATA, Sense.ORG, Sense.AFTERMATH,
    Sense.OWN_UP, Sense.STRUCK, Sense.PREPOSITION, Sense.OWNED, Sense.LOSE, Sense.PAY
  };

  /** What a name may own that tells something: "Zuzubit's servers". */
  private static final Sense[] POSSESSION = {
    Sense.EVENT, Sense.OWNED, Sense.PERSONAL, Sense.DATA, Sense.ORG
  };

  /** What may govern a preposition before a name: "stole from", "customers of". */
  private static final Sense[] GOVERNORS = {
    Sense.HACK, Sense.TAKE, Sense.EVENT, Sense.LEAK, Sense.DATA, Sense.PERSONAL, Sense.OWNED,
    Sense.SAY, Sense.GANG
  };

  private static final Set<String> LINKS =
      Set.of(
          "from", "at", "of", "on", "against", "in", "into", "to", "by", "with", "for", "like",
          "including", "as", "and", "or", "affecting", "hit", "via", "using", "about", "than", ",",
          "(", "called", "dubbed", "through", "over", "after", "while", "but", "that");

  private static final Map<Wording, String> WORDING = wordings();
  private static final Map<Sense, String> BEFORE = labels("before:");
  private static final Map<Sense, String> AFTER = labels("after:");
  private static final Map<Sense, String> FAR_BEFORE = labels("far-before:");
  private static final Map<Sense, String> FAR_AFTER = labels("far-after:");
  private static final Map<Sense, String> BEHIND = labels("next:");
  private static final Map<Sense, String> OWNS = labels("owns:");

  private final Sentence sentence;
  private final List<Name> names;
  private final List<VictimMention> mentions;
  private final NamePhrases phrases;
  private final List<List<Name>> lists;
  private final boolean deed;
  private final boolean passive;
  private final boolean dollars;

  VictimCues(
      Sentence sentence, List<Name> names, List<VictimMention> mentions, Set<String> actors) {
    this.sentence = sentence;
    this.names = names;
    this.mentions = mentions;
    this.phrases = new NamePhrases(sentence, names, actors);
    this.lists = NameLists.in(sentence, names);
    this.deed =
        sentence.has(Sense.TAKE)
            || sentence.has(Sense.HACK)
            || sentence.has(Sense.EVENT)
            || sentence.has(Sense.LEAK)
            || sentence.has(Sense.RANSOM);
    this.passive = sentence.hasPassiveDeed();
    this.dollars = sentence.tokens().stream().anyMatch(t -> t.is("$"));
  }

  boolean isOfDeed() {
    return deed;
  }

  /** The cues of a name of the sentence, each once. */
  List<String> of(Name name) {
    List<String> cues = new ArrayList<>();
    wordings(name, cues);
    surroundings(name, cues);
    link(name, cues);
    behind(name, cues);
    listed(name, cues);
    place(name, cues);
    if (!phrases.couldBeVictim(name)) {
      cues.add("no-victim");
    }
    return cues;
  }

  private void wordings(Name name, List<String> cues) {
    for (VictimMention mention : mentions) {
      if (mention.name().equals(name)) {
        cues.add(WORDING.get(mention.wording()));
        cues.add(mention.firm() ? "firm" : "loose");
        cues.add("told");
      }
    }
  }

  private void surroundings(Name name, List<String> cues) {
    int from = name.from();
    int to = name.to();
    for (Sense sense : TELLING) {
      if (!sentence.has(sense)) {
        continue;
      }
      addIf(sentence.has(sense, from - NEAR, from), BEFORE.get(sense), cues);
      addIf(sentence.has(sense, to, to + NEAR), AFTER.get(sense), cues);
      addIf(sentence.has(sense, from - FAR, from - NEAR), FAR_BEFORE.get(sense), cues);
      addIf(sentence.has(sense, to + NEAR, to + FAR), FAR_AFTER.get(sense), cues);
    }
    addIf(sentence.at(from - 1).is(Sense.ORG), "called-org", cues);
    addIf(sentence.has(Sense.TITLE_OF_PERSON, from - 3, from), "titled", cues);
    addIf(sentence.has(Sense.TITLE_OF_PERSON, to, to + NEAR), "title-behind", cues);
  }

  /** The preposition or comma that a name hangs on, and what governs it: "stole 5 BTC from X". */
  private void link(Name name, List<String> cues) {
    int i = name.from() - 1;
    for (int words = 0; i >= 0 && words < MAX_DESCRIPTION && isDescription(i); words++) {
      i--;
    }
    if (name.from() == 0) {
      cues.add("opens");
    }
    if (i < 0 || !LINKS.contains(sentence.at(i).lower())) {
      return;
    }
    String link = sentence.at(i).lower();
    cues.add("link:" + link);
    addIf(deed, "deed-link:" + link, cues);
    for (Sense sense : GOVERNORS) {
      addIf(sentence.at(i - 1).is(sense), "governed:" + sense + "-" + link, cues);
    }
  }

  private boolean isDescription(int i) {
    Token token = sentence.at(i);
    return !LINKS.contains(token.lower())
        && (token.is(Sense.DETERMINER)
            || token.is(Sense.ORG)
            || token.is(Sense.PLACE)
            || token.is(Sense.ADJECTIVE)
            || token.isNumber()
            || token.isPossessive()
            || (token.isWord() && token.senses() == 0));
  }

  private void behind(Name name, List<String> cues) {
    int to = name.to();
    Token next = sentence.at(to);
    if (next.isPossessive()) {
      cues.add("possessive");
      for (Sense sense : POSSESSION) {
        addIf(sentence.has(sense, to + 1, to + 5), OWNS.get(sense), cues);
      }
    }
    for (Sense sense : NEXT) {
      addIf(next.is(sense), BEHIND.get(sense), cues);
    }
    addIf(next.is(","), "next-comma", cues);
    addIf(next.is("and"), "next-and", cues);
    addIf(next.is("("), "next-bracket", cues);
    addIf(to >= sentence.size(), "closes", cues);
    boolean dash = next.isOneOf("-", "\u2013", "\u2014", ":", "(");
    addIf(
        dash
            && sentence.at(to + 1).isNumber()
            && (sentence.has(Sense.PERSONAL, to, to + 6) || sentence.has(Sense.DATA, to, to + 6)),
        "counted",
        cues);
  }

  /** What is told of one of a list holds for the others. */
  private void listed(Name name, List<String> cues) {
    for (List<Name> list : lists) {
      if (!list.contains(name)) {
        continue;
      }
      boolean told =
          mentions.stream().anyMatch(m -> !m.name().equals(name) && list.contains(m.name()));
      boolean known =
          list.stream().anyMatch(n -> !n.equals(name) && n.victim().isPresent());
      addIf(told, "list-told", cues);
      addIf(known, "list-known", cues);
      cues.add(list.size() > 2 ? "list-long" : "list-pair");
      int first = list.get(0).from();
      boolean victims = false;
      for (int i = Math.max(0, first - 8); i < first; i++) {
        victims |= sentence.at(i).is(Sense.LIST_OF_VICTIMS);
      }
      addIf(victims, "list-of-victims", cues);
      addIf(
          sentence.at(first - 1).is(Sense.LIST_OPENER),
          "list-opened",
          cues);
    }
  }

  private void place(Name name, List<String> cues) {
    if (sentence.style() == Sentence.Style.TITLE) {
      cues.add("in-title");
      addIf(deed, "in-title-deed", cues);
    }
    addIf(sentence.style() == Sentence.Style.HEADING, "in-heading", cues);
    addIf(deed, "deed", cues);
    addIf(deed && sentence.has(Sense.DATA), "deed-data", cues);
    addIf(passive, "passive", cues);
    addIf(dollars, "dollars", cues);
    addIf(sentence.size() <= ListPatterns.MAX_ITEM, "short", cues);
  }

  private static void addIf(boolean holds, String cue, List<String> cues) {
    if (holds) {
      cues.add(cue);
    }
  }

  private static Map<Wording, String> wordings() {
    Map<Wording, String> labels = new EnumMap<>(Wording.class);
    for (Wording wording : Wording.values()) {
      labels.put(wording, "wording:" + wording);
    }
    return labels;
  }

  private static Map<Sense, String> labels(String prefix) {
    Map<Sense, String> labels = new EnumMap<>(Sense.class);
    for (Sense sense : Sense.values()) {
      labels.put(sense, prefix + sense);
    }
    return labels;
  }
}
