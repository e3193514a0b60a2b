package io.heistline.reading;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Which date of a sentence is the theft's: not that of its report ("claimed in February", "said on
 * Tuesday") nor of its aftermath ("was arrested in May").
 */
final class DateRule {
  /** Tokens from a victim's verb beyond which no date is its own. */
  private static final int FAR = 100;

  /** Tokens within which commas are counted. */
  private static final int NEAR = 30;

  /** Victims of a sentence that is a list without end, of which no date is anyone's. */
  private static final int MANY = 15;

  /** What a date farther off from its victim by a comma loses. */
  private static final int BREAK = 5;

  private DateRule() {}

  /** The theft's date in a sentence that names no victim. */
  static Optional<DateMention> dateOf(Sentence sentence, List<DateMention> dates) {
    return best(sentence, dates, 0);
  }

  /** The date of the theft from one of the victims that a sentence names. */
  static Optional<DateMention> dateOf(Facts facts, VictimMention mention) {
    int victims = facts.victims().size();
    List<DateMention> own =
        facts.dates().stream()
            .filter(date -> Math.abs(date.from() - mention.trigger()) < FAR)
            .filter(date -> victims == 1 || (victims < MANY && isOf(facts, date, mention)))
            .toList();
    return best(facts.sentence(), own, mention.trigger());
  }

  /** The theft's date in a sentence that only names its victim. */
  static Optional<DateMention> dateOf(Facts facts, Name name) {
    return best(facts.sentence(), facts.dates(), name.from())
        .filter(date -> DateBearing.of(facts.sentence(), date) != DateBearing.UNTOLD);
  }

  private static Optional<DateMention> best(Sentence sentence, List<DateMention> dates, int near) {
    Optional<DateMention> best = Optional.empty();
    int closest = Integer.MAX_VALUE;
    for (DateMention date : dates) {
      DateBearing bearing = DateBearing.of(sentence, date);
      int distance = Math.abs(date.from() - near) + width(date) + untold(bearing);
      if (bearing.mayBeOfDeed() && distance < closest) {
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

  /** A date that a verb of theft governs comes before any other. */
  private static int untold(DateBearing bearing) {
    return bearing == DateBearing.UNTOLD ? 1000 : 0;
  }

  /** Of several victims a date is the nearest one's, and theirs that share its verb. */
  private static boolean isOf(Facts facts, DateMention date, VictimMention mention) {
    VictimMention nearest =
        facts.victims().stream()
            .min(Comparator.comparingInt(other -> distance(facts.sentence(), date, other)))
            .orElse(mention);
    return nearest.trigger() == mention.trigger()
        || isList(facts.sentence(), nearest.name(), mention.name());
  }

  /** "the Oakmart and Pinemart breaches in 2013": nothing but names between the two. */
  static boolean isList(Sentence sentence, Name a, Name b) {
    int to = Math.max(a.from(), b.from());
    for (int i = Math.min(a.to(), b.to()); i < Math.min(to, sentence.size()); i++) {
      Token token = sentence.at(i);
      if (!token.isOneOf(",", "and", "&", "the") && !token.isCapitalised()) {
        return false;
      }
    }
    return Math.abs(a.from() - b.from()) < FAR;
  }

  private static int distance(Sentence sentence, DateMention date, VictimMention mention) {
    int from = Math.min(mention.name().from(), mention.trigger());
    int to = Math.max(mention.name().to(), mention.trigger() + 1);
    int begin = date.from() >= to ? to : date.to();
    int end = date.from() >= to ? date.from() : from;
    int distance = Math.max(0, end - begin);
    for (int i = begin; i < Math.min(end, begin + NEAR); i++) {
      distance += sentence.at(i).isOneOf(",", ";", "and", "but", "while", "than") ? BREAK : 0;
    }
    return distance;
  }
}
