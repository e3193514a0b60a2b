package io.heistline.reading;

import java.util.Optional;

/**
 * Which word of a sentence tells what an amount was: what it is called ("an $8 million heist"),
 * else its subject ("damages, says the firm, hit $8 million"), else the nearest that tells
 * anything.
 */
final class TellerRule {
  /** Tokens before an amount within which a word may tell its role. */
  static final int REACH_BEFORE = 12;

  /** Tokens behind it: what an amount was is mostly said before. */
  static final int REACH_BEHIND = 9;

  /** Tokens before an amount within which its subject stands. */
  private static final int REACH_SUBJECT = 25;

  /** Words of the name that stands behind an amount: "$8 million flash loan attack". */
  private static final int NAME_WORDS = 5;

  /** Tokens before an amount within which a gain stands: "made more than $8 million". */
  private static final int REACH_GAIN = 6;

  /**
   * An event farther off tells nothing: "costs of the incident, but our estimate is $8 million".
   */
  private static final int REACH_EVENT = 13;

  /** Words across a comma or conjunction are this much farther away. */
  private static final int CLAUSE = 4;

  private final Sentence sentence;
  private final int from;
  private final int to;

  private TellerRule(Sentence sentence, int from, int to) {
    this.sentence = sentence;
    this.from = from;
    this.to = to;
  }

  /**
   * The word that tells.
   *
   * @param index its token
   * @param distance how far from the amount it stands
   */
  record Teller(int index, int distance) {}

  static Optional<Teller> of(Sentence sentence, int from, int to) {
    TellerRule rule = new TellerRule(sentence, from, to);
    return rule.name().or(rule::subject).or(rule::nearest);
  }

  /** Whether any word near an amount tells something of it. */
  static boolean isTold(Sentence sentence, int from, int to) {
    TellerRule rule = new TellerRule(sentence, from, to);
    for (int i = from - REACH_BEFORE; i < to + REACH_BEHIND; i++) {
      if (rule.tells(i) || sentence.at(i).isOneOf("cost", "costs", "profit", "profits", "income")) {
        return true;
      }
    }
    return false;
  }

  /** "$8 million heist", "$8 million flash loan attack", "$8 million in losses". */
  private Optional<Teller> name() {
    for (int i = from - 1; i >= Math.max(0, from - 4); i--) {
      if (sentence.at(i).is(Sense.RECOVER)) {
        return Optional.of(new Teller(i, from - i)); // "recovered the $2 million ransom"
      }
    }
    int start = sentence.at(to).is("in") ? to + 1 : to;
    int found = -1;
    for (int i = start; i < start + NAME_WORDS; i++) {
      Token token = sentence.at(i);
      boolean ends =
          token.is(Sense.PREPOSITION) || token.is(Sense.CONJUNCTION) || token.is(Sense.BE);
      if (ends || !(token.isWord() || token.is("-"))) {
        break;
      }
      if (token.is(Sense.RANSOM) && !token.is(Sense.TAKE)) {
        found = i;
        break;
      }
      if (token.is(Sense.EVENT) || isSum(token)) {
        found = i;
      }
    }
    return found < 0 ? Optional.empty() : Optional.of(new Teller(found, 1 + found - to));
  }

  private static boolean isSum(Token token) {
    return token.isOneOf("loss", "losses", "damage", "damages", "haul", "payment", "payments");
  }

  /** "The damages caused by X, a kind of worm, hit $8 million": the subject's first noun. */
  private Optional<Teller> subject() {
    int verb = from - 1;
    while (verb > from - 5 && sentence.at(verb).isOneOf(SKIPPED)) {
      verb--;
    }
    if (!sentence.at(verb).isOneOf(AMOUNTS_TO)) {
      return Optional.empty();
    }
    int found = -1;
    for (int i = verb - 1; i >= Math.max(0, verb - REACH_SUBJECT); i--) {
      Token token = sentence.at(i);
      boolean other = token.is("and") && !sentence.at(verb).is(Sense.SUM);
      if (other || token.isOneOf(";", ":", "but", "while", "that") || token.is(Sense.TAKE)) {
        break;
      }
      if (isSum(token) || isCost(i) || token.isOneOf("ransom", "demand", "price", "revenue")) {
        found = i;
      }
    }
    return found < 0 ? Optional.empty() : Optional.of(new Teller(found, 2));
  }

