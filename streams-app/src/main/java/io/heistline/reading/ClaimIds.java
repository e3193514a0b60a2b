package io.heistline.reading;

import io.heistline.model.ActorMention;
import io.heistline.model.Amount;
import io.heistline.model.Claim;
import io.heistline.model.Period;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Collectors;

/** Ids of claims: what is claimed decides, so equal claims in one article are one. */
final class ClaimIds {
  private static final int HEX_DIGITS = 10;

  /** Parts of what is claimed, kept apart by a character that no text holds. */
  private static final String SEPARATOR = "\u001F";

  private ClaimIds() {}

  /** The claim that a builder makes, with the id that what it says gives it. */
  static Claim withId(Claim.Builder builder) {
    Claim draft = builder.setId("").build();
    return builder.setId(draft.getArticleId() + "-" + digest(said(draft))).build();
  }

  private static String said(Claim claim) {
    return String.join(
        SEPARATOR,
        claim.getScope().name(),
        claim.getKind().name(),
        claim.getVictim().orElse(""),
        claim.getActors().stream().map(ActorMention::getName).collect(Collectors.joining("|")),
        claim.getAmounts().stream().map(ClaimIds::said).collect(Collectors.joining("|")),
        claim.getPeriod().map(ClaimIds::said).orElse(""),
        claim.getEvidence().getSentence());
  }

  private static String said(Amount amount) {
    return amount.getRole() + " " + amount.getValue().toPlainString() + " " + amount.getCurrency();
  }

  private static String said(Period period) {
    return period.getFrom() + "/" + period.getTo();
  }

  private static String digest(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash).substring(0, HEX_DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
