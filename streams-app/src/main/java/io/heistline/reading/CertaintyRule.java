package io.heistline.reading;

import io.heistline.model.Certainty;

/** How sure a sentence is that it was the actor whom it names. */
final class CertaintyRule {
  /** Words around a name within which a hedge is about it. */
  private static final int REACH = 10;

  /** Words before a name within which a negation is about it: "no evidence linking it to X". */
  private static final int NEGATION_REACH = 7;

  private final Sentence sentence;
  private final Name name;

  CertaintyRule(Sentence sentence, Name name) {
    this.sentence = sentence;
    this.name = name;
  }

  Certainty certainty() {
    if (isNot() || isRuledOut() || isFormer() || isDenied()) {
      return Certainty.DENIED;
    }
    boolean hedged = sentence.has(Sense.HEDGE, name.from() - REACH, name.to() + REACH);
    return hedged || denies() ? Certainty.SUSPECTED : Certainty.CONFIRMED;
  }

  /** "X was not behind it". */
  private boolean isNot() {
    return sentence.at(name.to()).is(Sense.BE) && sentence.at(name.to() + 1).isOneOf("not", "n't");
  }

  /** "no evidence that X did it", "not carried out by X", "is unrelated to X". */
  private boolean isRuledOut() {
    boolean blame = false;
    for (int i = name.from() - 1; i >= Math.max(0, name.from() - NEGATION_REACH); i--) {
      Token token = sentence.at(i);
      boolean evidence = token.isOneOf("evidence", "proof", "indication", "connection");
      blame |= token.is(Sense.BLAME) || evidence;
      if (token.isOneOf(",", ";", "but")) {
        return false;
      }
      boolean not = token.is(Sense.NEGATION) && !sentence.at(i + 1).is("only");
      if ((blame && not) || (token.is("out") && sentence.at(i - 1).isOneOf("ruled", "rules"))) {
        return true;
      }
    }
    return false;
  }

  /** "first blamed on X, but later": the article has another. */
  private boolean isFormer() {
    for (int i = name.from() - 1; i >= Math.max(0, name.from() - NEGATION_REACH); i--) {
      if (sentence.at(i).isOneOf("initially", "originally", "wrongly", "falsely", "mistakenly")) {
        return sentence.has(Sense.BLAME, i, name.from());
      }
    }
    return false;
  }

  /** "officials denied that X did it". */
  private boolean isDenied() {
    return sentence.has(Sense.DENY, name.from() - 3, name.from());
  }

  /** "X denied it": who is blamed denies, and stays a suspect. */
  private boolean denies() {
    return sentence.has(Sense.DENY, name.to(), name.to() + 4);
  }
}
