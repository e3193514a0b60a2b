package io.heistline.reading;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where a sentence has its names: the subject before a verb, the object behind a preposition, the
 * next in a list; only names that may be a victim's.
 */
final class NamePhrases {
  /**
   * Words between a preposition and its name: "from the South Korean cryptocurrency exchange X".
   */
  static final int MAX_DESCRIPTION = 8;

  /** Words of a place behind a name: "in San Oaktown, Freedonia,". */
  private static final int MAX_PLACE = 6;

  private static final String QUOTES = "'\"\u2018\u2019\u201C\u201D";

  /** Words between two dashes behind a name. */
  private static final int MAX_ASIDE = 20;

  /** Words before the next name of a list: "and the law firm X". */
  private static final int MAX_BEFORE_SIBLING = 5;

  private final Sentence sentence;
  private final List<Name> names;
  private final Set<String> actors;

  /**
   * @param names the names in the sentence
   * @param actors keys of names that the article gives to gangs or malware
   */
  NamePhrases(Sentence sentence, List<Name> names, Set<String> actors) {
    this.sentence = sentence;
    this.names = names;
    this.actors = actors;
  }

  /**
   * The subject of the verb at an index: the name before its auxiliaries and what stands between.
   */
  Optional<Name> subjectOf(int verb) {
    int j = verb - 1;
    if (sentence.at(j).is(Sense.WEEKDAY) && sentence.at(j - 1).is("on")) {
      j -= 2; // "X on Thursday confirmed"
    }
    while (j >= 0
        && (sentence.at(j).is(Sense.BE)
            || isAdverb(sentence.at(j))
            || sentence.at(j).isOneOf("that", "said"))) {
      j--;
    }
    return subjectBefore(j + 1);
  }

  /**
   * The name that ends before an index; "X (formerly Y)", "X, the lender,", "X — a lender —" and "X
   * in Oaktown" are X.
   */
  Optional<Name> subjectBefore(int end) {
    Optional<Name> placed = beforePlace(end).or(() -> beforeDashes(end));
    if (placed.isPresent()) {
      return placed;
    }
    Optional<Name> direct = endingAt(end).filter(this::couldBeVictim);
    if (direct.isPresent()) {
      return direct.filter(name -> !isObjectOfPreposition(name));
    }
    Token last = sentence.at(end - 1);
    if (last.isOneOf(",", ")")) {
      for (int j = end - 2; j >= Math.max(0, end - 14); j--) {
        if (sentence.at(j).isOneOf(",", "(")) {
          int opened = j;
          return endingAt(j)
              .or(() -> endingAt(end - 1).filter(name -> last.is(",") && name.from() == opened + 1))
              .filter(this::couldBeVictim);
        }
      }
    }
    if (last.is(Sense.ORG)
        || last.is(Sense.PERSONAL)
        || (sentence.isHeadline() && last.isCapitalised() && last.is(Sense.NO_NAME))
        || last.isOneOf("accounts", "servers", "network", "systems", "pools")) {
      int j = end - 1;
      while (j > end - 5
          && (sentence.at(j - 1).is(Sense.ORG)
              || sentence.at(j - 1).isPossessive()
              || (sentence.at(j - 1).is(Sense.NO_NAME) && sentence.at(j - 1).isCapitalised()))
          && endingAt(j).isEmpty()) {
        j--;
      }
      return endingAt(j).filter(this::couldBeVictim);
    }
    return Optional.empty();
  }

  /** "Zuzu Hospital in Oaktown, Freedonia,": what stands before the place. */
  private Optional<Name> beforePlace(int end) {
    int i = end;
    while (i > Math.max(1, end - MAX_PLACE) && isOfPlace(sentence.at(i - 1))) {
      i--;
    }
    boolean place = i < end && sentence.at(i - 1).isOneOf("in", "near");
    return place ? endingAt(i - 1).filter(this::couldBeVictim) : Optional.empty();
  }

  private static boolean isOfPlace(Token token) {
    return token.isCapitalised() || token.is(Sense.PLACE) || token.is(",");
  }

