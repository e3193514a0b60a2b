package io.heistline.reading;

import io.heistline.model.Precision;
import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;
import java.util.Optional;

/** Dates counted back from publication: "two weeks ago", "comes months after", "the past year". */
final class AgoDates {
  /** Words between "comes" and its count: "comes just over two weeks after". */
  private static final int COMES_REACH = 6;

  /** As many as "a few" are at least. */
  private static final int FEW = 2;

  /** As many as "a few" are at most. */
  private static final int SEVERAL = 6;

  private final DateTokens tokens;
  private final LocalDate published;

  AgoDates(DateTokens tokens) {
    this.tokens = tokens;
    this.published = tokens.published();
  }

  Optional<DateMention> at(int i) {
    return pastStretch(i).or(() -> ago(i));
  }

  /** "two weeks ago", "a few months ago", "months ago", "comes weeks after". */
  private Optional<DateMention> ago(int i) {
    boolean many = tokens.at(i).is("a") && (tokens.isFew(i + 1) || tokens.at(i + 1).is("couple"));
    int at = many ? i + 1 : i;
    int number = tokens.count(at);
    boolean few = tokens.isFew(at);
    int behind = number > 0 || few ? at + 1 : at;
    int unit = tokens.at(behind).is("of") ? behind + 1 : behind;
    Optional<Period> period = unitOf(tokens.at(unit));
    boolean passed = tokens.at(unit + 1).isOneOf("has", "have") && tokens.at(unit + 2).is("passed");
    if (period.isEmpty() || !(tokens.at(unit + 1).is("ago") || passed || comesAfter(i, unit + 1))) {
      return Optional.empty();
    }
    int to = passed ? unit + 3 : unit + 2;
    if (number > 0) {
      return Optional.of(counted(i, to, tokens.at(unit), number));
    }
    Period most = period.get().multipliedBy(SEVERAL);
    return back(i, to, most, few ? period.get().multipliedBy(FEW) : period.get());
  }

  private DateMention counted(int from, int to, Token unit, int number) {
    LocalDate day = published.minusDays(number);
    return switch (unit.lower()) {
      case "hour", "hours", "minutes" ->
          DateMention.moment(from, to, published.minusDays(1), published, Precision.RANGE);
      case "week", "weeks" ->
          DateMention.moment(
              from,
              to,
              published.minusDays(number * 7L + 6),
              published.minusDays(number * 7L - 3),
              Precision.RANGE);
      case "month", "months" ->
          DateMention.month(from, to, YearMonth.from(published).minusMonths(number));
      case "year", "years" -> DateMention.year(from, to, published.getYear() - number);
      default -> DateMention.moment(from, to, day, day, Precision.DAY);
    };
  }

  /** "the news comes just two weeks after the hack of": counted from publication. */
  private boolean comesAfter(int i, int after) {
    if (!tokens.at(after).isOneOf("after", "since")) {
      return false;
    }
    for (int j = i - 1; j >= i - COMES_REACH; j--) {
      if (tokens.at(j).isOneOf("come", "comes", "came", "coming")) {
        return true;
      }
    }
    return false;
  }

  /** "over the past 18 months", "in the last two years", "within the last year". */
  private Optional<DateMention> pastStretch(int i) {
    boolean verb = tokens.at(i).is("last") && !isOpened(i); // "alerts last 90 days"
    if (verb || !tokens.at(i).isOneOf("past", "last")) {
      return Optional.empty();
    }
    int at = tokens.at(i + 1).is("couple") ? i + 2 : i + 1; // "the last couple of months"
    int number = tokens.isFew(i + 1) ? 3 : tokens.count(i + 1);
    int unit = number == 0 ? at : at + 1;
    Token word = tokens.at(unit);
    boolean whole = word.isOneOf("days", "weeks", "months", "years", "decade", "year", "week");
    if (!whole && !word.isOneOf("month", "hours")) {
      return Optional.empty();
    }
    Period length = word.is("decade") ? Period.ofYears(10) : unitOf(word).orElse(Period.ofDays(1));
    LocalDate first = published.minus(length.multipliedBy(Math.max(1, number)));
    return Optional.of(DateMention.span(i, unit + 1, first, published));
  }

  private boolean isOpened(int i) {
    return tokens.at(i - 1).is(Sense.DETERMINER) || tokens.at(i - 1).is(Sense.DATE_OPENER);
  }

  private Optional<DateMention> back(int from, int to, Period first, Period last) {
    return Optional.of(
        DateMention.moment(
            from, to, published.minus(first), published.minus(last), Precision.RANGE));
  }

  private static Optional<Period> unitOf(Token unit) {
    return switch (unit.lower()) {
      case "hour", "hours", "minutes" -> Optional.of(Period.ZERO);
      case "day", "days" -> Optional.of(Period.ofDays(1));
      case "week", "weeks" -> Optional.of(Period.ofWeeks(1));
      case "month", "months" -> Optional.of(Period.ofMonths(1));
      case "year", "years" -> Optional.of(Period.ofYears(1));
      default -> Optional.empty();
    };
  }
}
