package io.heistline.reading;

/** Whether a ransom was paid or only asked for. */
final class RansomRule {
  /** Tokens before an amount within which it may have been asked for. */
  private static final int REACH_ASKED = 40;

  /** Words between paying and what is paid: "agreed to pay the full ransom demand of". */
  private static final int REACH_PAID = 8;

  /** Words before paying that tell whether anything was paid. */
  private static final int REACH_VERB = 5;

  /** Words before a payment that do: "asking for 2 bitcoins ($9,000) in payment". */
  private static final int REACH_NOUN = 9;

  /** Words from paying to what is bought with it: "paid the gang $9,000 in bitcoin to get". */
  private static final int REACH_PURPOSE = 14;

  private RansomRule() {}

  /** "paid $9,000 to get its files back", "paid to have its data returned". */
  static boolean isForFiles(Sentence sentence, int pay) {
    for (int i = pay + 1; i < Math.min(sentence.size(), pay + REACH_PURPOSE); i++) {
      boolean get = sentence.at(i).isOneOf("get", "have", "gain", "free", "release", "retrieve");
      if (sentence.at(i - 1).is("to") && get) {
        return sentence.has(Sense.OWNED, i + 1, i + 6) || sentence.hasWord("back", i + 1, i + 6);
      }
    }
    return false;
  }

  /** "paid $9,000 in bitcoin": who pays so is blackmailed, mostly. */
  static boolean isInCoins(Sentence sentence, int pay) {
    for (int i = Math.max(1, pay - REACH_PAID); i < pay + REACH_PAID; i++) {
      boolean coins =
          sentence.at(i).isOneOf("bitcoin", "bitcoins", "cryptocurrency", "monero", "crypto");
      if (coins && (sentence.at(i - 1).is("in") || sentence.at(i - 2).is("in"))) {
        return true;
      }
    }
    return false;
  }

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

  /** "coerced Oakmart, a shop in Freedonia, to pay", "the council voted to pay". */
  private static boolean isForced(Sentence sentence, int pay) {
    for (int i = pay - 1; i >= Math.max(0, pay - REACH_PURPOSE); i--) {
      if (sentence.at(i).isOneOf("coerce", "coerced", "forced", "compelled", "authorized")
          || sentence.at(i).isOneOf("authorised", "voted", "approved")) {
        return true;
      }
    }
    return false;
  }

  /** "asked to download a browser and pay": what is told first holds for what is joined to it. */
  private static boolean isToldTo(Sentence sentence, int pay) {
    if (!sentence.at(pay - 1).isOneOf("and", "or")) {
      return false;
    }
    for (int i = pay - 1; i >= Math.max(1, pay - REACH_PURPOSE); i--) {
      if (sentence.at(i).is("to")) {
        return !sentence.has(Sense.CONSENT, i - 5, i);
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
    boolean told = sentence.at(pay).is("pay") && isToldTo(sentence, pay);
    if (order || once || told) {
      return false;
    }
    if (infinitive && !sentence.has(Sense.CONSENT, pay - 6, pay - 1) && !isForced(sentence, pay)) {
      return false;
    }
    int reach = sentence.at(pay).isOneOf("payment", "payments") ? REACH_NOUN : REACH_VERB;
    for (int i = pay - 1; i >= Math.max(0, pay - reach); i--) {
      Token token = sentence.at(i);
      if (token.isOneOf(",", ";", "but")) {
        return true;
      }
      if (token.is(Sense.NEGATION)
          || token.is(Sense.REFUSE)
          || token.is(Sense.DENY)
          || token.isOneOf("whether", "if", "should", "must", "unless", "until", "would", "could")
          || token.isOneOf("option", "offered", "instructed", "urged", "required", "goal")
          || token.isOneOf("buyer", "buyers") // of what was stolen
          || (token.isOneOf("after", "once", "when") && sentence.at(i - 1).is("only"))
          || (token.is(Sense.DEMAND) && !sentence.at(pay).is("paid"))) {
        return false;
      }
    }
    return true;
  }
}
