package io.heistline.json;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.heistline.model.Claim;
import io.heistline.model.LinkedClaim;

/** A claim with the article that makes it. */
record FiledClaimJson(
    @JsonUnwrapped ClaimJson claim,
    String articleId,
    String url,
    String publisher,
    String publishedAt) {
  static FiledClaimJson of(LinkedClaim linked) {
    Claim claim = linked.getClaim();
    return new FiledClaimJson(
        ClaimJson.of(linked),
        claim.getArticleId(),
        claim.getUrl(),
        claim.getPublisher(),
        claim.getPublishedAt().toString());
  }
}
