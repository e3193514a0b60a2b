package io.heistline.reading;

import io.heistline.model.Precision;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Dates and spans against the day of publication: "in March", "last week", "since 2017", "between
 * August 2015 and January 2016".
 *
 * <p>A day after publication is no date of a theft and is left out.
 */
final class DateGrammar {
  /** The first year in which a computer was robbed that anyone still writes about. */
  private static final int FIRST_YEAR = 1980;

  private static final Map<String, Integer> MONTHS = months();

  private static final Set<String> YEAR_OPENERS =
      Set.of(
          "in",
          "during",
          "of",
          "late",
          "early",
          "mid",
          "from",
          "since",
          "throughout",
          "around",
          "year",
          "summer",
          "winter",
          "spring",
          "autumn",
          "fall",
          "back",
          "between",
          "and",
          "to",
          "until",
          "the",
          "quarter",
          "circa",
          "a",
          "its",
          "(",
          "that",
          "s",
          "massive",
          "for",
          "as");

  private static final Set<String> FUTURE =
      Set.of("by", "until", "till", "before", "next", "through");

  private final Sentence sentence;
  private final LocalDate published;

  private DateGrammar(Sentence sentence, LocalDate published) {
    this.sentence = sentence;
    this.published = published;
  }

  /** The dates of a sentence, in order, none overlapping. */
  static List<DateMention> in(Sentence sentence, LocalDate published) {
    return new DateGrammar(sentence, published).all();
  }

  private List<DateMention> all() {
    List<DateMention> all = new ArrayList<>();
    int i = 0;
    while (i < sentence.size()) {
      Optional<DateMention> found = at(i);
      if (found.isEmpty()) {
        i++;
        continue;
      }
      DateMention mention = found.get();
      if (!mention.first().isAfter(published) && !isFuture(i)) {
        all.add(mention.last().isAfter(published) ? upToPublication(mention) : mention);
      }
      i = mention.to();
    }
    return all;
  }

  private boolean isFuture(int i) {
    return FUTURE.contains(sentence.at(i - 1).lower());
  }

  private DateMention upToPublication(DateMention mention) {
    // A whole month or year stays whole ("in 2022"); a stretch of days ends at publication.
    return mention.precision() == Precision.RANGE
        ? new DateMention(
            mention.from(),
            mention.to(),
            mention.first(),
            published,
            Precision.RANGE,
            mention.span())
        : mention;
  }

  private Optional<DateMention> at(int i) {
    Token token = sentence.at(i);
    if (!mayBegin(token)) {
      return Optional.empty();
    }
    if (token.isOneOf("since", "between", "from")) {
      Optional<DateMention> stretch = stretch(i);
      if (stretch.isPresent()) {
        return stretch;
      }
    }
    return moment(i).or(() -> pastStretch(i));
  }

  /** Whether a date may begin here: most words are none, and cost no more than this. */
  private static boolean mayBegin(Token token) {
    return token.isNumber()
        || token.is(Sense.TIME)
        || token.is(Sense.MONTH)
        || token.is(Sense.WEEKDAY)
        || token.is(Sense.QUANTITY);
  }

  /** "since 2017": to publication. "between 2015 and 2019", "from May to July 2017". */
  private Optional<DateMention> stretch(int i) {
    int start = sentence.at(i + 1).is("at") && sentence.at(i + 2).is("least") ? i + 3 : i + 1;
    Optional<DateMention> first = openMoment(start);
    if (first.isEmpty()) {
      return Optional.empty();
    }
    int next = first.get().to();
    if (sentence.at(i).is("since")) {
      return Optional.of(DateMention.span(i, next, first.get().first(), published));
    }
    boolean joined = sentence.at(next).isOneOf("and", "to", "until", "through", "-");
    if (!joined) {
      return Optional.empty();
    }
    return openMoment(next + 1)
        .map(last -> closed(i, first.get(), last))
        .filter(span -> !span.last().isBefore(span.first()));
  }

  private static DateMention closed(int i, DateMention first, DateMention last) {
    LocalDate from = first.first();
    if (first.precision() == Precision.MONTH && last.precision() == Precision.MONTH) {
      from =
          from.withYear(last.first().getYear()); // "from May to July 2017": said once, at the end
    }
    if (from.isAfter(last.last())) {
      from = from.minusYears(1);
    }
    return DateMention.span(i, last.to(), from, last.last());
  }

