package io.heistline.reading;

/**
 * Amounts that nobody lost: prices, rates, averages, fines, prizes, market values. What tells them
 * is not the nearest word.
 */
final class OtherMoneyRule {
  /** Tokens before an amount within which it may be called a fine or an average. */
  private static final int REACH = 14;

  /** Tokens before an amount within which a sale may stand whose price it is. */
  private static final int SALE_REACH = 18;

  /** Tokens before an amount within which it may be called a result of business. */
  private static final int REACH_RESULT = 8;

  /** Words of the name that stands behind an amount: "$5 million bug bounty program". */
  private static final int NAME_WORDS = 4;

  private OtherMoneyRule() {}

  static boolean isOther(Sentence sentence, int from, int to) {
    return isAverage(sentence, from)
        || isFine(sentence, from)
        || (isRate(sentence, to) && !isIncome(sentence, from))
        || isOneOfMany(sentence, from)
        || isPrice(sentence, from, to)
        || isOfOnePayer(sentence, from)
        || isOfShare(sentence, from)
        || isOfEach(sentence, from)
        || isResult(sentence, from)
        || isThreshold(sentence, from)
        || isPrize(sentence, to)
        || isDue(sentence, to);
  }

  /** "$8,000 for finding a flaw", "$9,000 to the hacker for an exploit". */
  private static boolean isPrize(Sentence sentence, int to) {
    for (int i = to; i < to + REACH; i++) {
      if (!sentence.at(i).is("for")) {
        continue;
      }
      boolean found =
          sentence
              .at(i + 1)
              .isOneOf("finding", "hacking", "reporting", "discovering", "disclosing", "bypassing");
      return found
          || sentence.has(Sense.FLAW, i + 1, i + 6)
          || sentence.at(i + 2).isOneOf("exploit", "exploits")
          || sentence.at(i + 3).isOneOf("exploit", "exploits");
    }
    return false;
  }

  /** "with one individual victim paying $9,000": the rest paid too, and are not told of. */
  private static boolean isOfOnePayer(Sentence sentence, int from) {
    for (int i = from - 1; i >= Math.max(0, from - REACH_RESULT); i--) {
      if (sentence.at(i).is(Sense.PAY) && sentence.at(i - 1).is("victim")) {
        return sentence.hasWord("one", i - 4, i);
      }
    }
    return false;
  }

  /** "338 victims paid the $300 ransom": what each of them was asked for. */
  private static boolean isOfEach(Sentence sentence, int from) {
    if (!sentence.at(from - 1).isOneOf("the", "a", "an")) {
      return false;
    }
    Token verb = sentence.at(from - 2);
    return verb.is(Sense.PAY) && sentence.hasWord("victims", from - 6, from - 2);
  }

  /** "20 percent said they had paid more than $9,000": what a survey asked. */
  private static boolean isOfShare(Sentence sentence, int from) {
    for (int i = from - 1; i >= Math.max(0, from - REACH); i--) {
      boolean half = sentence.at(i).is("half") && sentence.at(i + 1).is("of");
      boolean share = half || sentence.at(i).isOneOf("percent", "%");
      if (share && sentence.has(Sense.PAY, i, from) && sentence.has(Sense.SAY, 0, from)) {
        return true;
      }
    }
    return false;
  }

  /** "causing losses exceeding $5,000": from where on a law punishes. */
  private static boolean isThreshold(Sentence sentence, int from) {
    return sentence.at(from - 1).is("exceeding")
        && sentence.at(from - 2).isOneOf("loss", "losses", "damage", "damages");
  }

  /** "saw losses double in 2015, to $9 million", "a pre-tax loss of $9 million": business. */
  private static boolean isResult(Sentence sentence, int from) {
    for (int i = from - 1; i >= Math.max(0, from - REACH_RESULT); i--) {
      if (sentence.at(i).isOneOf("loss", "losses")
          && (sentence
                  .at(i - 1)
                  .isOneOf("pre-tax", "pretax", "tax", "net", "operating", "quarterly", "trading")
              || sentence
                  .at(i + 1)
                  .isOneOf("double", "doubled", "widen", "widened", "narrowed", "per"))) {
        return true;
      }
    }
    return false;
  }

  /** "an average cost of $3 million", "payments ranging from $200 to $10,000". */
  private static boolean isAverage(Sentence sentence, int from) {
    for (int i = from - 1; i >= from - REACH; i--) {
      Token token = sentence.at(i);
      if (token.isOneOf("average", "averaged", "averaging", "median", "typically", "usually")) {
        return true;
      }
      if (token.isOneOf(";", "while", "but")) {
        return false;
      }
    }
    return false;
  }

  /** "payments ranging from $200 to $10,000", "a cut of payments under $5,000". */
  private static boolean isOneOfMany(Sentence sentence, int from) {
    boolean threshold = sentence.at(from - 1).isOneOf("under", "above", "below");
    if (threshold && sentence.at(from - 2).isOneOf("payments", "ransoms")) {
      return true;
    }
    for (int i = from - 1; i >= from - REACH; i--) {
      boolean range =
          sentence.at(i).isOneOf("range", "ranges", "ranged", "ranging", "varies", "varying");
      boolean ofPayments =
          sentence.hasWord("payments", i - 3, i) || sentence.hasWord("demands", i - 3, i);
      if (range && (ofPayments || i >= from - 5)) {
        return true;
      }
    }
    return false;
  }

