package io.heistline.resolving;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Puts together what was taken for several events because it is told at several times. News goes
 * back to a theft for months, and often dates it by the day on which it does so: a court, a fine, a
 * hacker who offers the loot. Such a telling repeats the sum, or the actor, or has nothing to say
 * that is not known, and fewer tell it.
 */
final class Retelling {
  /**
   * What is told within half a year, with no figure of its own, and by fewer, is told of the same
   * event: follow-ups ("after the recent theft") are dated by the day of their publication.
   */
  static final long FOLLOW_UP_DAYS = 183;

  /** So long after it, a theft is still dated by what follows: charges, fines, sales of data. */
  static final long AFTERMATH_DAYS = 365;

  /** Part of the larger by which figures differ that are counted again: "$53 million", "$50m". */
  static final double COUNTED_AGAIN = 0.1;

  /** Part of the larger by which figures differ that are rounded: "nearly half a billion". */
  static final double ROUNDED = 0.05;

  /** Part of the larger by which figures differ that are copied. */
  static final double COPIED = 0.005;

  /** Data is counted in so different ways that only figures this many times apart are two. */
  private static final long OTHER_RECORDS = 10;

  private final Account telling;
  private final Account event;

  private Retelling(Account telling, Account event) {
    this.telling = telling;
    this.event = event;
  }

  /** The events in order of time. */
  static List<Event> together(Collection<List<Statement>> events) {
    List<Account> left = new ArrayList<>(events.stream().map(Event::of).map(Account::of).toList());
    left.sort(Account.BEST_FIRST);
    List<Account> kept = new ArrayList<>();
    while (!left.isEmpty()) {
      Account least = left.remove(left.size() - 1);
      meant(least, left)
          .ifPresentOrElse(
              event -> left.set(left.indexOf(event), event.with(least)), () -> kept.add(least));
    }
    return kept.stream()
        .sorted(Comparator.comparing(Account::begin).thenComparing(Account.BEST_FIRST))
        .map(Account::event)
        .toList();
  }

  /** The event that is told again: by its sum, then by days between, then the better told one. */
  private static Optional<Account> meant(Account telling, List<Account> events) {
    return events.stream()
        .filter(event -> new Retelling(telling, event).isOne())
        .min(
            Comparator.comparing((Account event) -> !repeatsSum(telling, event, ROUNDED))
                .thenComparing(telling::apart));
  }

  private boolean isOne() {
    boolean others = !telling.actors().isEmpty() && !event.actors().isEmpty() && !sharesActor();
    return !others && (isFollowUp() || isSum() || isData() || isDeedOfOne());
  }

  /** "after the recent theft": within half a year, without a figure of its own, by fewer. */
  private boolean isFollowUp() {
    return (telling.news() ? isToldByNoMore() : isToldByFewer())
        && event.anchored()
        && !telling.begin().isBefore(event.begin())
        && telling.apart(event) <= FOLLOW_UP_DAYS
        && telling.extortion() == event.extortion()
        && hasNoOtherSum(telling, event)
        && (sharesActor() || !hasOtherRecords());
  }

  /** The sum is that of an event which is better dated, or is told by more. */
  private boolean isSum() {
    return telling.news()
        ? event.begin().isBefore(telling.told()) && repeatsSum(telling, event, ROUNDED)
        : isToldByFewer() && repeatsSum(telling, event, COPIED);
  }

  /** As many records were taken, and it is not long before or after. */
  private boolean isData() {
    return !telling.records().isEmpty()
        && telling.apart(event) <= AFTERMATH_DAYS
        && (telling.news() || isToldByNoMore())
        && hasNoOtherSum(telling, event)
        && telling.records().stream()
            .allMatch(one -> event.records().stream().anyMatch(two -> areRecordsOfOne(one, two)));
  }

  /** The actor is the same, nobody names the day, and it is not long before or after. */
  private boolean isDeedOfOne() {
    return sharesActor()
        && !telling.toTheDay()
        && telling.apart(event) <= AFTERMATH_DAYS
        && isToldByNoMore()
        && hasNoOtherSum(telling, event);
  }

  private boolean isToldByFewer() {
    return Account.FEWEST_FIRST.compare(telling, event) < 0;
  }

  private boolean isToldByNoMore() {
    return telling.voices() <= event.voices();
  }

  private boolean sharesActor() {
    return telling.actors().stream().anyMatch(event.actors()::contains);
  }

  private boolean hasOtherRecords() {
    return !event.records().isEmpty()
        && !telling.records().isEmpty()
        && telling.records().stream()
            .noneMatch(
                one ->
                    event.records().stream()
                        .anyMatch(two -> Math.max(one, two) / OTHER_RECORDS < Math.min(one, two)));
  }

  /** Whether both give a number of records, and it is one that was counted again. */
  static boolean areRecordsOfOne(OptionalLong one, OptionalLong other) {
    return one.isPresent()
        && other.isPresent()
        && areRecordsOfOne(one.getAsLong(), other.getAsLong());
  }

  private static boolean areRecordsOfOne(long one, long other) {
    return Math.abs(one - other) <= COUNTED_AGAIN * Math.max(one, other);
  }

  /** Whether each statement with a sum repeats one, give or take a part of it. */
  private static boolean repeatsSum(Account telling, Account event, double part) {
    return !telling.sums().isEmpty()
        && telling.sums().stream().allMatch(sums -> isRepeated(sums, event, part));
  }

  /** Whether no statement has a sum of its own; one in coins that nobody else counts is none. */
  private static boolean hasNoOtherSum(Account telling, Account event) {
    return telling.sums().stream()
        .map(sums -> sums.stream().filter(sum -> isComparable(sum, event)).toList())
        .allMatch(sums -> sums.isEmpty() || isRepeated(sums, event, COUNTED_AGAIN));
  }

  private static boolean isComparable(Sum sum, Account event) {
    return sum.isInDollars()
        || event.sums().stream()
            .flatMap(List::stream)
            .anyMatch(other -> other.unit().equals(sum.unit()));
  }

  private static boolean isRepeated(List<Sum> sums, Account event, double part) {
    return event.sums().stream().anyMatch(others -> isOne(sums, others, part));
  }

  private static boolean isOne(List<Sum> sums, List<Sum> others, double part) {
    return sums.stream()
        .anyMatch(sum -> others.stream().anyMatch(each -> sum.isWithin(part, each)));
  }
}
