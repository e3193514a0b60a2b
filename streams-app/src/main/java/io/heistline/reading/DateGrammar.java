package io.heistline.reading;

import io.heistline.model.Precision;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Dates and spans against the day of publication: "in March", "last week", "since 2017", "between
 * August 2015 and January 2016".
 *
 * <p>A day after publication is no date of a theft and is left out.
 */
final class DateGrammar {
  private final Sentence sentence;
  private final LocalDate published;
  private final MomentDates moments;
  private final DateStretches stretches;

  private DateGrammar(Sentence sentence, LocalDate published) {
    DateTokens tokens = new DateTokens(sentence, published);
    this.sentence = sentence;
    this.published = published;
    this.moments = new MomentDates(tokens);
    this.stretches = new DateStretches(tokens, moments);
  }

  /** The dates of a sentence, in order, none overlapping. */
  static List<DateMention> in(Sentence sentence, LocalDate published) {
    boolean none = sentence.tokens().stream().noneMatch(DateGrammar::mayBegin);
    return none ? List.of() : new DateGrammar(sentence, published).all();
  }

  private List<DateMention> all() {
    List<DateMention> all = new ArrayList<>();
    int i = 0;
    while (i < sentence.size()) {
      Optional<DateMention> found = mayBegin(sentence.at(i)) ? at(i) : Optional.empty();
      if (found.isEmpty()) {
        i++;
        continue;
      }
      DateMention mention = found.get();
      if (!mention.first().isAfter(published) && !DateWords.isFuture(sentence.at(i - 1).lower())) {
        add(all, upToPublication(mention));
      }
      i = mention.to();
    }
    return all;
  }

  /** "last year between mid-May and July", "five years ago in May 2014": one date. */
  private void add(List<DateMention> all, DateMention mention) {
    DateMention last = all.isEmpty() ? mention : all.get(all.size() - 1);
    boolean told = last.isYear() && mention.guessed() && isBeside(last.to(), mention.from());
    DateMention meant = told ? mention.inYear(last.first().getYear()) : mention;
    boolean narrower = last.isYear() && !mention.isYear() && isBeside(last.to(), mention.from());
    if (narrower && (told || !mention.span()) && meant.isWithin(last)) {
      all.set(all.size() - 1, meant.at(last.from(), mention.to()));
    } else {
      all.add(mention);
    }
  }

  private boolean isBeside(int from, int to) {
    for (int i = from; i < to; i++) {
      if (!sentence.at(i).isOneOf(",", "in", "on", "-")) {
        return false;
      }
    }
    return true;
  }

  /** Whether a date may begin here: most words are none, and cost no more than this. */
  private static boolean mayBegin(Token token) {
    return token.isNumber()
        || token.is(Sense.TIME)
        || token.is(Sense.MONTH)
        || token.is(Sense.WEEKDAY)
        || token.is(Sense.QUANTITY);
  }

  private Optional<DateMention> at(int i) {
    Optional<DateMention> stretch = stretches.at(i);
    if (stretch.isPresent()) {
      return stretch;
    }
    Optional<DateMention> moment = moments.at(i);
    return moment.flatMap(stretches::goingOn).or(() -> moment);
  }

  /** A whole month or year stays whole ("in 2022"); a stretch of days ends at publication. */
  private DateMention upToPublication(DateMention mention) {
    return mention.precision() == Precision.RANGE && mention.last().isAfter(published)
        ? mention.part(mention.first(), published)
        : mention;
  }
}
