package io.heistline.reading;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which date of a sentence is the theft's: not that of its report ("claimed in February", "said on
 * Tuesday") nor of its aftermath ("was arrested in May").
 */
final class DateRule {
  /** Tokens from a victim's verb beyond which no date is its own. */
  private static final int FAR = 100;

  /** Victims of a sentence that is a list without end, of which no date is anyone's. */
  private static final int MANY = 15;

  private DateRule() {}

  /** The theft's date in a sentence that names no victim. */
  static Optional<DateMention> dateOf(Sentence sentence, List<DateMention> dates) {
    return best(sentence, dates.stream().filter(date -> !isAfter(sentence, date)).toList(), 0);
  }

  /** The date of the theft from one of the victims that a sentence names. */
  static Optional<DateMention> dateOf(Facts facts, VictimMention mention) {
    int victims = facts.victims().size();
    List<DateMention> own =
        facts.dates().stream()
            .filter(date -> Math.abs(date.from() - mention.trigger()) < FAR)
            .filter(date -> mention.name().from() >= date.to() || !isAfter(facts.sentence(), date))
            .filter(date -> victims == 1 || (victims < MANY && isOf(facts, date, mention)))
            .toList();
    return best(facts.sentence(), own, mention.trigger());
  }

  /** "comes two weeks after": what it dates stands behind it. */
  private static boolean isAfter(Sentence sentence, DateMention date) {
    return sentence.at(date.to() - 1).is("after");
  }

  private static Optional<DateMention> best(Sentence sentence, List<DateMention> dates, int near) {
    Optional<DateMention> best = Optional.empty();
    int closest = Integer.MAX_VALUE;
    for (DateMention date : dates) {
      DateBearing bearing = DateBearing.of(sentence, date);
      int distance = Math.abs(date.from() - near) + untold(bearing);
      if (bearing.mayBeOfDeed() && distance < closest) {
        closest = distance;
        best = Optional.of(date);
      }
    }
    return best;
  }

  /** A date that a verb of theft governs comes before any other. */
  private static int untold(DateBearing bearing) {
    return bearing == DateBearing.UNTOLD ? 1000 : 0;
  }

  /** Of several victims a date is its owner's, and theirs that stand beside that one in a list. */
  private static boolean isOf(Facts facts, DateMention date, VictimMention mention) {
    Name owner = owner(facts, date).orElse(mention.name());
    return places(facts, mention.name())
        .anyMatch(place -> owner.equals(place) || isList(facts.sentence(), owner, place));
  }

  /** Where a sentence names a victim: it may do so twice. */
  private static Stream<Name> places(Facts facts, Name victim) {
    return Stream.concat(
        Stream.of(victim),
        facts.names().stream()
            .filter(name -> name.key().equals(victim.key()) && !name.equals(victim)));
  }

  /**
   * "Zuzubit was hacked in May, Oakmart in June": the last one before the date; "in May Zuzubit was
   * hacked, the 2013 Oakmart breach": the next behind a date that opens its clause or phrase; not
   * "the Oakmart hack in 2013 and the Pinemart hack".
   */
  private static Optional<Name> owner(Facts facts, DateMention date) {
    Optional<Name> before = Optional.empty();
    Optional<Name> behind = Optional.empty();
    List<Name> places =
        facts.victims().stream().flatMap(mention -> places(facts, mention.name())).toList();
    for (Name name : places) {
      if (name.from() < date.from()) {
        before = before.filter(other -> other.from() > name.from()).or(() -> Optional.of(name));
      } else {
        behind = behind.filter(other -> other.from() < name.from()).or(() -> Optional.of(name));
      }
    }
    boolean next =
        behind.filter(name -> name.from() <= date.to() + 1).isPresent()
            && !facts.sentence().at(date.to()).isOneOf("and", "or", ",");
    boolean forward =
        next || DateBearing.opens(facts.sentence(), date) || isAfter(facts.sentence(), date);
    return (forward && behind.isPresent()) || before.isEmpty() ? behind : before;
  }

  /** "the Oakmart and Pinemart breaches in 2013": nothing but names between the two. */
  static boolean isList(Sentence sentence, Name a, Name b) {
    int to = Math.max(a.from(), b.from());
    for (int i = Math.min(a.to(), b.to()); i < Math.min(to, sentence.size()); i++) {
      Token token = sentence.at(i);
      if (!token.isOneOf(",", "and", "&", "the", "\"", "\u201c", "\u201d")
          && !token.isCapitalised()) {
        return false;
      }
    }
    return Math.abs(a.from() - b.from()) < FAR;
  }
}
