package io.heistline.reading;

/** What a date in a sentence is the date of: the verb that governs it tells. */
enum DateBearing {
  /** The theft, said outright: "the breach occurred in May". */
  EVENT,
  /** The theft: "was hacked in May", "the 2015 breach". */
  DEED,
  /** No verb tells. */
  UNTOLD,
  /** Its coming to light: "discovered in May". */
  FOUND,
  /** The news of it: "disclosed in May", "said on Tuesday". */
  NEWS,
  /** Something else: "was arrested in May", "acquired in 2014". */
  OTHER;

  /** Tokens before or behind a date within which its verb stands. */
  private static final int REACH = 16;

  /** Days of a stretch beyond which it tells whose data it was rather than when it was taken. */
  private static final int EXPOSED_DAYS = 731;

  /** Tokens before a stretch within which it is said what customers did in it. */
  private static final int REACH_EXPOSED = 24;

  /**
   * Words that a noun may have before it: "disclosed a massive data breach", "the worst hack
   * since".
   */
  private static final int MAX_ADJECTIVES = 6;

  boolean mayBeOfDeed() {
    return this == EVENT || this == DEED || this == UNTOLD;
  }

  /** Whether what a date dates stands behind it: "the 2015 breach", "In May X was hacked". */
  static boolean opens(Sentence sentence, DateMention date) {
    return DateTokens.isOfEvent(sentence, date.to()) || opensClause(sentence, date.from());
  }

  static DateBearing of(Sentence sentence, DateMention date) {
    if (DateTokens.isOfEvent(sentence, date.to())) {
      return DEED;
    }
    Token next = sentence.at(date.to());
    if (next.is("report") || isLasting(sentence, date) || isOfRecord(sentence, date)) {
      return OTHER;
    }
    if (isOfExposed(sentence, date)) {
      return DEED;
    }
    if (DateVerbs.bearing(sentence, date.to()) != UNTOLD) {
      return DateVerbs.bearing(sentence, date.to());
    }
    if (!opensClause(sentence, date.from())) {
      return before(sentence, date);
    }
    DateBearing behind = behind(sentence, date);
    boolean named = sentence.at(date.from() - 1).is(":"); // "may have accessed it twice: in May"
    return behind == UNTOLD && named ? before(sentence, date) : behind;
  }

  /** "customers who shopped between May and July may be affected": as long as the theft went on. */
  private static boolean isOfExposed(Sentence sentence, DateMention date) {
    boolean years = date.last().isAfter(date.first().plusDays(EXPOSED_DAYS));
    if (years || !sentence.at(date.from()).isOneOf("between", "from")) {
      return false;
    }
    for (int i = date.from() - 1; i >= Math.max(0, date.from() - REACH_EXPOSED); i--) {
      if (sentence
          .at(i)
          .isOneOf(
              "shopped",
              "used",
              "using",
              "purchase",
              "purchases",
              "transactions",
              "entered",
              "processed",
              "paid",
              "visited",
              "stayed",
              "dined",
              "swiped",
              "ordered")) {
        return true;
      }
    }
    return false;
  }

  /** "Since 2013, Oakmart has been using it": what has gone on since is no theft. */
  private static boolean isLasting(Sentence sentence, DateMention date) {
    if (!sentence.at(date.from()).is("since") || !opensClause(sentence, date.from())) {
      return false;
    }
    for (int i = date.to(); i < date.to() + MAX_ADJECTIVES; i++) {
      Token verb = sentence.at(i + 1);
      if (sentence.at(i).is("been")) {
        return verb.lower().endsWith("ing") && !verb.is(Sense.HACK) && !verb.is(Sense.TAKE);
      }
    }
    return false;
  }

