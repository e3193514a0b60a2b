package io.heistline.reading;

import io.heistline.reading.NumberGrammar.Figure;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** How many people or records: "12 million bank customers", "data of half a million readers". */
final class RecordsGrammar {
  /** Words between a number and what it counts: "3 million of its oldest customers". */
  private static final int REACH = 6;

  /** There are fewer people, and no table has more rows that anyone has counted. */
  private static final BigDecimal MOST = new BigDecimal("1000000000000");

  /** Fewer are no news, and mostly count something else: "13 credentials". */
  private static final BigDecimal LEAST = new BigDecimal("100");

  private RecordsGrammar() {}

  /**
   * A count and its place.
   *
   * @param at token
   * @param value how many
   */
  private record Count(int at, long value) {}

  /** The largest such number in a sentence that says that data got out, or in an item of a list. */
  static Optional<Long> in(Sentence sentence) {
    return largest(counts(sentence));
  }

  /** The largest that is a victim's rather than another's of its sentence. */
  static Optional<Long> of(VictimMention victim, Facts facts) {
    if (facts.victims().size() < 2) {
      return facts.records();
    }
    return largest(
        counts(facts.sentence()).stream()
            .filter(count -> owner(count, facts).equals(victim))
            .toList());
  }

  /** "3 million users of X": X's; else the nearest victim's. */
  private static VictimMention owner(Count count, Facts facts) {
    return facts.victims().stream()
        .filter(victim -> isUsersOf(count, victim.name(), facts.sentence()))
        .findFirst()
        .orElseGet(
            () ->
                facts.victims().stream()
                    .min(Comparator.comparingInt(v -> Math.abs(v.name().from() - count.at())))
                    .orElseThrow());
  }

  private static boolean isUsersOf(Count count, Name name, Sentence sentence) {
    int distance = name.from() - count.at();
    return distance > 0
        && distance <= REACH
        && sentence.at(name.from() - 1).isOneOf("of", "from", "at", "on", "with");
  }

  private static Optional<Long> largest(List<Count> counts) {
    return counts.stream().map(Count::value).max(Comparator.naturalOrder());
  }

  private static List<Count> counts(Sentence sentence) {
    boolean item = sentence.size() <= ListPatterns.MAX_ITEM; // "ZuzuMail: 12 million accounts"
    List<Count> counts = new ArrayList<>();
    if (!(item
        || sentence.has(Sense.LEAK)
        || sentence.has(Sense.HACK)
        || sentence.has(Sense.TAKE))) {
      return counts;
    }
    NumberGrammar numbers = new NumberGrammar(sentence);
    int i = 0;
    while (i < sentence.size()) {
      int at = i;
      Optional<Figure> figure = numbers.at(i).filter(Figure::exact);
      figure
          .filter(number -> isCount(sentence, at, number))
          .ifPresent(number -> counts.add(new Count(at, number.value().longValue())));
      i = figure.map(Figure::to).orElse(i + 1);
    }
    return counts;
  }

  private static boolean isCount(Sentence sentence, int at, Figure number) {
    boolean sensible = number.value().compareTo(MOST) < 0;
    boolean many = number.value().compareTo(LEAST) >= 0;
    return sensible
        && many
        && !isPartOfName(sentence, at)
        && !isYear(sentence.at(at), number, at)
        && Units.ofSign(sentence.at(at - 1).lower()).isEmpty()
        && Units.ofWord(sentence.at(number.to())).isEmpty()
        && !isOfAll(sentence, at, number.to())
        && countsPeople(sentence, number);
  }

  /** "CVE-2021-3011". */
  private static boolean isPartOfName(Sentence sentence, int at) {
    Token hyphen = sentence.at(at - 1);
    return hyphen.is("-") && hyphen.start() == sentence.at(at - 2).end();
  }

  private static boolean isYear(Token token, Figure number, int at) {
    return number.to() == at + 1 && token.text().length() == 4;
  }

  /** "a firm with 128 million active users": how many it has, not how many were robbed. */
  private static boolean isOfAll(Sentence sentence, int at, int to) {
    int before = at - 1;
    while (before > at - 4
        && sentence.at(before).isOneOf("over", "than", "more", "about", "some")) {
      before--;
    }
    boolean has =
        sentence.at(before).isOneOf("has", "boasts", "serves")
            || (sentence.at(before).is("with")
                && !sentence.at(before - 1).isOneOf("along", "associated", "dealing", "together"));
    boolean people = sentence.at(to).isOneOf("users", "members", "customers", "subscribers");
    return sentence.at(to).is("active") || (has && people && !isTaken(sentence, to));
  }

  private static boolean isTaken(Sentence sentence, int to) {
    return sentence.has(Sense.TAKE, to, to + 4) || sentence.has(Sense.STRUCK, to, to + 4);
  }

  private static boolean countsPeople(Sentence sentence, Figure number) {
    for (int j = number.to(); j < Math.min(sentence.size(), number.to() + REACH); j++) {
      Token word = sentence.at(j);
      if (word.is(Sense.PERSONAL) || word.is(Sense.COUNTED)) {
        return true;
      }
      boolean ends =
          (word.form() == Token.Form.MARK && !word.is("-"))
              || word.isNumber()
              || word.isOneOf("gb", "tb", "mb", "gigabytes", "terabytes", "megabytes")
              || (word.is(Sense.PREPOSITION) && !word.is("of"));
      if (ends) {
        return false;
      }
    }
    return false;
  }
}
