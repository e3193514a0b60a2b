package io.heistline.reading;

/**
 * Which words of a sentence tell anything of an amount: "stole", "the gang has made", "a fine of".
 */
final class TellingWords {
  /** Tokens before an amount within which a gain stands: "made more than $8 million". */
  private static final int REACH_GAIN = 6;

  /** Tokens on both sides of a gain within which the thief stands whose it is. */
  private static final int REACH_THIEF = 25;

  /** Tokens behind an amount within which the thief stands whom it was sent to. */
  private static final int REACH_PAYEE = 10;

  /** Tokens before a gain within which the thief stands who calls it revenue. */
  private static final int REACH_LOOT = 14;

  private final Sentence sentence;
  private final int from;
  private final int to;

  TellingWords(Sentence sentence, int from, int to) {
    this.sentence = sentence;
    this.from = from;
    this.to = to;
  }

  /** Whether the word at a token tells anything of the amount. */
  boolean tell(int i) {
    Token token = sentence.at(i);
    if (isRateOfExchange(i) || token.isOneOf("account", "accounts", "total")) {
      return false;
    }
    boolean effort = token.is("recovery") && isEffort(sentence.at(i + 1));
    boolean underAttack = token.is("attack") && sentence.at(i - 1).is("under");
    if (effort || underAttack || isTool(i)) {
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
        || (token.isOneOf("raise", "raised") && i < from && isLoot(sentence, i))
        || isTakenAway(sentence, i)
        || isTaken(i)
        || isEmptied(i)
        || isStruckFor(i)
        || (token.is("proceeds") && isOfThieves(sentence, i))
        || isWired(i)
        || token.isOneOf("gone", "missing", "disappeared", "evaporated", "damage", "damages");
  }

  /** "a recovery cost of $9 million": nothing came back. */
  private static boolean isEffort(Token next) {
    return next.isOneOf("cost", "costs", "effort", "efforts", "process", "work", "plan");
  }

  /** "a zero-day exploit for $9,000", "an exploit kit": what is bought and sold. */
  private boolean isTool(int i) {
    Token token = sentence.at(i);
    return token.is("exploits")
        || (token.is("exploit")
            && (sentence.at(i + 1).is("kit") || sentence.has(Sense.FLAW, i - 3, i + 3)));
  }

  /** "worth $9 million at today's prices", "at current prices". */
  private boolean isRateOfExchange(int i) {
    return sentence.at(i).isOneOf("price", "prices")
        && (sentence.at(i - 1).isPossessive() || sentence.at(i - 1).isOneOf("current", "market"));
  }

  /** "the attack cost it $9 million", "cost users $9 million"; not "the program cost $9,000". */
  boolean isCost(int i) {
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
    while (behind < from && isAbout(sentence.at(behind))) {
      behind++;
    }
    return behind == from;
  }

  /** "took it for $8 million", "emptied the vault of $8 million". */
  private boolean isEmptied(int i) {
    Token link = sentence.at(from - 1);
    boolean emptied = sentence.at(i).isOneOf("emptied", "emptying", "relieved", "stripped");
    boolean took = sentence.at(i).isOneOf("took", "taken", "taking") && isOfThieves(sentence, i);
    return i < from && ((emptied && link.is("of")) || (took && link.is("for")));
  }

  /** "The thieves schooled Oakmart for $8 million". */
  private boolean isStruckFor(int i) {
    return i == from - 1
        && sentence.at(i).is("for")
        && sentence.at(i - 1).isCapitalised()
        && sentence.has(Sense.GANG, 0, i)
        && !sentence.has(Sense.SALE, 0, i)
        && !sentence.has(Sense.PAY, 0, i)
        && !sentence.has(Sense.DEMAND, 0, i);
  }

  /** "got away with $8 million", "made off with it", "escaped with it". */
  static boolean isTakenAway(Sentence sentence, int i) {
    boolean fled = sentence.at(i).isOneOf("escaped", "absconded", "fled", "disappeared");
    if (fled && sentence.at(i + 1).is("with")) {
      return true;
    }
    return sentence.at(i).isOneOf("away", "off", "out")
        && (sentence.at(i).is("off") || sentence.at(i + 1).is("with"))
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
    boolean no = sentence.at(i - 1).is("upon") || sentence.hasWord("selling", to, to + REACH_GAIN);
    return !behind && !other && !no && isOfThieves(sentence, i) && !isDueHere();
  }

  /** "made $9 million in bounties"; what thieves call revenue is loot. */
  private boolean isDueHere() {
    for (int i = 0; i < sentence.size(); i++) {
      if (sentence.at(i).is(Sense.DUE) && !isLoot(sentence, i)) {
        return true;
      }
    }
    return false;
  }

  /** "the authors of the ransomware have raised $9 million", "generated $9 million in revenue". */
  static boolean isLoot(Sentence sentence, int i) {
    boolean word = sentence.at(i).isOneOf("revenue", "revenues", "raise", "raised");
    boolean revenue = word && !sentence.at(i).isOneOf("raise", "raised");
    boolean fake =
        sentence.at(i - 1).isOneOf("fake", "fraudulent", "illicit", "illegal")
            || sentence.at(i - 2).isOneOf("fake", "fraudulent", "illicit", "illegal");
    boolean theirs =
        sentence.at(i + 1).is("for")
            && sentence.at(i + 2).isOneOf("hackers", "criminals", "cybercriminals", "its", "their");
    if (revenue && (fake || theirs)) {
      return true; // "$9 million in fraudulent ad revenue", "in revenue for hackers"
    }
    for (int j = i - 1; word && j >= Math.max(0, i - REACH_LOOT); j--) {
      Token token = sentence.at(j);
      boolean thief =
          token.isOneOf("hackers", "criminals", "cybercriminals", "authors", "extortionists")
              || token.is("gang");
      if (thief || token.is(Sense.MALWARE)) {
        return true;
      }
      if (token.isOneOf(",", ";", "that", "which", "from") || token.is(Sense.HACK)) {
        return false;
      }
    }
    return false;
  }

  /** Whether a thief, or what a thief uses, stands near a gain. */
  private static boolean isOfThieves(Sentence sentence, int gain) {
    for (int i = Math.max(0, gain - REACH_THIEF); i < gain + REACH_THIEF; i++) {
      Token token = sentence.at(i);
      boolean thief = token.is(Sense.GANG) && !token.isOneOf("team", "unit", "army", "ring");
      boolean theirs = token.is(Sense.MALWARE) || token.is(Sense.RANSOM) || token.is(Sense.TRICK);
      if (thief
          || theirs
          || token.isOneOf(
              "steal", "stealing", "cyberattacks", "heists", "variant", "strain", "kit")) {
        return true;
      }
    }
    return false;
  }

  private boolean isSkipped(int i) {
    return isAbout(sentence.at(i))
        || sentence.at(i).isOneOf("another", "just", "only", "it", "them", "him", "its", "their");
  }

  /** "more than an estimated". */
  static boolean isAbout(Token token) {
    return token.is(Sense.ABOUT) || token.is("~");
  }

  /** "tricked into wiring $9 million to the scammers": sent by the victim itself. */
  private boolean isWired(int i) {
    boolean toThieves = sentence.at(to).is("to") && sentence.has(Sense.GANG, to, to + REACH_PAYEE);
    return (sentence.has(Sense.TRICK) || toThieves)
        && sentence
            .at(i)
            .isOneOf("transferred", "transfer", "transfers", "sent", "sending", "wired", "wiring");
  }

  /** "processes $9 billion", "pledged $9 million", "set aside $9 million": business and budgets. */
  private static boolean isBudget(Sentence sentence, int i) {
    Token token = sentence.at(i);
    return token.isOneOf(
            "processes", "handles", "manages", "pledged", "earmarked", "allocated", "approved")
        || (token.is("aside") && sentence.at(i - 1).is("set"))
        || (token.is("commit") && sentence.at(i - 1).is("to"));
  }

  /** "a market value of $9 billion", "thought to hold $9 billion", "a bounty of $9 million". */
  static boolean isOtherMoney(Sentence sentence, int i) {
    Token token = sentence.at(i);
    boolean market = token.is("market") && sentence.at(i + 1).isOneOf("value", "cap", "price");
    boolean held = token.is("hold") && sentence.at(i - 1).is("to");
    boolean won = token.is("won") && sentence.at(i + 1).isOneOf("$", "a", "the", "an", "over");
    boolean harm = token.is("damages") && !isOfCourt(sentence, i);
    boolean owners = token.is("investors") && isTheirs(sentence, i + 1);
    if (owners || isLoot(sentence, i)) {
      return false;
    }
    if (token.isOneOf("earned", "earning", "earns", "earn") && !isOfThieves(sentence, i)) {
      return true;
    }
    return ((token.is(Sense.OTHER_MONEY) || token.is(Sense.DUE)) && !harm)
        || market
        || held
        || won
        || isBudget(sentence, i);
  }

  /** "investors' funds", "investors' money": what is kept for them, and may be lost. */
  private static boolean isTheirs(Sentence sentence, int i) {
    int behind = sentence.at(i).isPossessive() || sentence.at(i).isOneOf("'", "\u2019") ? i + 1 : i;
    return sentence.at(behind).isOneOf("funds", "money", "deposits", "assets", "coins");
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
