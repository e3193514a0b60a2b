package io.heistline.reading;

import java.util.Optional;
import java.util.Set;

/** Wordings of a deed done to a victim: "X was hacked", "stole $9 million from X". */
final class DeedPatterns {
  /** Words from "attack" to "that hit". */
  private static final int MAX_TO_ATTACK = 5;

  /** Words from what happened to a victim to the attack that did it. */
  private static final int MAX_TO_CAUSE = 9;

  /** Words from what leaked to where it comes from. */
  private static final int MAX_TO_SOURCE = 12;

  private final Sentence sentence;
  private final NamePhrases phrases;
  private final Mentions mentions;

  DeedPatterns(Mentions mentions) {
    this.sentence = mentions.sentence();
    this.phrases = mentions.phrases();
    this.mentions = mentions;
  }

  private static final Set<String> OBJECT_OPENERS =
      Set.of("into", "in", "at", "on", "against", "of", "to");

  /** "X was hacked", "X has been breached", "X hacked:" (headline), "X got hit by ransomware". */
  void struck(int i) {
    struck(i, Wording.STRUCK);
  }

  /** "X was encrypted by ransomware". */
  void affected(int i) {
    if (isByAttack(i, i + MAX_TO_CAUSE)) {
      struck(i, Wording.AFFECTED);
    }
  }

  /** "the breach, says the firm, affected X". */
  void affecting(int i) {
    Token before = sentence.at(i - 1);
    if (isByAttack(0, i) && !(before.is(Sense.BE) && !before.isOneOf("has", "have", "had"))) {
      phrases
          .objectAfter(i + 1)
          .ifPresent(name -> mentions.addWithSiblings(Wording.AFFECTED, name, i, true));
    }
  }

  private boolean isByAttack(int from, int to) {
    return sentence.has(Sense.EVENT, from, to)
        || sentence.has(Sense.RANSOM, from, to)
        || sentence.has(Sense.MALWARE, from, to);
  }

  /** "gained access to X": what follows is who was broken into. */
  void accessed(int i) {
    if (sentence.at(i + 1).is("access") && sentence.at(i + 2).is("to")) {
      phrases
          .objectAfter(i + 3)
          .ifPresent(name -> mentions.addWithSiblings(Wording.ACCESSED, name, i, true));
    }
  }

  private void struck(int i, Wording wording) {
    int j = i - 1;
    boolean passive = false;
    while (j >= 0 && (sentence.at(j).is(Sense.BE) || NamePhrases.isAdverb(sentence.at(j)))) {
      passive |=
          sentence.at(j).is(Sense.BE)
              && !sentence.at(j).is("has")
              && !sentence.at(j).is("have")
              && !sentence.at(j).is("had");
      j--;
    }
    if (!passive && !(sentence.isHeadline() && !isObjectAhead(i))) {
      return;
    }
    boolean was = sentence.at(j + 1).isOneOf("was", "were") || sentence.at(j + 2).is("been");
    int verb = j + 1;
    phrases
        .subjectBefore(verb)
        .or(() -> was && !sentence.isHeadline() ? firstSubject(verb) : Optional.empty())
        .ifPresent(name -> mentions.addWithSiblingsBefore(wording, name, i));
  }

  /** "Zuzubit, which sells shoes to Freedonia, was hacked": the first name, if no other verb. */
  private Optional<Name> firstSubject(int verb) {
    return phrases
        .firstName(verb)
        .filter(name -> sentence.at(name.to()).isOneOf(",", "(", ")"))
        .filter(name -> !sentence.has(Sense.SAY, name.to(), verb))
        .filter(name -> !sentence.has(Sense.EVENT, name.to(), verb));
  }

  /** "X's internal computer system was hit", "X's servers were locked by ransomware". */
  void owned(Name name) {
    if (!sentence.at(name.to()).isPossessive() || !sentence.hasPassiveDeed()) {
      return;
    }
    for (int i = name.to() + 1; i < name.to() + 5; i++) {
      if (sentence.at(i).is(Sense.OWNED)) {
        int at = i;
        Optional.of(name)
            .filter(phrases::couldBeVictim)
            .ifPresent(n -> mentions.add(Wording.POSSESSION_STRUCK, n, at, true));
        return;
      }
      if (!sentence.at(i).isWord()) {
        return;
      }
    }
  }

