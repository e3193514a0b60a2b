package io.heistline.reading;

/** Whether a sentence makes a person a suspect or a convict: one method a wording. */
final class AccusedPatterns {
  /** Words between a name and its verb: ", 28, of Springfield, who is known as X, ". */
  private static final int MAX_ASIDE = 32;

  /** Words between a verb and its object: "charged 29-year-old Freedonian national X". */
  private static final int MAX_EPITHETS = 7;

  /** Words between "could" and what it keeps from being a fact: "could lead to the arrest". */
  private static final int MAX_TO_CASE = 12;

  private final Sentence sentence;
  private final int from;
  private final int to;

  private AccusedPatterns(Sentence sentence, PersonName person) {
    this.sentence = sentence;
    this.from = person.from();
    this.to = person.to();
  }

  /**
   * Whether a sentence tells of a deed and who did it, though of no law: "X, now 18, hacked into".
   */
  static boolean isDoer(Sentence sentence, PersonName person) {
    return new AccusedPatterns(sentence, person).isDoer();
  }

  static boolean isAccused(Sentence sentence, PersonName person) {
    AccusedPatterns patterns = new AccusedPatterns(sentence, person);
    if (patterns.isOfCase()) {
      return true;
    }
    if (sentence.at(person.from() - 1).isOneOf("of", "in", "from", "at", "near", "to")) {
      return false; // "Jane Doe of Oak Park"
    }
    return patterns.isSubject()
        || patterns.isObject()
        || patterns.isAccusedOf()
        || patterns.isIdentified()
        || patterns.isAged()
        || patterns.isCulprit();
  }

  /** "X was arrested", "X, 28, of Springfield, has been charged", "X pleaded guilty". */
  private boolean isSubject() {
    for (int i = to; i < Math.min(sentence.size(), to + MAX_ASIDE); i++) {
      Token token = sentence.at(i);
      boolean closesAside = i == to || !isLowerWord(i - 1) || sentence.at(i - 1).is("who");
      if (closesAside && (isPassive(i) || isPlea(i))) {
        return true;
      }
      if (token.is(Sense.SAY) && !token.isOneOf("accused", "alleged", "admitted", "admits")) {
        return false;
      }
    }
    return false;
  }

  private boolean isLowerWord(int i) {
    return sentence.at(i).isWord() && !sentence.at(i).isCapitalised();
  }

  /** "was arrested", "has also been charged", "is accused". */
  private boolean isPassive(int i) {
    if (!sentence.at(i).is(Sense.BE)) {
      return false;
    }
    int verb = i + 1;
    while (verb < i + 5 && isBetweenAuxiliaries(sentence.at(verb))) {
      verb++;
    }
    boolean perfect = sentence.at(verb - 1).isOneOf("has", "have", "had");
    boolean alleged =
        sentence.at(verb).is("alleged")
            && sentence.at(verb + 1).is("to")
            && sentence.at(verb + 2).is("have");
    return (sentence.at(verb).is(Sense.CHARGE) && !perfect) || alleged;
  }

  private static boolean isBetweenAuxiliaries(Token token) {
    return token.is(Sense.BE)
        || token.isOneOf("also", "now", "then", "later", "first", "both", "all", "each")
        || token.lower().endsWith("ly");
  }

  private boolean isPlea(int i) {
    Token verb = sentence.at(i);
    boolean pleads = verb.isOneOf("pleaded", "pleads", "pled", "pledged");
    boolean faces = verb.isOneOf("faces", "face") && sentence.has(Sense.AFTERMATH, i, i + 6);
    boolean owns =
        verb.isOneOf("admitted", "admits", "confessed")
            && sentence.at(i + 1).isOneOf("to", "hacking", "stealing", "being", "charges", "his");
    return (pleads && sentence.at(i + 1).isOneOf("guilty", "not")) || faces || owns;
  }

  /** "police arrested X", "charged 29-year-old Freedonian national X". */
  private boolean isObject() {
    for (int i = from - 1; i >= Math.max(0, from - MAX_EPITHETS); i--) {
      Token token = sentence.at(i);
      if (token.is(Sense.CHARGE)) {
        return !sentence.at(i - 1).is(Sense.BE) && !token.isOneOf("accused", "convicted");
      }
      if (token.is(Sense.PREPOSITION)
          || token.is(Sense.BE)
          || token.is(Sense.SAY)
          || token.isOneOf(",", ";", "that")) {
        return false;
      }
    }
    return false;
  }

