package io.heistline.reading;

import io.heistline.model.Precision;
import java.time.LocalDate;
import java.util.Optional;

/** Stretches of time: "since 2017", "between May and July", "1 January through 22 June 2016". */
final class DateStretches {
  /** Days over which a theft may go on and still be told as a moment: "from 3 to 9 March". */
  private static final int MOMENT_DAYS = 31;

  private final DateTokens tokens;
  private final MomentDates moments;

  DateStretches(DateTokens tokens, MomentDates moments) {
    this.tokens = tokens;
    this.moments = moments;
  }

  /** "since 2017": to publication. "between 2015 and 2019", "from May to July 2017". */
  Optional<DateMention> at(int i) {
    if (!tokens.at(i).isOneOf("since", "between", "from")) {
      return Optional.empty();
    }
    Optional<DateMention> first = moments.opened(i + 1);
    if (first.isEmpty()) {
      return Optional.empty();
    }
    if (tokens.at(i).is("since")) {
      return first
          .filter(date -> !DateTokens.isOfEvent(tokens.sentence(), date.to()))
          .map(date -> DateMention.stretch(i, date.to(), date, tokens.published()));
    }
    int comma = first.get().to();
    boolean joined = tokens.at(comma + 1).isOneOf("and", "to", "until", "through");
    int next = tokens.at(comma).is(",") && joined ? comma + 1 : comma; // "June 2, 2018, and May 3"
    return isJoint(next) || tokens.at(next).is("and")
        ? closed(i, first.get(), next)
        : Optional.empty();
  }

  /** "1 January through 22 June 2016": without an opener. */
  Optional<DateMention> goingOn(DateMention first) {
    boolean narrow = first.precision() == Precision.DAY || first.precision() == Precision.MONTH;
    boolean calendar = tokens.isMonth(first.from()) || tokens.day(first.from()) > 0;
    return narrow && calendar && isJoint(first.to())
        ? closed(first.from(), first, first.to())
        : Optional.empty();
  }

  private boolean isJoint(int i) {
    return tokens.at(i).isOneOf("to", "until", "through", "till", "-", "\u2013");
  }

  private Optional<DateMention> closed(int i, DateMention first, int joint) {
    return moments
        .opened(joint + 1)
        .map(last -> closed(i, first, last))
        .filter(span -> !span.last().isBefore(span.first()));
  }

  private static DateMention closed(int i, DateMention first, DateMention last) {
    DateMention begin = first;
    if (first.guessed()) {
      begin = first.inYear(last.first().getYear()); // "May to July 2017": said once, at the end
    }
    if (begin.first().isAfter(last.last())) {
      begin = begin.inYear(begin.first().getYear() - 1);
    }
    LocalDate from = begin.first();
    DateMention span = DateMention.stretch(i, last.to(), begin, last.last());
    boolean moment = last.last().isBefore(from.plusDays(MOMENT_DAYS));
    DateMention told =
        moment ? DateMention.moment(i, last.to(), from, last.last(), Precision.RANGE) : span;
    return last.guessed() ? told.ofGuessedYear() : told;
  }
}
