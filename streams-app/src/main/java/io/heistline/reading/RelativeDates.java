package io.heistline.reading;

import io.heistline.model.Precision;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;

/** Dates told from the day of publication: "yesterday", "last week", "on Tuesday", "this year". */
final class RelativeDates {
  private final DateTokens tokens;
  private final LocalDate published;

  RelativeDates(DateTokens tokens) {
    this.tokens = tokens;
    this.published = tokens.published();
  }

  Optional<DateMention> at(int i) {
    return today(i)
        .or(() -> lastUnit(i))
        .or(() -> thisUnit(i))
        .or(() -> weekend(i))
        .or(() -> weekday(i));
  }

  /** "yesterday", "tonight". */
  private Optional<DateMention> today(int i) {
    Token token = tokens.at(i);
    if (token.is("yesterday")) {
      return days(i, i + 1, 1, 1);
    }
    return token.isOneOf("today", "tonight") ? days(i, i + 1, 0, 0) : Optional.empty();
  }

  /** "last week", "the previous month"; "the last month" is a stretch. */
  private Optional<DateMention> lastUnit(int i) {
    if (!tokens.at(i).isOneOf("last", "past", "previous") || isStretch(i)) {
      return Optional.empty();
    }
    YearMonth month = YearMonth.from(published).minusMonths(1);
    return switch (tokens.at(i + 1).lower()) {
      case "night" -> days(i, i + 2, 1, 0);
      case "week" -> tokens.at(i + 2).is("of") ? Optional.empty() : days(i, i + 2, 13, 1);
      case "weekend" ->
          tokens.at(i + 2).is("of") ? Optional.empty() : days(i, i + 2, 8, 1); // "of November"
      case "month" -> Optional.of(DateMention.month(i, i + 2, month));
      case "year" -> Optional.of(DateMention.year(i, i + 2, published.getYear() - 1));
      default -> Optional.empty();
    };
  }

  /** "within the last year", "over the past week": twelve months, seven days. */
  private boolean isStretch(int i) {
    Token opener = tokens.at(i - 1).is("the") ? tokens.at(i - 2) : tokens.at(i - 1);
    return opener.isOneOf("over", "within", "during", "in", "for")
        && !tokens.at(i).is("previous")
        && !tokens.at(i + 1).isOneOf("night", "weekend");
  }

  /** "this morning", "earlier this month", "this year". */
  private Optional<DateMention> thisUnit(int i) {
    if (!tokens.at(i).is("this")) {
      return Optional.empty();
    }
    return switch (tokens.at(i + 1).lower()) {
      case "morning", "afternoon", "evening" -> days(i, i + 2, 0, 0);
      case "week", "weekend" -> days(i, i + 2, 6, 0);
      case "month" ->
          Optional.of(
              DateMention.moment(
                  i, i + 2, published.withDayOfMonth(1), published, Precision.RANGE));
      case "year" -> Optional.of(DateMention.year(i, i + 2, published.getYear()));
      default -> Optional.empty();
    };
  }

  /** "over the weekend": the last one, Friday night included. */
  private Optional<DateMention> weekend(int i) {
    boolean over =
        tokens.at(i - 1).isOneOf("over", "during", "at", "on")
            || tokens.at(i - 2).isOneOf("over", "during", "at", "on");
    boolean ofMonth = tokens.at(i + 1).is("of") && tokens.isMonth(i + 2);
    if (!tokens.at(i).is("weekend") || !over || ofMonth) {
      return Optional.empty();
    }
    LocalDate friday = published.with(TemporalAdjusters.previous(DayOfWeek.FRIDAY));
    LocalDate sunday = friday.plusDays(2);
    LocalDate last = sunday.isAfter(published) ? published : sunday;
    return Optional.of(DateMention.moment(i, i + 1, friday, last, Precision.RANGE));
  }

  /** "on Tuesday", "last Friday", "Friday last week": the last such day before publication. */
  private Optional<DateMention> weekday(int i) {
    boolean any =
        (tokens.at(i - 2).is("on") && tokens.at(i - 1).is("a")) // "on a Thursday night"
            || tokens.at(i - 1).isOneOf("black", "patch", "good", "cyber"); // "Patch Tuesday"
    if (any || !tokens.at(i).is(Sense.WEEKDAY) || !tokens.at(i).isCapitalised()) {
      return Optional.empty();
    }
    DayOfWeek day = DayOfWeek.valueOf(Text.upper(tokens.at(i).lower()));
    LocalDate date =
        tokens.at(i - 1).is("last")
            ? published.with(TemporalAdjusters.previous(day))
            : published.with(TemporalAdjusters.previousOrSame(day));
    int at = tokens.at(i + 1).is("of") ? i + 2 : i + 1;
    if (tokens.at(at).is("last") && tokens.at(at + 1).is("week")) {
      LocalDate monday = published.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
      LocalDate ofLastWeek = monday.minusWeeks(1).with(TemporalAdjusters.nextOrSame(day));
      return Optional.of(DateMention.moment(i, at + 2, ofLastWeek, ofLastWeek, Precision.DAY));
    }
    return Optional.of(DateMention.moment(i, i + 1, date, date, Precision.DAY));
  }

  private Optional<DateMention> days(int from, int to, int firstBack, int lastBack) {
    LocalDate first = published.minusDays(firstBack);
    LocalDate last = published.minusDays(lastBack);
    return Optional.of(
        DateMention.moment(
            from, to, first, last, first.equals(last) ? Precision.DAY : Precision.RANGE));
  }
}
