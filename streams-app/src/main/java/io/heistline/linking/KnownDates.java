package io.heistline.linking;

import io.heistline.model.Amount;
import io.heistline.model.AmountRole;
import io.heistline.model.Claim;
import io.heistline.model.Entity;
import io.heistline.model.KnownIncident;
import io.heistline.model.KnownSum;
import io.heistline.model.Period;
import io.heistline.valuing.Valuation;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * When a well-known theft was: the news goes back to it for years, and takes its date for known.
 * What was lost tells which is meant; and what is told of a victim that is no more was before.
 */
final class KnownDates {
  /** Part of the larger by which figures of one loss differ, rounded or counted again. */
  private static final double SAME_PART = 0.1;

  private static final String DOLLARS = "USD";

  private static final double CENTS = 100;

  private KnownDates() {}

  /** The date that counts in place of a claim's own, if any does. */
  static Optional<Period> of(Claim claim, Entity victim) {
    LocalDate published = Dating.published(claim);
    List<KnownIncident> before =
        victim.getIncidents().stream()
            .filter(incident -> !incident.getPeriod().getFrom().isAfter(published))
            .sorted(
                Comparator.comparing((KnownIncident one) -> one.getPeriod().getFrom()).reversed())
            .toList();
    boolean isNoMore = victim.getUntil().map(Period::getTo).filter(published::isAfter).isPresent();
    return before.stream()
        .filter(incident -> isTold(claim, incident))
        .findFirst()
        .or(() -> before.stream().filter(any -> isNoMore).findFirst())
        .map(KnownIncident::getPeriod)
        .filter(any -> isUndated(claim) || isAfter(claim, victim));
  }

  private static boolean isUndated(Claim claim) {
    return claim.getPeriod().isEmpty() || Dating.isFresh(claim);
  }

  private static boolean isAfter(Claim claim, Entity victim) {
    return victim
        .getUntil()
        .map(Period::getTo)
        .filter(end -> claim.getPeriod().filter(one -> one.getFrom().isAfter(end)).isPresent())
        .isPresent();
  }

  private static boolean isTold(Claim claim, KnownIncident incident) {
    return claim.getAmounts().stream()
        .filter(amount -> amount.getRole() == AmountRole.LOSS)
        .anyMatch(amount -> incident.getLost().stream().anyMatch(sum -> isOne(amount, sum)));
  }

  private static boolean isOne(Amount amount, KnownSum sum) {
    if (sum.getCurrency().equals(DOLLARS)) {
      return Valuation.isStated(amount)
          && isNear(amount.getUsdCents().orElseThrow() / CENTS, sum.getAmount());
    }
    return sum.getCurrency().equals(amount.getCurrency())
        && isNear(amount.getValue().doubleValue(), sum.getAmount());
  }

  private static boolean isNear(double one, double other) {
    return Math.abs(one - other) <= SAME_PART * Math.max(one, other);
  }
}
