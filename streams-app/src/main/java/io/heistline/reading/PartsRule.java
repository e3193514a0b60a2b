package io.heistline.reading;

import io.heistline.model.AmountRole;
import io.heistline.model.Bound;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which figures are parts of a loss and which its total: "$6 million in stablecoins and $53 million
 * in its own coin" are added where the article gives no total.
 */
final class PartsRule {
  /** Tokens from one part to the next: "in its own coin and". */
  private static final int REACH = 9;

  /** Tokens before an amount within which it is called a total, a part or an earlier one. */
  private static final int NEAR = 6;

  private PartsRule() {}

  /** The amounts of a statement, its parts added up if nothing in the article does. */
  static List<RoleRule.Roled> added(Statement statement, List<Statement> all) {
    List<RoleRule.Roled> result = new ArrayList<>();
    for (RoleRule.Roled next : statement.money()) {
      int last = result.size() - 1;
      Optional<RoleRule.Roled> sum =
          last < 0 ? Optional.empty() : sum(statement, result.get(last), next);
      if (sum.filter(added -> !isTotalGiven(added, next, all)).isPresent()) {
        result.set(last, sum.get());
      } else {
        result.add(next);
      }
    }
    return result;
  }

  private static Optional<RoleRule.Roled> sum(
      Statement statement, RoleRule.Roled a, RoleRule.Roled b) {
    boolean losses = a.role() == AmountRole.LOSS && b.role() == AmountRole.LOSS;
    Sentence sentence = statement.facts().sentence();
    if (!losses
        || statement.isTitle()
        || sentence.has(Sense.SUM)
        || !isJoined(sentence, a.money().to(), b.money().from())
        || sentence.at(b.money().to()).is("of")) {
      return Optional.empty();
    }
    return sum(sentence, a.money(), b.money())
        .map(money -> new RoleRule.Roled(money, AmountRole.LOSS, b.distance()));
  }

  private static Optional<Money> sum(Sentence sentence, Money a, Money b) {
    String words = sentence.words(a.from(), b.to());
    if (a.usdCents().isPresent() && b.usdCents().isPresent()) {
      BigDecimal dollars = a.size().add(b.size());
      return Optional.of(Money.of(a.from(), b.to(), dollars, Money.USD, Bound.ABOUT, words));
    }
    return a.currency().equals(b.currency())
        ? Optional.of(
            Money.of(a.from(), b.to(), a.value().add(b.value()), a.currency(), Bound.ABOUT, words))
        : Optional.empty();
  }

  /** "in stablecoins and", "from its hot wallet, plus": nothing else happens between. */
  static boolean isJoined(Sentence sentence, int from, int to) {
    if (to - from > REACH) {
      return false;
    }
    boolean and = false;
    for (int i = from; i < to; i++) {
      Token token = sentence.at(i);
      and |= token.isOneOf("and", "plus", "&");
      boolean breaks =
          token.is(Sense.TAKE)
              || token.is(Sense.LOSE)
              || token.is(Sense.BE)
              || token.is(Sense.SAY)
              || token.is(Sense.EVENT)
              || isElsewhere(sentence, i)
              || token.isOneOf(
                  "or", "but", "then", "now", ";", "which", "later", "after", "(", ")");
      if (breaks) {
        return false;
      }
    }
    return and;
  }

  /** "from Oakmart": another was robbed of the next. */
  private static boolean isElsewhere(Sentence sentence, int i) {
    return sentence.at(i).isOneOf("from", "at", "to", "against")
        && (sentence.at(i + 1).isCapitalised() || sentence.at(i + 2).isCapitalised());
  }

  /** Whether another sentence gives a figure larger than each part: it counts them all. */
  private static boolean isTotalGiven(
      RoleRule.Roled sum, RoleRule.Roled part, List<Statement> statements) {
    BigDecimal largest = part.money().size().max(sum.money().size().subtract(part.money().size()));
    boolean dollars = sum.money().usdCents().isPresent();
    return statements.stream()
        .flatMap(statement -> statement.money().stream())
        .filter(roled -> roled.role() == AmountRole.LOSS)
        .map(RoleRule.Roled::money)
        .filter(money -> money.usdCents().isPresent() == dollars)
        .anyMatch(money -> money.size().compareTo(largest) > 0);
  }

  /** "a total of $8 million", "totalling $8 million", "$8 million in all". */
  static boolean isTotal(Sentence sentence, Money money) {
    return sentence.has(Sense.SUM, money.from() - NEAR, money.from())
        || sentence.has(Sense.SUM, money.to(), money.to() + 3);
  }

  /** "one user lost $8 million", "the worst-hit victim losing $8 million". */
  static boolean isPart(Sentence sentence, Money money) {
    for (int i = money.from() - 1; i >= money.from() - NEAR; i--) {
      boolean single = sentence.at(i).isOneOf("one", "single", "hit");
      if (single && sentence.at(i + 1).is(Sense.PERSONAL)) {
        return true;
      }
    }
    return false;
  }

  /** "two months after its $8 million hack", "first $8 million, now $5 million". */
  static boolean isEarlier(Sentence sentence, Money money) {
    for (int i = money.from() - 1; i >= money.from() - NEAR; i--) {
      boolean after =
          sentence.at(i).is("after")
              && sentence.at(i - 1).isOneOf("months", "weeks", "years", "year", "month", "week");
      boolean before = sentence.at(i).isOneOf("previous", "earlier", "prior", "first", "initial");
      if (after || (before && i >= money.from() - 2)) {
        return true;
      }
    }
    return false;
  }
}
