package io.heistline.reading;

import io.heistline.model.AmountRole;
import java.util.Optional;

/**
 * What an amount was to the incident: the nearest telling word decides.
 *
 * <p>"stole $8 million": a loss. "recovered $2 million of the stolen $5 million": a recovery and a
 * loss. "demanded $70 million": a demand. "fined $80 million", "a $1M bounty": none.
 */
final class RoleRule {
  /** Tokens before an amount within which a word may tell its role. */
  private static final int REACH_BEFORE = 12;

  /** Tokens behind it: what an amount was is mostly said before. */
  private static final int REACH_BEHIND = 9;

  /** Words across a comma or conjunction are this much farther away. */
  private static final int CLAUSE = 4;

  private RoleRule() {}

  /**
   * An amount and its role.
   *
   * @param distance how far the word stood that told it
   * @param damage whether it is what an attack cost, which need not be what was taken
   */
  record Roled(Money money, AmountRole role, int distance, boolean damage) {
    Roled(Money money, AmountRole role, int distance) {
      this(money, role, distance, false);
    }
  }

  static Optional<Roled> role(Sentence sentence, Money money) {
    if (money.isSmall() || isPrice(sentence, money) || isFine(sentence, money)) {
      return Optional.empty();
    }
    int best = Integer.MAX_VALUE;
    Optional<AmountRole> role = Optional.empty();
    int distance = 0;
    int teller = -1;
    for (int i = money.from() - 1; i >= Math.max(0, money.from() - REACH_BEFORE); i--) {
      distance += 1 + clause(sentence.at(i));
      if (tells(sentence, i) && distance < best) {
        best = distance;
        teller = i;
        role = meaning(sentence, i, money);
      }
    }
    distance = 0;
    boolean moved = teller >= 0 && sentence.at(teller).is(Sense.LAUNDER);
    for (int i = money.to(); i < Math.min(sentence.size(), money.to() + REACH_BEHIND); i++) {
      distance += 1 + clause(sentence.at(i));
      if (moved && (sentence.at(i).is(Sense.EVENT) || sentence.at(i).is(Sense.TAKE))) {
        continue; // "laundered $9 million from the heist"
      }
      if (tells(sentence, i) && distance < best) {
        best = distance;
        teller = i;
        role = meaning(sentence, i, money);
      }
    }
    int told = best;
    boolean damage = teller >= 0 && isDamage(sentence, teller);
    return role.map(r -> new Roled(money, r, told, damage));
  }

  /**
   * Whether nothing near an amount tells what it was. In the first sentences of an article about a
   * theft it is the loss: "Five million dollars, and an empty vault."
   */
  static boolean isUntold(Sentence sentence, Money money) {
    for (int i = money.from() - REACH_BEFORE; i < money.to() + REACH_BEHIND; i++) {
      if (tells(sentence, i)) {
        return false;
      }
    }
    return !money.isSmall()
        && !isPrice(sentence, money)
        && !isFine(sentence, money)
        && !sentence.has(Sense.ATTEMPT, money.from() - REACH_BEFORE, money.from());
  }

  /** "the attack cost it $9 million", "$9 million in damage", "a hit to profits of $9 million". */
  private static boolean isDamage(Sentence sentence, int teller) {
    return sentence.at(teller).isOneOf("cost", "costs", "costing", "damage", "damages");
  }

  private static int clause(Token token) {
    boolean edge = token.isOneOf(",", ";", "but", "while", "after", "(", ")", "which", ":");
    return edge ? CLAUSE : 0;
  }