  /** "fined the bank with a record $80 million over last year's breach". */
  private static boolean isFine(Sentence sentence, int from) {
    for (int i = from - 1; i >= Math.max(0, from - REACH); i--) {
      Token token = sentence.at(i);
      if (token.is(Sense.TAKE) || token.is(Sense.LOSE)) {
        return false;
      }
      if (token.isOneOf("fined", "fine", "fines", "penalty", "penalties", "settlement", "settle")) {
        return true;
      }
    }
    return false;
  }

  /**
   * "$17 per card", "$30,000 each", "$400,000 a day", "$9,000 in monthly fees"; a year is a sum.
   */
  private static boolean isRate(Sentence sentence, int to) {
    Token next = sentence.at(to);
    Token second = sentence.at(to + 1);
    if (next.isOneOf("each", "apiece", "daily", "weekly", "monthly", "hourly")) {
      return true;
    }
    boolean every = next.isOneOf("a", "per", "every", "/");
    boolean soon = second.isOneOf("day", "week", "month", "hour", "minute", "night", "piece");
    return (every && soon) || (next.is("per") && !second.isOneOf("year", "annum"));
  }

  /** "The botnet earns its masters $9,000 a day": what thieves make of many. */
  private static boolean isIncome(Sentence sentence, int from) {
    return sentence.has(Sense.GAIN, from - REACH_RESULT, from)
        && (sentence.has(Sense.MALWARE, 0, from) || sentence.has(Sense.GANG, 0, from))
        && !sentence.has(Sense.SALE, 0, from);
  }

  /** "for sale at $5,000", "sold it for just $300,000", "priced at $9". */
  private static boolean isPrice(Sentence sentence, int from, int to) {
    int at = from - 1;
    while (at > from - 5 && TellingWords.isAbout(sentence.at(at)) && !sentence.at(at).is("at")) {
      at--;
    }
    boolean rises = sentence.at(from - 1).isOneOf("from", "to") && isPriceBefore(sentence, from);
    if (rises || sentence.at(at).isOneOf("priced", "costs")) {
      return true;
    }
    if (!sentence.at(at).isOneOf("for", "at")) {
      return false;
    }
    for (int i = at - 1; i >= Math.max(0, from - SALE_REACH); i--) {
      Token token = sentence.at(i);
      if (token.is(Sense.SALE)) {
        return true;
      }
      if (token.is(Sense.LOSE) || token.is(Sense.RANSOM)) {
        return false;
      }
    }
    return sentence.at(to).is("on") && sentence.at(to + 1).isOneOf("dark", "underground");
  }

  /** "doubled the price of its tools from $9,000 to $18,000". */
  private static boolean isPriceBefore(Sentence sentence, int at) {
    return sentence.hasWord("price", at - SALE_REACH, at)
        && !sentence.has(Sense.TAKE, at - SALE_REACH, at);
  }

  /** "the $9 billion gaming industry", "a $9 million contract". */
  private static boolean isTrade(Token token) {
    return token.isOneOf(
        "industry",
        "business",
        "company",
        "firm",
        "market",
        "startup",
        "retailer",
        "giant",
        "contract",
        "deal");
  }

  /**
   * "an $80 million fine", "$50,000 in prize money", "$60 billion in market value"; not "a $5
   * million insurance fraud", "$9 million in donations was stolen".
   */
  private static boolean isDue(Sentence sentence, int to) {
    boolean ofItsValue = sentence.at(to).is("of") && sentence.at(to + 1).isOneOf("its", "their");
    if (ofItsValue && sentence.has(Sense.DUE, to + 2, to + 4)) {
      return true; // "lost $8 billion of its value"
    }
    boolean fee = sentence.at(to).is("as") && sentence.hasWord("fee", to + 1, to + NAME_WORDS + 2);
    if (fee) {
      return true; // "$9 million as a one-time fee"
    }
    int from = sentence.at(to).isOneOf("in", "worth") ? to + 1 : to;
    from = sentence.at(from).isOneOf("of", "its", "their") ? from + 1 : from;
    boolean due = false;
    for (int i = from; i < from + NAME_WORDS; i++) {
      Token token = sentence.at(i);
      boolean revenue = token.isOneOf("revenue", "revenues") && TellingWords.isLoot(sentence, i);
      if (revenue) {
        return false;
      }
      boolean market = token.is("market") && sentence.at(i + 1).isOneOf("value", "cap");
      boolean charges = token.is("charges") && sentence.at(i - 1).isOneOf("fraud", "criminal");
      if (token.is(Sense.DUE) || market || charges || isTrade(token)) {
        due = true;
      } else if (token.is(Sense.TAKE) || token.is(Sense.EVENT)) {
        due = false;
      }
      boolean name = token.isWord() && !token.is(Sense.PREPOSITION) && !token.is(Sense.CONJUNCTION);
      if (!name || (token.is(Sense.BE) && !sentence.has(Sense.TAKE, i, i + 3))) {
        return due;
      }
    }
    return due;
  }
}
