package io.heistline.reading;

import java.util.Optional;
import java.util.Set;

/**
 * What an amount is worth in another unit: "440 ETH (~$1.75M)", "2 bitcoins, worth $750", "50 XMR
 * (Monero), valued at over $15,000", "$7.9M (4999 ETH)". Both are one amount.
 */
final class WorthGrammar {
  /** Words that may stand between an amount and what it is worth. */
  private static final Set<String> BETWEEN =
      Set.of(
          "worth",
          "about",
          "approximately",
          "approx",
          "around",
          "roughly",
          "or",
          "to",
          "at",
          "then",
          "some",
          "nearly",
          "over",
          "more",
          "than",
          "almost",
          "currently",
          "a",
          "an",
          "total",
          "of",
          "in",
          "the",
          "form",
          "cryptocurrency",
          "tokens",
          "coins",
          "now",
          "haul",
          "sum",
          "fortune",
          "which",
          "is",
          "was",
          "were",
          "that",
          "estimated",
          "value",
          "just",
          "well",
          "(",
          "[",
          ",",
          "~",
          "\u2248",
          "=",
          "-",
          "\u2013",
          "\u2014",
          "equivalent",
          "equal",
          "equals",
          "equaling",
          "equalling",
          "valued",
          "amounting",
          "totaling",
          "totalling");

  /** Those of them that say so. */
  private static final Set<String> TELLING =
      Set.of(
          "(",
          "[",
          "worth",
          "or",
          "valued",
          "value",
          "equivalent",
          "equal",
          "equals",
          "equaling",
          "equalling",
          "=",
          "\u2248",
          "amounting");

  /** What makes an apposition of an amount behind a comma or a dash: "75 bitcoins, about $4m". */
  private static final Set<String> ABOUT =
      Set.of("about", "around", "approximately", "roughly", "currently", "then", "~");

  /** At most so many of them. */
  private static final int MAX_BETWEEN = 9;

  /** Tokens of a gloss: "(Monero coins)". */
  private static final int MAX_GLOSS = 4;

  private final Sentence sentence;
  private final MoneyGrammar amounts;

  WorthGrammar(Sentence sentence, MoneyGrammar amounts) {
    this.sentence = sentence;
    this.amounts = amounts;
  }

  /** An amount with what the words behind it say that it is worth. */
  Money withWorth(Money money) {
    int i = behindGloss(money.to());
    boolean told = false;
    for (int words = 0; words < MAX_BETWEEN && BETWEEN.contains(sentence.at(i).lower()); words++) {
      told |= TELLING.contains(sentence.at(i).lower()) || isApposition(i);
      i++;
    }
    if (!told) {
      return money;
    }
    Optional<Money> other = inDollars(i, money);
    return other.isEmpty() || other.get().currency().equals(money.currency())
        ? money
        : joined(money, other.get());
  }

  private Money joined(Money money, Money other) {
    int end = behindOthers(other.to());
    int to = sentence.at(end).isOneOf(")", "]") ? end + 1 : end;
    String words = sentence.words(money.from(), to);
    if (money.usdCents().isEmpty()) {
      return other.usdCents().isPresent() ? money.worth(other, to, words) : money;
    }
    if (other.usdCents().isPresent()) {
      return money.isSameFigure(other) ? money.worth(other, to, words) : money;
    }
    boolean same = sentence.at(to - 1).is(")") || sentence.at(other.from() - 1).isOneOf("or", "of");
    return same ? other.worth(money, to, words) : money;
  }

  /** Behind "; £24m" in "($32m; £24m)". */
  private int behindOthers(int at) {
    Optional<Money> next =
        sentence.at(at).isOneOf(";", "/", ",") ? amounts.single(at + 1) : Optional.empty();
    return next.map(Money::to).filter(to -> sentence.at(to).isOneOf(")", "]")).orElse(at);
  }

  /** The first of "(£1,275/$1,600)" that is in dollars, else the first. */
  private Optional<Money> inDollars(int i, Money money) {
    Optional<Money> first = amounts.single(i);
    if (first.isEmpty() || first.get().usdCents().isPresent() || money.usdCents().isPresent()) {
      return first;
    }
    int to = first.get().to();
    Optional<Money> second =
        sentence.at(to).isOneOf("/", ",", "or") ? amounts.single(to + 1) : Optional.empty();
    return second.filter(other -> other.usdCents().isPresent()).or(() -> first);
  }

  private boolean isApposition(int i) {
    return sentence.at(i).isOneOf(",", "-", "\u2013", "\u2014")
        && ABOUT.contains(sentence.at(i + 1).lower());
  }

  /** Behind "(Monero coins)", if words in brackets stand here that hold no number. */
  private int behindGloss(int at) {
    if (!sentence.at(at).is("(")) {
      return at;
    }
    for (int i = at + 1; i <= at + MAX_GLOSS; i++) {
      if (sentence.at(i).is(")")) {
        return i + 1;
      }
      boolean worth = i == at + 1 && BETWEEN.contains(sentence.at(i).lower());
      if (!sentence.at(i).isWord() || worth) {
        return at;
      }
    }
    return at;
  }
}
