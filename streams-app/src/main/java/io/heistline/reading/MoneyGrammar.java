package io.heistline.reading;

import io.heistline.model.Bound;
import io.heistline.reading.NumberGrammar.Figure;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Amounts of money: "$8.4 million", "¥58 billion ($530 million)", "between $5M and $6M", "75 BTC,
 * worth $4.4m".
 */
final class MoneyGrammar {
  private static final BigDecimal TWO = new BigDecimal(2);
  private static final BigDecimal THOUSAND = new BigDecimal(1000);

  private static final Map<String, Bound> BOUNDS =
      Map.ofEntries(
          Map.entry("over", Bound.AT_LEAST),
          Map.entry("than", Bound.AT_LEAST), // more than, see less below
          Map.entry("least", Bound.AT_LEAST),
          Map.entry("exceeding", Bound.AT_LEAST),
          Map.entry("exceeded", Bound.AT_LEAST),
          Map.entry("exceeds", Bound.AT_LEAST),
          Map.entry("upwards", Bound.AT_LEAST),
          Map.entry("upward", Bound.AT_LEAST),
          Map.entry("north", Bound.AT_LEAST),
          Map.entry("excess", Bound.AT_LEAST),
          Map.entry("above", Bound.AT_LEAST),
          Map.entry("minimum", Bound.AT_LEAST),
          Map.entry("nearly", Bound.AT_MOST),
          Map.entry("almost", Bound.AT_MOST),
          Map.entry("under", Bound.AT_MOST),
          Map.entry("below", Bound.AT_MOST),
          Map.entry("maximum", Bound.AT_MOST),
          Map.entry("most", Bound.AT_MOST));

  private final Sentence sentence;
  private final NumberGrammar numbers;

  MoneyGrammar(Sentence sentence) {
    this.sentence = sentence;
    this.numbers = new NumberGrammar(sentence);
  }

  /** The amounts of a sentence, in order, none overlapping. */
  static List<Money> in(Sentence sentence) {
    for (Token token : sentence.tokens()) {
      if (Units.isCurrency(token)) {
        return new MoneyGrammar(sentence).all();
      }
    }
    return List.of(); // most sentences, and they cost no more than this
  }

  private List<Money> all() {
    WorthGrammar worths = new WorthGrammar(sentence, this);
    List<Money> all = new ArrayList<>();
    int i = 0;
    while (i < sentence.size()) {
      Optional<Money> found = mayBegin(i) ? at(i) : Optional.empty();
      if (found.isEmpty()) {
        i++;
        continue;
      }
      Money money = worths.withWorth(found.get());
      all.add(bounded(money));
      i = money.to();
    }
    return all;
  }

  /** Most words begin no amount, and they cost no more than this. */
  private boolean mayBegin(int i) {
    Token token = sentence.at(i);
    return token.form() != Token.Form.WORD || token.is(Sense.QUANTITY) || token.isCapitalised();
  }

  private Optional<Money> at(int i) {
    Optional<Money> one = single(i);
    return one.isPresent()
        ? Optional.of(range(one.get()).orElse(one.get()))
        : numbers.at(i).flatMap(low -> bareRange(i, low));
  }

  /** "$5 to $6 million", "$100-200 million", "between $5M and $6M": the middle. */
  private Optional<Money> range(Money low) {
    if (!isRangeMark(low.to(), low.from())) {
      return Optional.empty();
    }
    int next = low.to() + 1;
    Optional<Money> high = single(next);
    if (high.isEmpty() && sentence.at(next).isNumber()) {
      high = numbers.at(next).flatMap(n -> money(next, n.to(), n, low.currency()));
    }
    return high.filter(top -> top.currency().equals(low.currency()))
        .flatMap(top -> middle(low.from(), low.value(), top));
  }

  /** "500 to 1,000 euros", "between 40 and 100 dollars": the unit stands behind the second. */
  private Optional<Money> bareRange(int from, Figure low) {
    return low.exact() && isRangeMark(low.to(), from)
        ? single(low.to() + 1).flatMap(high -> middle(from, low.value(), high))
        : Optional.empty();
  }

  private Optional<Money> middle(int from, BigDecimal low, Money high) {
    BigDecimal bottom = low;
    while (bottom.signum() > 0 && bottom.multiply(THOUSAND).compareTo(high.value()) <= 0) {
      bottom = bottom.multiply(THOUSAND); // "$5 to $6 million": five million
    }
    if (bottom.compareTo(high.value()) >= 0) {
      return Optional.empty();
    }
    BigDecimal middle = bottom.add(high.value()).divide(TWO, 8, RoundingMode.HALF_EVEN);
    String words = sentence.words(from, high.to());
    return Optional.of(Money.of(from, high.to(), middle, high.currency(), Bound.ABOUT, words));
  }

  private boolean isRangeMark(int at, int start) {
    Token mark = sentence.at(at);
    return mark.isOneOf("-", "\u2013")
        || (mark.is("to") && !isGrowth(start))
        || (mark.is("and") && sentence.at(start - 1).is("between"));
  }

