package io.heistline.resolving;

import io.heistline.model.Amount;
import io.heistline.model.AmountRole;
import io.heistline.model.Claim;
import io.heistline.model.LinkedClaim;
import io.heistline.model.Period;
import io.heistline.valuing.Valuation;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;

/**
 * One claim about the victim, with the questions that resolving asks of it. A figure is one that
 * the article states in dollars, unless it is asked for as valued.
 */
record Statement(LinkedClaim linked) {
  /**
   * The longest period, in days, that tells one event from another: two months, since a report may
   * say "in May or June" but hardly more. A year does not tell Bithumb's June from its March.
   */
  static final int LONGEST_ANCHOR_DAYS = 62;

  Claim claim() {
    return linked.getClaim();
  }

  String id() {
    return claim().getId();
  }

  String publisher() {
    return claim().getPublisher();
  }

  LocalDate published() {
    return claim().getPublishedAt().atZone(ZoneOffset.UTC).toLocalDate();
  }

  Optional<Period> period() {
    return claim().getPeriod();
  }

  /** Whether its period is narrow enough to say which event is meant. */
  boolean anchored() {
    return period().map(Statement::isNarrow).orElse(false);
  }

  /** The loss that the claim holds for the best one, in cents of US dollars. */
  OptionalLong loss() {
    return figure(AmountRole.LOSS, Valuation::isStated);
  }

  /** What came back, in cents of US dollars. */
  OptionalLong recovered() {
    return figure(AmountRole.RECOVERY, Valuation::isStated);
  }

  /** The loss, in cents of US dollars, as worked out at the month's rate. */
  OptionalLong valuedLoss() {
    return figure(AmountRole.LOSS, amount -> !Valuation.isStated(amount));
  }

  /** What came back, in cents of US dollars, as worked out at the month's rate. */
  OptionalLong valuedRecovered() {
    return figure(AmountRole.RECOVERY, amount -> !Valuation.isStated(amount));
  }

  private OptionalLong figure(AmountRole role, Predicate<Amount> which) {
    return claim().getAmounts().stream()
        .filter(amount -> amount.getRole() == role)
        .filter(which)
        .map(Amount::getUsdCents)
        .flatMap(Optional::stream)
        .mapToLong(Long::longValue)
        .filter(cents -> cents > 0)
        .findFirst();
  }

  static boolean isNarrow(Period period) {
    return ChronoUnit.DAYS.between(period.getFrom(), period.getTo()) < LONGEST_ANCHOR_DAYS;
  }
}