  /** "an indictment accusing X and Y of hacking": what the law accuses of, not a rival. */
  private boolean isAccusedOf() {
    for (int i = from - 1; i >= Math.max(0, from - MAX_EPITHETS); i--) {
      if (sentence.at(i).isOneOf("accusing", "accuses", "charging", "charges", "alleging")) {
        return sentence.has(Sense.LAW) && sentence.has(Sense.PREPOSITION, to, to + MAX_EPITHETS);
      }
      if (sentence.at(i).is(Sense.PREPOSITION) || sentence.at(i).isOneOf(",", ";", "that")) {
        return false;
      }
    }
    return false;
  }

  /** "charges against X", "the arrest of X", "X's extradition". */
  private boolean isOfCase() {
    boolean against =
        sentence.at(from - 1).isOneOf("against", "of")
            && isCase(sentence.at(from - 2))
            && !sentence.has(Sense.ATTEMPT, from - MAX_TO_CASE, from); // "could lead to the arrest"
    return against || (sentence.at(to).isPossessive() && isCase(sentence.at(to + 1)));
  }

  private static boolean isCase(Token token) {
    return token.isOneOf(
        "charges",
        "indictment",
        "arrest",
        "sentencing",
        "extradition",
        "conviction",
        "trial",
        "complaint");
  }

  /** "the hacker, identified as X", "the suspect, named as former clerk X". */
  private boolean isIdentified() {
    for (int i = from - 1; i >= Math.max(1, from - MAX_EPITHETS); i--) {
      if (sentence.at(i).is("as") && sentence.at(i - 1).isOneOf("identified", "named")) {
        return sentence.has(Sense.CULPRIT) || sentence.has(Sense.CHARGE);
      }
      if (sentence.at(i).isOneOf(",", ";", "by")) {
        return false;
      }
    }
    return false;
  }

  /** "X, 28,", "X (28)", "28-year-old X" where someone is charged. */
  private boolean isAged() {
    boolean law = sentence.has(Sense.CHARGE) || sentence.has(Sense.CONVICT);
    if (!law || isOfTheLaw()) {
      return false;
    }
    int aside = behindParenthesis();
    boolean after =
        sentence.at(aside).isOneOf(",", "(")
            && isAge(aside + 1)
            && sentence.at(aside + 2).isOneOf(",", ")", "-", "and", ".");
    boolean old = false;
    for (int i = from - 1; i >= Math.max(0, from - 4); i--) {
      old |= sentence.at(i).is("old") && sentence.at(i - 1).is("-");
    }
    return after || old;
  }

  private boolean isAge(int i) {
    return sentence.at(i).isNumber() && sentence.at(i).text().length() == 2;
  }

  /** "X, now 18, hacked into", "X, 18, who stole". */
  private boolean isDoer() {
    int age = sentence.at(to + 1).isOneOf("now", "then") ? to + 2 : to + 1;
    int verb = age + 2;
    while (sentence.at(verb).isOneOf("has", "had", "also", "who", "then")) {
      verb++;
    }
    Token deed = sentence.at(verb);
    return sentence.at(to).is(",")
        && isAge(age)
        && sentence.at(age + 1).is(",")
        && (deed.is(Sense.HACK) || deed.is(Sense.TAKE))
        && !sentence.at(verb + 1).is("by");
  }

  /** Behind the "(aka 'zuzu')" of a name, else behind the name. */
  private int behindParenthesis() {
    if (!sentence.at(to).is("(") || sentence.at(to + 1).isNumber()) {
      return to;
    }
    for (int i = to + 1; i < to + MAX_ASIDE; i++) {
      if (sentence.at(i).is(")")) {
        return i + 1;
      }
    }
    return to;
  }

  /** "the alleged hacker X", "the suspects, X and", "convicted carder X". */
  private boolean isCulprit() {
    int noun = from - 1;
    while (sentence.at(noun).isOneOf(",", "-", "\u2014", "\u2013", "named", "called")) {
      noun--;
    }
    Token token = sentence.at(noun);
    boolean several = token.isOneOf("hackers", "suspects", "defendants", "cybercriminals");
    if (!token.is(Sense.CULPRIT) && !several) {
      return false;
    }
    for (int i = noun - 1; i >= Math.max(0, noun - 3); i--) {
      if (sentence.at(i).isOneOf("white", "ethical", "whitehat", "former", "researcher")) {
        return false;
      }
    }
    return token.isOneOf("defendants", "suspects")
        || sentence.has(Sense.CHARGE)
        || sentence
            .at(noun - 1)
            .isOneOf("alleged", "suspected", "accused", "convicted", "notorious");
  }

  /** "Judge X", "prosecutor X", "X, a spokeswoman". */
  private boolean isOfTheLaw() {
    return sentence.has(Sense.TITLE_OF_PERSON, from - 3, from)
        || sentence.at(from - 1).isOneOf("agent", "general", "commissioner");
  }
}