  private static final String[] SKIPPED = {
    "about",
    "around",
    "approximately",
    "roughly",
    "over",
    "than",
    "more",
    "nearly",
    "almost",
    "an",
    "estimated",
    "to",
    "close",
    "at",
    "as",
    "a",
    "some",
    "up",
    "least",
    "whopping",
    "us",
    "~"
  };

  private static final String[] AMOUNTS_TO = {
    "hit",
    "hits",
    "reached",
    "reaches",
    "exceeded",
    "exceeds",
    "topped",
    "totaled",
    "totalled",
    "totaling",
    "totalling",
    "surpassed",
    "amounted",
    "amounts",
    "was",
    "were",
    "is",
    "are",
    "stood",
    "stands",
    "estimated"
  };

  private Optional<Teller> nearest() {
    int best = Integer.MAX_VALUE;
    int teller = -1;
    int distance = 0;
    for (int i = from - 1; i >= Math.max(0, from - REACH_BEFORE); i--) {
      distance += 1 + clause(sentence.at(i));
      if (distance < best && tells(i)) {
        best = distance;
        teller = i;
      }
    }
    distance = 0;
    boolean moved = teller >= 0 && sentence.at(teller).is(Sense.LAUNDER);
    for (int i = to; i < Math.min(sentence.size(), to + REACH_BEHIND); i++) {
      distance += 1 + clause(sentence.at(i));
      if (moved && (sentence.at(i).is(Sense.EVENT) || sentence.at(i).is(Sense.TAKE))) {
        continue; // "laundered $9 million from the heist"
      }
      if (distance < best && tells(i)) {
        best = distance;
        teller = i;
      }
    }
    boolean weak = teller >= 0 && best > REACH_EVENT && sentence.at(teller).is(Sense.EVENT);
    return teller < 0 || weak ? Optional.empty() : Optional.of(new Teller(teller, best));
  }

  private static int clause(Token token) {
    boolean edge = token.isOneOf(",", ";", "but", "while", "after", "(", ")", "which", ":");
    return edge ? CLAUSE : 0;
  }

  private boolean tells(int i) {
    Token token = sentence.at(i);
    if (isRateOfExchange(i) || token.isOneOf("account", "accounts", "total")) {
      return false;
    }
    if (token.isOneOf("breach", "breaches", "leak", "leaks")) {
      return false; // of data: it is no money that is said to be gone
    }
    if (token.isOneOf("cost", "costs", "costing")) {
      return isCost(i);
    }
    return isOtherMoney(sentence, i)
        || token.is(Sense.TAKE)
        || token.is(Sense.LOSE)
        || token.is(Sense.EVENT)
        || token.is(Sense.STRUCK)
        || token.is(Sense.PAY)
        || token.is(Sense.RANSOM)
        || token.is(Sense.DEMAND)
        || (token.is(Sense.RECOVER) && !sentence.at(i - 1).is("in")) // "in return"
        || token.is(Sense.LAUNDER)
        || isGain(i)
        || isTakenAway(sentence, i)
        || isTaken(i)
        || isWired(i)
        || token.isOneOf("gone", "damage", "damages");
  }

  /** "worth $9 million at today's prices", "at current prices". */
  private boolean isRateOfExchange(int i) {
    return sentence.at(i).isOneOf("price", "prices")
        && (sentence.at(i - 1).isPossessive() || sentence.at(i - 1).isOneOf("current", "market"));
  }

  /** "the attack cost it $9 million", "cost users $9 million"; not "the program cost $9,000". */
  private boolean isCost(int i) {
    Token whom = sentence.at(i + 1);
    boolean someone = whom.is(Sense.PERSONAL) || whom.is(Sense.MANY) || whom.isCapitalised();
    return sentence.at(i).isOneOf("cost", "costs", "costing")
        && (someone
            || sentence.has(Sense.EVENT, i - 15, i + 10)
            || sentence.has(Sense.RANSOM, i - 15, i + 10)
            || sentence.has(Sense.GANG, i - 15, i)
            || sentence.has(Sense.TRICK, i - 15, i + 10));
  }

