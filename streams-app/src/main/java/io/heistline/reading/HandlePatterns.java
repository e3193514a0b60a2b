package io.heistline.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The handles by which a sentence calls a thief: "a hacker who goes by the name X". */
final class HandlePatterns {
  /** Words between whom it speaks of and the handle. */
  private static final int MAX_LEAD = 12;

  private static final int MAX_HANDLE_TOKENS = 6;

  /** Handles a sentence; more are a list of users. */
  private static final int MAX_HANDLES = 10;

  private final Sentence sentence;

  private HandlePatterns(Sentence sentence) {
    this.sentence = sentence;
  }

  /** The handles of single persons in a sentence, in order; who finds flaws is no thief. */
  static List<PersonName> in(Sentence sentence) {
    boolean someone =
        sentence.has(Sense.CULPRIT) || sentence.has(Sense.SOMEONE) || sentence.has(Sense.GANG);
    return someone && !sentence.has(Sense.FLAW) ? new HandlePatterns(sentence).all() : List.of();
  }

  private List<PersonName> all() {
    List<PersonName> found = new ArrayList<>();
    boolean deed = sentence.has(Sense.SOMEONE) && isOfDeed();
    for (int i = 0; i < sentence.size() && found.size() < MAX_HANDLES; i++) {
      Token token = sentence.at(i);
      boolean thief = token.is(Sense.CULPRIT) || isOneOfThem(i);
      if ((thief || (deed && token.is(Sense.SOMEONE))) && !isHonest(i)) {
        int noun = i;
        behind(noun, thief).or(() -> before(noun)).ifPresent(found::add);
      }
    }
    return found;
  }

  /** "one of the hackers". */
  private boolean isOneOfThem(int i) {
    return sentence.at(i).isOneOf("hackers", "attackers", "suspects")
        && sentence.at(i - 1).is("the")
        && sentence.at(i - 2).is("of")
        && sentence.at(i - 3).is("one");
  }

  /** Who sells what was stolen need not have stolen it: "who claimed to have hacked it" did. */
  private boolean isOfDeed() {
    return sentence.tokens().stream()
        .anyMatch(
            token ->
                token.isOneOf(
                    "hacked",
                    "hacking",
                    "breached",
                    "stole",
                    "leaked",
                    "dumped",
                    "compromised",
                    "infiltrated",
                    "defaced",
                    "responsibility"));
  }

  /** "a white-hat hacker", "an ethical hacker". */
  private boolean isHonest(int noun) {
    for (int i = noun - 1; i >= Math.max(0, noun - 4); i--) {
      if (sentence
          .at(i)
          .isOneOf("white", "whitehat", "ethical", "researcher", "former", "rewarded", "contest")) {
        return true;
      }
    }
    return false;
  }

  /** "a hacker known as X", "a seller using the online handle 'X'", "the hacker 'X'". */
  private Optional<PersonName> behind(int noun, boolean thief) {
    int i = noun + 1;
    boolean called = false;
    while (i < noun + MAX_LEAD && isLead(sentence.at(i))) {
      called |= isCalling(i);
      i++;
    }
    boolean quoted = isQuote(sentence.at(i));
    if (!called && !(quoted && thief && i == noun + 1)) {
      return Optional.empty();
    }
    return quoted ? quoted(i + 1) : plain(i);
  }

  private static boolean isLead(Token token) {
    return token.is(Sense.CALLED)
        || token.is(Sense.HANDLE)
        || token.is(Sense.BE)
        || token.is(Sense.PLACE)
        || token.is(Sense.EVENT)
        || token.isOneOf(
            ",",
            "(",
            "-",
            "@",
            "or",
            "hackers",
            "behind",
            "on",
            "twitter",
            "the",
            "of",
            "as",
            "which",
            "that",
            "also",
            "using",
            "under",
            "uses",
            "used",
            "go",
            "only",
            "from",
            "aka",
            "a.k.a",
            "a.k.a.",
            "better",
            "widely",
            "an",
            "a",
            "in",
            "hacker",
            "with",
            "his",
            "her",
            "calls",
            "identified");
  }

  /** Whether a token says that a handle follows: "by", "as", "named", "handle". */
  private boolean isCalling(int i) {
    Token token = sentence.at(i);
    return token.is(Sense.HANDLE)
        || token.isOneOf(
            "called",
            "named",
            "dubbed",
            "surnamed",
            "nicknamed",
            "himself",
            "herself",
            "themselves",
            "aka",
            "a.k.a",
            "a.k.a.")
        || (token.is("by") && sentence.at(i - 1).isOneOf("goes", "going", "go"))
        || (token.is("as") && sentence.at(i - 1).isOneOf("known", "identified", "online"));
  }

  private static boolean isQuote(Token token) {
    return token.isOneOf("\"", "\u201C", "'", "\u2018", "\u201D", "\u2019");
  }

  private Optional<PersonName> quoted(int from) {
    for (int to = from; to <= from + MAX_HANDLE_TOKENS && to < sentence.size(); to++) {
      boolean comma = sentence.at(to).is(",") && isQuote(sentence.at(to + 1));
      if (isQuote(sentence.at(to)) || comma) {
        return handle(from, to);
      }
    }
    return Optional.empty();
  }

  /** Without quotes it is written as a name, or as no word is: "Zuzu", "z0z0", "zuzu_bit". */
  private Optional<PersonName> plain(int from) {
    int to = from;
    while (to < from + MAX_HANDLE_TOKENS && isPlainPart(to, from)) {
      to++;
    }
    return handle(from, to);
  }

  private boolean isPlainPart(int i, int from) {
    Token token = sentence.at(i);
    Token before = sentence.at(i - 1);
    if (i > from && token.start() == before.end()) {
      return isJoint(token) || isJoint(before);
    }
    boolean name = token.isCapitalised() && !token.is(Sense.NO_NAME) && !token.is(Sense.PLACE);
    return name || (token.isWord() && sentence.at(i + 1).is("_"));
  }

  private static boolean isJoint(Token token) {
    return token.isOneOf("_", "-");
  }

  /** "'X', a Freedonian hacker who". */
  private Optional<PersonName> before(int noun) {
    int i = noun - 1;
    while (i > noun - 4 && sentence.at(i).isWord() && !sentence.at(i).is(Sense.DETERMINER)) {
      i--;
    }
    if (!sentence.at(i).isOneOf("the", "a")) {
      return Optional.empty();
    }
    i--;
    while (sentence.at(i).isOneOf(",", "-", "\u2013", "\u2014")) {
      i--;
    }
    if (!isQuote(sentence.at(i)) || i == noun - 2) {
      return Optional.empty();
    }
    for (int from = i - 1; from >= Math.max(0, i - MAX_HANDLE_TOKENS); from--) {
      if (isQuote(sentence.at(from))) {
        return handle(from + 1, sentence.at(i - 1).is(",") ? i - 1 : i);
      }
    }
    return Optional.empty();
  }

  private static boolean isLatin(char c) {
    return (c >= 'a' && c <= 'z') || Text.isDigit(c);
  }

  private Optional<PersonName> handle(int from, int to) {
    boolean word = false;
    for (int i = from; i < to; i++) {
      word |= sentence.at(i).isWord() && isLatin(sentence.at(i).lower().charAt(0));
    }
    return word
        ? Optional.of(new PersonName(from, to, sentence.words(from, to)))
        : Optional.empty();
  }
}
