package io.heistline.reading;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The cues that an article gives of one name, and how often. */
final class VictimEvidence {
  private final Map<String, Integer> counts = new HashMap<>();
  private int mentions;
  private int deeds;

  /**
   * @param index of the sentence that names it first
   */
  VictimEvidence(int index) {
    counts.put("first:" + part(index), 1);
  }

  /** The part of an article that a sentence stands in. */
  private static String part(int index) {
    if (index == 0) {
      return "title";
    }
    return index <= 2 ? "lede" : index <= 6 ? "top" : index <= 15 ? "middle" : "late";
  }

  /** Adds the cues of a sentence that names it. */
  void mention(boolean deed, List<String> cues) {
    mentions++;
    deeds += deed ? 1 : 0;
    cues.forEach(cue -> counts.merge(cue, 1, Integer::sum));
  }

  /** Adds cues that hold or do not, however often they are said. */
  void note(List<String> cues) {
    cues.forEach(cue -> counts.put(cue, 1));
  }

  int mentions() {
    return mentions;
  }

  /** Sentences about a deed that name it. */
  int deeds() {
    return deeds;
  }

  /** Wordings that make it a victim. */
  int told() {
    return counts.getOrDefault("told", 0);
  }

  /**
   * The cues by weight: 1 for a cue, 1 more under its name with a plus for one that is repeated,
   * and shares of what the article's first name has.
   */
  Map<String, Double> cues(int mostMentions, int mostDeeds, int mostTold) {
    Map<String, Double> cues = new HashMap<>();
    counts.forEach(
        (cue, count) -> {
          cues.put(cue, 1.0);
          if (count > 1) {
            cues.put(cue + "+", 1.0);
          }
        });
    cues.put("mentions", StrictMath.log1p(mentions));
    cues.put("deeds", StrictMath.log1p(deeds));
    cues.put("deed-share", (double) deeds / mentions);
    cues.put("mentions-share", (double) mentions / mostMentions);
    cues.put("deeds-share", (double) deeds / Math.max(1, mostDeeds));
    cues.put("told-share", (double) told() / Math.max(1, mostTold));
    if (told() > 0 && told() == mostTold) {
      cues.put("told-most", 1.0);
    }
    return cues;
  }
}
