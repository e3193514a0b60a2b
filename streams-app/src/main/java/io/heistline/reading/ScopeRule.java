package io.heistline.reading;

import io.heistline.model.Precision;
import java.util.Optional;

/**
 * One event or a sum: "since 2017", "from more than 100 banks", "ransomware cost businesses $5
 * billion a year" are sums.
 */
final class ScopeRule {
  /** Words between "over" and "four years". */
  private static final int REACH_STRETCH = 4;

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
    boolean itsVictims = ManyRule.isOfItsVictims(sentence) || ManyRule.isCountedVictims(sentence);
    if (itsVictims && facts.victims().isEmpty()) {
      return true;
    }
    if (facts.victims().stream().anyMatch(VictimMention::firm)) {
      return false;
    }
    if (facts.dates().stream().anyMatch(date -> isLong(date, focus))
        || isYearly(sentence)
        || isOverMonths(sentence)) {
      return true;
    }
    boolean agent = !facts.actors().isEmpty() || itsVictims;
    boolean culprit = agent || sentence.has(Sense.MALWARE);
    boolean many = ManyRule.isRobbed(sentence) || isAddedUp(sentence);
    if (isExample(sentence)) {
      return false;
    }
    if ((many && (culprit || !focus))
        || isWave(facts)
        || isWholeCareer(sentence)
        || GeneralLossRule.isGeneral(sentence)) {
      return true;
    }
    Optional<DateMention> year = wholeYear(facts);
    return focus
        ? year.isPresent() && (agent || aloneInYear(sentence, year.get()))
        : isSeries(facts, culprit);
  }

  /** A span makes a sum; of one victim a thief may take for weeks: "over the past few weeks". */
  private static boolean isLong(DateMention date, boolean focus) {
    return date.span() && !(focus && date.last().isBefore(date.first().plusDays(ONE_THEFT_DAYS)));
  }

  /**
   * Whether a loss of nobody named is one of many: "Zorro has stolen $9 million", "the malware cost
   * firms $9 million in 2020"; not "a college paid a $28,000 ransom", "hacker steals $8 million".
   */
  private static boolean isSeries(Facts facts, boolean culprit) {
    Sentence sentence = facts.sentence();
    boolean payers = sentence.tokens().stream().anyMatch(t -> t.isOneOf("payments", "victims"));
    boolean paid = sentence.has(Sense.PAY) && (payers || paidByMany(sentence));
    if (paid && sentence.has(Sense.RANSOM)) {
      return true;
    }
    boolean onePayment = sentence.has(Sense.PAY) && sentence.has(Sense.RANSOM) && !payers;
    boolean attacks =
        sentence.tokens().stream().anyMatch(t -> t.is(Sense.MANY) && t.is(Sense.EVENT));
    boolean damage = facts.money().stream().anyMatch(RoleRule.Roled::damage);
    boolean taken =
        sentence.has(Sense.TAKE) || sentence.has(Sense.LOSE) || paid || attacks || damage;
    boolean gained = isGained(facts) && isOfThieves(sentence);
    boolean ofAYear =
        wholeYear(facts)
            .filter(
                year ->
                    sentence.has(Sense.MANY)
                        || ManyRule.isPeopleLosing(sentence)
                        || aloneInYear(sentence, year)
                        || ManyRule.isThieving(sentence))
            .isPresent();
    boolean many =
        culprit
            || ofAYear
            || ManyRule.isInfected(sentence)
            || GeneralLossRule.isOfAnIndustry(sentence)
            || (wholeYear(facts).isPresent() && GeneralLossRule.isLosses(sentence));
    return !onePayment && ((taken && many) || gained || ManyRule.isPeopleRobbed(sentence));
  }

  private static boolean isGained(Facts facts) {
    Sentence sentence = facts.sentence();
    boolean figure =
        facts.money().stream()
            .map(RoleRule.Roled::money)
            .anyMatch(
                money ->
                    sentence.has(Sense.GAIN, money.from() - 6, money.from())
                        || isLoot(sentence, money.from()));
    return figure
        || facts.vague().filter(v -> sentence.has(Sense.GAIN, v.from() - 6, v.from())).isPresent();
  }

  /** "The authors of the ransomware have raised more than $9 million". */
  private static boolean isLoot(Sentence sentence, int from) {
    for (int i = from - 1; i >= Math.max(0, from - 6); i--) {
      if (TellingWords.isLoot(sentence, i)) {
        return true;
      }
    }
    return false;
  }

  /** "One of the victims, a hospital, paid $9,000". */
  private static boolean isExample(Sentence sentence) {
    return sentence.at(0).is("one") && sentence.at(1).is("of");
  }

  /** "victim organisations paid", "companies have paid". */
  private static boolean paidByMany(Sentence sentence) {
    for (int i = 1; i < sentence.size(); i++) {
      if (sentence.at(i).is("paid") && sentence.has(Sense.MANY, i - 3, i)) {
        return true;
      }
    }
    return false;
  }

  /** What thieves make, they make of many: "cybercriminals have made $9 million". */
  private static boolean isOfThieves(Sentence sentence) {
    return sentence.has(Sense.MALWARE)
        || sentence.has(Sense.TRICK)
        || sentence.tokens().stream().anyMatch(t -> t.is(Sense.GANG) && !t.is(Sense.ORG));
  }

  /** "ransomware attacks cost $9 million last year", "scams took $9 million in 2019". */
  private static boolean isWave(Facts facts) {
    Sentence sentence = facts.sentence();
    boolean wave =
        sentence.tokens().stream()
                .anyMatch(
                    t -> t.isOneOf("ransomware", "bec", "scams", "phishing", "cybercriminals"))
            || GeneralLossRule.isOfMail(sentence);
    boolean dated =
        wholeYear(facts).isPresent() || facts.dates().stream().anyMatch(DateMention::span);
    boolean losses = sentence.tokens().stream().anyMatch(t -> t.is("losses"));
    return wave && dated && (sentence.has(Sense.MANY) || losses);
  }

  /** "a year", "annually". */
  private static boolean isYearly(Sentence sentence) {
    for (int i = 0; i < sentence.size(); i++) {
      boolean every = sentence.at(i).isOneOf("a", "per", "each", "every");
      if (sentence.at(i).isOneOf("annually", "yearly")
          || (every && sentence.at(i + 1).is("year"))
          || (every && sentence.at(i + 1).isOneOf("day", "month") && sentence.has(Sense.GAIN))) {
        return true;
      }
    }
    return false;
  }

  /** "over four years", "in the first seven months of 2022", "in just six months". */
  private static boolean isOverMonths(Sentence sentence) {
    for (int i = 1; i < sentence.size(); i++) {
      if (!sentence.at(i).isOneOf("months", "years", "quarters")) {
        continue;
      }
      boolean several = sentence.at(i - 1).isNumber() || isSeveral(sentence.at(i - 1));
      for (int j = i - 2; several && j >= Math.max(0, i - 2 - REACH_STRETCH); j--) {
        if (sentence.at(j).isOneOf("over", "in", "within", "during", "across")) {
          return !sentence.at(i + 1).isOneOf("ago", "later", "old", "in");
        }
        if (!sentence.at(j).isOneOf("the", "first", "last", "past", "just", "about", "only", "than")
            && !sentence.at(j).isOneOf("under", "around", "nearly", "a", "period", "of")) {
          break;
        }
      }
    }
    return false;
  }

  private static boolean isSeveral(Token token) {
    return (token.is(Sense.QUANTITY) && !token.isOneOf("a", "one", "half"))
        || token.isOneOf("several", "few", "many");
  }

  /** "so far", "in total across 12 attacks". */
  private static boolean isAddedUp(Sentence sentence) {
    for (int i = 0; i < sentence.size(); i++) {
      Token token = sentence.at(i);
      boolean total = token.isOneOf("total", "combined", "altogether", "collectively");
      if ((token.is("so") && sentence.at(i + 1).is("far"))
          || (total && sentence.has(Sense.MANY, i, i + 10))) {
        return true;
      }
    }
    return false;
  }

  /** "made $9 million in the nine months of its operations". */
  private static boolean isWholeCareer(Sentence sentence) {
    for (int i = 2; i < sentence.size(); i++) {
      boolean own = sentence.at(i - 1).isOneOf("its", "their", "his");
      if (own && sentence.at(i).isOneOf("operations", "operation", "existence", "activity")) {
        return sentence.at(i - 2).is("of");
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
    return facts.dates().stream().filter(date -> date.precision() == Precision.YEAR).findFirst();
  }
}
