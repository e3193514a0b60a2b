package io.heistline.reading;

import io.heistline.model.AmountRole;
import io.heistline.reading.TellerRule.Teller;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What an amount was to the incident: the word that tells decides, see {@link TellerRule}.
 *
 * <p>"stole $8 million": a loss. "recovered $2 million of the stolen $5 million": a recovery and a
 * loss. "demanded $70 million": a demand. "fined $80 million", "a $1M bounty": none.
 */
final class RoleRule {
  /** Tokens before a verb within which it may be denied or doubted. */
  private static final int REACH_UNREAL = 4;

  /** Tokens from "lost" to what it was the result of. */
  private static final int REACH_RESULT = 16;

  /** Tokens from "in" to the breach that a loss was made in. */
  private static final int REACH_BREACH = 6;

  /** Tokens from an amount to the gang that is given it. */
  private static final int REACH_GANG = 6;

  /** Tokens before an amount within which it is called a gain. */
  private static final int REACH_GAIN = 4;

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

  /**
   * The amounts of a sentence.
   *
   * @param roled those that have a role
   * @param untold those of which nothing is told
   */
  record Amounts(List<Roled> roled, List<Money> untold) {

    boolean hasLost() {
      return roled.stream().anyMatch(roled -> roled.role() == AmountRole.LOSS);
    }

    /** Those that were lost. */
    List<Money> lost() {
      return roled.stream()
          .filter(roled -> roled.role() == AmountRole.LOSS)
          .map(Roled::money)
          .toList();
    }
  }

  /** What each amount was; one that is joined to another was the same. */
  static Amounts amounts(Sentence sentence) {
    List<Roled> roled = new ArrayList<>();
    List<Money> untold = new ArrayList<>();
    for (Money money : MoneyGrammar.in(sentence)) {
      Optional<Roled> role = role(sentence, money);
      role.ifPresent(found -> joinLast(sentence, untold, found).ifPresent(roled::add));
      role.ifPresent(roled::add);
      if (role.isEmpty() && isUntold(sentence, money)) {
        untold.add(money);
      }
    }
    return new Amounts(List.copyOf(roled), List.copyOf(untold));
  }

  /** "$6 million in one coin and $5 million in another taken": the first was taken too. */
  private static Optional<Roled> joinLast(Sentence sentence, List<Money> untold, Roled next) {
    int last = untold.size() - 1;
    if (last < 0 || !PartsRule.isJoined(sentence, untold.get(last).to(), next.money().from())) {
      return Optional.empty();
    }
    return Optional.of(new Roled(untold.remove(last), next.role(), next.distance(), next.damage()));
  }

  static Optional<Roled> role(Sentence sentence, Money money) {
    if (!money.isSmall() && isPayout(sentence, money)) {
      return Optional.of(new Roled(money, AmountRole.LOSS, 1));
    }
    if (money.isSmall() || OtherMoneyRule.isOther(sentence, money.from(), money.to())) {
      return Optional.empty();
    }
    Optional<Teller> teller = TellerRule.of(sentence, money.from(), money.to());
    return teller.flatMap(
        t ->
            meaning(sentence, t.index(), money.from(), money.to())
                .map(role -> new Roled(money, role, t.distance(), isDamage(sentence, t.index()))));
  }

  /** "ransoms were paid by Oakmart ($9 million)", "payouts made by Oakmart ($9 million)". */
  private static boolean isPayout(Sentence sentence, Money money) {
    int bracket = LossPatterns.begin(sentence, money) - 1;
    if (!sentence.at(bracket).is("(")
        || !sentence.at(bracket - 1).isCapitalised()
        || !sentence.at(money.to()).is(")")) {
      return false;
    }
    boolean ransom = sentence.has(Sense.RANSOM) && RansomRule.isAnyPaid(sentence, 0, bracket);
    return ransom
        || sentence.hasWord("payouts", 0, bracket)
        || sentence.hasWord("robbed", money.to(), sentence.size());
  }

  /** Whether an amount without a figure was lost. */
  static boolean isLost(Sentence sentence, VagueMoney vague) {
    return !OtherMoneyRule.isOther(sentence, vague.from(), vague.to())
        && TellerRule.of(sentence, vague.from(), vague.to())
            .flatMap(t -> meaning(sentence, t.index(), vague.from(), vague.to()))
            .filter(role -> role == AmountRole.LOSS)
            .isPresent();
  }

