package io.heistline.reading;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * Numbers in digits and in words: "8.4 million", "8,50,000", "twenty-five thousand", "two and a
 * half million", "two-thirds of a billion".
 */
final class NumberGrammar {
  /** More digits than any amount has. */
  private static final int MAX_DIGITS = 24;

  /** Digits of a fraction, of which a third has no end. */
  private static final int SCALE = 8;

  private static final BigDecimal HUNDRED = new BigDecimal("100");
  private static final BigDecimal HALF = new BigDecimal("0.5");

  private final Sentence sentence;

  NumberGrammar(Sentence sentence) {
    this.sentence = sentence;
  }

  /**
   * A number.
   *
   * @param value with its magnitude
   * @param to behind its last token
   * @param exact whether it is in digits or has a magnitude: "two" alone counts mostly other things
   */
  record Figure(BigDecimal value, int to, boolean exact) {}

  /** The number that begins at a token. */
  Optional<Figure> at(int i) {
    Token token = sentence.at(i);
    if (token.isNumber()) {
      return spaced(i).or(() -> digits(i).map(digits -> withMagnitude(digits, i + 1)));
    }
    if (!token.is(Sense.QUANTITY)) {
      return Optional.empty();
    }
    return fraction(i).or(() -> half(i)).or(() -> one(i)).or(() -> words(i));
  }

  /** "$17 000", "€1 200 000": groups of three digits with a space before each, behind a sign. */
  private Optional<Figure> spaced(int i) {
    int to = i + 1;
    while (isGroup(to)) {
      to++;
    }
    Token first = sentence.at(i);
    boolean sign = Units.ofSign(sentence.at(i - 1).lower()).isPresent();
    if (to == i + 1 || !sign || first.text().length() > 3 || first.text().indexOf('.') >= 0) {
      return Optional.empty();
    }
    StringBuilder digits = new StringBuilder();
    for (int j = i; j < to && digits.length() <= MAX_DIGITS; j++) {
      digits.append(sentence.at(j).text());
    }
    return Optional.of(new Figure(new BigDecimal(digits.toString()), to, true));
  }

  private boolean isGroup(int i) {
    Token token = sentence.at(i);
    return token.isNumber()
        && token.text().length() == 3
        && token.start() == sentence.at(i - 1).end() + 1
        && token.text().chars().allMatch(c -> c >= '0' && c <= '9');
  }

  /** "1,200.5", "1.000.000", and ".8" of which the dot is a token of its own. */
  private Optional<BigDecimal> digits(int i) {
    Token token = sentence.at(i);
    if (token.text().length() > MAX_DIGITS) {
      return Optional.empty();
    }
    String plain = token.text().replace(",", "");
    int dot = plain.indexOf('.');
    boolean points = dot >= 0 && plain.indexOf('.', dot + 1) >= 0;
    if (points && !isGrouped(plain)) {
      return Optional.empty(); // "version 3.9.2"
    }
    String text = points ? plain.replace(".", "") : plain;
    Token before = sentence.at(i - 1);
    boolean part = before.is(".") && before.end() == token.start() && dot < 0;
    return Optional.of(new BigDecimal(part ? "0." + text : text));
  }

  /** Whether the dots stand before three digits each. */
  private static boolean isGrouped(String digits) {
    for (int dot = digits.indexOf('.'); dot >= 0; dot = digits.indexOf('.', dot + 1)) {
      int next = digits.indexOf('.', dot + 1);
      if ((next < 0 ? digits.length() : next) - dot != 4) {
        return false;
      }
    }
    return true;
  }

  private Figure withMagnitude(BigDecimal digits, int to) {
    int half = behindAndAHalf(to);
    BigDecimal number = half > to ? digits.add(HALF) : digits;
    int magnitude = behindHyphen(half);
    return isMagnitude(magnitude)
        ? new Figure(number.multiply(magnitude(magnitude)), magnitude + 1, true)
        : new Figure(digits, to, true);
  }

