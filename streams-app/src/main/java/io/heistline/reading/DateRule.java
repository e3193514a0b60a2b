package io.heistline.reading;

import java.util.List;
import java.util.Optional;

/**
 * Which date of a sentence is the theft's: not that of its report ("claimed in February", "said on
 * Tuesday") nor of its aftermath ("was arrested in May").
 */
final class DateRule {
  /** Tokens before a date within which its verb stands. */
  private static final int REACH = 4;

  private DateRule() {}

  static Optional<DateMention> dateOf(Sentence sentence, List<DateMention> dates, int near) {
    Optional<DateMention> best = Optional.empty();
    int closest = Integer.MAX_VALUE;
    for (DateMention date : dates) {
      int distance = Math.abs(date.from() - near) + width(date);
      if (!isReporting(sentence, date) && distance < closest) {
        closest = distance;
        best = Optional.of(date);
      }
    }
    return best;
  }

  /** A narrower date is the better one, unless it stands far off. */
  private static int width(DateMention date) {
    return switch (date.precision()) {
      case DAY -> 0;
      case MONTH -> 1;
      case RANGE -> 4;
      case YEAR -> 6;
    };
  }

  private static boolean isReporting(Sentence sentence, DateMention date) {
    for (int i = date.from() - 1; i >= Math.max(0, date.from() - REACH); i--) {
      Token token = sentence.at(i);
      if (token.is(Sense.HACK) || token.is(Sense.TAKE) || token.is(Sense.EVENT)) {
        return false;
      }
      if (token.is(Sense.SAY) || token.is(Sense.AFTERMATH) || token.isOneOf("statement", "blog")) {
        return true;
      }
    }
    Token next = sentence.at(date.to());
    return next.is("report")
        || (next.is(Sense.SAY) && !next.is("reported"))
        || (sentence.at(date.to()).is(",")
            && date.from() <= 1
            && sentence.at(date.to() + 2).is(Sense.SAY));
  }
}
