package io.heistline.reading;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A sentence as the rules of dates see it: which of its tokens are years, days, months, counts.
 *
 * @param sentence that is read
 * @param published the day against which it speaks
 */
record DateTokens(Sentence sentence, LocalDate published) {
  /** The first year in which a computer was robbed that anyone still writes about. */
  private static final int FIRST_YEAR = 1980;

  /** Words between a date and the event that it dates: "the 2014 Zuzu Pictures data breach". */
  private static final int EVENT_REACH = 6;

  Token at(int i) {
    return sentence.at(i);
  }

  Optional<Integer> year(int i) {
    Token token = at(i);
    if (!token.isNumber() || token.text().length() != 4) {
      return Optional.empty();
    }
    for (int c = 0; c < 4; c++) {
      if (!Text.isDigit(token.text().charAt(c))) {
        return Optional.empty();
      }
    }
    int year = Integer.parseInt(token.text());
    boolean plausible = year >= FIRST_YEAR && year <= published.getYear();
    boolean other = Units.ofSign(at(i - 1).lower()).isPresent() || at(i - 2).is("cve");
    return plausible && !other ? Optional.of(year) : Optional.empty();
  }

  /**
   * A year that is said behind a day or month.
   *
   * @param year that is said
   * @param to behind its last token
   */
  record SaidYear(int year, int to) {}

  /** "March 2014", "March of 2014", "May 6, 2014", "March last year", "June of this year". */
  Optional<SaidYear> yearBehind(int i) {
    int at = at(i).isOneOf("of", ",", "in") ? i + 1 : i;
    Optional<Integer> digits = year(at);
    if (digits.isPresent()) {
      return digits.map(year -> new SaidYear(year, at + 1));
    }
    if (at(at + 1).is("year") && !at(i).is(",")) {
      if (at(at).is("last")) {
        return Optional.of(new SaidYear(published.getYear() - 1, at + 2));
      }
      if (at(at).is("this")) {
        return Optional.of(new SaidYear(published.getYear(), at + 2));
      }
    }
    return Optional.empty();
  }

  boolean isMonth(int i) {
    return at(i).is(Sense.MONTH) && at(i).isCapitalised();
  }

  int month(int i) {
    return DateWords.month(at(i).lower()).orElse(1);
  }

  /** A day of the month, or 0. */
  int day(int i) {
    return small(i, 31);
  }

  /** Behind a day: its "th" is a token of its own. */
  int behindDay(int i) {
    Token next = at(i + 1);
    boolean ordinal = next.start() == at(i).end() && next.isOneOf("st", "nd", "rd", "th");
    return ordinal ? i + 2 : i + 1;
  }

  /** A whole number from 1 to most, or 0. */
  int small(int i, int most) {
    Token token = at(i);
    if (!token.isNumber() || token.text().length() > 2 || token.text().indexOf('.') >= 0) {
      return 0;
    }
    int number = Integer.parseInt(token.text());
    return number >= 1 && number <= most ? number : 0;
  }

  /** A count in digits or words, "a" included, or 0. */
  int count(int i) {
    int digits = small(i, 99);
    if (digits > 0) {
      return digits;
    }
    return switch (at(i).lower()) {
      case "a", "an" -> 1;
      case "couple" -> 2;
      default -> Units.numberWord(at(i).lower()).map(Number::intValue).orElse(0);
    };
  }

  /** "a few", "several": a count that is none. */
  boolean isFew(int i) {
    return at(i).isOneOf("few", "several", "many", "some");
  }

  /** "data breach", "Zuzu Pictures hack", "'s massive hack": what a date right before it dates. */
  static boolean isOfEvent(Sentence sentence, int i) {
    int from = sentence.at(i).isPossessive() ? i + 1 : i;
    for (int j = from; j < from + EVENT_REACH; j++) {
      Token token = sentence.at(j);
      if (token.is(Sense.EVENT)) {
        return true;
      }
      boolean named =
          token.isCapitalised()
              || token.is(Sense.ADJECTIVE)
              || token.is(Sense.DATA)
              || token.is(Sense.RANSOMWARE);
      if (!token.isWord() || !named) {
        return false;
      }
    }
    return false;
  }
}
