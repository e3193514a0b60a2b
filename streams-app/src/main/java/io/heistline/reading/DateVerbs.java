package io.heistline.reading;

/** What a verb makes of the date beside it: "was hacked in May", "disclosed it in May". */
final class DateVerbs {
  /** Tokens before "first spotted" within which a theft stands that was spotted. */
  private static final int REACH_EVENT = 16;

  /** Tokens from a verb to its object: "launched a massive cyber attack". */
  private static final int REACH_OBJECT = 6;

  private DateVerbs() {}

  /** What a date is the date of that the word at a token governs. */
  static DateBearing bearing(Sentence sentence, int i) {
    Token token = sentence.at(i);
    if (isOfNotice(sentence, i)) {
      return DateBearing.NEWS;
    }
    if (token.is(Sense.LOSE)
        || isTricking(token)
        || isExtorting(sentence, i)
        || isLaunching(sentence, i)
        || isAccess(sentence, i)) {
      return DateBearing.DEED;
    }
    if (token.is("sale") && sentence.at(i - 1).isOneOf("of", "-")) {
      return DateBearing.UNTOLD; // "at its points of sale"
    }
    if (token.is(Sense.LAW) || token.is(Sense.LAUNDER) || token.is(Sense.RECOVER)) {
      return DateBearing.OTHER;
    }
    if (token.is(Sense.BYGONE) || token.isOneOf("attempted", "failed", "planned", "statement")) {
      return DateBearing.OTHER;
    }
    if (token.is("disclosed") && isOfBreach(sentence, i)) {
      return DateBearing.DEED;
    }
    boolean ofFlaw = token.is(Sense.DISCOVER) && sentence.has(Sense.FLAW, i - 4, i + 5);
    if (ofFlaw || isOfMalware(sentence, i)) {
      return DateBearing.OTHER; // "learned of the flaws in May"
    }
    if (token.is("noted") && sentence.at(i - 1).is("was")) {
      return DateBearing.FOUND;
    }
    if (isTelling(token)) {
      return token.is(Sense.DISCOVER) ? DateBearing.FOUND : DateBearing.NEWS;
    }
    boolean deed =
        token.is(Sense.HACK)
            || token.is(Sense.TAKE)
            || token.is(Sense.LEAK)
            || token.is(Sense.PAY)
            || token.is(Sense.INTRUDE);
    // "Zuzubit Was Hacked In 2014" is a headline, "Hacking Team" a name
    return deed && (!token.isCapitalised() || token.is(Sense.STRUCK))
        ? DateBearing.DEED
        : DateBearing.UNTOLD;
  }

  /** "a breach that disclosed the details of 9,000 customers in May". */
  private static boolean isOfBreach(Sentence sentence, int i) {
    return sentence.at(i - 1).isOneOf("that", "which") && sentence.at(i - 2).is(Sense.EVENT);
  }

  /** "Grabber ransomware, first spotted in May": since when it has been about. */
  private static boolean isOfMalware(Sentence sentence, int i) {
    return sentence.at(i).is(Sense.DISCOVER)
        && sentence.at(i - 1).is("first")
        && (i == 1 || sentence.at(i - 2).isOneOf(",", "was", "were"))
        && !sentence.has(Sense.EVENT, i - REACH_EVENT, i);
  }

  private static boolean isTricking(Token token) {
    return token.isOneOf("tricked", "tricking", "deceived", "deceiving", "fooled");
  }

  /** "attempted to blackmail": who was blackmailed in vain was blackmailed. */
  private static boolean isExtorting(Sentence sentence, int i) {
    return sentence.at(i).isOneOf("attempted", "tried")
        && sentence.at(i + 1).is("to")
        && sentence.at(i + 2).isOneOf("blackmail", "extort");
  }

  /** "sent breach notification letters this week". */
  private static boolean isOfNotice(Sentence sentence, int i) {
    return sentence.at(i).is(Sense.EVENT)
        && sentence
            .at(i + 1)
            .isOneOf(
                "notification",
                "notifications",
                "notice",
                "notices",
                "warning",
                "warnings",
                "alert",
                "alerts",
                "disclosure",
                "disclosures",
                "announcement");
  }

  /** "launched an attack", "mounted a ransomware campaign"; not "launched an app". */
  private static boolean isLaunching(Sentence sentence, int i) {
    return sentence.at(i).isOneOf("launched", "launching", "mounted", "staged", "carried")
        && (sentence.has(Sense.EVENT, i + 1, i + REACH_OBJECT)
            || sentence.hasWord("campaign", i + 1, i + REACH_OBJECT));
  }

  /** "were able to access accounts"; not "the access of staff to it". */
  private static boolean isAccess(Sentence sentence, int i) {
    return sentence.at(i).is("access")
        && sentence.at(i - 1).is("to")
        && sentence.at(i - 2).isOneOf("able", "managed");
  }

  static boolean isTelling(Token token) {
    return token.is(Sense.DISCOVER) || token.is(Sense.SAY) || token.is(Sense.ANNOUNCE);
  }
}