  /**
   * Whether nothing near an amount tells what it was. In the first sentences of an article about a
   * theft it is the loss: "Five million dollars, and an empty vault."
   */
  static boolean isUntold(Sentence sentence, Money money) {
    return !TellerRule.isTold(sentence, money.from(), money.to())
        && !money.isSmall()
        && !OtherMoneyRule.isOther(sentence, money.from(), money.to())
        && !sentence.has(Sense.ATTEMPT, money.from() - TellerRule.REACH_BEFORE, money.from());
  }

  /** "the attack cost it $9 million", "$9 million in damage", "a hit to profits of $9 million". */
  private static boolean isDamage(Sentence sentence, int teller) {
    boolean costInLosses = sentence.at(teller).is("losses") && isCost(sentence, teller - 9, teller);
    return sentence.at(teller).isOneOf("damage", "damages")
        || isOfBusiness(sentence, teller)
        || (sentence.at(teller).is(Sense.LOSE) && isOfBreach(sentence, teller))
        || isCost(sentence, teller, teller + 1)
        || costInLosses;
  }

  /** "the loss of business put at $9 million", "losses in sales". */
  private static boolean isOfBusiness(Sentence sentence, int teller) {
    return sentence.at(teller).isOneOf("loss", "losses")
        && sentence.at(teller + 1).isOneOf("of", "in")
        && sentence
            .at(teller + 2)
            .isOneOf(
                "business", "revenue", "sales", "productivity", "customers", "income", "profit");
  }

  /** "lost customers and $9 million as a result of the breach". */
  private static boolean isOfBreach(Sentence sentence, int lost) {
    for (int i = lost + 1; i < Math.min(sentence.size(), lost + REACH_RESULT); i++) {
      boolean breach = sentence.at(i).isOneOf("in", "from", "to", "with", "over");
      if (breach && isDataBreach(sentence, i + 1)) {
        return true;
      }
      boolean because =
          sentence.at(i).isOneOf("result", "because", "consequence") && sentence.at(i + 1).is("of");
      if (because || (sentence.at(i).is("due") && sentence.at(i + 1).is("to"))) {
        return sentence.has(Sense.EVENT, i + 2, i + 8);
      }
    }
    return false;
  }

  /** "a 2015 massive data breach", "the 2013 and 2014 breaches". */
  private static boolean isDataBreach(Sentence sentence, int from) {
    int to = from + REACH_BREACH;
    return sentence.hasWord("breaches", from, to)
        || (sentence.hasWord("data", from, to) && sentence.hasWord("breach", from, to));
  }

  private static boolean isCost(Sentence sentence, int from, int to) {
    for (int i = from; i < to; i++) {
      if (sentence.at(i).isOneOf("cost", "costs", "costing")) {
        return true;
      }
    }
    return false;
  }

  private static Optional<AmountRole> meaning(Sentence sentence, int i, int from, int to) {
    Token token = sentence.at(i);
    if (TellingWords.isOtherMoney(sentence, i) || token.is(Sense.LAUNDER)) {
      return Optional.empty();
    }
    if (i < from && isOfRecovered(sentence, i)) {
      return Optional.of(AmountRole.RECOVERY);
    }
    if (token.is("handed") && sentence.has(Sense.GANG, to, to + REACH_GANG)) {
      return Optional.of(AmountRole.LOSS); // "handed over $8 million to the gang"
    }
    if (token.is(Sense.RECOVER)) {
      return isRecovered(sentence, i) ? Optional.of(AmountRole.RECOVERY) : Optional.empty();
    }
    int low = Math.min(i, from) - 4;
    int high = Math.max(i, to) + 5;
    if (token.is(Sense.PAY)) {
      return ofPayment(sentence, i, low, high);
    }
    if (token.is(Sense.DEMAND) || (token.is(Sense.RANSOM) && !token.is(Sense.TAKE))) {
      return i >= to && sentence.has(Sense.GAIN, from - REACH_GAIN, from)
          ? Optional.of(AmountRole.LOSS) // "collected $8 million in ransom"
          : ofDemand(sentence, i, low, high);
    }
    boolean noTaking = !token.is(Sense.TAKE) && !token.is(Sense.LOSE);
    if (noTaking && RansomRule.isAskedFor(sentence, from)) {
      return Optional.of(AmountRole.DEMAND);
    }
    if (i >= to && isGivenBack(sentence, i, to)) {
      return Optional.of(AmountRole.RECOVERY);
    }
    // "prevented a nearly $8 million heist"
    boolean unreal = isUnreal(sentence, i) || (i >= to && isUnreal(sentence, from));
    return unreal ? Optional.empty() : Optional.of(AmountRole.LOSS);
  }

