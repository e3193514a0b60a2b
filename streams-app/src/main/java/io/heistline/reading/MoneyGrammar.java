package io.heistline.reading;

import io.heistline.model.Bound;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Amounts of money: "$8.4 million", "¥58 billion ($530 million)", "between $5M and $6M", "75 BTC,
 * worth $4.4m".
 */
final class MoneyGrammar {
  /** More digits than any amount has. */
  private static final int MAX_DIGITS = 24;

  /** Words that may stand between a native amount and what it is worth. */
  private static final Set<String> WORTH_WORDS =
      Set.of(
          "(",
          ",",
          "~",
          "\u2248",
          "worth",
          "about",
          "approximately",
          "around",
          "roughly",
          "or",
          "equivalent",
          "equal",
          "to",
          "valued",
          "at",
          "then",
          "some",
          "nearly",
          "over",
          "more",
          "than",
          "almost",
          "=",
          "currently",
          "approx",
          "a",
          "total",
          "of",
          "in",
          "cryptocurrency",
          "tokens",
          "coins",
          "[",
          "now",
          "haul",
          "sum",
          "fortune",
          "amounting");

  /** At most so many of them. */
  private static final int MAX_WORTH_WORDS = 8;

  private static final Map<String, Bound> BOUNDS =
      Map.ofEntries(
          Map.entry("over", Bound.AT_LEAST),
          Map.entry("than", Bound.AT_LEAST), // more than, see less below
          Map.entry("least", Bound.AT_LEAST),
          Map.entry("exceeding", Bound.AT_LEAST),
          Map.entry("upwards", Bound.AT_LEAST),
          Map.entry("excess", Bound.AT_LEAST),
          Map.entry("nearly", Bound.AT_MOST),
          Map.entry("almost", Bound.AT_MOST),
          Map.entry("under", Bound.AT_MOST),
          Map.entry("most", Bound.AT_MOST));

  private final Sentence sentence;

  private MoneyGrammar(Sentence sentence) {
    this.sentence = sentence;
  }

  /** The amounts of a sentence, in order, none overlapping. */
  static List<Money> in(Sentence sentence) {
    return new MoneyGrammar(sentence).all();
  }

  /** "hundreds of millions of dollars", "millions": the words of an amount without a figure. */
  static Optional<VagueMoney> vagueIn(Sentence sentence) {
    for (int i = 0; i < sentence.size(); i++) {
      if (!isManyMillions(sentence.at(i).lower())) {
        continue;
      }
      int from =
          i >= 2 && sentence.at(i - 1).is("of") && isVagueCount(sentence.at(i - 2).lower())
              ? i - 2
              : i;
      boolean dollars =
          sentence.at(i + 1).is("of") && Units.ofWord(sentence.at(i + 2).lower()).isPresent();
      boolean taken = from > 0 && sentence.at(from - 1).is(Sense.TAKE);
      if (dollars || (taken && !sentence.at(i + 1).is("of"))) {
        int to = dollars ? i + 3 : i + 1;
        return Optional.of(new VagueMoney(from, to, sentence.words(from, to)));
      }
    }
    return Optional.empty();
  }

  /** An amount without a figure, and the tokens that give it. */
  record VagueMoney(int from, int to, String text) {}

  private List<Money> all() {
    List<Money> all = new ArrayList<>();
    int i = 0;
    while (i < sentence.size()) {
      int start = i;
      Optional<Money> found = range(i).or(() -> single(start));
      if (found.isEmpty()) {
        i++;
        continue;
      }
      Money money = withWorth(found.get());
      all.add(bounded(money));
      i = money.to();
    }
    return all;
  }

