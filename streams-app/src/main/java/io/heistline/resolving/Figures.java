package io.heistline.resolving;

import io.heistline.model.Loss;
import java.text.NumberFormat;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Stream;

/** Chooses among the figures that the statements about one event give. */
final class Figures {
  /** Figures that differ by at most a 200th of the larger are one, rounded in two ways. */
  static final long ROUNDING_PART = 200;

  /** A figure this many times off the best one is a slip (three zeros too many), not a bound. */
  static final long OUTLIER_FACTOR = 10;

  private static final long CENTS = 100;

  private static final String STATED_REASON =
      "$%s is given by %d of %d %s with a figure, last on %s";

  private static final String VALUED_REASON =
      "$%s is worth, at the month's rate, what is given by %d of %d %s with a figure,"
          + " none in dollars, last on %s";

  private Figures() {}

  /**
   * The loss: best is what the most publishers say; of several, what was said last, then the
   * larger. Low and high are the smallest and largest figures that are no slips. Figures that were
   * worked out at a rate count only where nobody states dollars.
   */
  static Optional<Loss> loss(Collection<Statement> event) {
    return loss(votes(event, Statement::loss), false)
        .or(() -> loss(votes(event, Statement::valuedLoss), true));
  }

  /** What came back, chosen in the same way. */
  static Optional<Recovered> recovered(Collection<Statement> event) {
    return best(votes(event, Statement::recovered))
        .map(best -> new Recovered(best, false))
        .or(
            () ->
                best(votes(event, Statement::valuedRecovered))
                    .map(best -> new Recovered(best, true)));
  }

  /** A sum that came back, in cents of US dollars, and whether it was worked out at a rate. */
  record Recovered(long usdCents, boolean valued) {}

  private static Votes<Long> votes(
      Collection<Statement> event, Function<Statement, OptionalLong> figure) {
    return Votes.of(event, statement -> boxed(figure.apply(statement)));
  }

  private static Optional<Long> best(Votes<Long> votes) {
    return votes.answers().stream()
        .max(
            Comparator.<Long>comparingInt(figure -> votes.publishers(other -> same(figure, other)))
                .thenComparing(votes::latest)
                .thenComparing(Comparator.naturalOrder()));
  }

  private static Optional<Loss> loss(Votes<Long> votes, boolean valued) {
    return best(votes).map(best -> loss(votes, best, valued));
  }

  private static Loss loss(Votes<Long> votes, long best, boolean valued) {
    List<Long> bounds =
        votes.answers().stream()
            .filter(figure -> figure < best * OUTLIER_FACTOR && figure > best / OUTLIER_FACTOR)
            .sorted()
            .toList();
    return Loss.newBuilder()
        .setLowUsdCents(bounds.get(0))
        .setBestUsdCents(best)
        .setHighUsdCents(bounds.get(bounds.size() - 1))
        .setReason(reason(votes, best, valued))
        .setValued(valued)
        .build();
  }

  private static String reason(Votes<Long> votes, long best, boolean valued) {
    int supporters = votes.publishers(other -> same(best, other));
    int all = votes.publishers(any -> true);
    return (valued ? VALUED_REASON : STATED_REASON)
        .formatted(
            NumberFormat.getIntegerInstance(Locale.ROOT).format(best / CENTS),
            supporters,
            all,
            all == 1 ? "publisher" : "publishers",
            votes.latest(best));
  }

  private static boolean same(long one, long other) {
    return Math.abs(one - other) <= Math.max(one, other) / ROUNDING_PART;
  }

  private static Stream<Long> boxed(OptionalLong figure) {
    return figure.isPresent() ? Stream.of(figure.getAsLong()) : Stream.empty();
  }
}
