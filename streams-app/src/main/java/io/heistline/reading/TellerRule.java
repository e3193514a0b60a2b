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

  /**
   * An event farther off tells nothing: "costs of the incident, but our estimate is $8 million".
   */
  private static final int REACH_EVENT = 13;

  /** Words across a comma or conjunction are this much farther away. */
  private static final int CLAUSE = 4;

  private final Sentence sentence;
  private final int from;
  private final int to;
  private final TellingWords words;

  private TellerRule(Sentence sentence, int from, int to) {
    this.sentence = sentence;
    this.from = from;
    this.to = to;
    this.words = new TellingWords(sentence, from, to);
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
      if (rule.words.tell(i)
          || sentence.at(i).isOneOf("cost", "costs", "profit", "profits", "income")) {
        return true;
      }
    }
    return false;
  }

  /** "$8 million heist", "$8 million flash loan attack", "$8 million in losses". */
  private Optional<Teller> name() {
    boolean kind = sentence.at(to).is("in") && !sentence.at(to + 1).is(Sense.DETERMINER);
    int start = kind ? to + 1 : to;
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
    return found < 0
        ? Optional.empty()
        : Optional.of(recovered().orElse(new Teller(found, 1 + found - to)));
  }

  /** "recovered the $2 million ransom": whatever it is called, it came back. */
  private Optional<Teller> recovered() {
    for (int i = from - 1; i >= Math.max(0, from - 4); i--) {
      if (sentence.at(i).is(Sense.RECOVER)) {
        return Optional.of(new Teller(i, from - i));
      }
    }
    return Optional.empty();
  }

  private static boolean isSum(Token token) {
    return isMishap(token)
        || token.isOneOf("loss", "losses", "damage", "damages", "haul", "payment", "payments");
  }

  /** "a $9 million mishap": what a theft is called by who does not want to say so. */
  private static boolean isMishap(Token token) {
    return token.isOneOf(
        "mishap", "disaster", "fiasco", "debacle", "catastrophe", "hole", "shortfall", "nightmare");
  }

  /** "The damages caused by X, a kind of worm, hit $8 million": the subject's first noun. */
  private Optional<Teller> subject() {
    int verb = from - 1;
    while (verb > from - 5
        && (TellingWords.isAbout(sentence.at(verb)) || sentence.at(verb).is("worth"))) {
      verb--;
    }
    if (!sentence.at(verb).is(Sense.AMOUNT_TO) && !sentence.at(verb).isOneOf("tops", "totaled")) {
      return Optional.empty();
    }
    int found = -1;
    for (int i = verb - 1; i >= Math.max(0, verb - REACH_SUBJECT); i--) {
      Token token = sentence.at(i);
      boolean other = token.is("and") && !sentence.at(verb).is(Sense.SUM);
      boolean aside = found >= 0 && token.isOneOf("\u2014", "\u2013");
      boolean clause = token.isOneOf(";", ":", "but", "while", "that");
      if (other || aside || clause || token.is(Sense.TAKE)) {
        break;
      }
      boolean take = token.is("take") && isOfThieves();
      boolean taken = take || (sentence.at(verb).is(Sense.SUM) && token.is(Sense.EVENT));
      if (isSum(token)
          || taken
          || words.isCost(i)
          || token.isOneOf("ransom", "demand", "price", "revenue")) {
        found = i;
      }
    }
    return found < 0 ? Optional.empty() : Optional.of(new Teller(found, 2));
  }

  private boolean isOfThieves() {
    return sentence.has(Sense.MALWARE) || sentence.has(Sense.GANG) || sentence.has(Sense.RANSOM);
  }

  private Optional<Teller> nearest() {
    int best = Integer.MAX_VALUE;
    int teller = -1;
    int distance = 0;
    for (int i = from - 1; i >= Math.max(0, from - REACH_BEFORE); i--) {
      distance += 1 + clause(sentence.at(i));
      if (distance < best && words.tell(i)) {
        best = distance;
        teller = i;
      }
    }
    distance = 0;
    boolean moved = teller >= 0 && sentence.at(teller).is(Sense.LAUNDER);
    for (int i = to; i < Math.min(sentence.size(), to + REACH_BEHIND); i++) {
      distance += 1 + clause(sentence.at(i));
      boolean theft = sentence.at(i).is(Sense.EVENT) || sentence.at(i).is(Sense.TAKE);
      if (moved && theft && i > to) {
        continue; // "laundered $9 million from the heist", but "laundered the $9 million stolen"
      }
      if (distance < best && words.tell(i)) {
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
}