  private static boolean tells(Sentence sentence, int i) {
    Token token = sentence.at(i);
    boolean rate =
        token.isOneOf("price", "prices")
            && (sentence.at(i - 1).isPossessive() || sentence.at(i - 1).is("current"));
    if (rate || token.isOneOf("account", "accounts", "total")) {
      return false; // "worth $9 million at today's prices"
    }
    if (isOtherMoney(sentence, i)) {
      return true;
    }
    return token.is(Sense.TAKE)
        || token.is(Sense.LOSE)
        || token.is(Sense.EVENT)
        || token.is(Sense.STRUCK)
        || token.is(Sense.PAY)
        || token.is(Sense.RANSOM)
        || token.is(Sense.DEMAND)
        || token.is(Sense.RECOVER)
        || token.is(Sense.LAUNDER)
        || isWired(sentence, i)
        || token.isOneOf("gone", "damage", "damages");
  }

  /** "tricked into wiring $9 million to the scammers": sent by the victim itself. */
  private static boolean isWired(Sentence sentence, int i) {
    boolean sent =
        sentence.at(i).isOneOf("transferred", "transfer", "transfers", "sent", "wired", "wiring");
    return sent
        && sentence.tokens().stream()
            .anyMatch(
                t ->
                    t.isOneOf(
                        "scam",
                        "scammer",
                        "scammers",
                        "fraud",
                        "fraudulent",
                        "fraudster",
                        "fraudsters",
                        "phishing",
                        "bogus",
                        "tricked",
                        "duped",
                        "impersonating"));
  }

  /** "a market value of $9 billion", "thought to hold $9 billion", "a bounty of $9 million". */
  private static boolean isOtherMoney(Sentence sentence, int i) {
    Token token = sentence.at(i);
    boolean market = token.is("market") && sentence.at(i + 1).isOneOf("value", "cap", "price");
    boolean held = token.is("hold") && sentence.at(i - 1).is("to");
    boolean harm =
        token.is("damages") && (sentence.has(Sense.MALWARE) || sentence.has(Sense.EVENT));
    return (token.is(Sense.OTHER_MONEY) && !harm) || market || held;
  }

  private static Optional<AmountRole> meaning(Sentence sentence, int i, Money money) {
    Token token = sentence.at(i);
    int low = Math.min(i, money.from()) - 4;
    int high = Math.max(i, money.to()) + 5;
    if (isOtherMoney(sentence, i) || token.is(Sense.LAUNDER)) {
      return Optional.empty();
    }
    if (i < money.from() && isOfRecovered(sentence, i)) {
      return Optional.of(AmountRole.RECOVERY);
    }
    if (token.is(Sense.RECOVER)) {
      return Optional.of(AmountRole.RECOVERY);
    }
    boolean ransom = sentence.has(Sense.RANSOM, low, high);
    if (token.is(Sense.PAY) && !isPaid(sentence, i)) {
      return ransom || sentence.has(Sense.RANSOM) || sentence.has(Sense.DEMAND, low, high)
          ? Optional.of(AmountRole.DEMAND)
          : Optional.empty();
    }
    if (token.is(Sense.PAY)) {
      return ransom || sentence.has(Sense.GANG, low, high)
          ? Optional.of(AmountRole.LOSS)
          : Optional.empty();
    }
    if (token.is(Sense.DEMAND)) {
      return ransom || sentence.has(Sense.RANSOM) || sentence.has(Sense.GANG, i - 8, i)
          ? Optional.of(AmountRole.DEMAND)
          : Optional.empty();
    }
    if (token.is(Sense.RANSOM) && !token.is(Sense.TAKE)) {
      return isAnyPaid(sentence, low - 4, high + 2) && !sentence.has(Sense.DEMAND, low, high)
          ? Optional.of(AmountRole.LOSS)
          : Optional.of(AmountRole.DEMAND);
    }
    boolean noTaking = !token.is(Sense.TAKE) && !token.is(Sense.LOSE);
    if (noTaking && isAskedFor(sentence, money)) {
      return Optional.of(AmountRole.DEMAND);
    }
    boolean unreal = isUnreal(sentence, i);
    return unreal ? Optional.empty() : Optional.of(AmountRole.LOSS);
  }

