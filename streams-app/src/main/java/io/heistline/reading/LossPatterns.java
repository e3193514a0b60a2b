package io.heistline.reading;

import java.util.Optional;

/**
 * Wordings that tell from whom a sum was taken, around an amount that was lost: "cost X $9
 * million", "made off with $9 million from X", "X ($9 million)".
 */
final class LossPatterns {
  /** Tokens behind an amount within which it is said whose it was. */
  private static final int REACH_BEHIND = 12;

  /** Tokens before an amount within which "cost", "which" and "flaw" stand. */
  private static final int REACH_BEFORE = 12;

  /** Words from an event to whom it hit: "a $9 million heist that hit X". */
  private static final int REACH_HIT = 5;

  private final Sentence sentence;
  private final NamePhrases phrases;
  private final Mentions mentions;

  LossPatterns(Mentions mentions) {
    this.sentence = mentions.sentence();
    this.phrases = mentions.phrases();
    this.mentions = mentions;
  }

  /** All wordings around an amount that was lost. */
  void around(Money loss) {
    cost(loss);
    bracketed(loss);
    takenFrom(loss);
    hit(loss);
    whose(loss);
  }

  /** Where an amount begins, with what makes it vague: "more than $9 million". */
  static int begin(Sentence sentence, Money loss) {
    int i = loss.from();
    while (TellingWords.isAbout(sentence.at(i - 1))) {
      i--;
    }
    return i;
  }

  /** "an attack which cost the X bank $9 million". */
  private void cost(Money loss) {
    int begin = begin(sentence, loss);
    boolean kind = sentence.at(begin - 1).is(Sense.ORG) && phrases.endingAt(begin).isEmpty();
    Optional<Name> name = phrases.endingAt(kind ? begin - 1 : begin).filter(phrases::couldBeVictim);
    if (name.isEmpty() || !isOfThieves()) {
      return;
    }
    for (int i = name.get().from() - 1; i >= name.get().from() - NamePhrases.MAX_DESCRIPTION; i--) {
      if (sentence.at(i).isOneOf("cost", "costs", "costing")) {
        mentions.add(Wording.COST, name.get(), i, true);
        return;
      }
    }
  }

  /** What else costs anyone money: "the refunds cost it $9 million". */
  private boolean isOfThieves() {
    return sentence.has(Sense.EVENT)
        || sentence.has(Sense.HACK)
        || sentence.has(Sense.TRICK)
        || sentence.has(Sense.RANSOM)
        || sentence.has(Sense.MALWARE);
  }

  /** "X ($9 million) and Y ($5 million) were robbed". */
  private void bracketed(Money loss) {
    int bracket = begin(sentence, loss) - 1;
    if (sentence.at(bracket).is("(") && sentence.at(loss.to()).is(")")) {
      phrases
          .endingAt(bracket)
          .ifPresent(name -> mentions.add(Wording.BRACKETED_SUM, name, bracket, true));
    }
  }

  /** "made off with $9 million in ether from X", "$9 million held by X", "out of X's wallets". */
  private void takenFrom(Money loss) {
    if (hasLoser(loss) || isLent(loss)) {
      return;
    }
    boolean lost = sentence.has(Sense.LOSE, loss.from() - 5, loss.to() + 4);
    for (int i = loss.to(); i < Math.min(sentence.size(), loss.to() + REACH_BEHIND); i++) {
      Token token = sentence.at(i);
      Token before = sentence.at(i - 1);
      if (token.isOneOf(";", "but", "while", "after", "when", "that", "by")
          && !before.isOneOf("held", "owned", "managed")) {
        return;
      }
      boolean from =
          token.is("from")
              || (token.is("of") && before.is("out"))
              || (token.is("by") && before.isOneOf("held", "owned", "managed"))
              || (token.is("to") && before.is("belonging"))
              || (token.isOneOf("at", "for") && lost);
      if (from) {
        int link = i;
        phrases
            .objectAfter(i + 1)
            .filter(name -> !isPart(name.to()))
            .ifPresent(name -> mentions.addWithSiblings(Wording.SUM_FROM, name, link, true));
      }
    }
  }

  /** "Zuzubit lost $9 million from its OAK pool": who lost it is told. */
  private boolean hasLoser(Money loss) {
    for (int i = loss.from() - 1; i >= Math.max(0, loss.from() - REACH_HIT); i--) {
      if (sentence.at(i).isOneOf("lost", "loses", "losing")) {
        return phrases.subjectOf(i).or(() -> phrases.firstName(sentence.size())).isPresent();
      }
    }
    return false;
  }

  /** "took a $9 million flash loan from X": what is lent is not lost. */
  private boolean isLent(Money loss) {
    for (int i = loss.from() - REACH_BEHIND; i < loss.to() + REACH_HIT; i++) {
      Token token = sentence.at(i);
      if (token.isOneOf("loan", "loans", "loaned", "flashloan", "flashloans", "borrowed")) {
        return true;
      }
    }
    return false;
  }

  /** "the OAK/ELM pool", "the Vault contract": a part of what was robbed. */
  private boolean isPart(int behind) {
    return sentence.at(behind).isOneOf("/", "-", "(", "pool", "pools", "contract", "contracts");
  }

  /** "a $9 million heist hit the exchange X". */
  private void hit(Money loss) {
    if (!sentence.has(Sense.EVENT, loss.to(), loss.to() + REACH_HIT)) {
      return;
    }
    for (int i = loss.to() + 1; i < loss.to() + 2 * REACH_HIT; i++) {
      boolean hit = sentence.at(i).isOneOf("hit", "hits", "rocked", "struck", "shook", "crippled");
      if (hit && sentence.has(Sense.EVENT, i - REACH_HIT, i)) {
        int verb = i;
        phrases
            .objectAfter(i + 1)
            .ifPresent(name -> mentions.add(Wording.SUM_HIT, name, verb, true));
        return;
      }
    }
  }

  /** "X, from which thieves stole $9 million", "X, whose wallets were emptied of $9 million". */
  private void whose(Money loss) {
    for (int i = loss.from() - 1; i >= Math.max(1, loss.from() - REACH_BEFORE); i--) {
      boolean fromWhich = sentence.at(i).is("from") && sentence.at(i + 1).is("which");
      if (fromWhich || sentence.at(i).is("whose")) {
        int which = i;
        phrases
            .subjectBefore(sentence.at(i - 1).is(",") ? i - 1 : i)
            .ifPresent(name -> mentions.add(Wording.WHOSE, name, which, true));
        return;
      }
    }
  }

  /** "exploited a flaw in X to steal $9 million", where nobody else is said to be robbed. */
  void flawIn() {
    for (int i = 0; i + 1 < sentence.size(); i++) {
      boolean flaw =
          sentence.at(i).isOneOf("flaw", "vulnerability", "bug", "weakness", "loophole", "flaws");
      if (flaw && sentence.at(i + 1).isOneOf("in", "of") && sentence.has(Sense.TAKE)) {
        int noun = i;
        phrases
            .objectAfter(i + 2)
            .filter(name -> !isPart(name.to()))
            .ifPresent(name -> mentions.add(Wording.FLAW_IN, name, noun, true));
      }
    }
  }
}
