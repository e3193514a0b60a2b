package io.heistline.reading;

import io.heistline.model.Precision;
import io.heistline.reading.DateTokens.SaidYear;
import java.time.LocalDate;
import java.util.Optional;

/** Parts of the year that have names: "Q2 2022", "the summer of 2014". */
final class SeasonDates {
  /** The first day of the month on which one of its feasts may fall. */
  private static final int FEAST_DAY = 20;

  private final DateTokens tokens;
  private final LocalDate published;

  SeasonDates(DateTokens tokens) {
    this.tokens = tokens;
    this.published = tokens.published();
  }

  Optional<DateMention> at(int i) {
    return quarter(i).or(() -> season(i)).or(() -> feast(i));
  }

  /** "the Thanksgiving weekend", "Black Friday 2014", "Christmas Day": the end of their month. */
  private Optional<DateMention> feast(int i) {
    Optional<Integer> month = DateWords.feast(tokens.at(i).lower());
    boolean black = tokens.at(i).is("black") && !tokens.at(i + 1).is("friday");
    if (month.isEmpty() || black || !tokens.at(i).isCapitalised()) {
      return Optional.empty();
    }
    boolean named = tokens.at(i + 1).isOneOf("day", "eve", "weekend", "friday", "holiday");
    int at = named ? i + 2 : i + 1;
    Optional<SaidYear> said = tokens.yearBehind(at);
    LocalDate thisYear = LocalDate.of(published.getYear(), month.get(), FEAST_DAY);
    int past = month.get() > published.getMonthValue() ? 1 : 0;
    LocalDate first = thisYear.withYear(said.map(SaidYear::year).orElse(thisYear.getYear() - past));
    DateMention date =
        DateMention.moment(
            i,
            said.map(SaidYear::to).orElse(at),
            first,
            first.withDayOfMonth(first.lengthOfMonth()),
            Precision.RANGE);
    DateMention soon = first.isAfter(published) ? date.part(published, published) : date;
    return Optional.of(said.isPresent() ? date : soon.ofGuessedYear());
  }

  /** "the second quarter of 2022", "Q2 2022", "the first half of 2019", "the third quarter". */
  private Optional<DateMention> quarter(int i) {
    Optional<Integer> number = DateWords.quarter(tokens.at(i).lower());
    if (number.isEmpty()) {
      return Optional.empty();
    }
    boolean named = tokens.at(i).lower().startsWith("q");
    boolean half = tokens.at(i + 1).is("half");
    if (!named && !half && !tokens.at(i + 1).is("quarter")) {
      return Optional.empty();
    }
    int at = named ? i + 1 : i + 2;
    int months = half ? 6 : 3;
    if (number.get() * months > 12) {
      return Optional.empty();
    }
    Optional<SaidYear> said = tokens.yearBehind(at);
    int to = said.map(SaidYear::to).orElse(at);
    int month = (number.get() - 1) * months + 1;
    boolean past = !LocalDate.of(published.getYear(), month, 1).isAfter(published);
    int year =
        said.map(SaidYear::year).orElse(past ? published.getYear() : published.getYear() - 1);
    LocalDate first = LocalDate.of(year, month, 1);
    return said.isEmpty() && half
        ? Optional.empty()
        : Optional.of(DateMention.span(i, to, first, first.plusMonths(months).minusDays(1)));
  }

  /** "the summer of 2014", "fall 2016", "last summer", "this spring". */
  private Optional<DateMention> season(int i) {
    Optional<Integer> month = DateWords.season(tokens.at(i).lower());
    if (month.isEmpty()) {
      return Optional.empty();
    }
    Optional<SaidYear> said = tokens.yearBehind(i + 1);
    if (said.isEmpty() && !tokens.at(i - 1).isOneOf("last", "this")) {
      return Optional.empty();
    }
    boolean begun = !LocalDate.of(published.getYear(), month.get(), 1).isAfter(published);
    boolean over = published.getMonthValue() > month.get() + 2;
    boolean thisYear = tokens.at(i - 1).is("last") ? over : begun;
    int year =
        said.map(SaidYear::year).orElse(thisYear ? published.getYear() : published.getYear() - 1);
    LocalDate first = LocalDate.of(year, month.get(), 1);
    int to = said.map(SaidYear::to).orElse(i + 1);
    return Optional.of(
        DateMention.moment(i, to, first, first.plusMonths(3).minusDays(1), Precision.RANGE));
  }
}
