package io.heistline.reading;

/** Whether a name does the deed: "X stole", "stolen by X". */
final class AgentPatterns {
  private AgentPatterns() {}

  static boolean isAgent(Sentence sentence, Name name) {
    return isAgent(sentence, name, name.to());
  }

  /**
   * "X stole", "X was behind the theft", "stolen by X", "hacked by X".
   *
   * @param to behind the last word that means the actor: "the Freedonian government"
   */
  static boolean isAgent(Sentence sentence, Name name, int to) {
    if (isByAgent(sentence, name.from())) {
      return true;
    }
    if (name.place() && isSomewhere(sentence, name)) {
      return false;
    }
    int i = to;
    while (sentence.at(i).is(Sense.BE)
        || sentence.at(i).lower().endsWith("ly")
        || sentence.at(i).is("also")) {
      boolean passive = sentence.at(i).isOneOf("was", "were", "been", "being", "is", "gets", "got");
      if (passive) {
        return sentence.at(i + 1).isOneOf("behind", "responsible", "still", "stealing");
      }
      i++;
    }
    Token verb = sentence.at(i);
    boolean takes = verb.is(Sense.TAKE) && !verb.isOneOf("stolen", "taken");
    boolean breaks =
        !sentence.isHeadline() && verb.isOneOf("hacked", "breached", "attacked", "hacks");
    return takes || breaks;
  }

  /** "hacked by X", "the theft by the X", "carried out by X". */
  private static boolean isByAgent(Sentence sentence, int from) {
    int by = sentence.at(from - 1).is(Sense.DETERMINER) ? from - 2 : from - 1;
    Token before = sentence.at(by - 1).is("again") ? sentence.at(by - 2) : sentence.at(by - 1);
    return sentence.at(by).is("by")
        && (before.is(Sense.TAKE)
            || before.is(Sense.HACK)
            || before.is(Sense.BLAME)
            || before.is(Sense.EVENT)
            || before.isOneOf("out", "aided", "ordered", "directed", "launched", "spread"));
  }

  /** "a firm in the US has taken": where it was, not who did it. */
  private static boolean isSomewhere(Sentence sentence, Name name) {
    Token before = sentence.at(name.from() - 1);
    boolean article = before.is("the") && !sentence.at(name.from() - 2).is(Sense.PREPOSITION);
    return !article && before.isOneOf("in", "of", "from", "at", "to", "the");
  }
}
