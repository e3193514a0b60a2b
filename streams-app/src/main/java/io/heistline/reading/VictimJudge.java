package io.heistline.reading;

import io.heistline.knowledge.Knowledge;
import io.heistline.model.EntityType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;

/**
 * Tells victims from bystanders by all that an article says of them: each cue weighs for or against
 * a name, by {@link VictimWeights}, and who weighs enough was robbed.
 */
final class VictimJudge {
  /** What a title may speak of that weighs for or against all names of its article. */
  private static final Sense[] TOPICS = {
    Sense.HACK,
    Sense.TAKE,
    Sense.EVENT,
    Sense.LEAK,
    Sense.RANSOM,
    Sense.FLAW,
    Sense.AFTERMATH,
    Sense.STRUCK,
    Sense.MALWARE,
    Sense.GENERAL,
    Sense.DATA
  };

  /** Log-odds from which who is said in plain words to be robbed was robbed: one to two. */
  private static final double TOLD_THRESHOLD = -0.7;

  /**
   * The log-odds from which an article is taken to tell of a theft at all. In cross-validation over
   * the labelled articles, 93 in 100 without one are left alone so, and 87 without this.
   */
  private static final double LEAST_TELLING = 0.5;

  /** How much the names' own odds count for that beside the article's words. */
  private static final double SHARE_OF_NAMES = 0.5;

  /** Beyond it, surer is as sure. */
  private static final double LEAST_DOUBT = 1e-6;

  /** Names of a headline and its summary: what they tell of in plain words is their news. */
  private static final int FEW_NAMES = 5;

  private final Knowledge knowledge;
  private final Set<String> actors;
  private final List<Sentence> sentences;
  private final NameGroups groups;
  private final List<VictimEvidence> evidence = new ArrayList<>();
  private final CueSet topics = new CueSet();
  private final Referral referral = new Referral();
  private final WordCues wordCues;

  /**
   * @param sentences of the article, the title first
   * @param names of each sentence
   * @param actors keys of names that the article gives to gangs or malware
   * @param wordCues the single words to look at
   */
  VictimJudge(
      Knowledge knowledge,
      List<Sentence> sentences,
      List<List<Name>> names,
      Set<String> actors,
      WordCues wordCues) {
    this.knowledge = knowledge;
    this.sentences = sentences;
    this.actors = actors;
    this.groups = new NameGroups(sentences, names);
    this.wordCues = wordCues;
    for (Sense sense : TOPICS) {
      topics.addIf(isTitled(sentences) && sentences.get(0).has(sense), Cue.title(sense));
    }
  }

  private static boolean isTitled(List<Sentence> sentences) {
    return !sentences.isEmpty() && sentences.get(0).style() == Sentence.Style.TITLE;
  }

  /**
   * Takes in what a sentence says of its names.
   *
   * @param index of the sentence
   * @param mentions the names that a wording makes victims
   * @param loss whether an amount of the sentence was lost
   */
  void hear(
      int index, Sentence sentence, List<Name> names, List<VictimMention> mentions, boolean loss) {
    if (isDenied(sentence)) {
      return;
    }
    if (sentence.has(Sense.POSE) && mentions.isEmpty()) {
      return; // "e-mails purporting to be from Zuzubit": the name is a disguise
    }
    referral.in(sentence, names).flatMap(groups::of).ifPresent(this::refer);
    if (names.isEmpty() && mentions.isEmpty()) {
      return;
    }
    VictimCues cues = new VictimCues(sentence, names, mentions, loss, actors);
    WordCues.OfSentence words = wordCues.of(sentence);
    for (Name name : names) {
      hear(index, cues, words, name);
    }
    for (VictimMention mention : mentions) {
      if (!names.contains(mention.name())) {
        hear(index, cues, words, mention.name());
      }
    }
  }

