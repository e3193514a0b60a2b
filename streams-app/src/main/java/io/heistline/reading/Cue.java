package io.heistline.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The cues by which victims are told from bystanders, numbered; each has a weight of its own in
 * {@link VictimWeights}, under its name. A cue more is a line more here.
 */
final class Cue {
  private static final List<String> NAMES = new ArrayList<>();

  /** A wording of {@link VictimPatterns}: {@code wording:STRUCK}. */
  private static final int[] WORDING = each("wording:", Wording.values());

  /** Any wording, a firm one, one that leaves doubt. */
  static final int TOLD = one("told");

  static final int FIRM = one("firm");
  static final int LOOSE = one("loose");

  /**
   * No wording, where another name of the sentence has a firm one: "Zuzubit on the Oakmart hack".
   */
  static final int OTHER_TOLD = one("other-told");

  /** Every deed beside the name is said to be another's. */
  static final int BYSTANDER = one("bystander");

  /** A wording in a sentence that says how much was lost. */
  static final int TOLD_LOSS = one("told-loss");

  /** What is told of the one named before: "It was hacked in May", see {@link Referral}. */
  static final int REFERRED = one("referred");

  /** A wording that leaves no doubt. */
  static final int OUTRIGHT = one("outright");

  /** A word of that sense within four words before the name, behind it, or farther off. */
  private static final int[] BEFORE = each("before:", Sense.values());

  private static final int[] AFTER = each("after:", Sense.values());
  private static final int[] FAR_BEFORE = each("far-before:", Sense.values());
  private static final int[] FAR_AFTER = each("far-after:", Sense.values());

  /** The word right behind the name, or what the name has: "Zuzubit's servers". */
  private static final int[] NEXT = each("next:", Sense.values());

  private static final int[] OWNS = each("owns:", Sense.values());

  /** "the bank Zuzubit", "founder Jane Doe", "Jane Doe, founder". */
  static final int CALLED_ORG = one("called-org");

  static final int TITLED = one("titled");
  static final int TITLE_BEHIND = one("title-behind");

  /** The name's place in its sentence. */
  static final int OPENS = one("opens");

  static final int CLOSES = one("closes");
  static final int POSSESSIVE = one("possessive");
  static final int NEXT_COMMA = one("next-comma");
  static final int NEXT_AND = one("next-and");
  static final int NEXT_BRACKET = one("next-bracket");

  /** "Oaktown-based": where somebody sits. */
  static final int SEAT = one("seat");

  /** "Zuzubit - 57 million accounts". */
  static final int COUNTED = one("counted");

  /** What a name hangs on, alone, in a sentence about a deed, and with what governs it. */
  private static final String[] LINKS = {
    "from", "at", "of", "on", "against", "in", "into", "to", "by", "with", "for", "like",
    "including", "as", "and", "or", "affecting", "hit", "via", "using", "about", "than", ",", "(",
    "called", "dubbed", "through", "over", "after", "while", "but", "that"
  };

  private static final WordTable<Integer> LINK_NUMBERS = numbers(LINKS);
  private static final int[] LINK = each("link:", LINKS);
  private static final int[] DEED_LINK = each("deed-link:", LINKS);
  private static final int[] GOVERNED = governed();

  /** What holds of the list that a name stands in. */
  static final int LIST_TOLD = one("list-told");

  static final int LIST_KNOWN = one("list-known");
  static final int LIST_LONG = one("list-long");
  static final int LIST_PAIR = one("list-pair");
  static final int LIST_OF_VICTIMS = one("list-of-victims");
  static final int LIST_OPENED = one("list-opened");

  /** What holds of the name's sentence. */
  static final int IN_TITLE = one("in-title");

  static final int IN_TITLE_DEED = one("in-title-deed");
  static final int IN_HEADING = one("in-heading");
  static final int DEED = one("deed");
  static final int DEED_DATA = one("deed-data");
  static final int PASSIVE = one("passive");
  static final int DOLLARS = one("dollars");
  static final int SHORT = one("short");

  /** A name that is a gang's, a person's or the publisher's. */
  static final int NO_VICTIM = one("no-victim");

  /** What a name itself tells. */
  static final int KNOWN_VICTIM = one("name:victim");

  static final int AMBIGUOUS = one("name:ambiguous");
  static final int KNOWN_SOURCE = one("name:source");
  static final int COINED = one("name:coined");
  static final int INSTITUTION = one("name:institution");
  static final int CAPITALS = one("name:capitals");
  static final int DOTTED = one("name:dot");
  static final int ONE_WORD = one("name:words-1");
  static final int TWO_WORDS = one("name:words-2");
  static final int MORE_WORDS = one("name:words-3");

  /** The part of the article that names it first. */
  static final int FIRST_IN_TITLE = one("first:title");

  static final int FIRST_IN_LEDE = one("first:lede");
  static final int FIRST_NEAR_TOP = one("first:top");
  static final int FIRST_IN_MIDDLE = one("first:middle");
  static final int FIRST_LATE = one("first:late");

  /** It is made a victim as often as any other name of the article. */
  static final int TOLD_MOST = one("told-most");

  /** A word of that sense in the article's title. */
  private static final int[] TITLE = each("title:", Sense.values());

  private Cue() {}

  static int wording(Wording wording) {
    return WORDING[number(wording)];
  }

  static int before(Sense sense) {
    return BEFORE[number(sense)];
  }

  static int after(Sense sense) {
    return AFTER[number(sense)];
  }

  static int farBefore(Sense sense) {
    return FAR_BEFORE[number(sense)];
  }

  static int farAfter(Sense sense) {
    return FAR_AFTER[number(sense)];
  }

  static int next(Sense sense) {
    return NEXT[number(sense)];
  }

  static int owns(Sense sense) {
    return OWNS[number(sense)];
  }

  static int title(Sense sense) {
    return TITLE[number(sense)];
  }

  static boolean isLink(Token token) {
    return LINK_NUMBERS.get(token) != null;
  }

  static int link(Token link) {
    return LINK[linkNumber(link)];
  }

  static int deedLink(Token link) {
    return DEED_LINK[linkNumber(link)];
  }

  static int governed(Sense governor, Token link) {
    return GOVERNED[number(governor) * LINKS.length + linkNumber(link)];
  }

  private static int linkNumber(Token link) {
    Integer number = LINK_NUMBERS.get(link);
    return number == null ? 0 : number;
  }

  /** How many cues there are; their numbers begin at 0. */
  static int count() {
    return NAMES.size();
  }

  /** The name of a cue in the table of weights. */
  static String name(int cue) {
    return NAMES.get(cue);
  }

  @SuppressWarnings("EnumOrdinal") // a place in an array that is built from the same values
  private static int number(Enum<?> value) {
    return value.ordinal();
  }

  private static int one(String name) {
    NAMES.add(name);
    return NAMES.size() - 1;
  }

  private static int[] each(String prefix, Object[] values) {
    return Arrays.stream(values).mapToInt(value -> one(prefix + value)).toArray();
  }

  private static int[] governed() {
    return Arrays.stream(Sense.values())
        .flatMapToInt(
            sense -> Arrays.stream(LINKS).mapToInt(link -> one("governed:" + sense + "-" + link)))
        .toArray();
  }

  private static WordTable<Integer> numbers(String[] words) {
    WordTable<Integer> numbers = new WordTable<>();
    for (int i = 0; i < words.length; i++) {
      numbers.put(words[i], i);
    }
    return numbers;
  }
}