  /** "rose from $5 to $6 million" is no range, "ranging from $5 to $6 million" is. */
  private boolean isGrowth(int start) {
    return sentence.at(start - 1).is("from")
        && !sentence.at(start - 2).isOneOf("range", "ranges", "ranged", "ranging", "anywhere");
  }

  /** An amount without its range, worth and bound. */
  Optional<Money> single(int i) {
    return mayBegin(i) ? signed(i).or(() -> coded(i)).or(() -> counted(i)) : Optional.empty();
  }

  /** "$8.4 million", "US$81m", "~$80M". */
  private Optional<Money> signed(int i) {
    Token token = sentence.at(i);
    if (token.form() == Token.Form.MARK) {
      return Units.ofSign(token.text()).flatMap(currency -> afterSign(i, i + 1, currency));
    }
    Token next = sentence.at(i + 1);
    if (token.isWord() && next.form() == Token.Form.MARK && next.start() == token.end()) {
      return Units.ofSign(token.lower() + next.text())
          .flatMap(currency -> afterSign(i, i + 2, currency));
    }
    return Optional.empty();
  }

  /** "$8.4 million", "$1.3 million USDC", "$8 million dollars". */
  private Optional<Money> afterSign(int from, int number, String currency) {
    return numbers
        .at(number)
        .filter(Figure::exact)
        .flatMap(n -> money(from, behindUnit(n.to(), currency), n, currency));
  }

  private int behindUnit(int to, String currency) {
    boolean same =
        Units.ofWord(sentence.at(to))
            .filter(unit -> unit.equals(currency) || Units.isWorthADollar(unit))
            .isPresent();
    return same ? to + 1 : to;
  }

  /** "USD 81 million", "USD $81 million". */
  private Optional<Money> coded(int i) {
    Token token = sentence.at(i);
    if (!token.isAllCapitals() || token.text().length() != 3) {
      return Optional.empty();
    }
    int number = sentence.at(i + 1).is("$") ? i + 2 : i + 1;
    return sentence.at(number).isNumber()
        ? Units.ofWord(token)
            .flatMap(currency -> numbers.at(number).flatMap(n -> money(i, n.to(), n, currency)))
        : Optional.empty();
  }

  /** "36 million euros", "75 BTC", "five million dollars", "half a billion dollars". */
  private Optional<Money> counted(int i) {
    return numbers.at(i).flatMap(n -> withUnit(i, n));
  }

  private Optional<Money> withUnit(int from, Figure n) {
    int unit = sentence.at(n.to()).isOneOf("us", "u.s.") ? n.to() + 1 : n.to();
    int behindHyphen = sentence.at(unit).is("-") ? unit + 1 : unit;
    Token word = sentence.at(behindHyphen);
    return Units.ofWord(word)
        .filter(currency -> isUnitHere(behindHyphen))
        .filter(currency -> n.exact() || word.lower().endsWith("s")) // "two bitcoins"
        .flatMap(currency -> money(from, behindHyphen + 1, n, currency));
  }

  /** Words that are a currency only sometimes count in capitals or in plural: "won", "sol". */
  private boolean isUnitHere(int at) {
    Token unit = sentence.at(at);
    return switch (unit.lower()) {
      case "sol", "ada", "atom", "nem", "rand", "eos", "sterling", "etc" -> unit.isAllCapitals();
      case "pound", "pounds" -> !sentence.hasWord("weighs", at - 4, at);
      case "won" -> !sentence.at(at + 1).is(Sense.DETERMINER);
      case "bitcoin", "ethereum", "ripple", "tether" ->
          !sentence.at(at + 1).is(Sense.ORG) && !sentence.at(at + 1).is(Sense.PERSONAL);
      default -> true;
    };
  }

  private Optional<Money> money(int from, int to, Figure figure, String currency) {
    if (figure.value().signum() <= 0 || figure.value().compareTo(Money.MOST) > 0) {
      return Optional.empty();
    }
    return Optional.of(
        Money.of(from, to, figure.value(), currency, Bound.ABOUT, sentence.words(from, to)));
  }

  /** "more than $8 million": at least; "nearly $8 million": at most; "$75M+". */
  private Money bounded(Money money) {
    int before = money.from() - 1;
    while (sentence.at(before).isOneOf("~", "of", "a", "an", "estimated", "whopping")) {
      before--;
    }
    if (sentence.at(money.to()).is("+")) {
      return money.with(money.from(), Bound.AT_LEAST, money.text());
    }
    Token word = sentence.at(before);
    Bound bound = BOUNDS.get(word.lower());
    Token first = sentence.at(before - 1);
    if ((word.is("to") && first.is("up")) || (word.is("as") && first.is("much"))) {
      bound = Bound.AT_MOST;
    }
    boolean less = word.is("than") && first.isOneOf("less", "fewer");
    if (less && !sentence.at(before - 2).isOneOf("no", "not")) {
      bound = Bound.AT_MOST;
    }
    return bound == null ? money : money.with(money.from(), bound, money.text());
  }
}