  /** "two-thirds of a billion", "a quarter of a million". */
  private Optional<Figure> fraction(int i) {
    Optional<BigDecimal> over = Units.numberWord(sentence.at(i).lower());
    BigDecimal count =
        sentence.at(i).isOneOf("a", "half") ? BigDecimal.ONE : over.orElse(BigDecimal.ZERO);
    int part = behindHyphen(i + 1);
    Optional<BigDecimal> under = Units.part(sentence.at(part).lower());
    boolean of = sentence.at(part + 1).is("of") && sentence.at(part + 2).isOneOf("a", "one");
    if (count.signum() == 0 || under.isEmpty() || !of || !isMagnitude(part + 3)) {
      return Optional.empty();
    }
    BigDecimal value =
        magnitude(part + 3).multiply(count).divide(under.get(), SCALE, RoundingMode.HALF_EVEN);
    return Optional.of(new Figure(value, part + 4, true));
  }

  /** "half a billion", "half-a-million". */
  private Optional<Figure> half(int i) {
    int article = behindHyphen(i + 1);
    int magnitude = behindHyphen(article + 1);
    return sentence.at(i).is("half") && sentence.at(article).is("a") && isMagnitude(magnitude)
        ? Optional.of(new Figure(magnitude(magnitude).multiply(HALF), magnitude + 1, true))
        : Optional.empty();
  }

  /** "a million", "a hundred thousand". */
  private Optional<Figure> one(int i) {
    if (!sentence.at(i).is("a")) {
      return Optional.empty();
    }
    boolean hundred = sentence.at(i + 1).is("hundred");
    int magnitude = hundred ? i + 2 : i + 1;
    return isMagnitude(magnitude)
        ? Optional.of(
            new Figure(
                magnitude(magnitude).multiply(hundred ? HUNDRED : BigDecimal.ONE),
                magnitude + 1,
                true))
        : Optional.empty();
  }

  /** "five", "twenty-five", "one hundred and fifty", each with its magnitude or without. */
  private Optional<Figure> words(int i) {
    Optional<BigDecimal> first = Units.numberWord(sentence.at(i).lower());
    if (first.isEmpty()) {
      return Optional.empty();
    }
    BigDecimal value = first.get();
    int to = i + 1;
    if (sentence.at(to).is("hundred")) {
      value = value.multiply(HUNDRED);
      to = sentence.at(to + 1).is("and") ? to + 2 : to + 1;
      Optional<BigDecimal> rest = Units.numberWord(sentence.at(to).lower());
      value = value.add(rest.orElse(BigDecimal.ZERO));
      to = rest.isPresent() ? to + 1 : to;
    }
    Optional<BigDecimal> ones = Units.numberWord(sentence.at(behindHyphen(to)).lower());
    boolean compound =
        isTens(value) && ones.filter(v -> v.compareTo(BigDecimal.TEN) < 0).isPresent();
    if (compound) {
      value = value.add(ones.get());
      to = behindHyphen(to) + 1;
    }
    Figure figure = withMagnitude(value, to);
    return Optional.of(new Figure(figure.value(), figure.to(), figure.to() > to));
  }

  private static boolean isTens(BigDecimal value) {
    return value.compareTo(BigDecimal.TEN) > 0 && value.remainder(BigDecimal.TEN).signum() == 0;
  }

  private int behindHyphen(int at) {
    return sentence.at(at).is("-") ? at + 1 : at;
  }

  /** Behind "and a half", if that stands here. */
  private int behindAndAHalf(int at) {
    int and = behindHyphen(at);
    int a = behindHyphen(and + 1);
    int half = behindHyphen(a + 1);
    boolean stands =
        sentence.at(and).is("and") && sentence.at(a).is("a") && sentence.at(half).is("half");
    return stands ? half + 1 : at;
  }

  /** A single letter counts where it sticks to its number: "8M", not "5 B". */
  boolean isMagnitude(int at) {
    Token token = sentence.at(at);
    if (!token.isWord() || Units.magnitude(token).isEmpty()) {
      return false;
    }
    return token.text().length() > 1 || token.start() == sentence.at(at - 1).end();
  }

  private BigDecimal magnitude(int at) {
    return Units.magnitude(sentence.at(at)).orElse(BigDecimal.ONE);
  }
}