  /** "Oakmart saw no sign that its systems had been breached": nothing befell anyone. */
  private static boolean isDenied(Sentence sentence) {
    if (!sentence.has(Sense.NEGATION)) {
      return false;
    }
    for (int i = 1; i < sentence.size(); i++) {
      boolean no = sentence.at(i - 1).is(Sense.NEGATION) && sentence.at(i + 1).is("that");
      if (no && sentence.at(i).isOneOf("sign", "signs", "evidence", "indication", "proof")) {
        return true;
      }
    }
    return false;
  }

  /** Who was named before is told to be robbed: "It was hacked in May". */
  private void refer(int group) {
    if (group < evidence.size()) {
      CueSet cues = new CueSet();
      cues.add(Cue.REFERRED);
      evidence.get(group).note(cues);
    }
  }

  private void hear(int index, VictimCues cues, WordCues.OfSentence words, Name name) {
    if (name.victim().isEmpty() && (name.place() || name.actor().isPresent())) {
      return;
    }
    Optional<Integer> group = groups.add(name);
    if (group.isEmpty()) {
      return;
    }
    if (group.get() == evidence.size()) {
      evidence.add(new VictimEvidence(index));
    }
    VictimEvidence own = evidence.get(group.get());
    own.mention(cues.isOfDeed(), cues.of(name));
    own.mention(words, name, cues.span(name), knowledge.isAmbiguous(name.key(), EntityType.VICTIM));
    own.note(nature(name));
  }

  /** What a name itself tells. */
  private CueSet nature(Name name) {
    CueSet cues = new CueSet();
    if (name.victim().isPresent()) {
      boolean ambiguous = knowledge.isAmbiguous(name.key(), EntityType.VICTIM);
      cues.add(ambiguous ? Cue.AMBIGUOUS : Cue.KNOWN_VICTIM);
    }
    cues.addIf(name.source().isPresent(), Cue.KNOWN_SOURCE);
    cues.addIf(actors.contains(name.key()), Cue.COINED);
    cues.addIf(name.text().equals(Text.upper(name.text())), Cue.CAPITALS);
    cues.addIf(name.text().indexOf('.') >= 0, Cue.DOTTED);
    cues.add(
        switch (name.to() - name.from()) {
          case 1 -> Cue.ONE_WORD;
          case 2 -> Cue.TWO_WORDS;
          default -> Cue.MORE_WORDS;
        });
    return cues;
  }

  /** The victims, in order of mention; none of an article that hardly tells of any. */
  List<NameGroup> victims(VictimWeights weights) {
    List<VictimFeatures> candidates = candidates();
    boolean summary = candidates.size() <= FEW_NAMES;
    boolean known = candidates.stream().anyMatch(VictimJudge::isKnownAndRobbed);
    List<NameGroup> victims =
        candidates.stream()
            .filter(candidate -> !isOnlyAWord(candidate))
            .filter(candidate -> !known || !isBesideAnothers(candidate))
            .filter(
                candidate ->
                    isOutright(candidate, summary, weights)
                        || isKnownAndTold(candidate, weights)
                        || isMoreLikelyThanNot(candidate, weights)
                        || (!candidate.once().has(Cue.BYSTANDER) && weights.isVictim(candidate)))
            .map(VictimFeatures::names)
            .toList();
    return victims.isEmpty() || isOfAnyTheft(candidates, weights) ? victims : List.of();
  }

  /** Whether the article tells of any theft, by its words and its names: not in passing. */
  private boolean isOfAnyTheft(List<VictimFeatures> candidates, VictimWeights weights) {
    double none = 1;
    boolean summary = candidates.size() <= FEW_NAMES;
    for (VictimFeatures candidate : candidates) {
      if (summary && (isOutright(candidate, true, weights) || isKnownAndTold(candidate, weights))) {
        return true;
      }
      if (isTagged(candidate) || isTitledAndRobbedOfMoney(candidate)) {
        return true;
      }
      none /= 1 + StrictMath.exp(weights.logOdds(candidate));
    }
    double any = Math.max(LEAST_DOUBT, 1 - none) / Math.max(LEAST_DOUBT, none);
    double telling = weights.articles().logOdds(sentences) + SHARE_OF_NAMES * StrictMath.log(any);
    return telling >= LEAST_TELLING;
  }