  /** A moment whose opener has been read already: the 2017 of "since 2017". */
  private Optional<DateMention> openMoment(int i) {
    int start = i;
    while (isVagueEdge(sentence.at(start))) {
      start++;
    }
    Optional<Integer> year = yearAt(start);
    if (year.isPresent()) {
      return Optional.of(wholeYear(i, start + 1, year.get()));
    }
    if (MONTHS.containsKey(sentence.at(start).lower())) {
      int at = start;
      return monthFirst(start).or(() -> Optional.of(lastMonth(at, at + 1, month(at))));
    }
    return moment(start);
  }

  private static boolean isVagueEdge(Token token) {
    return token.isOneOf("early", "late", "mid", "-", "the", "around", "about");
  }

  private Optional<DateMention> moment(int i) {
    return isoDay(i)
        .or(() -> dayFirst(i))
        .or(() -> monthFirst(i))
        .or(() -> monthAlone(i))
        .or(() -> quarter(i))
        .or(() -> yearAlone(i))
        .or(() -> relative(i))
        .or(() -> weekday(i))
        .or(() -> ago(i));
  }

  /** "2022-03-23". */
  private Optional<DateMention> isoDay(int i) {
    Optional<Integer> year = yearAt(i);
    if (year.isEmpty() || !sentence.at(i + 1).is("-") || !sentence.at(i + 3).is("-")) {
      return Optional.empty();
    }
    int month = small(i + 2, 12);
    int day = small(i + 4, 31);
    return month == 0 || day == 0 ? Optional.empty() : day(i, i + 5, year.get(), month, day);
  }

  /** "10 December 2019", "12th of April". */
  private Optional<DateMention> dayFirst(int i) {
    int day = small(i, 31);
    if (day == 0) {
      return Optional.empty();
    }
    int at = isOrdinal(i + 1) ? i + 2 : i + 1;
    at = sentence.at(at).is("of") ? at + 1 : at;
    if (!isMonth(at)) {
      return Optional.empty();
    }
    return day(i, at, day);
  }

  /** "March 6th", "Nov. 30, 2021", "March 2019". */
  private Optional<DateMention> monthFirst(int i) {
    if (!isMonth(i)) {
      return Optional.empty();
    }
    int at = sentence.at(i + 1).is(".") ? i + 2 : i + 1;
    int day = small(at, 31);
    if (day > 0 && Units.magnitude(sentence.at(at + 1).lower()).isEmpty()) {
      int to = isOrdinal(at + 1) ? at + 2 : at + 1;
      Optional<Integer> year = yearAt(sentence.at(to).is(",") ? to + 1 : to);
      if (year.isPresent()) {
        return day(i, (sentence.at(to).is(",") ? to + 1 : to) + 1, year.get(), month(i), day);
      }
      return dayBeforePublication(i, to, month(i), day);
    }
    int yearToken = sentence.at(at).isOneOf("of", ",") ? at + 1 : at;
    return yearAt(yearToken)
        .map(year -> wholeMonth(i, yearToken + 1, YearMonth.of(year, month(i))));
  }

  /** "in March", "last March", "early March"; "May" needs such a word before it. */
  private Optional<DateMention> monthAlone(int i) {
    if (!isMonth(i)) {
      return Optional.empty();
    }
    Token before = sentence.at(i - 1);
    boolean opened =
        before.isOneOf(
            "in", "last", "early", "late", "of", "mid", "during", "this", "from", "and", "-");
    boolean unmistakable =
        !sentence.at(i).is("may")
            && !sentence.at(i).is("march")
            && sentence.at(i).text().length() > 3;
    return opened || unmistakable ? Optional.of(lastMonth(i, i + 1, month(i))) : Optional.empty();
  }

  /** "the second quarter of 2022", "Q2 2022", "the first half of 2019". */
  private Optional<DateMention> quarter(int i) {
    Token token = sentence.at(i);
    int number =
        switch (token.lower()) {
          case "first", "q1" -> 1;
          case "second", "q2" -> 2;
          case "third", "q3" -> 3;
          case "fourth", "q4" -> 4;
          default -> 0;
        };
    if (number == 0) {
      return Optional.empty();
    }
    boolean short4 = token.lower().startsWith("q");
    boolean half = sentence.at(i + 1).is("half");
    if (!short4 && !half && !sentence.at(i + 1).is("quarter")) {
      return Optional.empty();
    }
    int at = short4 ? i + 1 : i + 2;
    at = sentence.at(at).is("of") ? at + 1 : at;
    int months = half ? 6 : 3;
    if (number * months > 12) {
      return Optional.empty();
    }
    int yearToken = at;
    return yearAt(at)
        .map(
            year -> {
              LocalDate first = LocalDate.of(year, (number - 1) * months + 1, 1);
              return DateMention.span(
                  i, yearToken + 1, first, first.plusMonths(months).minusDays(1));
            });
  }

