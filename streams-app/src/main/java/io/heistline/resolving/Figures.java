package io.heistline.resolving;

import io.heistline.model.Loss;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Chooses among the figures that the statements about one event give. The weightiest is the best:
 * independent publishers weigh, later reports more than first ones, official sources more than
 * newspapers. A slip, such as three zeros too many, is never chosen.
 */
final class Figures {
  /** Figures that differ by at most a 200th of the larger are one, rounded in two ways. */
  static final long ROUNDING_PART = 200;

  /**
   * A figure this many times off what most say (the median) is a slip. Half as many times are a
   * partial sum, or the sum at another rate.
   */
  static final long OUTLIER_FACTOR = 10;

  private static final long CENTS = 100;

  private Figures() {}

  /**
   * The loss. Low and high are the smallest and largest figures that are no slips. Figures that
   * were worked out at a rate count only where nobody states dollars.
   */
  static Optional<Loss> loss(Collection<Statement> event) {
    Votes<Long> stated = votes(event, Statement::loss);
    Votes<Long> valued = votes(event, Statement::valuedLoss);
    return best(stated)
        .map(best -> loss(stated, best, false))
        .or(() -> best(valued).map(best -> loss(valued, best, true)));
  }

  /** What came back, chosen in the same way. */
  static Optional<Recovered> recovered(Collection<Statement> event) {
    return best(votes(event, Statement::recovered))
        .map(best -> new Recovered(best.cents(), false))
        .or(
            () ->
                best(votes(event, Statement::valuedRecovered))
                    .map(best -> new Recovered(best.cents(), true)));
  }

  /** A sum that came back, in cents of US dollars, and whether it was worked out at a rate. */
  record Recovered(long usdCents, boolean valued) {}

  /** A figure, in cents of US dollars, and what speaks for it. */
  private record Backed(long cents, Voices voices) {}

  private static Votes<Long> votes(
      Collection<Statement> event, Function<Statement, OptionalLong> figure) {
    return Votes.of(event, statement -> boxed(figure.apply(statement)));
  }

  /** The weightiest figure that is no slip; of several, what was said last, then the larger. */
  private static Optional<Backed> best(Votes<Long> votes) {
    long median = median(votes);
    return ranked(votes).stream().filter(figure -> near(figure.cents(), median)).findFirst();
  }

  /**
   * The least figure such that half the voices give it or a smaller one; 0 if there is none. Here
   * each voice counts the same, for even an official may slip.
   */
  private static long median(Votes<Long> votes) {
    int whole = votes.answers().stream().mapToInt(votes::number).sum();
    int reached = 0;
    for (long cents : new TreeSet<>(votes.answers())) {
      reached += votes.number(cents);
      if (2 * reached >= whole) {
        return cents;
      }
    }
    return 0;
  }

  private static List<Backed> ranked(Votes<Long> votes) {
    List<Backed> ranked = new ArrayList<>();
    for (long cents : votes.answers()) {
      ranked.add(new Backed(cents, votes.voices(other -> same(cents, other))));
    }
    ranked.sort(
        Comparator.comparingInt((Backed figure) -> figure.voices().weight())
            .thenComparing(figure -> votes.latest(figure.cents()))
            .thenComparing(Backed::cents)
            .reversed());
    return ranked;
  }

  private static Loss loss(Votes<Long> votes, Backed best, boolean valued) {
    List<Long> bounds =
        votes.answers().stream().filter(cents -> near(cents, best.cents())).sorted().toList();
    return Loss.newBuilder()
        .setLowUsdCents(bounds.get(0))
        .setBestUsdCents(best.cents())
        .setHighUsdCents(bounds.get(bounds.size() - 1))
        .setReason(reason(votes, best, valued))
        .setValued(valued)
        .build();
  }

  /** "$6 is given by 2 of 3 independent publishers with a figure, last on ...; it weighs ...". */
  private static String reason(Votes<Long> votes, Backed best, boolean valued) {
    Voices all = votes.voices(any -> true);
    StringBuilder reason = new StringBuilder(dollars(best.cents()));
    reason
        .append(valued ? " is worth, at the month's rate, what is given by " : " is given by ")
        .append(best.voices().number())
        .append(" of ")
        .append(all.number())
        .append(all.number() == 1 ? " publisher" : " independent publishers")
        .append(" with a figure")
        .append(valued ? ", none in dollars" : "");
    if (best.voices().official() > 0) {
      reason.append(", ").append(best.voices().official()).append(" of them officially");
    }
    reason.append(", last on ").append(votes.latest(best.cents()));
    ranked(votes).stream()
        .filter(other -> !same(other.cents(), best.cents()))
        .findFirst()
        .ifPresent(
            next ->
                reason
                    .append("; it weighs ")
                    .append(best.voices().weight())
                    .append(" against ")
                    .append(next.voices().weight())
                    .append(" for ")
                    .append(dollars(next.cents())));
    return reason.toString();
  }

  private static String dollars(long cents) {
    return "$" + NumberFormat.getIntegerInstance(Locale.ROOT).format(cents / CENTS);
  }

  private static boolean same(long one, long other) {
    return Math.abs(one - other) <= Math.max(one, other) / ROUNDING_PART;
  }

  private static boolean near(long one, long other) {
    return Math.max(one, other) / OUTLIER_FACTOR < Math.min(one, other);
  }

  private static Stream<Long> boxed(OptionalLong figure) {
    return figure.isPresent() ? Stream.of(figure.getAsLong()) : Stream.empty();
  }
}
