package io.heistline.reading;

import java.util.BitSet;
import java.util.List;

/**
 * A name with all that weighs for or against its being a victim's.
 *
 * @param names by which the article calls it
 * @param once the cues that hold
 * @param again the cues that hold in two sentences and more
 * @param words the single words beside it
 * @param shares counts and shares, each weighed by its size, in the order of {@link #SHARES}
 */
record VictimFeatures(
    NameGroup names, CueSet once, CueSet again, BitSet words, List<Double> shares) {
  /** The names of the shares in the table of weights. */
  static final List<String> SHARES =
      List.of("mentions", "deeds", "deed-share", "mentions-share", "deeds-share", "told-share");

  /** More mentions than this say nothing more. */
  private static final int MOST_COUNTED = 20;

  /**
   * @param mentions of the name that the article names most
   * @param deeds of the name that it names most in sentences about a deed
   * @param told of the name that it makes a victim most often
   */
  static VictimFeatures of(
      NameGroup names, VictimEvidence evidence, int mentions, int deeds, int told) {
    double own = capped(evidence.mentions());
    double ownDeeds = capped(evidence.deeds());
    List<Double> shares =
        List.of(
            StrictMath.log1p(own),
            StrictMath.log1p(ownDeeds),
            (double) evidence.deeds() / evidence.mentions(),
            Math.min(1, own / Math.max(1, capped(mentions))),
            ownDeeds / Math.max(1, capped(deeds)),
            (double) capped(evidence.told()) / Math.max(1, capped(told)));
    return new VictimFeatures(names, evidence.once(), evidence.again(), evidence.words(), shares);
  }

  private static int capped(int count) {
    return Math.min(count, MOST_COUNTED);
  }
}