  /** Whether names were left out, for there are too many. */
  boolean isFull() {
    return groups.isFull();
  }

  /**
   * "Zuzubit - REKT" always; "X fell victim to", "stole $5 million from X" where little else is
   * said, or what else is said does not speak against it.
   */
  private static boolean isOutright(
      VictimFeatures candidate, boolean summary, VictimWeights weights) {
    return isTagged(candidate)
        || isTitledAndRobbedOfMoney(candidate)
        || (candidate.once().has(Cue.OUTRIGHT)
            && (summary || weights.logOdds(candidate) >= TOLD_THRESHOLD));
  }

  /** A title names it, and a sentence tells what sum it lost. */
  private static boolean isTitledAndRobbedOfMoney(VictimFeatures candidate) {
    return candidate.once().has(Cue.TOLD_LOSS) && candidate.once().has(Cue.FIRST_IN_TITLE);
  }

  /** Beside the deeds of which all are said to be another's, a doubtful name is no victim's. */
  private static boolean isMoreLikelyThanNot(VictimFeatures candidate, VictimWeights weights) {
    return weights.logOdds(candidate) >= 0;
  }

  /** A word of every day's that is some victim's name, too, and of which no deed is told. */
  private static boolean isOnlyAWord(VictimFeatures candidate) {
    return candidate.once().has(Cue.AMBIGUOUS)
        && !candidate.once().has(Cue.KNOWN_VICTIM)
        && !candidate.once().has(Cue.TOLD)
        && !candidate.once().has(Cue.IN_TITLE)
        && !candidate.once().has(Cue.LIST_TOLD)
        && !candidate.once().has(Cue.REFERRED);
  }

  /** A well-known victim, said in plain words to have been robbed: "the hack of The DAO". */
  private static boolean isKnownAndRobbed(VictimFeatures candidate) {
    return candidate.once().has(Cue.FIRM)
        && (candidate.once().has(Cue.KNOWN_VICTIM) || candidate.once().has(Cue.AMBIGUOUS));
  }

  /**
   * Of whom no deed is told, but in whose sentence another's is: "after the Mt. Gox hack, Zuzubit
   * explained what it is". If that other is well known, the theft is known to be that one's.
   */
  private static boolean isBesideAnothers(VictimFeatures candidate) {
    return candidate.once().has(Cue.OTHER_TOLD)
        && !candidate.once().has(Cue.KNOWN_VICTIM)
        && !candidate.once().has(Cue.TOLD)
        && !candidate.once().has(Cue.LIST_TOLD)
        && !candidate.once().has(Cue.REFERRED);
  }

  private static boolean isTagged(VictimFeatures candidate) {
    return candidate.once().has(Cue.wording(Wording.HEADLINE_TAG));
  }

  /** Who is known to have been robbed, and told so in plain words, needs fewer other signs. */
  private static boolean isKnownAndTold(VictimFeatures candidate, VictimWeights weights) {
    return candidate.once().has(Cue.FIRM)
        && candidate.once().has(Cue.KNOWN_VICTIM)
        && weights.logOdds(candidate) >= TOLD_THRESHOLD;
  }

  /** The article's names, in order of mention, with all that weighs for or against them. */
  List<VictimFeatures> candidates() {
    int mentions = most(VictimEvidence::mentions);
    int deeds = most(VictimEvidence::deeds);
    int told = most(VictimEvidence::told);
    List<VictimFeatures> candidates = new ArrayList<>();
    for (int i = 0; i < evidence.size(); i++) {
      VictimEvidence own = evidence.get(i);
      own.note(topics);
      own.once().addIf(own.isBystander(), Cue.BYSTANDER);
      own.once().addIf(own.told() > 0 && own.told() == told, Cue.TOLD_MOST);
      candidates.add(VictimFeatures.of(groups.group(i), own, mentions, deeds, told));
    }
    return candidates;
  }

  /** The most that a name has which is named beside a deed. */
  private int most(ToIntFunction<VictimEvidence> count) {
    return evidence.stream().filter(e -> e.deeds() > 0).mapToInt(count).max().orElse(1);
  }
}