  /** "in 2022", "the 2015 data breach"; not a number of anything else. */
  private Optional<DateMention> yearAlone(int i) {
    Optional<Integer> year = yearAt(i);
    if (year.isEmpty()) {
      return Optional.empty();
    }
    Token before = sentence.at(i - 1);
    Token after = sentence.at(i + 1);
    boolean opened =
        YEAR_OPENERS.contains(before.lower()) || before.isPossessive() || before.isOneOf("-", ",");
    boolean counts = after.is(Sense.PERSONAL) || Units.ofWord(after.lower()).isPresent();
    boolean named = after.is(Sense.EVENT) || after.is(Sense.DATA) || after.is("cyber");
    return (opened && !counts) || named
        ? Optional.of(wholeYear(i, i + 1, year.get()))
        : Optional.empty();
  }

  /** "yesterday", "last week", "earlier this month", "this year". */
  private Optional<DateMention> relative(int i) {
    Token token = sentence.at(i);
    if (token.is("yesterday")) {
      return days(i, i + 1, 1, 1);
    }
    if (token.isOneOf("today", "tonight")) {
      return days(i, i + 1, 0, 0);
    }
    Token next = sentence.at(i + 1);
    if (token.isOneOf("last", "past", "previous")) {
      return switch (next.lower()) {
        case "night" -> days(i, i + 2, 1, 0);
        case "week" -> days(i, i + 2, 13, 1);
        case "weekend" -> days(i, i + 2, 8, 1);
        case "month" -> Optional.of(wholeMonth(i, i + 2, YearMonth.from(published).minusMonths(1)));
        case "year" -> Optional.of(wholeYear(i, i + 2, published.getYear() - 1));
        default -> Optional.empty();
      };
    }
    if (token.is("this")) {
      return switch (next.lower()) {
        case "morning", "afternoon", "evening" -> days(i, i + 2, 0, 0);
        case "week", "weekend" -> days(i, i + 2, 6, 0);
        case "month" ->
            Optional.of(
                new DateMention(
                    i, i + 2, published.withDayOfMonth(1), published, Precision.RANGE, false));
        case "year" -> Optional.of(wholeYear(i, i + 2, published.getYear()));
        default -> Optional.empty();
      };
    }
    return Optional.empty();
  }

  /** "on Tuesday", "last Friday": the last such day before publication. */
  private Optional<DateMention> weekday(int i) {
    if (!sentence.at(i).is(Sense.WEEKDAY) || !sentence.at(i).isCapitalised()) {
      return Optional.empty();
    }
    DayOfWeek day = DayOfWeek.valueOf(Text.upper(sentence.at(i).lower()));
    LocalDate date = published.with(TemporalAdjusters.previousOrSame(day));
    return Optional.of(DateMention.moment(i, i + 1, date, date, Precision.DAY));
  }

  /** "two weeks ago", "3 years ago". */
  private Optional<DateMention> ago(int i) {
    int number = count(i);
    if (number == 0 || !sentence.at(i + 2).is("ago")) {
      return Optional.empty();
    }
    return switch (sentence.at(i + 1).lower()) {
      case "day", "days" -> days(i, i + 3, number, number);
      case "week", "weeks" -> days(i, i + 3, number * 7 + 6, number * 7 - 3);
      case "month", "months" ->
          Optional.of(wholeMonth(i, i + 3, YearMonth.from(published).minusMonths(number)));
      case "year", "years" -> Optional.of(wholeYear(i, i + 3, published.getYear() - number));
      default -> Optional.empty();
    };
  }

  /** "over the past 18 months", "in the last two years": a span up to publication. */
  private Optional<DateMention> pastStretch(int i) {
    if (!sentence.at(i).is("past") && !sentence.at(i).is("last")) {
      return Optional.empty();
    }
    int number = Math.max(1, count(i + 1));
    int unit = count(i + 1) == 0 ? i + 1 : i + 2;
    LocalDate first =
        switch (sentence.at(unit).lower()) {
          case "days" -> published.minusDays(number);
          case "weeks" -> published.minusWeeks(number);
          case "months" -> published.minusMonths(number);
          case "years" -> published.minusYears(number);
          case "decade" -> published.minusYears(10);
          default -> published;
        };
    return first.isBefore(published)
        ? Optional.of(DateMention.span(i, unit + 1, first, published))
        : Optional.empty();
  }

