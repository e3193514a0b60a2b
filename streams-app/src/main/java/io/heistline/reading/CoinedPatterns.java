package io.heistline.reading;

/** Names that the wording alone makes a gang's, or a tool's: "the X gang", "the X malware". */
final class CoinedPatterns {
  /** What a thief uses. */
  private static final String[] TOOLS = {
    "worm",
    "outbreak",
    "malware",
    "ransomware",
    "virus",
    "trojan",
    "variant",
    "variants",
    "strain",
    "version",
    "derivative",
    "family"
  };

  /** Words between a crew's name and its deed: ", which began work in August, has". */
  private static final int MAX_TO_DEED = 10;

  private final Sentence sentence;
  private final Name name;

  CoinedPatterns(Sentence sentence, Name name) {
    this.sentence = sentence;
    this.name = name;
  }

  /** "the X ransomware gang", "the X group", "hacking group X", "a group called X". */
  boolean isGang() {
    int i = name.to();
    while (sentence.at(i).is(Sense.GANG_KIND)) {
      i++;
    }
    boolean kind = i > name.to();
    Token noun = sentence.at(i);
    boolean gang = noun.isOneOf("gang", "crew", "syndicate", "cartel");
    boolean group =
        noun.isOneOf("group", "operators", "operation", "affiliates", "team", "collective");
    return (gang && !name.place()) || (group && kind) || isBehindNoun() || isClaimer();
  }

  /** "X claimed responsibility for the attack", "X has taken credit for". */
  private boolean isClaimer() {
    int verb = name.to();
    while (sentence.at(verb).is(Sense.BE) || sentence.at(verb).lower().endsWith("ly")) {
      verb++;
    }
    int claim = sentence.at(verb + 1).is(Sense.DETERMINER) ? verb + 2 : verb + 1;
    boolean claims = sentence.at(verb).isOneOf("claimed", "claims", "claim", "claiming");
    boolean takes = sentence.at(verb).isOneOf("took", "taken", "takes");
    Token what = sentence.at(claim);
    return (what.is("credit") || (what.is("responsibility") && !takes))
        && (claims || takes)
        && sentence.at(claim + 1).is("for");
  }

  /** "hacking group X", "a group called X", "the hackers 'X'"; a hacker called X is a person. */
  private boolean isBehindNoun() {
    int before = name.from() - 1;
    while (isQuoteOrArticle(sentence.at(before))) {
      before--;
    }
    boolean called = false;
    while (isLead(sentence.at(before))) {
      called |= sentence.at(before).is(Sense.CALLED) && !sentence.at(before).is("who");
      before--;
    }
    Token noun = sentence.at(before);
    boolean quoted =
        before == name.from() - 2
            && sentence.at(name.from() - 1).isOneOf("\"", "\u201C", "'", "\u2018");
    boolean gang =
        noun.isOneOf("gang", "group", "organization", "collective", "hackers", "crew", "team")
            && (!noun.isCapitalised() || sentence.isHeadline());
    boolean hacking =
        sentence
            .at(before - 1)
            .isOneOf("hacking", "hacker", "ransomware", "cybercrime", "hacktivist", "extortion");
    return gang && (called || quoted || (hacking && !noun.isOneOf("hackers", "crew")));
  }

  /** What stands between a noun and its name: ", who call themselves", "identified as". */
  private static boolean isLead(Token token) {
    return token.is(Sense.CALLED)
        || token.isOneOf(
            ",", "is", "are", "which", "that", "also", "as", "identified", "identifying")
        || token.isOneOf("call", "calls", "using", "of", "under", "the", "only", "self");
  }

  private static boolean isQuoteOrArticle(Token token) {
    return token.isOneOf("\"", "\u201C", "'", "the", "as", "\u2018");
  }

  /** "the Tyupkin malware", "a banking trojan called Dyre". */
  boolean isMalware() {
    Token next = sentence.at(name.to());
    Token second = sentence.at(name.to() + 1);
    boolean banking = next.is("banking") && second.is(Sense.MALWARE);
    if (next.is(Sense.MALWARE) || next.is("botnets") || banking) {
      return true;
    }
    int before = name.from() - 1;
    while (isQuoteOrArticle(sentence.at(before))
        || sentence.at(before).isOneOf("called", "dubbed", "named", "known")) {
      before--;
    }
    return before < name.from() - 1 && sentence.at(before).is(Sense.MALWARE);
  }

  /** "built the X worm", "a strain known as X": what was used; whose it was is not said. */
  boolean isTool() {
    Token next = sentence.at(name.to());
    boolean gang = sentence.has(Sense.GANG, name.to(), name.to() + 4);
    boolean named = name.to() - name.from() > 1 && sentence.at(name.to() - 1).isOneOf(TOOLS);
    if (named
        || next.isOneOf(TOOLS)
        || (next.is("crypto") && sentence.at(name.to() + 2).isOneOf(TOOLS))) {
      return !gang;
    }
    int before = name.from() - 1;
    while (sentence.at(before).is(Sense.CALLED)
        || isQuoteOrArticle(sentence.at(before))
        || sentence.at(before).is("of")) {
      before--;
    }
    return before < name.from() - 1 && sentence.at(before).isOneOf(TOOLS);
  }

  /** "X operators", "X, which has published stolen data": what crews have and do, not malware. */
  boolean isCrew() {
    if (sentence.at(name.to()).is(Sense.GANG)) {
      return true;
    }
    for (int i = name.to(); i < name.to() + MAX_TO_DEED; i++) {
      if (sentence
          .at(i)
          .isOneOf("published", "posted", "leaked", "claimed", "claims", "threatened")) {
        return true;
      }
    }
    return false;
  }

  /** "hit by X ransomware": the crew that runs it, where it is one's; not "a variant of X". */
  boolean isRansomware() {
    boolean own = sentence.at(name.to() - 1).is("ransomware");
    int i = own ? name.to() - 1 : name.to();
    boolean oneOfMany =
        sentence.at(i + 1).isOneOf(TOOLS) || sentence.at(i + 1).isOneOf("samples", "campaign");
    return sentence.at(i).is("ransomware") && !oneOfMany;
  }
}
