package io.heistline.reading;

import io.heistline.model.Period;
import io.heistline.model.Precision;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * When an incident happened, out of the dates that an article gives it.
 *
 * <p>The time of the theft first; else that of its coming to light, before which it happened; else
 * news is fresh.
 */
final class PeriodRule {
  /**
   * Days before publication within which an undated main incident is taken to have happened: news
   * is news within a fortnight.
   */
  private static final int FRESH_DAYS = 14;

  /** Days that "recently" reaches back. */
  private static final int LATELY_DAYS = 60;

  /** Sentences from the top in which a main incident's date is looked for; later ones look back. */
  private static final int DATED_SENTENCES = 20;

  /** Days before publication within which a date is an item's news rather than its background. */
  static final int RECENT_DAYS = 45;

  /** Days before publication within which a main incident has come to light. */
  private static final int FOUND_DAYS = 400;

  /** Sentences from the top in which a main incident of long ago is dated; later ones look back. */
  private static final int FAR_SENTENCES = 6;

  /** A stretch over which a theft went on; one no longer than that is its time as a whole. */
  private static final int ONGOING_DAYS = 62;

  /** A stretch up to publication longer than a quarter tells of a series, not of an event. */
  private static final int SHORT_SPAN_DAYS = 92;

  /** So does a stretch of more than a year, even if it has ended. */
  private static final int LONG_SPAN_DAYS = 366;

  /** Words from a name or its verb within which "recently" tells of it. */
  private static final int NEAR = 8;

  /** Days before publication within which a date is that of the trial which the article tells. */
  private static final int TRIAL_DAYS = 7;

  /** What part an incident has in its article. */
  enum Part {
    /** The news. */
    MAIN,
    /** What the news goes back to: a trial, a fine. */
    AFTERMATH,
    BACKGROUND
  }

  private final Part part;
  private final LocalDate published;

  private PeriodRule(Part part, LocalDate published) {
    this.part = part;
    this.published = published;
  }

  /** When it happened, by what an article says of one victim. */
  static Optional<Period> period(List<Statement> statements, Part part, LocalDate published) {
    return new PeriodRule(part, published).period(statements);
  }

  private Optional<Period> period(List<Statement> all) {
    List<Told> everything = ofItself(all).stream().flatMap(this::told).toList();
    List<Told> told =
        everything.stream()
            .filter(date -> part == Part.BACKGROUND || date.index() < DATED_SENTENCES)
            .filter(date -> part != Part.MAIN || !isAfterFound(date, everything))
            .toList();
    List<Told> late = everything.stream().filter(date -> !told.contains(date)).toList();
    List<DateMention> events = dates(told, EnumSet.of(DateBearing.EVENT));
    List<DateMention> deeds = dates(told, EnumSet.of(DateBearing.EVENT, DateBearing.DEED));
    List<DateMention> untold = dates(told, EnumSet.of(DateBearing.UNTOLD));
    return recent(events)
        .or(() -> part == Part.MAIN ? saidEarly(everything) : Optional.empty())
        .or(() -> recent(deeds))
        .or(
            () ->
                narrowest(deeds, untold)
                    .filter(
                        date ->
                            part != Part.MAIN
                                || isSaidInFull(date)
                                || isToldEarly(told, date)
                                || isRepeated(told, date)))
        .or(() -> events.stream().findFirst())
        .or(() -> dates(late, EnumSet.of(DateBearing.EVENT)).stream().findFirst())
        .or(() -> part == Part.MAIN ? Optional.empty() : narrowest(untold))
        .map(DateMention::period)
        .or(() -> before(dates(told, EnumSet.of(DateBearing.FOUND)), FOUND_DAYS))
        .or(() -> recent(untold).map(DateMention::period))
        .or(() -> before(dates(told, EnumSet.of(DateBearing.NEWS)), RECENT_DAYS))
        .or(() -> lately(all));
  }

  /** What names a victim of the background tells when, if it does; else what follows it. */
  private List<Statement> ofItself(List<Statement> all) {
    List<Statement> named = all.stream().filter(s -> s.mention().isPresent()).toList();
    boolean dated = named.stream().anyMatch(s -> s.date().isPresent());
    return part == Part.BACKGROUND && dated ? named : all;
  }

