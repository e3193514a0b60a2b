package io.heistline.reading;

import io.heistline.model.Precision;
import io.heistline.reading.DateWords.Part;
import java.time.LocalDate;
import java.util.Optional;

/** A moment in time, however it is told, and parts of one: "late 2014", "the end of March". */
final class MomentDates {
  /** Words that may stand between "since" and its date: "since at least as early as 2014". */
  private static final int MAX_EDGES = 5;

  /** The week with which a month ends, as {@link DateWords} counts them. */
  private static final int LAST_WEEK = 4;

  private final DateTokens tokens;
  private final CalendarDates calendar;
  private final RelativeDates relative;
  private final AgoDates ago;

  MomentDates(DateTokens tokens) {
    this.tokens = tokens;
    this.calendar = new CalendarDates(tokens);
    this.relative = new RelativeDates(tokens);
    this.ago = new AgoDates(tokens);
  }

  Optional<DateMention> at(int i) {
    return part(i)
        .or(() -> week(i))
        .or(() -> calendar.at(i))
        .or(() -> relative.at(i))
        .or(() -> ago.at(i));
  }

  /** A moment whose opener has been read already: the 2017 of "since 2017". */
  Optional<DateMention> opened(int i) {
    int at = i;
    while (at < i + MAX_EDGES && DateWords.isEdge(tokens.at(at).lower()) && part(at).isEmpty()) {
      at++;
    }
    int start = at;
    return part(start).or(() -> calendar.bare(start)).or(() -> at(start));
  }

  /** "late 2014", "mid-May", "early last year", "the beginning of 2021", "the end of March". */
  private Optional<DateMention> part(int i) {
    Optional<Part> part = DateWords.part(tokens.at(i).lower());
    if (part.isEmpty()) {
      return Optional.empty();
    }
    boolean noun = tokens.at(i).isOneOf("beginning", "start", "middle", "end");
    if (noun && !tokens.at(i + 1).is("of")) {
      return Optional.empty();
    }
    int at = tokens.at(i + 1).isOneOf("-", "of", "in") ? i + 2 : i + 1;
    if (noun && tokens.at(at).is("the") && tokens.at(at + 1).is("year")) {
      int year = tokens.published().getYear();
      return Optional.of(partOf(DateMention.year(i, at + 2, year), part.get()));
    }
    int start = tokens.at(at).is("the") ? at + 1 : at;
    return calendar
        .bare(start)
        .or(() -> relative.at(start))
        .filter(date -> date.isYear() || date.precision() == Precision.MONTH)
        .map(date -> partOf(date.at(i, date.to()), part.get()));
  }

  /** "the first week of March", "the last weekend of November 2018". */
  private Optional<DateMention> week(int i) {
    Optional<Integer> number = DateWords.week(tokens.at(i).lower());
    boolean week = tokens.at(i + 1).isOneOf("week", "weekend", "weeks");
    if (number.isEmpty() || !week || !tokens.at(i + 2).is("of")) {
      return Optional.empty();
    }
    return calendar
        .bare(i + 3)
        .map(date -> date.at(i, date.to()))
        .filter(date -> date.precision() == Precision.MONTH)
        .map(date -> weekOf(date, number.get()));
  }

  private static DateMention weekOf(DateMention month, int number) {
    LocalDate first = month.first().plusDays(7L * number - 7);
    return month.part(first, number == LAST_WEEK ? month.last() : first.plusDays(6));
  }

  private static DateMention partOf(DateMention whole, Part part) {
    LocalDate first = whole.first();
    return whole.isYear()
        ? switch (part) {
          case EARLY -> whole.part(first, first.plusMonths(4).minusDays(1));
          case MIDDLE -> whole.part(first.plusMonths(4), first.plusMonths(8).minusDays(1));
          case LATE -> whole.part(first.plusMonths(8), whole.last());
        }
        : switch (part) {
          case EARLY -> whole.part(first, first.plusDays(9));
          case MIDDLE -> whole.part(first.plusDays(9), first.plusDays(19));
          case LATE -> whole.part(first.plusDays(19), whole.last());
        };
  }
}
