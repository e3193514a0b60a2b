package io.heistline.reading;

import io.heistline.model.Precision;
import io.heistline.reading.DateTokens.SaidYear;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

/** Dates that the calendar names: "10 December 2019", "March 2019", "in 2014". */
final class CalendarDates {
  /** Days after publication that are still its day: a publisher's clock may stand behind. */
  private static final int GRACE_DAYS = 2;

  private final DateTokens tokens;
  private final SeasonDates seasons;
  private final LocalDate published;

  CalendarDates(DateTokens tokens) {
    this.tokens = tokens;
    this.seasons = new SeasonDates(tokens);
    this.published = tokens.published();
  }

  Optional<DateMention> at(int i) {
    return isoDay(i)
        .or(() -> slashedDay(i))
        .or(() -> stampedDay(i))
        .or(() -> weekdayOfDate(i))
        .or(() -> dayFirst(i))
        .or(() -> monthFirst(i))
        .or(() -> monthAlone(i))
        .or(() -> seasons.at(i))
        .or(() -> yearAlone(i));
  }

  /** "2017" and "May" where an opener told that a date comes: "since 2017". */
  Optional<DateMention> bare(int i) {
    Optional<Integer> year = tokens.year(i);
    if (year.isPresent()) {
      return year.map(y -> DateMention.year(i, i + 1, y));
    }
    return at(i).or(() -> tokens.isMonth(i) ? Optional.of(lastMonth(i)) : Optional.empty());
  }

  /** "2022-03-23". */
  private Optional<DateMention> isoDay(int i) {
    Optional<Integer> year = tokens.year(i);
    if (year.isEmpty() || !tokens.at(i + 1).is("-") || !tokens.at(i + 3).is("-")) {
      return Optional.empty();
    }
    int month = tokens.small(i + 2, 12);
    int day = tokens.day(i + 4);
    return month == 0 || day == 0 ? Optional.empty() : day(i, i + 5, year.get(), month, day);
  }

  /** "7/18/2011", "18/7/2011"; of "3/4/2011" only the year is sure. */
  private Optional<DateMention> slashedDay(int i) {
    Optional<Integer> year = tokens.year(i + 4);
    int first = tokens.day(i);
    int second = tokens.day(i + 2);
    boolean slashed = tokens.at(i + 1).is("/") && tokens.at(i + 3).is("/");
    if (year.isEmpty() || !slashed || first == 0 || second == 0 || Math.min(first, second) > 12) {
      return Optional.empty();
    }
    if (Math.max(first, second) <= 12 && first != second) {
      return Optional.of(DateMention.year(i, i + 5, year.get()));
    }
    return day(i, i + 5, year.get(), Math.min(first, second), Math.max(first, second));
  }

  /** "Jan-18-2022", "18-Jan-2022". */
  private Optional<DateMention> stampedDay(int i) {
    Optional<Integer> year = tokens.year(i + 4);
    if (year.isEmpty() || !tokens.at(i + 1).is("-") || !tokens.at(i + 3).is("-")) {
      return Optional.empty();
    }
    int month = tokens.isMonth(i) ? i : i + 2;
    int day = tokens.day(tokens.isMonth(i) ? i + 2 : i);
    return day == 0 || !tokens.isMonth(month)
        ? Optional.empty()
        : day(i, i + 5, year.get(), tokens.month(month), day);
  }

  /** "Sunday, April 29th", "Monday (March 4)". */
  private Optional<DateMention> weekdayOfDate(int i) {
    if (!tokens.at(i).is(Sense.WEEKDAY)) {
      return Optional.empty();
    }
    int at = tokens.at(i + 1).isOneOf(",", "(", "the") ? i + 2 : i + 1;
    return dayFirst(at)
        .or(() -> monthFirst(at))
        .filter(date -> date.precision() == Precision.DAY)
        .map(date -> date.at(i, date.to()));
  }

  /** "10 December 2019", "12th of April", "16-21 October". */
  private Optional<DateMention> dayFirst(int i) {
    int day = tokens.day(i);
    if (day == 0) {
      return Optional.empty();
    }
    int at = tokens.behindDay(i);
    boolean toDay = tokens.at(at).isOneOf("-", "\u2013", "to", "and") && tokens.day(at + 1) > day;
    int lastDay = toDay ? tokens.day(at + 1) : day;
    at = toDay ? tokens.behindDay(at + 1) : at;
    at = tokens.at(at).is("of") ? at + 1 : at;
    return tokens.isMonth(at) ? days(i, at + 1, tokens.month(at), day, lastDay) : Optional.empty();
  }

