package io.heistline.reading;

/** Wordings of a ransom: "X paid", "demanded from X", "X refused to pay". */
final class RansomPatterns {
  /** Words from "not" to "pay". */
  private static final int MAX_TO_NEGATION = 6;

  private final Sentence sentence;
  private final NamePhrases phrases;
  private final Mentions mentions;

  RansomPatterns(Mentions mentions) {
    this.sentence = mentions.sentence();
    this.phrases = mentions.phrases();
    this.mentions = mentions;
  }

  /** "X paid the hackers $4.4 million in ransom", "X pays ransom". */
  void paid(int i) {
    if (sentence.has(Sense.RANSOM) || sentence.has(Sense.GANG, i, i + 8)) {
      int verb = i;
      while (sentence
          .at(verb - 1)
          .isOneOf("have", "to", "said", "is", "reportedly", "had", "has")) {
        verb--;
      }
      int start = verb;
      phrases
          .subjectOf(start)
          .or(() -> phrases.firstName(start))
          .ifPresent(name -> mentions.add(Wording.PAID, name, i, true));
    }
  }

  /** "demanded a ransom of $20 million from X". */
  void demanded(int i) {
    for (int j = i + 1; j < Math.min(sentence.size(), i + NamePhrases.MAX_DESCRIPTION + 2); j++) {
      if (sentence.at(j).isOneOf("from", "of")) {
        phrases.objectAfter(j + 1).ifPresent(name -> mentions.add(Wording.DEMANDED, name, i, true));
      }
    }
  }

  /** "X does not intend to pay the ransom", "X will not pay a ransom". */
  void unpaid(int i) {
    if (!sentence.has(Sense.RANSOM)) {
      return;
    }
    for (int j = i - 1; j > i - MAX_TO_NEGATION; j--) {
      if (sentence.at(j).is(Sense.NEGATION)) {
        int verb = isAuxiliary(sentence.at(j - 1)) ? j - 1 : j;
        phrases.subjectOf(verb).ifPresent(name -> mentions.add(Wording.UNPAID, name, i, true));
        return;
      }
    }
  }

  private static boolean isAuxiliary(Token token) {
    return token.isOneOf("does", "did", "do", "will", "would", "is", "has", "had", "have");
  }

  /** "X refused to pay", "X declined to pay the ransom". */
  void refused(int i) {
    if (sentence.has(Sense.PAY, i, i + 4)) {
      phrases.subjectOf(i).ifPresent(name -> mentions.add(Wording.REFUSED, name, i, true));
    }
  }
}
