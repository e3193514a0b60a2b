package io.heistline.reading;

import java.util.Optional;

/**
 * One event or a sum: "since 2017", "from more than 100 banks", "ransomware cost businesses $5
 * billion a year" are sums.
 */
final class ScopeRule {
  /** Days over which one theft may go on. */
  private static final int ONE_THEFT_DAYS = 60;

  private ScopeRule() {}

  /**
   * Whether a loss in a sentence is a sum over several events.
   *
   * @param facts of the sentence
   * @param focus whether the article is about a victim that the sentence may speak of
   */
  static boolean isSum(Facts facts, boolean focus) {
    Sentence sentence = facts.sentence();
    if (isTakenFromVictims(sentence) && facts.victims().isEmpty()) {
      return true;
    }
    boolean firmVictim = facts.victims().stream().anyMatch(VictimMention::firm);
    if (firmVictim) {
      return false;
    }
    boolean longSpan = facts.dates().stream().anyMatch(date -> isLong(date, focus));
    if (longSpan || isRecurring(sentence)) {
      return true;
    }
    boolean agent = !facts.actors().isEmpty() || isTakenFromVictims(sentence);
    if (manyRobbed(sentence) && (agent || !focus || sentence.has(Sense.MALWARE))) {
      return true;
    }
    if (isWave(facts)) {
      return true;
    }
    if (!focus) {
      return isSeries(facts, agent);
    }
    return wholeYear(facts).isPresent() && (agent || aloneInYear(sentence, wholeYear(facts).get()));
  }

  /** A span makes a sum; of one victim a thief may take for weeks: "over the past few weeks". */
  private static boolean isLong(DateMention date, boolean focus) {
    return date.span() && !(focus && date.last().isBefore(date.first().plusDays(ONE_THEFT_DAYS)));
  }

  /**
   * Whether a loss of nobody named is one of many: "Zorro has stolen $9 million", "the malware cost
   * firms $9 million in 2020"; not "a college paid a $28,000 ransom", "hacker steals $8 million".
   */
  private static boolean isSeries(Facts facts, boolean agent) {
    Sentence sentence = facts.sentence();
    if (manyRobbed(sentence)) {
      return true;
    }
    boolean many = sentence.tokens().stream().anyMatch(t -> t.isOneOf("payments", "victims"));
    boolean onePayment = sentence.has(Sense.PAY) && sentence.has(Sense.RANSOM) && !many;
    boolean taken =
        sentence.has(Sense.TAKE) || sentence.has(Sense.LOSE) || (many && sentence.has(Sense.PAY));
    boolean culprit = agent || sentence.has(Sense.MALWARE);
    boolean ofAYear =
        wholeYear(facts)
            .filter(year -> sentence.has(Sense.MANY) || aloneInYear(sentence, year))
            .isPresent();
    return !onePayment && taken && (culprit || ofAYear);
  }

  /** "ransomware attacks cost $9 million last year", "scams took $9 million in 2019". */
  private static boolean isWave(Facts facts) {
    Sentence sentence = facts.sentence();
    boolean wave =
        sentence.tokens().stream()
            .anyMatch(t -> t.isOneOf("ransomware", "bec", "scams", "phishing", "cybercriminals"));
    boolean dated =
        wholeYear(facts).isPresent() || facts.dates().stream().anyMatch(DateMention::span);
    return wave && dated && sentence.has(Sense.MANY);
  }

  /** "a year", "annually", "so far", "in total across 12 attacks". */
  private static boolean isRecurring(Sentence sentence) {
    for (int i = 0; i < sentence.size(); i++) {
      Token token = sentence.at(i);
      Token next = sentence.at(i + 1);
      if (token.isOneOf("annually", "yearly")
          || (token.is("so") && next.is("far"))
          || (token.isOneOf("a", "per", "each", "every") && next.is("year"))) {
        return true;
      }
      boolean sum = token.isOneOf("total", "combined", "altogether");
      if (sum && sentence.has(Sense.MANY, i, i + 10)) {
        return true;
      }
    }
    return false;
  }

  /** "from banks and exchanges", "to victims worldwide", "from more than 100 banks". */
  private static boolean manyRobbed(Sentence sentence) {
    for (int i = 0; i < sentence.size(); i++) {
      Token token = sentence.at(i);
      if (!token.is(Sense.MANY)) {
        continue;
      }
      if (token.isOneOf("globally", "worldwide", "globe")) {
        return true;
      }
      for (int j = i - 1; j >= Math.max(0, i - 6); j--) {
        Token link = sentence.at(j);
        if (link.isOneOf("from", "against", "costing", "cost", "to", "across", "by")
            && token.is("victims")) {
          return true;
        }
      }
    }
    return false;
  }

  /** "earned $9 million from their victims", "$9 million in losses to various entities". */
  private static boolean isTakenFromVictims(Sentence sentence) {
    for (int i = 2; i < sentence.size(); i++) {
      boolean many = sentence.at(i).isOneOf("victims", "entities", "attacks", "targets");
      boolean all = sentence.at(i - 1).isOneOf("their", "its", "various", "those", "its", "many");
      if (many && all && sentence.at(i - 2).isOneOf("from", "to", "across")) {
        return true;
      }
    }
    return false;
  }

  /** "in 2022 alone": the year itself is what is summed over. */
  private static boolean aloneInYear(Sentence sentence, DateMention year) {
    return sentence.at(year.to()).is("alone")
        || (sentence.at(year.from() - 1).is("in") && sentence.has(Sense.MANY));
  }

  private static Optional<DateMention> wholeYear(Facts facts) {
    return facts.dates().stream()
        .filter(date -> date.precision() == io.heistline.model.Precision.YEAR)
        .findFirst();
  }
}
