package io.heistline.resolving;

import io.heistline.model.Claim;
import java.util.Locale;
import java.util.OptionalLong;

/**
 * Who speaks: a publisher, with the text that it prints. Both as hashes, since any number of them
 * are to be kept and compared.
 *
 * @param publisher hash of the publisher's name
 * @param text SimHash of the text; empty where it is too short to have one
 */
record Voice(String publisher, OptionalLong text) {
  /**
   * Copies of one text differ in at most so many of 64 bits: a dateline or another word here and
   * there change a few; texts with nothing in common differ in 32, give or take 4. One fewer than a
   * hash has bytes, so that copies have a byte in common.
   */
  static final int MOST_BITS_APART = 7;

  /** Stands for a text without a hash; behind all that have one. */
  private static final String NO_TEXT = "~";

  private static final int HEX = 16;

  /** The voice of a claim, as it is kept. */
  static String of(Claim claim) {
    String publisher = claim.getPublisher().strip().toLowerCase(Locale.ROOT);
    return Hashes.of(publisher) + "/" + claim.getTextHash().map("%016x"::formatted).orElse(NO_TEXT);
  }

  static Voice parse(String kept) {
    int end = kept.indexOf('/');
    String text = kept.substring(end + 1);
    return new Voice(
        kept.substring(0, end),
        text.equals(NO_TEXT)
            ? OptionalLong.empty()
            : OptionalLong.of(Long.parseUnsignedLong(text, HEX)));
  }

  /** Whether two hashes are those of copies of one text. */
  static boolean areCopies(long one, long other) {
    return Long.bitCount(one ^ other) <= MOST_BITS_APART;
  }
}