  /** "$5 to $6 million", "$100-200 million", "between $5M and $6M": the middle. */
  private Optional<Money> range(int i) {
    Optional<Money> low = single(i);
    if (low.isEmpty() || !isRangeMark(low.get().to(), i)) {
      return Optional.empty();
    }
    int next = low.get().to() + 1;
    Optional<Money> high = single(next);
    if (high.isEmpty() && sentence.at(next).isNumber() && low.get().currency().equals(Money.USD)) {
      high = number(next).flatMap(n -> money(next, n.to(), n, Money.USD));
    }
    if (high.isEmpty() || !high.get().currency().equals(low.get().currency())) {
      return Optional.empty();
    }
    BigDecimal top = high.get().value();
    BigDecimal bottom = low.get().value();
    BigDecimal factor = new BigDecimal("1000");
    while (bottom.signum() > 0 && bottom.multiply(factor).compareTo(top) <= 0) {
      bottom = bottom.multiply(factor); // "$5 to $6 million": five million
    }
    if (bottom.compareTo(top) >= 0) {
      return Optional.empty();
    }
    BigDecimal middle = bottom.add(top).divide(new BigDecimal(2), 8, RoundingMode.HALF_EVEN);
    int to = high.get().to();
    return Optional.of(
        Money.of(i, to, middle, low.get().currency(), Bound.ABOUT, sentence.words(i, to)));
  }

  private boolean isRangeMark(int at, int start) {
    Token mark = sentence.at(at);
    return mark.isOneOf("-", "\u2013")
        || (mark.is("to") && !sentence.at(start - 1).is("from"))
        || (mark.is("and") && sentence.at(start - 1).is("between"));
  }