  /** "March 6th", "Nov. 30, 2021", "October 16 and 21", "March 2019", "June last year". */
  private Optional<DateMention> monthFirst(int i) {
    if (!tokens.isMonth(i)) {
      return Optional.empty();
    }
    int at = tokens.at(i + 1).is(".") ? i + 2 : i + 1;
    int day = tokens.day(at);
    if (day > 0 && Units.magnitude(tokens.at(at + 1)).isEmpty()) {
      int to = tokens.behindDay(at);
      boolean toDay = isLastDay(to, day);
      int lastDay = toDay ? tokens.day(to + 1) : day;
      return days(i, toDay ? tokens.behindDay(to + 1) : to, tokens.month(i), day, lastDay);
    }
    return tokens
        .yearBehind(at)
        .map(said -> DateMention.month(i, said.to(), YearMonth.of(said.year(), tokens.month(i))));
  }

  /** The "-9" of "March 2-9", the "and 21" of "October 16 and 21 in 2015". */
  private boolean isLastDay(int i, int day) {
    if (tokens.day(i + 1) <= day) {
      return false;
    }
    int behind = tokens.behindDay(i + 1);
    boolean closed = !tokens.at(behind).isWord() || tokens.yearBehind(behind).isPresent();
    return tokens.at(i).isOneOf("-", "\u2013")
        || (tokens.at(i).isOneOf("and", "to", "through", "until") && closed);
  }

  private Optional<DateMention> days(int from, int at, int month, int day, int lastDay) {
    Optional<SaidYear> said = tokens.yearBehind(at);
    int to = said.map(SaidYear::to).orElse(at);
    Optional<DateMention> first =
        said.isPresent()
            ? day(from, to, said.get().year(), month, day)
            : lastDay(from, to, month, day);
    if (lastDay == day) {
      return first;
    }
    return first
        .filter(date -> lastDay <= YearMonth.from(date.first()).lengthOfMonth())
        .map(date -> date.part(date.first(), date.first().withDayOfMonth(lastDay)));
  }

  private static Optional<DateMention> day(int from, int to, int year, int month, int day) {
    if (day > YearMonth.of(year, month).lengthOfMonth()) {
      return Optional.empty();
    }
    LocalDate date = LocalDate.of(year, month, day);
    return Optional.of(DateMention.moment(from, to, date, date, Precision.DAY));
  }

  /** The last such day before publication. */
  private Optional<DateMention> lastDay(int from, int to, int month, int day) {
    Optional<DateMention> thisYear =
        day(from, to, published.getYear(), month, day).map(DateMention::ofGuessedYear);
    if (thisYear.isEmpty() || !thisYear.get().first().isAfter(published)) {
      return thisYear;
    }
    if (!thisYear.get().first().isAfter(published.plusDays(GRACE_DAYS))) {
      return thisYear.map(
          date -> DateMention.moment(from, to, published, published, Precision.DAY));
    }
    if (month == published.getMonthValue()) {
      // A publisher that dates its articles by the month only: some day of this month.
      return thisYear.map(date -> date.part(published.withDayOfMonth(1), published));
    }
    return day(from, to, published.getYear() - 1, month, day).map(DateMention::ofGuessedYear);
  }

  /** "in March", "last March", "early March"; "May" needs such a word before it. */
  private Optional<DateMention> monthAlone(int i) {
    if (!tokens.isMonth(i)) {
      return Optional.empty();
    }
    Token month = tokens.at(i);
    boolean opened = DateWords.isBeforeMonth(tokens.at(i - 1).lower());
    boolean unmistakable = !month.isOneOf("may", "march") && month.text().length() > 3;
    return opened || unmistakable ? Optional.of(lastMonth(i)) : Optional.empty();
  }

  private DateMention lastMonth(int i) {
    int month = tokens.month(i);
    int year = month <= published.getMonthValue() ? published.getYear() : published.getYear() - 1;
    return DateMention.month(i, i + 1, YearMonth.of(year, month)).ofGuessedYear();
  }

  /** "in 2022", "the 2015 data breach"; not a number of anything else. */
  private Optional<DateMention> yearAlone(int i) {
    Optional<Integer> year = tokens.year(i);
    if (year.isEmpty()) {
      return Optional.empty();
    }
    Optional<DateMention> ofSeason = seasons.at(i + 1);
    if (ofSeason.isPresent()) {
      return ofSeason.map(date -> date.at(i, date.to())); // "the 2013 holiday season"
    }
    Token before = tokens.at(i - 1);
    Token after = tokens.at(i + 1);
    boolean subject = i == 0 && (after.is(Sense.BE) || after.isOneOf("saw", "brought"));
    boolean opened = subject || DateWords.isBeforeYear(before.lower()) || before.isPossessive();
    boolean counts = after.is(Sense.PERSONAL) || Units.ofWord(after).isPresent();
    return (opened && !counts) || DateTokens.isOfEvent(tokens.sentence(), i + 1)
        ? Optional.of(DateMention.year(i, i + 1, year.get()))
        : Optional.empty();
  }
}