  /** "$8 million of the stolen coins has been returned". */
  private static boolean isGivenBack(Sentence sentence, int stolen, int to) {
    return sentence.at(to).is("of")
        && stolen <= to + 4
        && sentence.has(Sense.BE, stolen, stolen + 5)
        && sentence.has(Sense.RECOVER, stolen, stolen + 7);
  }

  /** "paid $8 million to the gang": lost; "refused to pay $8 million": demanded. */
  private static Optional<AmountRole> ofPayment(Sentence sentence, int pay, int low, int high) {
    boolean ransom =
        sentence.has(Sense.RANSOM)
            || sentence.has(Sense.UNLOCK)
            || RansomRule.isForFiles(sentence, pay)
            || RansomRule.isInCoins(sentence, pay);
    if (RansomRule.isPaid(sentence, pay)) {
      return ransom || sentence.has(Sense.GANG, low, high) || sentence.has(Sense.TRICK)
          ? Optional.of(AmountRole.LOSS)
          : Optional.empty();
    }
    return ransom || sentence.has(Sense.DEMAND, low, high)
        ? Optional.of(AmountRole.DEMAND)
        : Optional.empty();
  }

  private static Optional<AmountRole> ofDemand(Sentence sentence, int i, int low, int high) {
    boolean ransom = sentence.has(Sense.RANSOM);
    if (!ransom && !sentence.has(Sense.GANG, i - 8, i)) {
      return Optional.empty(); // "asked customers for $8 million"
    }
    boolean named = sentence.at(i).is(Sense.RANSOM);
    boolean paid =
        named
            && RansomRule.isAnyPaid(sentence, low - 4, high + 2)
            && !sentence.has(Sense.DEMAND, low, high);
    return paid || RansomRule.isPaidBefore(sentence, i)
        ? Optional.of(AmountRole.LOSS)
        : Optional.of(AmountRole.DEMAND);
  }

  /** "recovered", "agreed to return"; not "has yet to recover", "hopes to recover". */
  private static boolean isRecovered(Sentence sentence, int i) {
    boolean hoped =
        sentence.at(i - 1).is("to")
            && !sentence.has(Sense.CONSENT, i - 4, i - 1)
            && !sentence.at(i - 2).isOneOf("able", "promised", "began", "started", "continued");
    return !hoped && !isUnreal(sentence, i);
  }

  /**
   * "recovered some of the coins stolen from X, worth $9 million": what was stolen is what was
   * recovered.
   */
  private static boolean isOfRecovered(Sentence sentence, int i) {
    if (!sentence.at(i).isOneOf("stolen", "taken", "looted") || sentence.at(i - 1).is(Sense.BE)) {
      return false;
    }
    for (int j = i - 1; j >= Math.max(0, i - TellerRule.REACH_BEFORE); j--) {
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

  /** "attempted to steal", "could have lost", "may cost"; not "may have stolen". */
  private static boolean isUnreal(Sentence sentence, int i) {
    int reach = sentence.at(i - 1).is("to") ? 2 * REACH_UNREAL : REACH_UNREAL;
    for (int j = i - 1; j >= Math.max(0, i - reach); j--) {
      Token token = sentence.at(j);
      if (token.is(",") || (token.isOneOf("may", "might") && sentence.at(j + 1).is("have"))) {
        return false;
      }
      if (token.is(Sense.ATTEMPT)
          || token.is(Sense.NEGATION)
          || token.isOneOf("can", "potential", "potentially", "expected", "expects")) {
        return true;
      }
    }
    return false;
  }
}
