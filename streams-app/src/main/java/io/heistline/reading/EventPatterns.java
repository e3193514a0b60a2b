package io.heistline.reading;

import java.util.List;
import java.util.Optional;

/** Wordings of an event that a victim had: "the hack of X", "the X breach". */
final class EventPatterns {
  /** Behind a breach, what tells of many. */
  private static final String[] RECORDS_OF_EVENTS = {
    "portal", "investigations", "survey", "study", "index", "tracker", "statistics"
  };

  private final Sentence sentence;
  private final List<Name> names;
  private final NamePhrases phrases;
  private final Mentions mentions;

  EventPatterns(Mentions mentions) {
    this.sentence = mentions.sentence();
    this.names = mentions.names();
    this.phrases = mentions.phrases();
    this.mentions = mentions;
  }

  /** "the hack of X", "a heist at X", "the attack against X", "breaches like X and Y". */
  void eventAt(int i) {
    int j = i + 1;
    while (j < i + 4
        && (sentence.at(j).is(Sense.ORG)
            || sentence.at(j).is(Sense.EVENT)
            || sentence.at(j).is(","))) {
      j++;
    }
    if (sentence.at(j).is(Sense.OWN_UP) && sentence.at(j + 1).is("by")) {
      int by = j + 1; // "breaches suffered by X"
      phrases
          .objectAfter(by + 1)
          .ifPresent(name -> mentions.addWithSiblings(Wording.EVENT_OF, name, i, true));
      return;
    }
    Token link = sentence.at(j);
    boolean such = link.is("such") && sentence.at(j + 1).is("as");
    if (link.isOneOf(
            "of", "on", "at", "against", "in", "affecting", "like", "including", "involving")
        || such
        || link.isOneOf("from", "hitting")) {
      boolean firm = !link.is("in") && !link.is("of");
      phrases
          .objectAfter(such ? j + 2 : j + 1)
          .ifPresent(
              name ->
                  mentions.addWithSiblings(
                      Wording.EVENT_AT, name, i, firm || !sentence.at(i).is("fraud")));
    }
  }

  /**
   * "the Harmony hack", "Equifax's massive data breach", "Axie Infinity's Ronin Network exploit".
   */
  void namedEvent(int i) {
    if (sentence.at(i + 1).isOneOf(RECORDS_OF_EVENTS)) {
      return; // "the bureau's breach portal": who keeps count of others'
    }
    int j = i - 1;
    int words = 0;
    while (j >= 0
        && words < 5
        && isEventDescription(sentence.at(j))
        && phrases.endingAt(j + 1).isEmpty()) {
      j--;
      words++;
    }
    Optional<Name> name = phrases.endingAt(j + 1).filter(phrases::couldBeVictim);
    if (name.isEmpty()) {
      return;
    }
    // "the BlueBorne attack", "a Chrome exploit": a technique or its target, where the name is new
    boolean technique =
        sentence.at(i).isOneOf("attack", "attacks", "exploit", "exploits", "scam", "intrusions");
    if (technique && name.get().victim().isEmpty()) {
      return;
    }
    boolean verb =
        i + 1 < sentence.size()
            && sentence.at(i).isOneOf("attacks", "hacks")
            && sentence.at(i + 1).isCapitalised();
    if (!verb) {
      mentions.addWithSiblingsBefore(Wording.NAMED_EVENT, name.get(), i);
    }
  }

  private static boolean isEventDescription(Token token) {
    return token.isPossessive()
        || token.isOneOf("-", "!", "$")
        || token.is(Sense.ORG)
        || token.is(Sense.DATA)
        || token.is(Sense.RANSOMWARE)
        || token.is(Sense.EVENT)
        || token.isNumber()
        || token.is(Sense.ADJECTIVE);
  }

  /** "X's $40 million ransom", "the X hackers": known names. */
  void knownNameBefore(int i) {
    int j = i - 1;
    while (j > i - 5 && isEventDescription(sentence.at(j)) && phrases.endingAt(j + 1).isEmpty()) {
      j--;
    }
    phrases
        .endingAt(j + 1)
        .filter(name -> name.victim().isPresent() && name.actor().isEmpty())
        .ifPresent(name -> mentions.add(Wording.KNOWN_BEFORE, name, i, true));
  }

  /** "the Equifax Data Breach", "X: Millions of Accounts Leaked": names that tell by themselves. */
  void tellingNames() {
    for (Name name : names) {
      boolean event = name.victim().isPresent() && sentence.at(name.to() - 1).is(Sense.EVENT);
      boolean topic =
          sentence.style() == Sentence.Style.TITLE
              && name.from() == 0
              && sentence.at(name.to()).is(":")
              && (sentence.has(Sense.STRUCK) || sentence.has(Sense.EVENT));
      if (event || topic) {
        mentions.add(Wording.TELLING_NAME, name, name.to() - 1, true);
      }
    }
  }

  /** "Harvest Finance - REKT": the tag in a headline. */
  void headlineTag() {
    if (sentence.style() != Sentence.Style.TITLE) {
      return;
    }
    for (int i = 1; i < sentence.size(); i++) {
      boolean tag = sentence.at(i).isOneOf("rekt", "r3kt");
      if (tag && sentence.at(i - 1).isOneOf("-", "\u2013")) {
        int end = i - 1;
        int start = Math.max(0, end - 5);
        for (int j = start; j < end; j++) {
          if (sentence.at(j).is("(") && !sentence.has(Sense.ORG, j, end) && end - j > 3) {
            start = j + 1;
          }
        }
        String words = sentence.words(start, end);
        Optional<Name> known = phrases.endingAt(end);
        Name whole =
            known.filter(n -> n.text().equals(words)).orElse(Name.unknown(start, end, words));
        mentions.add(Wording.HEADLINE_TAG, whole, i, true);
        return;
      }
    }
  }
}
