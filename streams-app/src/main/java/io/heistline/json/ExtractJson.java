package io.heistline.json;

import io.heistline.model.Article;
import io.heistline.model.Claim;
import io.heistline.model.LinkedClaim;
import java.util.Comparator;
import java.util.List;

/** One article and what it says, in the order of the text. */
record ExtractJson(String id, String url, List<ClaimJson> claims) {
  private static final Comparator<LinkedClaim> BY_PLACE =
      Comparator.comparing(
          LinkedClaim::getClaim,
          Comparator.comparingInt((Claim claim) -> claim.getEvidence().getStart())
              .thenComparing(Claim::getId));

  static ExtractJson of(Article article, List<LinkedClaim> claims) {
    return new ExtractJson(
        article.getId(),
        article.getUrl(),
        claims.stream().sorted(BY_PLACE).map(ClaimJson::of).toList());
  }
}