  /** "accessed last month", where it was discovered the month before: no theft comes after. */
  private static boolean isAfterFound(Told told, List<Told> all) {
    return told.bearing() == DateBearing.DEED
        && all.stream()
            .filter(other -> other.bearing() == DateBearing.FOUND)
            .filter(other -> other.index() < FAR_SENTENCES || other.index() <= told.index())
            .anyMatch(other -> other.date().last().isBefore(told.date().first()));
  }

  /** A date and what it is the date of. */
  private record Told(DateMention date, DateBearing bearing, int index) {}

  private Stream<Told> told(Statement statement) {
    Sentence sentence = statement.facts().sentence();
    if (part == Part.MAIN && isOfAnEarlierOne(sentence)) {
      return Stream.empty();
    }
    Stream<Told> news =
        statement.facts().dates().stream()
            .map(date -> new Told(date, DateBearing.of(sentence, date), statement.index()))
            .filter(date -> !date.bearing().mayBeOfDeed());
    return Stream.concat(
        statement.date().stream()
            .map(date -> new Told(date, DateBearing.of(sentence, date), statement.index())),
        news);
  }

  /** "its last incident was in May", "an almost identical hack back in May": not the news. */
  private static boolean isOfAnEarlierOne(Sentence sentence) {
    for (int i = 0; i < sentence.size(); i++) {
      Token token = sentence.at(i);
      boolean another =
          token.isOneOf("previous", "earlier", "prior", "last", "identical", "similar", "separate")
              && (sentence.at(i + 1).is(Sense.EVENT) || sentence.at(i + 1).is("occasion"));
      if (another || token.is("previously")) {
        return true;
      }
    }
    return false;
  }

  /** "3 May 2014" is told of what the article tells; "in May" and "in 2014" may look back. */
  private static boolean isSaidInFull(DateMention date) {
    return !date.isYear() && !date.guessed();
  }

  /** Whether a date is told, or its year, where the article tells its news. */
  private static boolean isToldEarly(List<Told> told, DateMention date) {
    return told.stream()
        .filter(other -> other.index() < FAR_SENTENCES && other.bearing().mayBeOfDeed())
        .anyMatch(other -> date.isWithin(other.date()));
  }

  /** "The breach occurred between 10 August 2016 and February": at the top, and in full. */
  private Optional<DateMention> saidEarly(List<Told> told) {
    List<Told> early = told.stream().filter(date -> date.index() < FAR_SENTENCES).toList();
    return dates(early, EnumSet.of(DateBearing.EVENT)).stream()
        .filter(PeriodRule::isSaidInFull)
        .findFirst();
  }

  /** "the 2014 Zuzubit breach", again and again. */
  private static boolean isRepeated(List<Told> told, DateMention date) {
    return told.stream()
            .filter(other -> other.bearing() == DateBearing.DEED)
            .filter(other -> date.isWithin(other.date()))
            .mapToInt(Told::index)
            .distinct()
            .count()
        > 1;
  }

  private List<DateMention> dates(List<Told> told, Set<DateBearing> bearings) {
    return told.stream()
        .filter(date -> bearings.contains(date.bearing()))
        .filter(date -> part != Part.MAIN || !isThisYear(date.date()))
        .map(Told::date)
        .map(PeriodRule::sinceItBegan)
        .filter(date -> !date.span() || isShort(date))
        .filter(date -> part != Part.AFTERMATH || !isOfToday(date))
        .toList();
  }

  /** "between April and September": a theft that went on happened when it began. */
  private static DateMention sinceItBegan(DateMention date) {
    boolean wentOn =
        date.hasBeginning() && date.last().isAfter(date.first().plusDays(ONGOING_DAYS));
    return wentOn ? date.beginning() : date;
  }

  /** "were charged today with hacking": the news of a trial is the trial. */
  private boolean isOfToday(DateMention date) {
    return date.first().isAfter(published.minusDays(TRIAL_DAYS));
  }