  /** "Zuzubit — one of the largest exchanges — was": what stands before the first dash. */
  private Optional<Name> beforeDashes(int end) {
    if (!isDash(sentence.at(end - 1))) {
      return Optional.empty();
    }
    for (int i = end - 2; i > Math.max(0, end - MAX_ASIDE); i--) {
      if (isDash(sentence.at(i))) {
        return endingAt(i).filter(this::couldBeVictim);
      }
    }
    return Optional.empty();
  }

  private static boolean isDash(Token token) {
    return token.isOneOf("—", "–", "-", "−");
  }

  /** "researchers at X said": X is not the subject. */
  private boolean isObjectOfPreposition(Name name) {
    Token before = sentence.at(name.from() - 1);
    return before.isOneOf("by", "with", "for") && !sentence.isHeadline();
  }

  /** The name that a description beginning at an index leads to: "the South Korean exchange X". */
  Optional<Name> objectAfter(int start) {
    int i = start;
    for (int words = 0; words < MAX_DESCRIPTION && i < sentence.size(); words++) {
      Optional<Name> name = startingAt(i);
      if (name.isPresent()) {
        int behind = name.get().to();
        boolean owner = sentence.at(behind).isPossessive() && name.get().isUnknown();
        if (name.get().place()
            || (owner && (startingAt(behind + 1).isPresent() || isOfCountry(behind + 1)))) {
          i = sentence.at(behind).isPossessive() ? behind + 1 : behind;
          if (name.get().victim().isPresent()) {
            return name;
          }
          continue;
        }
        return name.filter(this::couldBeVictim);
      }
      Token token = sentence.at(i);
      boolean describes =
          token.is(Sense.DETERMINER)
              || token.is(Sense.PLACE)
              || token.isPossessive()
              || token.is(Sense.ORG)
              || isOfCountry(i)
              || token.is("-")
              || token.isNumber()
              || token.is(Sense.PERSONAL)
              || (token.is("of")
                  && (sentence.at(i - 1).is(Sense.PERSONAL)
                      || sentence.at(i - 1).is(Sense.ORG)
                      || sentence.at(i - 1).is(Sense.OWNED)))
              || (token.isWord() && token.senses().isEmpty() && !token.lower().endsWith("ing"))
              || (token.isOneOf("\"", "\u201C", "called", "at") && sentence.at(i - 1).is(Sense.ORG))
              || token.is("million")
              || (token.is(Sense.ADJECTIVE) && token.isWord());
      if (!describes) {
        return Optional.empty();
      }
      i++;
    }
    return Optional.empty();
  }

  /** "Freedonia's state-owned X": what has such a thing is a country. */
  private boolean isOfCountry(int i) {
    boolean state = sentence.at(i).is("state") && sentence.at(i + 1).is("-");
    boolean owned = sentence.at(i).isOneOf("owned", "run") && sentence.at(i - 1).is("-");
    return state
        || owned
        || sentence
            .at(i)
            .isOneOf("state-owned", "state-run", "largest", "biggest", "second-largest", "oldest");
  }

  Optional<Name> sibling(Name name) {
    int i = name.to();
    if (isQuote(sentence.at(i))) {
      i++;
    }
    if (sentence.at(i).isPossessive()) {
      i++;
    }
    if (sentence.at(i).is("(")) {
      int close = i;
      while (close < i + 8 && close < sentence.size() && !sentence.at(close).is(")")) {
        close++;
      }
      i = close + 1;
    }
    boolean comma = sentence.at(i).is(",");
    i = comma ? i + 1 : i;
    boolean and = sentence.at(i).isOneOf("and", "&", "or");
    i = and ? i + 1 : i;
    if (!comma && !and) {
      return Optional.empty();
    }
    i = behindDescription(i);
    Optional<Name> next = startingAt(i);
    if (next.isPresent() && next.get().place() && sentence.at(next.get().to()).isPossessive()) {
      next = startingAt(next.get().to() + 1);
    }
    // "the attack on Harmony, Elliptic said" has one victim
    return next.filter(this::couldBeVictim)
        .filter(n -> !sentence.at(n.to()).is(Sense.SAY) && !sentence.at(n.to()).is(Sense.BE));
  }

