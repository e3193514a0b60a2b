package io.heistline.reading;

import java.math.BigDecimal;
import java.util.Optional;

/** How many people or records: "12 million bank customers", "data of 3 million readers". */
final class RecordsGrammar {
  /** Words between a number and what it counts: "3 million of its oldest customers". */
  private static final int REACH = 6;

  /** There are fewer people, and no table has more rows that anyone has counted. */
  private static final BigDecimal MOST = new BigDecimal("1000000000000");

  private RecordsGrammar() {}

  /** The largest such number in a sentence that says that data got out, or in an item of a list. */
  static Optional<Long> in(Sentence sentence) {
    boolean item = sentence.size() <= ListPatterns.MAX_ITEM; // "ZuzuMail: 12 million accounts"
    if (!(item
        || sentence.has(Sense.LEAK)
        || sentence.has(Sense.HACK)
        || sentence.has(Sense.TAKE))) {
      return Optional.empty();
    }
    Optional<Long> most = Optional.empty();
    for (int i = 0; i < sentence.size(); i++) {
      Optional<Long> count = countAt(sentence, i);
      if (count.isPresent() && (most.isEmpty() || count.get() > most.get())) {
        most = count;
      }
    }
    return most;
  }

  private static Optional<Long> countAt(Sentence sentence, int i) {
    Token token = sentence.at(i);
    if (!token.isNumber()
        || token.text().length() > 15
        || Units.ofSign(sentence.at(i - 1).lower()).isPresent()) {
      return Optional.empty();
    }
    String plain = token.text().replace(",", "");
    if (plain.indexOf('.') != plain.lastIndexOf('.')) {
      return Optional.empty();
    }
    int next = i + 1;
    BigDecimal factor = Units.magnitude(sentence.at(next).lower()).orElse(BigDecimal.ONE);
    if (factor.compareTo(BigDecimal.ONE) > 0) {
      next++;
    } else if (plain.length() == 4 && !token.text().contains(",")) {
      return Optional.empty(); // a year
    }
    if (Units.ofWord(sentence.at(next).lower()).isPresent()) {
      return Optional.empty();
    }
    for (int j = next; j < Math.min(sentence.size(), next + REACH); j++) {
      Token word = sentence.at(j);
      if (word.is(Sense.PERSONAL)
          || word.isOneOf(
              "records", "emails", "passwords", "cards", "profiles", "files", "addresses")) {
        BigDecimal count = new BigDecimal(plain).multiply(factor);
        return count.compareTo(MOST) < 0 && count.compareTo(BigDecimal.TEN) > 0
            ? Optional.of(count.longValue())
            : Optional.empty();
      }
      if ((word.form() == Token.Form.MARK && !word.is("-"))
          || word.isNumber()
          || (word.is(Sense.PREPOSITION) && !word.is("of"))) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }
}