  /** Whether an object follows: "Hackers hacked Zomato" is not "Zomato hacked". */
  private boolean isObjectAhead(int i) {
    Token next = sentence.at(i + 1);
    return (next.isCapitalised() && phrases.startingAt(i + 1).isPresent())
        || next.is(Sense.DETERMINER);
  }

  /** "hacked X", "breached the exchange X", "broke into X", "attack on X" (verb and noun alike). */
  void hacked(int i) {
    Token before = sentence.at(i - 1);
    boolean passive =
        before.is(Sense.BE) && !before.is("has") && !before.is("have") && !before.is("had");
    if (passive || sentence.at(i).isOneOf("target", "targets")) {
      return;
    }
    boolean attack =
        sentence.has(Sense.EVENT, i - MAX_TO_ATTACK, i)
            || sentence.has(Sense.RANSOM, i - MAX_TO_ATTACK, i);
    boolean weak =
        sentence.at(i).lower().startsWith("exploit")
            || (sentence.at(i).isOneOf("hit", "hits") && !attack);
    int start = OBJECT_OPENERS.contains(sentence.at(i + 1).lower()) ? i + 2 : i + 1;
    phrases
        .objectAfter(start)
        .filter(name -> !weak || name.victim().isPresent())
        .filter(name -> !isOwnProduct(start, name))
        .ifPresent(name -> mentions.addWithSiblings(Wording.HACKED, name, i, true));
  }

  /** "hacked into our Zuzumail server": its maker was not. */
  private boolean isOwnProduct(int start, Name name) {
    return sentence.at(start).isOneOf("our", "their", "its", "my", "his", "her")
        && sentence.at(name.to()).isOneOf("server", "servers", "database", "databases", "software");
  }

  /** "33 million records belonging to X have been leaked". */
  void belonging(int i) {
    boolean out = sentence.has(Sense.LEAK) || sentence.has(Sense.STRUCK);
    if (out && sentence.has(Sense.OWNED, 0, i)) {
      phrases
          .objectAfter(i + 2)
          .ifPresent(name -> mentions.addWithSiblings(Wording.BELONGING, name, i, true));
    }
  }

  /**
   * "leaked the data from X", "records obtained from X": data, where {@link #takenFrom} takes all.
   */
  void leakedFrom(int i) {
    for (int j = i + 1; j < Math.min(sentence.size(), i + MAX_TO_SOURCE); j++) {
      if (sentence.at(j).is("from")
          && (sentence.has(Sense.DATA, i - 4, j) || sentence.has(Sense.PERSONAL, i - 4, j))) {
        int from = j;
        phrases
            .objectAfter(j + 1)
            .ifPresent(name -> mentions.addWithSiblings(Wording.LEAKED_FROM, name, from, true));
        return;
      }
      if (sentence.at(j).isOneOf(";", "but", "while")) {
        return;
      }
    }
  }

  /** "stole $81 million from X", "funds drained from the exchange X", "thefts from X and Y". */
  void takenFrom(int i) {
    for (int k = i + 1; k < Math.min(sentence.size(), i + 14); k++) {
      int j = k;
      Token token = sentence.at(j);
      if (token.isOneOf("from", "at")) {
        phrases
            .objectAfter(j + 1)
            .ifPresent(name -> mentions.addWithSiblings(Wording.TAKEN_FROM, name, j, true));
      }
      if (token.isOneOf(";", "but", "while")) {
        return;
      }
    }
    phrases
        .objectAfter(i + 1)
        .filter(
            name ->
                sentence.at(i).is(Sense.ROB)
                    || sentence.at(name.to()).is("of")
                    || sentence.at(name.to()).isPossessive())
        .ifPresent(name -> mentions.addWithSiblings(Wording.TAKEN_FROM, name, i, true));
  }
}
