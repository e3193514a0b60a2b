package io.heistline.reading;

import java.util.BitSet;

/** The cues that an article gives of one name, and how often it names it. */
final class VictimEvidence {
  private final CueSet once = new CueSet();
  private final CueSet again = new CueSet();
  private final BitSet words = new BitSet();
  private int mentions;
  private int deeds;
  private int others;
  private int told;

  /**
   * @param index of the sentence that names it first
   */
  VictimEvidence(int index) {
    once.add(part(index));
  }

  /** The part of an article that a sentence stands in. */
  private static int part(int index) {
    if (index == 0) {
      return Cue.FIRST_IN_TITLE;
    }
    if (index <= 2) {
      return Cue.FIRST_IN_LEDE;
    }
    if (index <= 6) {
      return Cue.FIRST_NEAR_TOP;
    }
    return index <= 15 ? Cue.FIRST_IN_MIDDLE : Cue.FIRST_LATE;
  }

  /** Adds the cues of a sentence that names it. */
  void mention(boolean deed, CueSet cues) {
    mentions++;
    deeds += deed ? 1 : 0;
    others += deed && cues.has(Cue.OTHER_TOLD) ? 1 : 0;
    told += cues.has(Cue.TOLD) ? 1 : 0;
    again.addCommon(once, cues);
    once.addAll(cues);
  }

  /** Adds the words of a sentence around it, or around the list that it stands in. */
  void mention(WordCues.OfSentence sentence, Name name, VictimCues.Span span, boolean ordinary) {
    sentence.addTo(words, name, span, ordinary);
  }

  /** Adds cues that hold or do not, however often they are said. */
  void note(CueSet cues) {
    once.addAll(cues);
  }

  /** The cues that hold. */
  CueSet once() {
    return once;
  }

  /** The cues that hold in two sentences and more. */
  CueSet again() {
    return again;
  }

  /** The single words that stand beside it, see {@link WordCues}. */
  BitSet words() {
    return words;
  }

  /** Sentences that name it. */
  int mentions() {
    return mentions;
  }

  /** Sentences about a deed that name it. */
  int deeds() {
    return deeds;
  }

  /** Whether it is never made a victim, and every deed beside it is said to be another's. */
  boolean isBystander() {
    return told == 0 && others > 0 && others == deeds;
  }

  /** Sentences that make it a victim. */
  int told() {
    return told;
  }
}
