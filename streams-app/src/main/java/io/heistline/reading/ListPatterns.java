package io.heistline.reading;

import java.util.List;
import java.util.Optional;

/**
 * Wordings that name several, and whose people were robbed: "services including X and Y", "X
 * customers".
 */
final class ListPatterns {
  /** Tokens of an item in a list. */
  static final int MAX_ITEM = 14;

  /** Words from "victims" to "include". */
  private static final int MAX_TO_OPENER = 9;

  private final Sentence sentence;
  private final List<Name> names;
  private final NamePhrases phrases;
  private final Mentions mentions;

  ListPatterns(Mentions mentions) {
    this.sentence = mentions.sentence();
    this.names = mentions.names();
    this.phrases = mentions.phrases();
    this.mentions = mentions;
  }

  /** "ZuzuMail: 12 million accounts": an item in a list of what was taken. */
  void listed() {
    if (sentence.size() > MAX_ITEM || names.isEmpty() || names.get(0).from() != 0) {
      return;
    }
    int i = names.get(0).to();
    boolean dash = sentence.at(i).isOneOf("-", "\u2013", "\u2014", ":");
    boolean counted =
        sentence.has(Sense.PERSONAL, i + 2, i + 6) || sentence.has(Sense.DATA, i + 2, i + 6);
    if (dash && sentence.at(i + 1).isNumber() && counted) {
      mentions.add(Wording.COUNTED_ITEM, names.get(0), i, true);
    }
  }

  /**
   * "services including X, Y and Z", "retailers like X", in a sentence about a deed: known names.
   */
  void listedAs(int i) {
    Token token = sentence.at(i);
    int start = token.is("such") && sentence.at(i + 1).is("as") ? i + 2 : i + 1;
    boolean deed = sentence.has(Sense.EVENT) || sentence.has(Sense.STRUCK);
    boolean opener = start == i + 2 || token.is("including") || isLikeOfList(i);
    if (deed && opener) {
      phrases
          .objectAfter(start)
          .filter(name -> name.victim().isPresent())
          .ifPresent(name -> mentions.addWithSiblings(Wording.LISTED_AS, name, i, true));
    }
  }

  /** "Retailers like X", not "just like X" nor "Like X, another": that compares. */
  private boolean isLikeOfList(int i) {
    return i > 0 && sentence.at(i).is("like") && !sentence.at(i - 1).isOneOf("just", "much");
  }

  /**
   * "Victims include X and Y", "other targets of the hacks were X and Y", "breached firms include
   * X".
   */
  void victimsAre(int i) {
    boolean verb = sentence.at(i).is(Sense.LIST_OPENER);
    boolean told =
        sentence.has(Sense.EVENT, 0, i + MAX_TO_OPENER)
            || sentence.has(Sense.STRUCK, 0, i)
            || sentence.has(Sense.RANSOM);
    boolean owned = sentence.has(Sense.OWN_UP, 0, i) || sentence.has(Sense.STRUCK, 0, i);
    if (!told || (verb && !owned)) {
      return;
    }
    for (int j = verb ? i : i + 1; j < i + MAX_TO_OPENER; j++) {
      if (isOpener(j)) {
        int opener = j;
        phrases
            .objectAfter(sentence.at(j).is("such") ? j + 2 : j + 1)
            .ifPresent(name -> mentions.addWithSiblings(Wording.VICTIMS_ARE, name, opener, true));
        return;
      }
    }
  }

  private boolean isOpener(int i) {
    boolean such = sentence.at(i).is("such") && sentence.at(i + 1).is("as");
    return such
        || sentence.at(i).is(":")
        || (sentence.at(i).is(Sense.LIST_OPENER) && !sentence.at(i).is("as"));
  }

  /** "3 million Oakmart customers' data", "details of 3 million Oakmart customers", when stolen. */
  void peopleOf(int i) {
    if (!(sentence.has(Sense.HACK) || sentence.has(Sense.LEAK) || sentence.has(Sense.TAKE))) {
      return;
    }
    Optional<Name> name =
        phrases
            .endingAt(i)
            .or(
                () ->
                    sentence.at(i - 1).isPossessive() ? phrases.endingAt(i - 1) : Optional.empty());
    name.filter(phrases::couldBeVictim)
        .filter(n -> sentence.isHeadline() || n.victim().isPresent())
        .ifPresent(n -> mentions.add(Wording.PEOPLE_OF, n, i, n.victim().isPresent()));
    boolean out = sentence.has(Sense.LEAK) || sentence.hasPassiveDeed() || sentence.has(Sense.TAKE);
    if (sentence.at(i + 1).is("of") && out) {
      phrases
          .objectAfter(i + 2)
          .ifPresent(n -> mentions.addWithSiblings(Wording.PEOPLE_OF, n, i, true));
    }
  }
}