  /** "the biggest hack since 2017": the date of the one before. */
  private static boolean isOfRecord(Sentence sentence, DateMention date) {
    if (!sentence.at(date.from()).is("since")) {
      return false;
    }
    for (int i = date.from() - 1; i >= Math.max(0, date.from() - MAX_ADJECTIVES); i--) {
      if (sentence.at(i).isOneOf("most", "worst", "biggest", "largest", "highest", "first")) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether a date stands before its verb: "On Monday, police arrested", "because last week they".
   */
  private static boolean opensClause(Sentence sentence, int from) {
    int i = from - 1;
    while (i >= 0 && i > from - MAX_ADJECTIVES && sentence.at(i).is(Sense.DATE_OPENER)) {
      i--;
    }
    boolean next = sentence.at(i).is(",") && sentence.at(i + 1).is("and");
    return i < 0
        || next
        || sentence.at(i).isOneOf("because", "when", "that", ":", "\u201c", "\"", ";", "but")
        || sentence.at(i).isOneOf("\u2014", "\u2013", "\u2022");
  }

  /** The first verb behind a date: "On 13 January the thieves laundered", "In May X was hacked". */
  private static DateBearing behind(Sentence sentence, DateMention date) {
    DateBearing found = UNTOLD;
    for (int i = date.to(); i < date.to() + REACH; i++) {
      if (isNoun(sentence, i)) {
        found = DEED; // unless a verb comes yet: "On Monday the breach was disclosed"
        continue;
      }
      DateBearing bearing = isHappening(sentence, i) ? EVENT : DateVerbs.bearing(sentence, i);
      if (bearing != UNTOLD) {
        return bearing;
      }
    }
    return found;
  }

  /** The last verb before a date: "was hacked in May", "police said on Tuesday". */
  private static DateBearing before(Sentence sentence, DateMention date) {
    for (int i = date.from() - 1; i >= Math.max(0, date.from() - REACH); i--) {
      Token token = sentence.at(i);
      if (isNoun(sentence, i)) {
        return ofNoun(sentence, i);
      }
      DateBearing bearing = isHappening(sentence, i) ? EVENT : DateVerbs.bearing(sentence, i);
      if (bearing != UNTOLD) {
        return bearing;
      }
      if (token.is("since")) {
        return OTHER; // "the tenth victim since it appeared in May"
      }
      if (token.isOneOf(";", "that", "which", "who", "because", "when", "\u2014", "\u2013")) {
        return UNTOLD;
      }
    }
    return UNTOLD;
  }

  /** "a breach in May" is the theft's; "disclosed a breach in May" is not. */
  private static DateBearing ofNoun(Sentence sentence, int noun) {
    for (int i = noun - 1; i >= Math.max(0, noun - MAX_ADJECTIVES); i--) {
      Token token = sentence.at(i);
      if (token.is(Sense.LOSE) || token.is("that")) {
        return DEED; // "suffered a breach in May", "announced that a breach in May"
      }
      if (token.isOneOf("said", "says")) {
        return DEED; // "said the breach in May exposed it"
      }
      if (DateVerbs.isTelling(token)) {
        return DateVerbs.bearing(sentence, i);
      }
      boolean attribute =
          token.is(Sense.DETERMINER)
              || token.is(Sense.ADJECTIVE)
              || token.is(Sense.DATA)
              || token.isCapitalised()
              || token.isPossessive()
              || token.is(Sense.OTHER_EVENT)
              || token.is(Sense.MONTH)
              || token.isNumber() // "told it of the October 2016 breach"
              || token.lower().endsWith("-old")
              || token.isOneOf("unauthorized", "unauthorised")
              || token.isOneOf("of", "about"); // "learned of the attack"
      if (!attribute) {
        return sentence.at(i + 1).isOneOf("of", "about") ? toldOf(sentence, i) : DEED;
      }
    }
    return DEED;
  }

  /** "informed its hotels of the breach", back from what stands before "of". */
  private static DateBearing toldOf(Sentence sentence, int from) {
    for (int i = from; i >= Math.max(0, from - MAX_ADJECTIVES); i--) {
      if (sentence
          .at(i)
          .isOneOf("informed", "informing", "notified", "notifying", "told", "warned")) {
        return NEWS;
      }
    }
    return DEED;
  }

  /** "the breach occurred", "the attack started"; not "started to notify", "took over". */
  private static boolean isHappening(Sentence sentence, int i) {
    Token verb = sentence.at(i);
    if (!verb.is(Sense.HAPPEN)) {
      return false;
    }
    Token next = sentence.at(i + 1);
    boolean helper = next.is("to") || next.lower().endsWith("ing");
    boolean place = !verb.is("took") || next.is("place");
    boolean access = sentence.at(i - 1).isOneOf("access", "infection"); // "the access began"
    return place && !helper && (access || sentence.has(Sense.EVENT, i - REACH, i + MAX_ADJECTIVES));
  }

  /** "the breach", "a cyber attack", "its hack": no verb. */
  private static boolean isNoun(Sentence sentence, int i) {
    Token before = sentence.at(i - 1);
    boolean unauthorised =
        before.isOneOf("unauthorized", "unauthorised")
            || sentence.at(i - 2).isOneOf("unauthorized", "unauthorised");
    if (sentence.at(i).is("access") && unauthorised) {
      return true;
    }
    if (!sentence.at(i).is(Sense.EVENT)) {
      return false;
    }
    return before.is(Sense.DETERMINER)
        || before.is(Sense.ADJECTIVE)
        || before.is(Sense.DATA)
        || before.is(Sense.RANSOM)
        || before.is(Sense.OTHER_EVENT)
        || before.isPossessive()
        || before.isNumber() // "the 2016 breach"
        || before.is("of")
        || before.isCapitalised();
  }
}
