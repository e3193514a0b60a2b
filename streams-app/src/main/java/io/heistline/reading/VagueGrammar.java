package io.heistline.reading;

import java.util.Optional;

/**
 * Amounts without a figure: "hundreds of millions of dollars", "several million euros", "stole
 * millions".
 */
final class VagueGrammar {
  /** Words between the verb and its amount: "stole at least tens of millions". */
  private static final int REACH = 3;

  private VagueGrammar() {}

  /** The first such amount in a sentence that was lost. */
  static Optional<VagueMoney> lostIn(Sentence sentence) {
    for (int i = 0; i < sentence.size(); i++) {
      if (Units.magnitude(sentence.at(i)).isEmpty()) {
        continue; // most words, and they cost no more than this
      }
      Optional<VagueMoney> found = manyAt(sentence, i);
      if (found.filter(vague -> RoleRule.isLost(sentence, vague)).isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  /** "hundreds of millions of dollars", "a few million euros", "stole tens of millions". */
  private static Optional<VagueMoney> manyAt(Sentence sentence, int i) {
    int from = start(sentence, i);
    boolean counted = from < i || isPlural(sentence.at(i));
    if (!counted || sentence.at(from - 1).isNumber()) {
      return Optional.empty();
    }
    int unit = sentence.at(i + 1).is("of") ? i + 2 : i + 1;
    if (Units.ofWord(sentence.at(unit)).isPresent()) {
      return Optional.of(new VagueMoney(from, unit + 1, sentence.words(from, unit + 1)));
    }
    boolean bare = unit == i + 1 && !isCounting(sentence.at(unit)) && isTaken(sentence, from);
    return bare
        ? Optional.of(new VagueMoney(from, i + 1, sentence.words(from, i + 1)))
        : Optional.empty();
  }

  /** Where "hundreds of millions" or "several hundred million" begins. */
  private static int start(Sentence sentence, int i) {
    int from = i;
    if (sentence.at(from - 1).isOneOf("hundred", "thousand")) {
      from--;
    }
    if (sentence.at(from - 1).is("of")
        && sentence.at(from - 2).isOneOf("hundreds", "tens", "dozens", "many", "thousands")) {
      from -= 2;
    }
    if (sentence
        .at(from - 1)
        .isOneOf("several", "few", "many", "countless", "untold", "multiple")) {
      from--;
    }
    return from;
  }

  private static boolean isPlural(Token magnitude) {
    return magnitude.isOneOf("millions", "billions", "thousands");
  }

  /** "millions more", "thousands users": what is counted is no money. */
  private static boolean isCounting(Token next) {
    return next.is(Sense.PERSONAL) || next.is(Sense.DATA) || next.is(Sense.ORG) || next.is("more");
  }

  private static boolean isTaken(Sentence sentence, int from) {
    for (int i = from - 1; i >= from - REACH; i--) {
      Token token = sentence.at(i);
      if (token.is(Sense.TAKE)
          || token.is(Sense.GAIN)
          || token.isOneOf("lost", "loses", "losing")) {
        return true;
      }
      if (token.form() == Token.Form.MARK || token.isNumber()) {
        return false;
      }
    }
    return false;
  }
}