  /** "The attacker demanded that X pay 1 bitcoin to end the attack, currently worth $7,000". */
  private static boolean isAskedFor(Sentence sentence, Money money) {
    for (int i = 0; i < money.from(); i++) {
      boolean asked = sentence.at(i).is(Sense.DEMAND) && sentence.has(Sense.GANG, i - 8, i);
      if (asked && !isAnyPaid(sentence, i, sentence.size())) {
        return true;
      }
    }
    return false;
  }

  private static boolean isAnyPaid(Sentence sentence, int from, int to) {
    for (int i = Math.max(0, from); i < Math.min(sentence.size(), to); i++) {
      if (sentence.at(i).is(Sense.PAY) && isPaid(sentence, i)) {
        return true;
      }
    }
    return false;
  }

  /** "paid", "agreed to pay"; not "want X to pay", "decided not to pay", "demanded that X pay". */
  private static boolean isPaid(Sentence sentence, int pay) {
    boolean infinitive = sentence.at(pay - 1).is("to");
    if (infinitive && !sentence.has(Sense.CONSENT, pay - 4, pay - 1)) {
      return false;
    }
    for (int i = pay - 1; i >= Math.max(0, pay - 5); i--) {
      Token token = sentence.at(i);
      if (token.isOneOf(",", ";", "but")) {
        return true;
      }
      if (token.is(Sense.NEGATION)
          || token.is(Sense.REFUSE)
          || token.is(Sense.DENY)
          || token.isOneOf("whether", "if", "should", "must", "until", "unless")
          || (token.is(Sense.DEMAND) && !sentence.at(pay).is("paid"))) {
        return false;
      }
    }
    return true;
  }

  /**
   * "recovered some of the coins stolen from X, worth $9 million": what was stolen is what was
   * recovered.
   */
  private static boolean isOfRecovered(Sentence sentence, int i) {
    if (!sentence.at(i).isOneOf("stolen", "taken", "looted") || sentence.at(i - 1).is(Sense.BE)) {
      return false;
    }
    for (int j = i - 1; j >= Math.max(0, i - REACH_BEFORE); j--) {
      Token token = sentence.at(j);
      if (token.is(Sense.RECOVER)) {
        return true;
      }
      if (token.isOneOf(",", ";", "$", "after") || token.is(Sense.SAY)) {
        return false;
      }
    }
    return false;
  }

  /** "attempted to steal", "could have lost", "tried to move". */
  private static boolean isUnreal(Sentence sentence, int i) {
    for (int j = i - 1; j >= Math.max(0, i - 3); j--) {
      Token token = sentence.at(j);
      if (token.isOneOf("may", "might", ",")) {
        return false;
      }
      if (token.is(Sense.ATTEMPT) || token.is(Sense.NEGATION)) {
        return true;
      }
    }
    return false;
  }

  /** "fined the bank with a record $80 million over last year's breach". */
  private static boolean isFine(Sentence sentence, Money money) {
    for (int i = money.from() - 1; i >= Math.max(0, money.from() - REACH_BEFORE); i--) {
      Token token = sentence.at(i);
      if (token.is(Sense.TAKE) || token.is(Sense.LOSE)) {
        return false;
      }
      if (token.isOneOf("fined", "fine", "fines", "penalty", "settlement", "settle")) {
        return true;
      }
    }
    return false;
  }

  /** "$17 per card", "$30,000 each", "an average cost of $3 million". */
  private static boolean isPrice(Sentence sentence, Money money) {
    Token next = sentence.at(money.to());
    for (int i = money.from() - 1; i > money.from() - 6; i--) {
      if (sentence.at(i).isOneOf("average", "averaged", "averaging", "median", "typically")) {
        return true;
      }
    }
    return (next.isOneOf("per", "each", "a") && sentence.at(money.to() + 1).is("piece"))
        || sentence.at(money.from() - 1).is("priced");
  }
}
