package io.heistline.reading;

/** Losses that are everybody's: of all whom a kind of crime, a scheme or a ring has cost money. */
final class GeneralLossRule {
  /** Words from a sum's name to its verb: "payments made to them are nearing". */
  private static final int REACH = 4;

  /** Words from a ring to what it caused: "the ring is said to have caused". */
  private static final int REACH_RING = 8;

  private GeneralLossRule() {}

  /** Whether a sentence speaks of such a loss, whoever else its article is about. */
  static boolean isGeneral(Sentence sentence) {
    return isOfAKind(sentence)
        || isPayments(sentence)
        || isCausedByRing(sentence)
        || isPaidBySeveral(sentence)
        || isTotalDamage(sentence);
  }

  /** "The total damages stemming from these intrusions exceeded $9 billion". */
  private static boolean isTotalDamage(Sentence sentence) {
    for (int i = 1; i < sentence.size(); i++) {
      if (sentence.at(i).isOneOf("losses", "damages", "damage")
          && sentence.at(i - 1).isOneOf("total", "combined", "overall")
          && hasEvents(sentence, i + 1)
          && sentence.has(Sense.AMOUNT_TO, i + 1, i + 1 + REACH_RING)) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasEvents(Sentence sentence, int from) {
    for (int i = from; i < from + REACH_RING; i++) {
      if (sentence.at(i).is(Sense.EVENT) && sentence.at(i).lower().endsWith("s")) {
        return true;
      }
    }
    return false;
  }

  /** "Two Freedonian cities paid $9 million to hackers". */
  private static boolean isPaidBySeveral(Sentence sentence) {
    for (int i = 2; i < sentence.size(); i++) {
      if (sentence.at(i).isOneOf("paid", "lost", "pay")
          && (sentence.at(i - 1).is(Sense.MANY)
              || sentence.at(i - 1).isOneOf("cities", "towns", "counties"))
          && hasNumberWord(sentence, i - 1)) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasNumberWord(Sentence sentence, int noun) {
    for (int i = noun - 1; i >= Math.max(0, noun - REACH); i--) {
      if (sentence.at(i).is(Sense.QUANTITY) && !sentence.at(i).isOneOf("a", "one", "half")) {
        return true;
      }
    }
    return false;
  }

  /** "Ransomware has cost businesses $9 billion", "Scams cost consumers $9 million". */
  private static boolean isOfAKind(Sentence sentence) {
    boolean kind =
        sentence
            .at(0)
            .isOneOf("ransomware", "scams", "phishing", "cybercrime", "cybercriminals", "scammers");
    return kind && sentence.has(Sense.MANY, 1, sentence.size()) && sentence.has(Sense.LOSE);
  }

  /** "Business e-mail compromise accounted for $9 billion in losses". */
  static boolean isOfMail(Sentence sentence) {
    for (int i = 1; i < sentence.size(); i++) {
      if (sentence.at(i).is("compromise") && sentence.at(i - 1).isOneOf("email", "e-mail")) {
        return true;
      }
    }
    return false;
  }

  /** "total ransomware payments are nearing $9 billion". */
  private static boolean isPayments(Sentence sentence) {
    for (int i = 0; i < sentence.size(); i++) {
      if (sentence.at(i).is("payments")
          && sentence.has(Sense.AMOUNT_TO, i + 1, i + 1 + REACH)
          && (sentence.has(Sense.RANSOM) || sentence.at(i - 1).is("total"))) {
        return true;
      }
    }
    return false;
  }

  /** "The ring caused more than $9 million in losses", "the scheme caused victims to lose". */
  private static boolean isCausedByRing(Sentence sentence) {
    for (int i = 0; i < sentence.size(); i++) {
      Token token = sentence.at(i);
      boolean ring = token.isOneOf("ring", "scheme", "botnet", "syndicate", "campaign", "outbreak");
      boolean netted = token.is("scam") && sentence.at(i + 2).isOneOf("netted", "earned", "made");
      if (netted && sentence.at(i + 1).isOneOf("that", "which")) {
        return true; // "a scam that netted $9 million"
      }
      for (int j = i + 1; ring && j < i + REACH_RING; j++) {
        boolean caused = sentence.at(j).isOneOf("caused", "causing", "inflicted");
        if (caused || isMade(sentence, j)) {
          return true;
        }
      }
    }
    return false;
  }

  /** "allowed the hackers to make $9 million". */
  private static boolean isMade(Sentence sentence, int i) {
    return sentence.at(i).is("to") && sentence.at(i + 1).isOneOf("make", "earn", "steal");
  }

  /** "accounted for $9 billion in losses for the telecom industry". */
  static boolean isOfAnIndustry(Sentence sentence) {
    return sentence.tokens().stream()
        .anyMatch(t -> t.isOneOf("industry", "industries", "economy", "sector"));
  }

  /** "Monetary losses totaled $9 million last year". */
  static boolean isLosses(Sentence sentence) {
    for (int i = 0; i < sentence.size(); i++) {
      if (sentence.at(i).isOneOf("losses", "damages")
          && sentence.has(Sense.AMOUNT_TO, i + 1, i + 1 + REACH)) {
        return true;
      }
    }
    return false;
  }
}
