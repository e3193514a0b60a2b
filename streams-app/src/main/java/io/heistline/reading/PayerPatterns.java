package io.heistline.reading;

import java.util.Optional;

/**
 * Wordings that tell who parted with a sum: "X paid $9,000 to get its files back", "X's treasurer
 * wired $9 million to the thieves", "X, which lost $9 million".
 */
final class PayerPatterns {
  /** Tokens before an amount within which the verb stands that parts with it. */
  private static final int REACH_VERB = 8;

  /** Tokens from a verb back to "which", or to the purse that it is said of. */
  private static final int REACH_SUBJECT = 8;

  /** Tokens from a payment to who made it: "the ransom paid last week by X". */
  private static final int REACH_BY = 5;

  private final Sentence sentence;
  private final NamePhrases phrases;
  private final Mentions mentions;

  PayerPatterns(Mentions mentions) {
    this.sentence = mentions.sentence();
    this.phrases = mentions.phrases();
    this.mentions = mentions;
  }

  /** All wordings of an amount that was lost. */
  void of(Money loss) {
    for (int i = loss.from() - 1; i >= Math.max(0, loss.from() - REACH_VERB); i--) {
      Token token = sentence.at(i);
      if (token.isOneOf(";", "but", "while")) {
        break;
      }
      if (isPaying(i)) {
        paid(i);
        break;
      }
      if (isWiring(i)) {
        wired(i);
        break;
      }
      if (token.isOneOf("lost", "lose", "losing") && sentence.at(i - 1).is(Sense.BE)) {
        which(i);
        break;
      }
    }
    paidBy();
    ownedUp(loss);
  }

  private boolean isPaying(int i) {
    return sentence.at(i).is(Sense.PAY)
        && !sentence.at(i).isOneOf("payment", "payments", "payout")
        && RansomRule.isPaid(sentence, i);
  }

  private boolean isWiring(int i) {
    return sentence
        .at(i)
        .isOneOf("wiring", "wired", "transferring", "transferred", "sending", "sent", "paying");
  }

  /** "X agreed to pay $9,000 to get its files back", "X and Y have each paid $9,000". */
  private void paid(int verb) {
    int start = verb;
    while (start > 0
        && (sentence.at(start - 1).is(Sense.BE)
            || sentence.at(start - 1).is(Sense.CONSENT)
            || NamePhrases.isAdverb(sentence.at(start - 1))
            || sentence.at(start - 1).isOneOf("each", "both", "said", "it", "they"))) {
      start--;
    }
    if (sentence.at(start - 1).isCapitalised() && sentence.at(start - 2).is("in")) {
      start -= 2; // "X in Freedonia paid"
    }
    int end = start;
    Optional<Name> subject =
        phrases
            .subjectOf(end)
            .or(() -> beforeWhich(end))
            .or(() -> phrases.firstName(end).filter(n -> !sentence.has(Sense.SAY, n.to(), end)));
    subject.ifPresent(name -> mentions.addWithSiblingsBefore(Wording.SUM_PAID, name, verb));
  }

  /** "X, which claims to have lost $9 million". */
  private void which(int verb) {
    beforeWhich(verb).ifPresent(name -> mentions.add(Wording.SUM_LOST, name, verb, true));
  }

  private Optional<Name> beforeWhich(int verb) {
    for (int i = verb - 1; i >= Math.max(1, verb - REACH_SUBJECT); i--) {
      if (sentence.at(i).isOneOf("which", "who")) {
        return sentence.at(i - 1).is(",") ? phrases.subjectBefore(i - 1) : Optional.empty();
      }
    }
    return Optional.empty();
  }

  /** "X's treasurer wired $9 million", "a clerk at X was tricked into wiring $9 million". */
  private void wired(int verb) {
    for (int i = verb - 1; i >= 0; i--) {
      Optional<Name> owner = sentence.at(i).isPossessive() ? phrases.endingAt(i) : Optional.empty();
      Optional<Name> place =
          sentence.at(i).isOneOf("at", "for", "of") && i < verb - 1
              ? phrases.startingAt(i + 1)
              : Optional.empty();
      Optional<Name> victim = owner.or(() -> place).filter(phrases::couldBeVictim);
      if (victim.isPresent()) {
        mentions.add(Wording.SUM_WIRED, victim.get(), verb, true);
        return;
      }
    }
    tricked(verb);
  }

  /** "tricked X into wiring $9 million", "X was duped into paying $9 million". */
  private void tricked(int verb) {
    if (!sentence.at(verb - 1).is("into")) {
      return;
    }
    phrases
        .endingAt(verb - 1)
        .filter(phrases::couldBeVictim)
        .or(() -> phrases.firstName(verb))
        .ifPresent(name -> mentions.add(Wording.SUM_WIRED, name, verb, true));
  }

  /** "The ransom paid by X", "payouts made by the chemical company X". */
  private void paidBy() {
    for (int i = 0; i < sentence.size(); i++) {
      boolean payout = sentence.at(i).isOneOf("payout", "payouts", "payment", "payments");
      boolean paid = sentence.at(i).is("paid") && sentence.has(Sense.RANSOM);
      for (int by = i + 1; (payout || paid) && by < i + REACH_BY; by++) {
        if (sentence.at(by).is("by")) {
          int verb = i;
          phrases
              .objectAfter(by + 1)
              .ifPresent(name -> mentions.addWithSiblings(Wording.PAID_BY, name, verb, true));
          return;
        }
      }
    }
  }

  /** "X CEO reveals $9 million loss", "the exchange X said that thieves stole $9 million". */
  private void ownedUp(Money loss) {
    for (int i = loss.from() - 1; i > 0; i--) {
      boolean says = sentence.at(i).is(Sense.OWN_UP) || sentence.at(i).isOneOf("said", "says");
      if (says && namesNobody(i)) {
        int verb = i;
        speaker(i).ifPresent(name -> mentions.add(Wording.OWN_SUM, name, verb, true));
        return;
      }
    }
  }

  private boolean namesNobody(int from) {
    return mentions.names().stream()
        .noneMatch(name -> name.from() > from && phrases.couldBeVictim(name));
  }

  /** Who keeps others' money, or whose head speaks. */
  private Optional<Name> speaker(int verb) {
    int end = verb;
    while (end > 1 && NamePhrases.isAdverb(sentence.at(end - 1))) {
      end--;
    }
    if (sentence.at(end - 1).is(Sense.TITLE_OF_PERSON)) {
      return phrases.endingAt(end - 1).filter(phrases::couldBeVictim);
    }
    int comma = sentence.at(end - 1).is(",") ? end - 1 : end;
    return phrases
        .endingAt(comma)
        .filter(phrases::couldBeVictim)
        .filter(name -> isKeeper(name.from() - 1) || isKeeper(name.from() - 2));
  }

  private boolean isKeeper(int i) {
    return sentence
        .at(i)
        .isOneOf(
            "exchange",
            "bank",
            "wallet",
            "platform",
            "protocol",
            "marketplace",
            "lender",
            "casino",
            "bridge",
            "brokerage",
            "custodian");
  }
}
