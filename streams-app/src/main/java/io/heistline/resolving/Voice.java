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
   * Copies of one text differ in at most so many of 64 bits: the wordings of an agency report in
   * several papers do in up to 6; texts with nothing in common differ in 32, give or take 4.
   */
  static final int MOST_BITS_APART = 8;

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

  /** Whether both print one text. */
  boolean copies(Voice other) {
    return text.isPresent()
        && other.text.isPresent()
        && Long.bitCount(text.getAsLong() ^ other.text.getAsLong()) <= MOST_BITS_APART;
  }
}