  /** "the third this year": less than that it is news. */
  private boolean isThisYear(DateMention date) {
    return date.isYear() && date.first().getYear() == published.getYear();
  }

  /** A stretch that still tells when: "between mid-May and July". */
  private boolean isShort(DateMention span) {
    int days = span.last().equals(published) ? SHORT_SPAN_DAYS : LONG_SPAN_DAYS;
    return span.last().isBefore(span.first().plusDays(days));
  }

  /** News tells its date early: the first that is not long before publication. */
  private Optional<DateMention> recent(List<DateMention> dates) {
    return dates.stream()
        .filter(date -> part == Part.MAIN && !date.isYear() && isRecent(date))
        .findFirst();
  }

  private boolean isLately(DateMention date, int days) {
    return !date.isYear() && date.last().isAfter(published.minusDays(days));
  }

  private boolean isRecent(DateMention date) {
    return date.last().isAfter(published.minusDays(RECENT_DAYS));
  }

  /** The narrowest of the theft; a year is narrowed by what nothing tells of, in that year. */
  private static Optional<DateMention> narrowest(
      List<DateMention> deeds, List<DateMention> untold) {
    Optional<DateMention> best = narrowest(deeds);
    return best.filter(DateMention::isYear)
        .flatMap(
            year ->
                untold.stream()
                    .filter(date -> isSaidInFull(date) && date.isWithin(year))
                    .findFirst())
        .or(() -> best);
  }

  /** The first narrow date; where a year stands before, one that falls in it or may be meant so. */
  private static Optional<DateMention> narrowest(List<DateMention> dates) {
    Optional<DateMention> first = dates.stream().findFirst();
    Predicate<DateMention> narrow = date -> !date.isYear();
    if (first.filter(DateMention::isYear).isEmpty()) {
      return dates.stream().filter(narrow).findFirst();
    }
    int year = first.get().first().getYear();
    return dates.stream()
        .filter(narrow)
        .map(date -> date.guessed() ? date.inYear(year) : date)
        .filter(date -> date.isWithin(first.get()))
        .findFirst()
        .or(() -> first);
  }

  /** "discovered in May", "said on Tuesday": it happened before, the main one not long before. */
  private Optional<Period> before(List<DateMention> told, int days) {
    return told.stream()
        .filter(date -> !date.span() && (part != Part.AFTERMATH || !isRecent(date)))
        .filter(date -> part != Part.MAIN || isLately(date, days))
        .findFirst()
        .map(date -> isDays(date) ? before(date) : date.period());
  }

  private static boolean isDays(DateMention date) {
    return date.precision() != Precision.MONTH
        && date.last().isBefore(date.first().plusDays(FRESH_DAYS));
  }

  private static Period before(DateMention days) {
    return new Period(days.first().minusDays(FRESH_DAYS), days.last(), Precision.RANGE);
  }

  /** An undated main incident is fresh; one that is called recent is some weeks old. */
  private Optional<Period> lately(List<Statement> statements) {
    return switch (part) {
      case MAIN -> upToPublication(FRESH_DAYS);
      case AFTERMATH -> Optional.empty();
      case BACKGROUND ->
          statements.stream().anyMatch(PeriodRule::isRecentlyTold)
              ? upToPublication(LATELY_DAYS)
              : Optional.empty();
    };
  }

  /** "the recent Zuzubit hack", "which was recently hacked". */
  private static boolean isRecentlyTold(Statement statement) {
    if (statement.mention().isEmpty()) {
      return false;
    }
    int trigger = statement.mention().get().trigger();
    int name = statement.mention().get().name().from();
    for (int i = Math.min(name, trigger) - NEAR; i < Math.max(name, trigger) + NEAR; i++) {
      if (statement.facts().sentence().at(i).isOneOf("recent", "recently")) {
        return true;
      }
    }
    return false;
  }

  /** When what is told as news happened: in the fortnight before it. */
  static Optional<Period> fresh(LocalDate published) {
    return new PeriodRule(Part.MAIN, published).upToPublication(FRESH_DAYS);
  }

  private Optional<Period> upToPublication(int days) {
    return Optional.of(new Period(published.minusDays(days), published, Precision.RANGE));
  }
}
