package io.heistline.reading;

import java.time.LocalDate;
import java.util.List;

/**
 * What the news of one incident says of an earlier one of the same victim: "In February, Zuzubit
 * suffered a major data breach", far down in an article on another.
 */
final class EarlierRule {
  /** Sentences from the top that tell the news, whatever their words. */
  private static final int LEDE_SENTENCES = 3;

  /** Words between "a" and "breach" in "suffered a major data breach". */
  private static final int MAX_ADJECTIVES = 5;

  private final LocalDate published;
  private final List<Statement> all;

  /**
   * A rule for one victim.
   *
   * @param all that the article says of it
   * @param published the day of the article
   */
  EarlierRule(List<Statement> all, LocalDate published) {
    this.all = all;
    this.published = published;
  }

  /** Whether a statement is of an earlier incident: long ago, and of "a breach", not "the". */
  boolean isEarlier(Statement statement) {
    return statement.index() >= LEDE_SENTENCES
        && statement.date().filter(date -> isLongAgo(date) && !isOfLede(date)).isPresent()
        && tellsOfAnother(statement.facts().sentence());
  }

  /** Whether a statement of an earlier incident is this victim's for sure. */
  static boolean isOwn(Statement statement) {
    Sentence sentence = statement.facts().sentence();
    for (int i = 1; i < sentence.size(); i++) {
      if (sentence.at(i).is(Sense.ORG) && sentence.at(i - 1).is("the")) {
        return true; // "the retailer suffered"
      }
    }
    return statement.mention().isPresent();
  }

  private boolean isLongAgo(DateMention date) {
    return !date.last().isAfter(published.minusDays(PeriodRule.RECENT_DAYS));
  }

  private boolean isOfLede(DateMention date) {
    return all.stream()
        .filter(s -> s.index() < LEDE_SENTENCES)
        .anyMatch(s -> s.date().filter(date::isWithin).isPresent());
  }

  /** "a similar breach", "was also hacked"; or "suffered a breach", which nobody is told now. */
  private static boolean tellsOfAnother(Sentence sentence) {
    for (int i = 0; i < sentence.size(); i++) {
      Token token = sentence.at(i);
      if ((token.isOneOf("also", "previously") && sentence.has(Sense.HACK, i + 1, i + 3))
          || (token.is(Sense.OTHER_EVENT) && isEvent(sentence, i + 1))
          || (token.is(Sense.LOSE) && isEvent(sentence, i + 1) && !sentence.has(Sense.SAY, 0, i))) {
        return true;
      }
    }
    return false;
  }

  /** "a major data breach", from its first word on. */
  private static boolean isEvent(Sentence sentence, int from) {
    for (int i = from; i < from + MAX_ADJECTIVES; i++) {
      Token token = sentence.at(i);
      if (token.is(Sense.EVENT)) {
        return true;
      }
      if (!token.isWord() || token.is("the")) {
        return false;
      }
    }
    return false;
  }
}
