package io.heistline.reading;

import java.util.List;
import java.util.Optional;

/**
 * Which date of a sentence is the theft's: not that of its report ("claimed in February", "said on
 * Tuesday") nor of its aftermath ("was arrested in May").
 */
final class DateRule {
  /** Tokens before a date within which its verb stands. */
  private static final int REACH = 10;

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

  /** Whether the date is of something else than the deed: the verb that governs it tells. */
  private static boolean isReporting(Sentence sentence, DateMention date) {
    Token next = sentence.at(date.to());
    if (next.is(Sense.EVENT) || next.is(Sense.DATA)) {
      return false; // "over the 2015 hack"
    }
    if (next.is("report") || isTelling(next)) {
      return true; // "on Thursday unsealed charges"
    }
    if (date.from() <= 1) {
      return opensOtherDeed(sentence, date);
    }
    for (int i = date.from() - 1; i >= Math.max(0, date.from() - REACH); i--) {
      Token token = sentence.at(i);
      if (isDeed(token)) {
        return false;
      }
      if (isTelling(token)
          || token.is(Sense.LAUNDER)
          || token.is(Sense.RECOVER)
          || token.isOneOf("statement", "blog")) {
        return true;
      }
      if (token.isOneOf(",", ";", "that", "which", "who", "after", "because", "when")) {
        return false;
      }
    }
    return false;
  }

  private static boolean isTelling(Token token) {
    return (token.is(Sense.SAY) && !token.is("reported")) || token.is(Sense.AFTERMATH);
  }

  /** "On 13 January the thieves laundered", "On Monday, police arrested", "On Tuesday, X said". */
  private static boolean opensOtherDeed(Sentence sentence, DateMention date) {
    if (sentence.at(date.to()).is(",") && sentence.at(date.to() + 2).is(Sense.SAY)) {
      return true;
    }
    for (int i = date.to(); i < Math.min(sentence.size(), date.to() + REACH); i++) {
      Token token = sentence.at(i);
      if (isDeed(token)) {
        return false;
      }
      if (token.is(Sense.AFTERMATH) || token.is(Sense.LAUNDER) || token.is(Sense.RECOVER)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isDeed(Token token) {
    return token.is(Sense.HACK) || token.is(Sense.TAKE) || token.is(Sense.EVENT);
  }
}
