package io.heistline.reading;

/** Whether a ransom was paid or only asked for. */
final class RansomRule {
  /** Tokens before an amount within which it may have been asked for. */
  private static final int REACH_ASKED = 40;

  /** Words between paying and what is paid: "agreed to pay the full ransom demand of". */
  private static final int REACH_PAID = 8;

  private RansomRule() {}

  /** "The attacker demanded that X pay 1 bitcoin to end the attack, currently worth $7,000". */
  static boolean isAskedFor(Sentence sentence, int from) {
    for (int i = Math.max(0, from - REACH_ASKED); i < from; i++) {
      boolean asked = sentence.at(i).is(Sense.DEMAND) && sentence.has(Sense.GANG, i - 8, i);
      if (asked && !isAnyPaid(sentence, i, from + REACH_ASKED)) {
        return true;
      }
    }
    return false;
  }

  /** "agreed to pay the ransom demand of $28,000": paid, whatever was demanded. */
  static boolean isPaidBefore(Sentence sentence, int name) {
    for (int i = name - 1; i >= Math.max(0, name - REACH_PAID); i--) {
      Token token = sentence.at(i);
      if (token.isOneOf(",", ";", "but", "while", "after", "that")) {
        return false;
      }
      if (token.is(Sense.PAY) && !token.isOneOf("payment", "payments")) {
        return isPaid(sentence, i);
      }
    }
    return false;
  }

  static boolean isAnyPaid(Sentence sentence, int from, int to) {
    for (int i = Math.max(0, from); i < Math.min(sentence.size(), to); i++) {
      if (sentence.at(i).is(Sense.PAY) && isPaid(sentence, i)) {
        return true;
      }
    }
    return false;
  }

  /** "paid", "agreed to pay"; not "want X to pay", "decided not to pay", "until it is paid". */
  static boolean isPaid(Sentence sentence, int pay) {
    boolean order = pay == 0 && sentence.at(0).is("pay"); // "Pay $9,000 or lose your files"
    boolean once = sentence.at(pay).is("paid") && sentence.at(pay - 1).isOneOf("is", "be", "are");
    boolean infinitive = sentence.at(pay - 1).is("to");
    if (order || once) {
      return false;
    }
    if (infinitive && !sentence.has(Sense.CONSENT, pay - 6, pay - 1)) {
      return false;
    }
    for (int i = pay - 1; i >= Math.max(0, pay - 5); i--) {
      Token token = sentence.at(i);
      if (token.isOneOf(",", ";", "but")) {
        return true;
      }
      if (token.is(Sense.NEGATION)
          || token.is(Sense.REFUSE)
          || token.is(Sense.DENY)
          || token.isOneOf("whether", "if", "should", "must", "unless", "until", "would", "could")
          || (token.is(Sense.DEMAND) && !sentence.at(pay).is("paid"))) {
        return false;
      }
    }
    return true;
  }
}