  /** Behind "the", "the law firm", "the Freedonia-based": what may stand before a list's next. */
  private int behindDescription(int start) {
    int i = start;
    while (i < start + MAX_BEFORE_SIBLING && isBeforeSibling(sentence.at(i))) {
      i++;
    }
    Token last = sentence.at(i - 1);
    boolean described =
        last.is(Sense.DETERMINER) || last.is(Sense.ORG) || last.is(Sense.PLACE) || last.is("based");
    return i == start || described ? i : start;
  }

  private static boolean isBeforeSibling(Token token) {
    boolean small = !token.isCapitalised() && token.isWord();
    return token.is(Sense.DETERMINER)
        || token.is("-")
        || token.is(Sense.PLACE)
        || (small && (token.is(Sense.ORG) || token.senses().isEmpty()));
  }

  /** Whether a name may be a victim's: who mostly tells of thefts may be robbed, too. */
  boolean couldBeVictim(Name name) {
    if (name.victim().isPresent()) {
      return true;
    }
    return (name.isUnknown() || (name.source().isPresent() && name.actor().isEmpty()))
        && !actors.contains(name.key())
        && !isPerson(name)
        && !isPublisher(name)
        && sentence.style() != Sentence.Style.HEADING;
  }

  /** "Zuzubit hacked - Help Net Security", "Zuzubit hacked | The Times": who prints it. */
  private boolean isPublisher(Name name) {
    if (sentence.style() != Sentence.Style.TITLE || sentence.size() - name.from() > 5) {
      return false;
    }
    for (int i = name.from() - 1; i >= Math.max(1, sentence.size() - 6); i--) {
      Token mark = sentence.at(i);
      boolean spaced = mark.start() > sentence.at(i - 1).end();
      if (mark.isOneOf("|", "«", "-", "–", "—") && spaced) {
        return !sentence.has(Sense.EVENT, i, sentence.size())
            && !sentence.has(Sense.STRUCK, i, sentence.size());
      }
    }
    return false;
  }

  /** "founder Jane Doe", "Jane Doe, 23,", "Jane Doe, chief executive of". */
  private boolean isPerson(Name name) {
    int behind = name.to();
    boolean comma = sentence.at(behind).is(",");
    return sentence.at(name.from() - 1).is(Sense.TITLE_OF_PERSON)
        || (comma && sentence.at(behind + 1).isNumber() && sentence.at(behind + 2).is(","))
        || (comma && sentence.has(Sense.TITLE_OF_PERSON, behind + 1, behind + 5));
  }

  /** The name that begins at an index, quoted or not. */
  Optional<Name> startingAt(int index) {
    int i = isQuote(sentence.at(index)) ? index + 1 : index;
    for (Name name : names) {
      if (name.from() == i) {
        return Optional.of(name);
      }
    }
    return Optional.empty();
  }

  /** The name that ends before an index, quoted or not, and what it owns left out. */
  Optional<Name> endingAt(int end) {
    int owner = sentence.at(end - 1).isPossessive() ? end - 1 : end;
    int behind = isQuote(sentence.at(owner - 1)) ? owner - 1 : owner;
    for (Name name : names) {
      if (name.to() == behind) {
        return Optional.of(name);
      }
    }
    return Optional.empty();
  }

  /** The name that a sentence begins with, whatever stands between it and its verb. */
  Optional<Name> firstName(int verb) {
    for (Name name : names) {
      boolean subject =
          !sentence.at(name.from() - 1).is(Sense.PREPOSITION)
              && !sentence.at(name.to()).isPossessive();
      if (name.from() < 8 && name.to() <= verb && subject && !name.place()) {
        return Optional.of(name).filter(this::couldBeVictim);
      }
    }
    return Optional.empty();
  }

  /** A mark that a name may stand between: "the 'Zuzubit' hack". */
  static boolean isQuote(Token token) {
    return token.text().length() == 1 && QUOTES.indexOf(token.text().charAt(0)) >= 0;
  }

  static boolean isAdverb(Token token) {
    return token.lower().endsWith("ly")
        || token.isOneOf("also", "already", "just", "reportedly", "now", "recently", "to", "today");
  }
}
