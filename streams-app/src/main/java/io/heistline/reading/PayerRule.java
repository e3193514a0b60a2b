package io.heistline.reading;

/** Who paid, where it is nobody that the article names. */
final class PayerRule {
  /** Tokens before a verb within which its subject stands. */
  private static final int REACH = 7;

  /** Words from "an" to its noun: "an Oakland county hospital". */
  private static final int NOUN = 4;

  /** Days over which a wave is one event. */
  private static final int WAVE_DAYS = 60;

  private PayerRule() {}

  /** "A Freedonian hospital paid $9,000", "another exchange lost $8 million": not the victim. */
  static boolean isUnnamed(Sentence sentence) {
    for (int i = 1; i < sentence.size(); i++) {
      Token verb = sentence.at(i);
      boolean paid = verb.is(Sense.PAY) && !verb.isOneOf("payment", "payments", "payout");
      if ((paid || verb.is("lost")) && hasUnnamedSubject(sentence, i, paid)) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasUnnamedSubject(Sentence sentence, int verb, boolean paid) {
    for (int i = verb - 1; i >= Math.max(0, verb - REACH); i--) {
      Token token = sentence.at(i);
      if (token.isOneOf(",", ";", "the", "its", "that", "which")) {
        return false;
      }
      if (token.is(Sense.ORG)) {
        return isAnother(sentence, i, paid);
      }
    }
    return false;
  }

  private static boolean isAnother(Sentence sentence, int noun, boolean paid) {
    for (int i = noun - 1; i >= Math.max(0, noun - NOUN); i--) {
      Token token = sentence.at(i);
      if (token.is("another") || (paid && token.isOneOf("a", "an", "one"))) {
        return true;
      }
      if (!token.isWord() || token.is(Sense.PREPOSITION)) {
        return false;
      }
    }
    return false;
  }

  /** "Victims have paid it $90,000 so far": what one wave brought in, and not what years did. */
  static boolean isPaidToOneWave(Statement statement) {
    Sentence sentence = statement.facts().sentence();
    return (sentence.has(Sense.PAY) || sentence.has(Sense.RANSOM))
        && statement.facts().dates().stream().noneMatch(PayerRule::isLong);
  }

  private static boolean isLong(DateMention date) {
    return date.isYear() || date.last().isAfter(date.first().plusDays(WAVE_DAYS));
  }
}
