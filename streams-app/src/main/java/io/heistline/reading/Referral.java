package io.heistline.reading;

import java.util.List;
import java.util.Optional;

/**
 * Whom a sentence goes on about without a name: "Zuzubit runs in Oaktown. The exchange was hacked
 * in May." speaks of Zuzubit.
 */
final class Referral {
  /** Sentences after its last mention for which a name is meant by "it". */
  private static final int REACH = 2;

  /** Tokens from its beginning within which a sentence says what it is about. */
  private static final int SUBJECT_REACH = 16;

  /** Tokens between "it" and what was done to it. */
  private static final int DEED_REACH = 6;

  private Optional<Name> last = Optional.empty();
  private int age;

  /**
   * The name that a sentence says was robbed without naming it, if it does; sentences come in
   * order.
   */
  Optional<Name> in(Sentence sentence, List<Name> names) {
    age++;
    Optional<Name> meant =
        last.filter(name -> age <= REACH && !isNamedFirst(names) && isToldOfIt(sentence));
    Optional<Name> subject = names.stream().filter(Referral::mayBeMeant).findFirst();
    if (subject.isPresent()) {
      last = subject;
      age = 0;
    }
    return meant;
  }

  private static boolean mayBeMeant(Name name) {
    return name.victim().isPresent() || (!name.place() && name.actor().isEmpty());
  }

  private static boolean isNamedFirst(List<Name> names) {
    return !names.isEmpty() && names.get(0).from() < 2;
  }

  private static boolean isToldOfIt(Sentence sentence) {
    boolean may =
        sentence.has(Sense.STRUCK) || sentence.has(Sense.EVENT) || sentence.has(Sense.RANSOM);
    if (!may) {
      return false;
    }
    for (int i = 0; i < Math.min(sentence.size(), SUBJECT_REACH); i++) {
      Token token = sentence.at(i);
      boolean kind =
          sentence.at(i - 1).is("the")
              && !token.isCapitalised()
              && (token.is(Sense.ORG) || token.is(Sense.NAME_PART));
      boolean pronoun = token.isOneOf("it", "they") || (kind && sentence.at(i + 1).is(Sense.BE));
      if (pronoun && isStruck(sentence, i + 1)) {
        return true;
      }
      boolean owner = token.isOneOf("its", "their") || (kind && sentence.at(i + 1).isPossessive());
      if (owner && isOwnedStruck(sentence, i + 1)) {
        return true;
      }
      if ((kind || token.is("it")) && isOwnWord(sentence, i + 1)) {
        return true;
      }
    }
    return false;
  }

  /** "its servers were breached", "the exchange's wallets have been drained". */
  private static boolean isOwnedStruck(Sentence sentence, int from) {
    for (int i = from; i < from + DEED_REACH; i++) {
      if (sentence.at(i).is(Sense.OWNED)) {
        return isStruck(sentence, i + 1);
      }
    }
    return false;
  }

  /** "it was hacked", "the exchange has been robbed". */
  private static boolean isStruck(Sentence sentence, int from) {
    boolean was = false;
    for (int i = from; i < from + DEED_REACH; i++) {
      Token token = sentence.at(i);
      if (was && token.is(Sense.STRUCK)) {
        return true;
      }
      if (token.is(Sense.NEGATION) || token.is(Sense.ATTEMPT)) {
        return false;
      }
      was |= token.isOneOf("was", "were", "been", "got");
      if (!token.is(Sense.BE) && !NamePhrases.isAdverb(token)) {
        return false;
      }
    }
    return false;
  }

  /** "the exchange confirmed the breach", "it suffered an attack", "the firm paid the ransom". */
  private static boolean isOwnWord(Sentence sentence, int from) {
    for (int i = from; i < from + 3; i++) {
      Token token = sentence.at(i);
      if (token.is(Sense.ADMIT) || token.is(Sense.LOSE)) {
        return sentence.has(Sense.EVENT, i, i + SUBJECT_REACH);
      }
      if (token.isOneOf("paid", "pays")) {
        return sentence.has(Sense.RANSOM);
      }
    }
    return false;
  }
}
