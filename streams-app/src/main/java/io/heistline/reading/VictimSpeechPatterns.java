package io.heistline.reading;

import java.util.Optional;

/**
 * Wordings of what a victim itself says or suffers: "X lost", "X disclosed a breach", "X fell
 * victim".
 */
final class VictimSpeechPatterns {
  /** Words from "said" to "hackers", and from there to "its". */
  private static final int MAX_TO_THIEF = 6;

  private static final int MAX_TO_ITS = 10;

  private final Sentence sentence;
  private final NamePhrases phrases;
  private final Mentions mentions;

  VictimSpeechPatterns(Mentions mentions) {
    this.sentence = mentions.sentence();
    this.phrases = mentions.phrases();
    this.mentions = mentions;
  }

  /** "X lost $5 million", "X suffered a breach". */
  void lost(int i) {
    boolean data = sentence.at(i).is("losing") && sentence.has(Sense.DATA, i, i + 10);
    if (data || isEventOrMoneyAhead(i)) {
      phrases.subjectOf(i).ifPresent(name -> mentions.add(Wording.LOST, name, i, true));
    }
  }

  /** "X confirmed that it was hacked", "X disclosed a data breach", "X said hackers stole". */
  void ownedUp(int i) {
    boolean thieves = isOfThieves(i);
    if (!(thieves || isEventOrMoneyAhead(i)) || sentence.has(Sense.DENY, i - 3, i)) {
      return;
    }
    // Who says of a breach that it was found or reported may be anyone; who admits one was robbed.
    boolean own = sentence.at(i).is(Sense.ADMIT);
    boolean probing = sentence.at(i).is("investigating") && sentence.at(i - 1).is(Sense.BE);
    boolean ofItself = thieves || isOfItself(i);
    boolean self = own || probing || ofItself;
    Wording wording = ofItself ? Wording.SELF_REPORTED : Wording.OWNED_UP;
    phrases
        .subjectOf(i)
        .or(() -> self && !sentence.has(Sense.AFTERMATH) ? phrases.firstName(i) : Optional.empty())
        .filter(name -> self || (name.victim().isPresent() && name.source().isEmpty()))
        .filter(name -> !thieves || !sentence.at(name.from() - 1).is(Sense.PREPOSITION))
        .ifPresent(name -> mentions.add(wording, name, i, true));
  }

  /** "X said it was hit", "X announced that hackers had accessed its servers". */
  private boolean isOfItself(int verb) {
    for (int i = verb + 1; i < Math.min(sentence.size(), verb + 12); i++) {
      Token token = sentence.at(i);
      if (token.isOneOf("it", "they")) {
        return sentence.has(Sense.STRUCK, i, i + 6)
            || sentence.hasWord("victim", i, i + 6)
            || sentence.at(i + 1).isOneOf("suffered", "experienced", "fell", "became", "lost")
            || sentence
                .at(i + 2)
                .isOneOf("suffered", "experienced", "fell", "become", "paid", "lost");
      }
      if (token.isOneOf("its", "their")) {
        Token owned = sentence.at(i + 1);
        Token second = sentence.at(i + 2);
        return owned.is(Sense.OWNED) || second.is(Sense.OWNED) || owned.is(Sense.PERSONAL);
      }
    }
    return false;
  }

  /** "X said that hackers had broken into its wallets". */
  private boolean isOfThieves(int verb) {
    for (int thief = verb + 1; thief < verb + MAX_TO_THIEF; thief++) {
      if (sentence.at(thief).is(Sense.GANG)) {
        return !sentence.has(Sense.NEGATION, verb, thief) && isOfItsOwn(thief);
      }
    }
    return false;
  }

  /** Whether somebody takes or breaks into what "its" is said of. */
  private boolean isOfItsOwn(int thief) {
    for (int i = thief + 1; i < thief + MAX_TO_ITS; i++) {
      if (sentence.at(i).is("its")) {
        boolean deed =
            sentence.has(Sense.TAKE, thief, i)
                || sentence.has(Sense.HACK, thief, i)
                || sentence.has(Sense.INTRUDE, thief, i)
                || sentence.has(Sense.STRUCK, thief, i)
                || sentence.hasWord("broken", thief, i)
                || sentence.hasWord("broke", thief, i);
        return deed && !sentence.has(Sense.ATTEMPT, thief, i);
      }
    }
    return false;
  }

  /** "X fell victim to", "X became the latest victim of a breach". */
  void fellVictim(int i) {
    if (!isEventOrMoneyAhead(i)) {
      return;
    }
    for (int j = i - 1; j >= Math.max(1, i - 6); j--) {
      if (sentence
          .at(j)
          .isOneOf("fell", "fallen", "became", "become", "was", "is", "been", "falls", "were")) {
        int verb = j;
        phrases
            .subjectOf(verb)
            .ifPresent(name -> mentions.addWithSiblingsBefore(Wording.FELL_VICTIM, name, i));
        return;
      }
    }
  }

  /** Whether the sentence goes on to say that something was taken, lost or broken into. */
  private boolean isEventOrMoneyAhead(int i) {
    for (int j = i + 1; j < Math.min(sentence.size(), i + 12); j++) {
      Token token = sentence.at(j);
      if (token.is(Sense.EVENT)
          || token.is(Sense.STRUCK)
          || token.isOneOf("stolen", "ransomware", "unauthorized", "unauthorised", "$")) {
        return true;
      }
    }
    return false;
  }

  /** "fined X $80 million over a data breach", "X fined over a breach". */
  void fined(int i) {
    if (sentence.has(Sense.EVENT, i, sentence.size())) {
      phrases
          .subjectBefore(i)
          .filter(n -> n.victim().isPresent())
          .ifPresent(name -> mentions.add(Wording.FINED, name, i, true));
      phrases
          .objectAfter(i + 1)
          .filter(n -> n.victim().isPresent())
          .ifPresent(name -> mentions.add(Wording.FINED, name, i, true));
    }
  }
}