  private Optional<Money> single(int i) {
    Token token = sentence.at(i);
    boolean mayBegin =
        token.form() != Token.Form.WORD || token.is(Sense.QUANTITY) || token.isCapitalised();
    if (!mayBegin) {
      return Optional.empty(); // most words, and they cost no more than this
    }
    return signed(i).or(() -> coded(i)).or(() -> counted(i));
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

  private Optional<Money> afterSign(int from, int number, String currency) {
    return number(number).flatMap(n -> money(from, behindUnit(n.to(), currency), n, currency));
  }

  /** The end of "$8 million" in "$8 million USD" or "$8 million dollars". */
  private int behindUnit(int to, String currency) {
    boolean same = Units.ofWord(sentence.at(to).lower()).filter(currency::equals).isPresent();
    return same ? to + 1 : to;
  }

  /** "USD 81 million", "Rs 94 crore". */
  private Optional<Money> coded(int i) {
    Token token = sentence.at(i);
    if (!token.isAllCapitals() || token.text().length() != 3 || !sentence.at(i + 1).isNumber()) {
      return Optional.empty();
    }
    return Units.ofWord(token.lower())
        .flatMap(currency -> number(i + 1).flatMap(n -> money(i, n.to(), n, currency)));
  }

  /** "36 million euros", "75 BTC", "five million dollars", "half a billion dollars". */
  private Optional<Money> counted(int i) {
    return number(i)
        .flatMap(
            n -> {
              int unit = sentence.at(n.to()).isOneOf("us", "u.s.") ? n.to() + 1 : n.to();
              int behindHyphen = sentence.at(unit).is("-") ? unit + 1 : unit;
              return Units.ofWord(sentence.at(behindHyphen).lower())
                  .filter(currency -> isUnitHere(behindHyphen))
                  .flatMap(currency -> money(i, behindHyphen + 1, n, currency));
            });
  }

  /** Words that are a currency only sometimes count in capitals or in plural: "won", "sol". */
  private boolean isUnitHere(int at) {
    Token unit = sentence.at(at);
    return switch (unit.lower()) {
      case "sol", "ada", "atom", "nem", "rand", "eos", "sterling" -> unit.isAllCapitals();
      case "won" -> !sentence.at(at + 1).is(Sense.DETERMINER);
      case "bitcoin", "ethereum", "ripple", "tether" ->
          !sentence.at(at + 1).is(Sense.ORG) && !sentence.at(at + 1).is(Sense.PERSONAL);
      default -> true;
    };
  }

  /** A number with its magnitude, and where it ends. */
  private record Figure(BigDecimal value, int to) {}

  private Optional<Figure> number(int i) {
    Optional<BigDecimal> digits = digits(i);
    int to = i + 1;
    if (digits.isEmpty()) {
      if (sentence.at(i).is("half") && sentence.at(i + 1).is("a")) {
        digits = Optional.of(new BigDecimal("0.5"));
        to = i + 2;
      } else {
        digits = Units.numberWord(sentence.at(i).lower());
        if (digits.isEmpty() && sentence.at(i).is("a") && isMagnitude(i + 1)) {
          digits = Optional.of(BigDecimal.ONE);
        }
        if (digits.isEmpty() || !isMagnitude(to)) {
          return Optional.empty();
        }
      }
    }
    int magnitude = sentence.at(to).is("-") && isMagnitude(to + 1) ? to + 1 : to;
    if (!isMagnitude(magnitude)) {
      return Optional.of(new Figure(digits.get(), to));
    }
    BigDecimal factor = Units.magnitude(sentence.at(magnitude).lower()).orElse(BigDecimal.ONE);
    return Optional.of(new Figure(digits.get().multiply(factor), magnitude + 1));
  }

  private boolean isMagnitude(int at) {
    Token token = sentence.at(at);
    if (!token.isWord() || Units.magnitude(token.lower()).isEmpty()) {
      return false;
    }
    // A single letter counts where it sticks to its number: "$8 M" is rare, "5 B" is not money.
    return token.text().length() > 1 || token.start() == sentence.at(at - 1).end();
  }

  private Optional<BigDecimal> digits(int i) {
    Token token = sentence.at(i);
    if (!token.isNumber() || token.text().length() > MAX_DIGITS) {
      return Optional.empty();
    }
    String plain = token.text().replace(",", "");
    int dot = plain.indexOf('.');
    boolean points = dot >= 0 && plain.indexOf('.', dot + 1) >= 0; // 1.000.000
    return Optional.of(new BigDecimal(points ? plain.replace(".", "") : plain));
  }

  private Optional<Money> money(int from, int to, Figure figure, String currency) {
    if (figure.value().signum() <= 0 || figure.value().compareTo(Money.MOST) > 0) {
      return Optional.empty();
    }
    return Optional.of(
        Money.of(from, to, figure.value(), currency, Bound.ABOUT, sentence.words(from, to)));
  }

  /** "440 ETH (~$1.75M)", "2 bitcoins, worth $750", "$7.9M (4999 ETH)": one amount. */
  private Money withWorth(Money money) {
    int i = money.to();
    boolean bracket = false;
    int words = 0;
    while (words < MAX_WORTH_WORDS && WORTH_WORDS.contains(sentence.at(i).lower())) {
      bracket |=
          sentence.at(i).isOneOf("(", "worth", "or", "valued", "equivalent", "=", "[", "amounting");
      i++;
      words++;
    }
    if (!bracket) {
      return money;
    }
    Optional<Money> other = single(i);
    if (other.isEmpty() || other.get().currency().equals(money.currency())) {
      return money;
    }
    int to = other.get().to();
    if (sentence.at(to).isOneOf(")", "]")) {
      to++;
    }
    String words2 = sentence.words(money.from(), to);
    if (other.get().usdCents().isPresent()) {
      return money.worth(other.get(), to, words2);
    }
    return money.usdCents().isPresent() && sentence.at(to - 1).is(")")
        ? other.get().worth(money, to, words2)
        : money;
  }

  /** "more than $8 million": at least; "nearly $8 million": at most; "$75M+". */
  private Money bounded(Money money) {
    int before = money.from() - 1;
    while (sentence.at(before).isOneOf("~", "of", "a")) {
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
    if (word.is("than") && first.isOneOf("less", "fewer")) {
      bound = Bound.AT_MOST;
    }
    return bound == null ? money : money.with(money.from(), bound, money.text());
  }

  private static boolean isManyMillions(String word) {
    return word.equals("millions") || word.equals("billions") || word.equals("thousands");
  }

  private static boolean isVagueCount(String word) {
    return word.equals("hundreds")
        || word.equals("tens")
        || word.equals("dozens")
        || word.equals("many");
  }
}