  private Optional<DateMention> days(int from, int to, int firstBack, int lastBack) {
    LocalDate first = published.minusDays(firstBack);
    LocalDate last = published.minusDays(Math.max(0, lastBack));
    return Optional.of(
        DateMention.moment(
            from, to, first, last, first.equals(last) ? Precision.DAY : Precision.RANGE));
  }

  private Optional<DateMention> day(int from, int monthToken, int day) {
    int at = sentence.at(monthToken + 1).is(",") ? monthToken + 2 : monthToken + 1;
    Optional<Integer> year = yearAt(at);
    return year.isPresent()
        ? day(from, at + 1, year.get(), month(monthToken), day)
        : dayBeforePublication(from, monthToken + 1, month(monthToken), day);
  }

  private static Optional<DateMention> day(int from, int to, int year, int month, int day) {
    if (day > YearMonth.of(year, month).lengthOfMonth()) {
      return Optional.empty();
    }
    LocalDate date = LocalDate.of(year, month, day);
    return Optional.of(DateMention.moment(from, to, date, date, Precision.DAY));
  }

  private Optional<DateMention> dayBeforePublication(int from, int to, int month, int day) {
    int year = published.getYear();
    Optional<DateMention> thisYear = day(from, to, year, month, day);
    // A few days of grace: a publisher's clock may stand behind the event's.
    return thisYear.isPresent() && thisYear.get().first().isAfter(published.plusDays(2))
        ? day(from, to, year - 1, month, day)
        : thisYear.map(this::noLaterThanPublication);
  }

  private DateMention noLaterThanPublication(DateMention mention) {
    return mention.first().isAfter(published)
        ? DateMention.moment(mention.from(), mention.to(), published, published, Precision.DAY)
        : mention;
  }

  private DateMention lastMonth(int from, int to, int month) {
    int year = month <= published.getMonthValue() ? published.getYear() : published.getYear() - 1;
    int lastYear =
        sentence.at(to).is("last") && sentence.at(to + 1).is("year")
            ? published.getYear() - 1
            : year;
    return wholeMonth(from, to, YearMonth.of(lastYear, month));
  }

  private static DateMention wholeMonth(int from, int to, YearMonth month) {
    return DateMention.moment(from, to, month.atDay(1), month.atEndOfMonth(), Precision.MONTH);
  }

  private static DateMention wholeYear(int from, int to, int year) {
    return DateMention.moment(
        from, to, LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31), Precision.YEAR);
  }

  private Optional<Integer> yearAt(int i) {
    Token token = sentence.at(i);
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
    return plausible && !isMoneySign(i - 1) ? Optional.of(year) : Optional.empty();
  }

  private boolean isMoneySign(int i) {
    return Units.ofSign(sentence.at(i).lower()).isPresent();
  }

  private boolean isMonth(int i) {
    return sentence.at(i).is(Sense.MONTH) && sentence.at(i).isCapitalised();
  }

  private int month(int i) {
    return MONTHS.getOrDefault(sentence.at(i).lower(), 1);
  }

  private boolean isOrdinal(int i) {
    Token token = sentence.at(i);
    return token.start() == sentence.at(i - 1).end() && token.isOneOf("st", "nd", "rd", "th");
  }

  /** A whole number from 1 to most, or 0. */
  private int small(int i, int most) {
    Token token = sentence.at(i);
    if (!token.isNumber() || token.text().length() > 2 || token.text().indexOf('.') >= 0) {
      return 0;
    }
    int number = Integer.parseInt(token.text());
    return number >= 1 && number <= most ? number : 0;
  }

  /** A count in digits or words, "a" and "few" included, or 0. */
  private int count(int i) {
    int digits = small(i, 99);
    if (digits > 0) {
      return digits;
    }
    return switch (sentence.at(i).lower()) {
      case "a", "an" -> 1;
      case "couple" -> 2;
      case "few", "several" -> 3;
      default -> Units.numberWord(sentence.at(i).lower()).map(Number::intValue).orElse(0);
    };
  }

  private static Map<String, Integer> months() {
    Map<String, Integer> months = new HashMap<>();
    String[] names =
        "january february march april may june july august september october november december"
            .split(" ", -1);
    for (int i = 0; i < names.length; i++) {
      months.put(names[i], i + 1);
      months.put(names[i].substring(0, 3), i + 1);
    }
    months.put("sept", 9);
    return Collections.unmodifiableMap(months);
  }
}
