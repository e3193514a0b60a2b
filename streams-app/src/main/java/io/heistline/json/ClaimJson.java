package io.heistline.json;

import io.heistline.model.Claim;
import io.heistline.model.EntityRef;
import io.heistline.model.LinkedClaim;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an article says.
 *
 * @param amounts the money, figures only
 * @param vague a loss in words without a figure; null if there is none
 * @param attributedBy names of those who say so
 * @param evidence the sentence
 */
record ClaimJson(
    String id,
    String scope,
    String kind,
    @Nullable VictimJson victim,
    List<ActorJson> actors,
    List<AmountJson> amounts,
    @Nullable String vague,
    @Nullable Long records,
    @Nullable PeriodJson period,
    List<String> attributedBy,
    String evidence) {
  static ClaimJson of(LinkedClaim linked) {
    Claim claim = linked.getClaim();
    return new ClaimJson(
        claim.getId(),
        claim.getScope().name(),
        claim.getKind().name(),
        linked.getVictim().map(victim -> VictimJson.of(victim, written(claim))).orElse(null),
        ActorJson.of(linked.getActors()),
        claim.getAmounts().stream().map(AmountJson::of).toList(),
        claim.getVagueAmount().orElse(null),
        claim.getRecords().orElse(null),
        claim.getPeriod().map(PeriodJson::of).orElse(null),
        linked.getAttributedBy().stream().map(EntityRef::getName).toList(),
        claim.getEvidence().getSentence());
  }

  /** The victim's names as the article writes them. */
  private static List<String> written(Claim claim) {
    return Stream.concat(claim.getVictim().stream(), claim.getVictimAliases().stream()).toList();
  }
}
