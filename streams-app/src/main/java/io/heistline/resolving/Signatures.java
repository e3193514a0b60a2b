package io.heistline.resolving;

import io.heistline.linking.Dating;
import io.heistline.model.Amount;
import io.heistline.model.AmountRole;
import io.heistline.model.Claim;
import io.heistline.model.LinkedClaim;
import io.heistline.model.Period;
import io.heistline.model.Signature;
import io.heistline.valuing.Valuation;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What of a claim makes it another statement than the next: all that resolving decides by. */
final class Signatures {
  private static final String DOLLARS = "USD";

  private Signatures() {}

  /**
   * The signature of an INCIDENT claim, without any claims yet. Where the period does not tell the
   * event, the day of publication helps to; a week is near enough, and keeps statements few.
   *
   * @param apart subject of the SPLIT ruling that sets the claim apart
   */
  static Signature of(LinkedClaim linked, Optional<String> apart) {
    Claim claim = linked.getClaim();
    Optional<Period> known = linked.getKnownPeriod();
    Optional<Period> period = known.or(claim::getPeriod);
    boolean anchored = period.map(When::isNarrow).orElse(false);
    Signature content =
        Signature.newBuilder()
            .setId("")
            .setVictim(linked.getVictim().orElseThrow())
            .setKind(claim.getKind())
            .setActors(linked.getActors())
            .setLossUsdCents(figure(claim, AmountRole.LOSS, Valuation::isStated))
            .setValuedLossUsdCents(figure(claim, AmountRole.LOSS, Signatures::isValued))
            .setRecoveredUsdCents(figure(claim, AmountRole.RECOVERY, Valuation::isStated))
            .setValuedRecoveredUsdCents(figure(claim, AmountRole.RECOVERY, Signatures::isValued))
            .setRecords(claim.getRecords().orElse(null))
            .setLossUnits(units(claim).orElse(null))
            .setPeriod(period.orElse(null))
            .setFresh(known.isEmpty() && Dating.isFresh(claim))
            .setWeek(anchored ? null : monday(Dating.published(claim)))
            .setOfficial(linked.getOfficial())
            .setApart(apart.orElse(null))
            .build();
    return withId(content);
  }

  /** What a signature says, set apart by a ruling or not, without any claims yet. */
  static Signature apart(Signature signature, Optional<String> apart) {
    return withId(
        Signature.newBuilder(signature)
            .setId("")
            .setApart(apart.orElse(null))
            .setClaims(0)
            .setArticles(0)
            .setShared(Map.of())
            .setNames(List.of())
            .setVoices(List.of())
            .setSources(List.of())
            .setLastDay("")
            .build());
  }

  private static Signature withId(Signature content) {
    return Signature.newBuilder(content).setId(Hashes.of(content.toString())).build();
  }

  /** The loss in coins or another currency, without the zeros at its end. */
  private static Optional<String> units(Claim claim) {
    return claim.getAmounts().stream()
        .filter(amount -> amount.getRole() == AmountRole.LOSS)
        .filter(amount -> !amount.getCurrency().equals(DOLLARS))
        .findFirst()
        .map(
            amount ->
                amount.getValue().stripTrailingZeros().toPlainString()
                    + " "
                    + amount.getCurrency());
  }

  private static LocalDate monday(LocalDate day) {
    return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
  }

  private static boolean isValued(Amount amount) {
    return !Valuation.isStated(amount);
  }

  /** The first, which the claim holds for the best. */
  private static @Nullable Long figure(Claim claim, AmountRole role, Predicate<Amount> which) {
    return claim.getAmounts().stream()
        .filter(amount -> amount.getRole() == role)
        .filter(which)
        .map(Amount::getUsdCents)
        .flatMap(Optional::stream)
        .filter(cents -> cents > 0)
        .findFirst()
        .orElse(null);
  }
}