  /** "took about $8 million", "taking $8 million"; not "took a decision on the $8 million". */
  private boolean isTaken(int i) {
    if (i >= from || !sentence.at(i).isOneOf("took", "take", "taking", "takes")) {
      return false;
    }
    int behind = i + 1;
    while (behind < from && sentence.at(behind).isOneOf(SKIPPED)) {
      behind++;
    }
    return behind == from;
  }

  /** "got away with $8 million", "made off with it". */
  static boolean isTakenAway(Sentence sentence, int i) {
    return sentence.at(i).isOneOf("away", "off")
        && (sentence.at(i + 1).is("with") || sentence.at(i - 1).is("made"))
        && sentence
            .at(i - 1)
            .isOneOf(
                "got", "get", "gets", "getting", "made", "make", "makes", "making", "walked",
                "ran");
  }

  /** "The gang has made over $8 million", "the wallets received $8 million in ransoms". */
  private boolean isGain(int i) {
    if (!sentence.at(i).is(Sense.GAIN) || i < from - REACH_GAIN) {
      return false;
    }
    boolean behind = i >= to && !sentence.at(i).isOneOf("deposited", "received", "collected");
    boolean made = sentence.at(i).isOneOf("made", "makes", "making");
    boolean other = made && i < from - 1 && sentence.at(i + 1).isWord() && !isSkipped(i + 1);
    boolean hoped = sentence.at(i - 1).is("upon");
    return !behind && !other && !hoped && isOfThieves(sentence, i) && !sentence.has(Sense.DUE);
  }

  /** Whether a thief, or what a thief uses, stands near a gain. */
  private static boolean isOfThieves(Sentence sentence, int gain) {
    for (int i = Math.max(0, gain - REACH_SUBJECT); i < gain + REACH_SUBJECT; i++) {
      Token token = sentence.at(i);
      boolean thief = token.is(Sense.GANG) && !token.isOneOf("team", "unit", "army", "ring");
      boolean theirs = token.is(Sense.MALWARE) || token.is(Sense.RANSOM) || token.is(Sense.TRICK);
      if (thief || theirs || token.isOneOf("steal", "stealing", "cyberattacks", "heists")) {
        return true;
      }
    }
    return false;
  }

  private boolean isSkipped(int i) {
    return sentence.at(i).isOneOf(SKIPPED)
        || sentence.at(i).isOneOf("another", "just", "only", "it", "them", "him", "its", "their");
  }

  /** "tricked into wiring $9 million to the scammers": sent by the victim itself. */
  private boolean isWired(int i) {
    return sentence.has(Sense.TRICK)
        && sentence
            .at(i)
            .isOneOf("transferred", "transfer", "transfers", "sent", "wired", "wiring");
  }

  /** "a market value of $9 billion", "thought to hold $9 billion", "a bounty of $9 million". */
  static boolean isOtherMoney(Sentence sentence, int i) {
    Token token = sentence.at(i);
    boolean market = token.is("market") && sentence.at(i + 1).isOneOf("value", "cap", "price");
    boolean held = token.is("hold") && sentence.at(i - 1).is("to");
    boolean won = token.is("won") && sentence.at(i + 1).isOneOf("$", "a", "the", "an", "over");
    boolean harm = token.is("damages") && !isOfCourt(sentence, i);
    if (token.isOneOf("earned", "earning", "earns", "earn") && !isOfThieves(sentence, i)) {
      return true;
    }
    return ((token.is(Sense.OTHER_MONEY) || token.is(Sense.DUE)) && !harm) || market || held || won;
  }

  /** "ordered to pay damages of $9 million", "seeks $9 million in damages". */
  private static boolean isOfCourt(Sentence sentence, int damages) {
    for (int i = damages - 10; i < damages; i++) {
      Token token = sentence.at(i);
      boolean asked =
          token.is(Sense.DEMAND) || token.is(Sense.PAY) || token.isOneOf("seeks", "seek");
      if (asked || token.isOneOf("court", "ordered", "sued", "suing", "lawsuit", "claims")) {
        return true;
      }
    }
    return false;
  }
}
