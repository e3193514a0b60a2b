package io.heistline.producer;

import io.heistline.model.Article;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What versions of one article are compared by: the later one is current; of one time, the
 * withdrawal, then the longer body, for a full text says more than its summary, then the higher
 * digest.
 *
 * @param at when the publisher changed the page last, or withdrew it; milliseconds since 1970
 * @param length characters of the body
 * @param digest 64 bits of a digest of all that the version says; as unsigned number
 */
public record VersionStamp(long at, boolean withdrawn, int length, long digest)
    implements Comparable<VersionStamp> {
  private static final Comparator<VersionStamp> ORDER =
      Comparator.comparingLong(VersionStamp::at)
          .thenComparing(VersionStamp::withdrawn)
          .thenComparingInt(VersionStamp::length)
          .thenComparing(VersionStamp::digest, Long::compareUnsigned);

  private static final int DIGEST_DIGITS = 16;
  private static final Pattern TEXT =
      Pattern.compile("(-?\\d{1,18}) (withdrawn|version) (\\d{1,9}) ([0-9a-f]{16})");

  static VersionStamp of(Article article) {
    return new VersionStamp(
        article.getUpdatedAt().orElseGet(article::getPublishedAt).toEpochMilli(),
        false,
        article.getBody().length(),
        Long.parseUnsignedLong(Digest.ofVersion(article).substring(0, DIGEST_DIGITS), 16));
  }

  static VersionStamp of(Submission.Withdrawal withdrawal) {
    return withdrawnAt(withdrawal.at().toEpochMilli());
  }

  static VersionStamp withdrawnAt(long at) {
    return new VersionStamp(at, true, 0, 0);
  }

  /** The stamp as {@link #toText} wrote it; empty if this is none. */
  static Optional<VersionStamp> parse(String text) {
    Matcher parts = TEXT.matcher(text);
    return parts.matches()
        ? Optional.of(
            new VersionStamp(
                Long.parseLong(parts.group(1)),
                parts.group(2).equals("withdrawn"),
                Integer.parseInt(parts.group(3)),
                Long.parseUnsignedLong(parts.group(4), 16)))
        : Optional.empty();
  }

  String toText() {
    String state = withdrawn ? "withdrawn" : "version";
    return at + " " + state + " " + length + " " + HexFormat.of().toHexDigits(digest);
  }

  Instant time() {
    return Instant.ofEpochMilli(at);
  }

  boolean isOlderThan(VersionStamp other) {
    return compareTo(other) < 0;
  }

  @Override
  public int compareTo(VersionStamp other) {
    return ORDER.compare(this, other);
  }
}
