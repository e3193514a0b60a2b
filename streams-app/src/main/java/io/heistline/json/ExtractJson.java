package io.heistline.json;

import io.heistline.model.Article;
import io.heistline.model.Claim;
import io.heistline.model.LinkedClaim;
import io.heistline.reading.Reading;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One article and what it says, in the order of the text. */
record ExtractJson(String id, String url, List<ClaimJson> claims, @Nullable String skipped) {
  private static final Comparator<LinkedClaim> BY_PLACE =
      Comparator.comparing(
          LinkedClaim::getClaim,
          Comparator.comparingInt((Claim claim) -> claim.getEvidence().getStart())
              .thenComparing(Claim::getId));

  static ExtractJson of(
      Article article, List<LinkedClaim> claims, Optional<Reading.Skipped> skipped) {
    return new ExtractJson(
        article.getId(),
        article.getUrl(),
        claims.stream().sorted(BY_PLACE).map(ClaimJson::of).toList(),
        skipped.map(Enum::toString).orElse(null));
  }
}
