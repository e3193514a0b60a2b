package io.heistline.resolving;

import io.heistline.model.Loss;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
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
   * A figure this many times off what most say (the median, by weight) is a slip. Half as many
   * times are a partial sum, or the sum at another rate.
   */
  static final long OUTLIER_FACTOR = 10;

  private static final long CENTS = 100;

  private final Votes<Long> stated;
  private final Votes<Long> valued;
  private final long median;

  private Figures(Votes<Long> stated, Votes<Long> valued) {
    this.stated = stated;
    this.valued = valued;
    this.median = median(stated, valued);
  }

  /**
   * The loss. Low and high are the smallest and largest figures that are no slips. Figures that
   * were worked out at a rate count only where nobody states dollars that are no slip.
   */
  static Optional<Loss> loss(Collection<Statement> event) {
    Figures figures =
        new Figures(votes(event, Statement::loss), votes(event, Statement::valuedLoss));
    return figures
        .best(figures.stated)
        .map(best -> loss(figures.stated, best, false))
        .or(() -> figures.best(figures.valued).map(best -> loss(figures.valued, best, true)));
  }

  /** What came back, chosen in the same way. */
  static Optional<Recovered> recovered(Collection<Statement> event) {
    Figures figures =
        new Figures(votes(event, Statement::recovered), votes(event, Statement::valuedRecovered));
    return figures
        .best(figures.stated)
        .map(best -> new Recovered(best.cents(), false))
        .or(() -> figures.best(figures.valued).map(best -> new Recovered(best.cents(), true)));
  }

  /** A sum that came back, in cents of US dollars, and whether it was worked out at a rate. */
  record Recovered(long usdCents, boolean valued) {}

  /** A figure, in cents of US dollars, and what speaks for it. */
  private record Backed(long cents, Voices voices) {}

  private static Votes<Long> votes(
      Collection<Statement> event, Function<Statement, OptionalLong> figure) {
    return Votes.of(event, statement -> boxed(figure.apply(statement)));
  }

  /** Half the weight lies on figures that are no larger, and not more than half on smaller ones. */
  private static long median(Votes<Long> stated, Votes<Long> valued) {
    Map<Long, Integer> weights = new TreeMap<>();
    stated.answers().forEach(cents -> weights.merge(cents, stated.weight(cents), Integer::sum));
    valued.answers().forEach(cents -> weights.merge(cents, valued.weight(cents), Integer::sum));
    int whole = weights.values().stream().mapToInt(Integer::intValue).sum();
    int below = 0;
    for (Map.Entry<Long, Integer> figure : weights.entrySet()) {
      below += figure.getValue();
      if (2 * below >= whole) {
        return figure.getKey();
      }
    }
    return 0;
  }

  /** The weightiest figure that is no slip; of several, what was said last, then the larger. */
  private Optional<Backed> best(Votes<Long> votes) {
    return ranked(votes).stream().filter(figure -> near(figure.cents(), median)).findFirst();
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
        .append(best.voices().counted())
        .append(" of ")
        .append(all.counted())
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
