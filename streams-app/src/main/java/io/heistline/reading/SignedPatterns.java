package io.heistline.reading;

import java.util.ArrayList;
import java.util.List;

/**
 * Thieves by the name that they sign with, where nothing else tells that it is a name: "database
 * hacked by Zuz3 Team", "leaked by 'z0rr0'".
 */
final class SignedPatterns {
  /** Words of such a name; more are a clause. */
  private static final int MAX_WORDS = 4;

  /** Names a sentence; more are a list of something else. */
  private static final int MAX_NAMES = 3;

  private final Sentence sentence;
  private final List<Name> names;

  private SignedPatterns(Sentence sentence, List<Name> names) {
    this.sentence = sentence;
    this.names = names;
  }

  /** The names behind "by" that no rule of names knows. */
  static List<Name> in(Sentence sentence, List<Name> names) {
    boolean deed = sentence.has(Sense.STRUCK) || sentence.has(Sense.LEAK);
    return deed ? new SignedPatterns(sentence, names).all() : List.of();
  }

  private List<Name> all() {
    List<Name> found = new ArrayList<>();
    for (int i = 1; i + 1 < sentence.size() && found.size() < MAX_NAMES; i++) {
      if (sentence.at(i).is("by") && isDeed(i - 1)) {
        int from = i + 1;
        while (isOpener(sentence.at(from))) {
          from++;
        }
        int to = end(from);
        if (to > from && isFree(from, to) && isName(from, to)) {
          found.add(Name.unknown(from, to, sentence.words(from, to)));
        }
      }
    }
    return found;
  }

  /** "hacked", "hacked again", "leaked online"; who is hit is hit by malware and storms too. */
  private boolean isDeed(int i) {
    Token token =
        sentence.at(i).isOneOf("again", "online", "today") ? sentence.at(i - 1) : sentence.at(i);
    return token.isOneOf("hacked", "breached", "defaced", "leaked", "dumped", "compromised");
  }

  /** "the hacker named 'X'". */
  private static boolean isOpener(Token token) {
    return token.is("the")
        || token.is("a")
        || token.is(Sense.CULPRIT)
        || token.isOneOf("\"", "'", "\u201c", "\u2018", "hackers", "group", "named", "called");
  }

  private int end(int from) {
    int to = from;
    while (to < from + MAX_WORDS
        && to < sentence.size()
        && sentence.at(to).isWord()
        && (sentence.at(to).isCapitalised() || hasDigit(sentence.at(to)))) {
      to++;
    }
    return to;
  }

  private static boolean hasDigit(Token token) {
    return token.text().chars().anyMatch(c -> c >= '0' && c <= '9');
  }

  private boolean isFree(int from, int to) {
    return names.stream().noneMatch(name -> name.from() < to && from < name.to());
  }

  /** Not "hacked by SQL Injection", "leaked by Police", "breached by May". */
  private boolean isName(int from, int to) {
    boolean team = sentence.at(to - 1).isOneOf("team", "crew", "army", "gang", "squad");
    for (int i = from; i < to; i++) {
      Token token = sentence.at(i);
      boolean word =
          token.is(Sense.NO_NAME)
              || token.is(Sense.PLACE)
              || token.is(Sense.MONTH)
              || token.is(Sense.WEEKDAY)
              || token.is(Sense.FLAW)
              || token.is(Sense.EVENT)
              || token.is(Sense.MALWARE)
              || token.is(Sense.PERSONAL)
              || token.is(Sense.ORG)
              || token.is(Sense.NAME_PART);
      if (word && !(team && i == to - 1)) {
        return false;
      }
    }
    return !sentence.at(to).isPossessive();
  }
}
