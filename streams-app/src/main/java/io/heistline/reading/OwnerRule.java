package io.heistline.reading;

import java.util.List;

/** Whose an amount is, of those that a sentence names. */
final class OwnerRule {
  /** Tokens before an amount within which "each" stands: "have each paid nearly $9 million". */
  private static final int EACH_REACH = 6;

  /** Tokens from its beginning within which a sentence says what it is about. */
  private static final int SUBJECT_REACH = 6;

  /** Tokens before a name within which it is said to be where something happened. */
  private static final int WHERE_REACH = 6;

  /** Words from "since" to the name of an older theft. */
  private static final int SINCE_REACH = 4;

  private OwnerRule() {}

  /** The amounts of a sentence that stand nearer to this victim than to another. */
  static List<RoleRule.Roled> nearest(Facts facts, VictimMention mention) {
    if (facts.victims().size() == 1) {
      return facts.money().stream()
          .filter(roled -> !isOfNextClause(facts, mention, roled.money()))
          .filter(roled -> !isOfNameBefore(facts, mention, roled.money()))
          .filter(roled -> !isOfItem(facts.sentence(), mention, roled.money()))
          .filter(roled -> !isCompared(facts.sentence(), mention, roled.money()))
          .filter(roled -> !PayerRule.isPaidByUnnamed(facts.sentence(), roled.money()))
          .toList();
    }
    return facts.money().stream()
        .filter(roled -> isOf(facts, roled.money(), mention))
        .filter(roled -> !isCompared(facts.sentence(), mention, roled.money()))
        .filter(roled -> !PayerRule.isPaidByUnnamed(facts.sentence(), roled.money()))
        .toList();
  }

  /** "$9 million, which puts it ahead of the Oakmart hack", "more than Oakmart lost". */
  private static boolean isCompared(Sentence sentence, VictimMention mention, Money money) {
    int name = mention.name().from();
    for (int i = money.to(); i < name; i++) {
      boolean than = sentence.at(i).is("than") && i > money.to() + 1;
      boolean since = sentence.at(i).is("since") && name - i <= SINCE_REACH;
      if (than
          || since
          || (sentence.at(i).is("ahead") && sentence.at(i + 1).is("of"))
          || sentence
              .at(i)
              .isOneOf("surpassing", "eclipsing", "compared", "topping", "reminiscent", "rivals")) {
        return true;
      }
    }
    return false;
  }

  /**
   * "the Oakmart hack, and the 2016 $9 million bank heist", "and thefts of at least $9 million".
   */
  static boolean isOfItem(Sentence sentence, VictimMention mention, Money money) {
    int item = -1;
    for (int i = money.from() - 1; i > mention.name().to() && item < 0; i--) {
      boolean joint = sentence.at(i - 1).isOneOf(",", "and") && !sentence.at(i).is("which");
      item = joint && !sentence.at(i).is(Sense.BE) ? i : -1;
    }
    if (item < 0 || !sentence.has(Sense.EVENT, mention.name().from() - 4, item - 1)) {
      return false;
    }
    boolean the = sentence.at(item).is(Sense.DETERMINER);
    boolean named = the && sentence.has(Sense.EVENT, money.to(), money.to() + 4);
    for (int i = item; i < money.from(); i++) {
      boolean series = sentence.at(i).is(Sense.MANY) && sentence.at(i).is(Sense.EVENT);
      named |= series && !sentence.at(i - 1).isOneOf("these", "those");
    }
    return named;
  }

  /** "attacks on banks to steal $9 million": one item of a list, and many thefts. */
  static boolean isOfSeries(Sentence sentence, VictimMention mention, Money money) {
    for (int i = money.from() - 1; i > mention.name().to(); i--) {
      if (sentence.at(i).is(Sense.MANY) && sentence.at(i).is(Sense.EVENT)) {
        return true;
      }
      if (sentence.at(i).is(",")) {
        return false;
      }
    }
    return false;
  }

  /** "the Oakmart hack and the Zuzubit $9 million heist": the name before it owns it. */
  private static boolean isOfNameBefore(Facts facts, VictimMention mention, Money money) {
    return facts.names().stream()
        .anyMatch(name -> name.to() == money.from() && name.from() > mention.name().to());
  }

  /** "Oakmart paid $9 million, while Zuzubit has paid $5 million": the second is the other's. */
  private static boolean isOfNextClause(Facts facts, VictimMention mention, Money money) {
    return facts.names().stream()
        .filter(name -> name.from() >= mention.name().to() && name.to() <= money.from())
        .filter(name -> name.victim().isPresent())
        .anyMatch(
            name -> facts.sentence().at(name.from() - 1).isOneOf("while", "whereas", "but", ";"));
  }

  private static boolean isOf(Facts facts, Money money, VictimMention mention) {
    VictimMention owner = owner(facts, money);
    return owner.equals(mention)
        || (facts.sentence().hasWord("each", money.from() - EACH_REACH, money.from())
            && isJoined(facts.sentence(), mention.name(), owner.name()));
  }

  /** "Oakmart and Zuzubit have each paid $9 million". */
  private static boolean isJoined(Sentence sentence, Name first, Name second) {
    int and = second.from() - 1;
    return first.to() <= and && and <= first.to() + 1 && sentence.at(and).isOneOf("and", "&");
  }

  /** "Oakmart ($9 million)", "Oakmart City ($9 million)": its own, whatever else is told. */
  static boolean hasBracketed(Facts facts, VictimMention mention) {
    int to = mention.name().to();
    int bracket = facts.sentence().at(to).isCapitalised() ? to + 1 : to;
    return facts.sentence().at(bracket).is("(")
        && facts.money().stream().anyMatch(roled -> roled.money().from() == bracket + 1);
  }

  private static VictimMention owner(Facts facts, Money money) {
    VictimMention owner = facts.victims().get(0);
    int closest = Integer.MAX_VALUE;
    for (VictimMention mention : facts.victims()) {
      int behind = mention.name().from() - money.to();
      int before = money.from() - mention.name().to();
      int distance = behind >= 0 ? behind : before;
      for (int i = Math.min(mention.name().to(), money.to());
          i < Math.max(mention.name().from(), money.from());
          i++) {
        Token between = facts.sentence().at(i);
        distance += between.isOneOf(",", "and", ";") ? 5 : 0;
      }
      if (distance < closest) {
        closest = distance;
        owner = mention;
      }
    }
    return owner;
  }

  /** Whether a sentence names a known victim other than the one in focus, and not that one. */
  static boolean isAboutAnother(Facts facts, VictimFile focus) {
    boolean another = false;
    for (Name name : facts.names()) {
      if (focus.isOf(name)) {
        return false;
      }
      another |=
          name.victim().isPresent()
              && name.source().isEmpty()
              && !isWhere(facts.sentence(), name)
              && !CoinRule.isCoin(facts.sentence(), name);
    }
    return another;
  }

  /** "The town paid $9,000", "It lost $9 million": goes on about the one that was named last. */
  static boolean isAboutTheSame(Sentence sentence) {
    for (int i = 0; i < SUBJECT_REACH; i++) {
      Token token = sentence.at(i);
      boolean pronoun = token.isOneOf("it", "its", "they", "their");
      boolean kind = token.is("the") && isKind(sentence.at(i + 1));
      if (pronoun || kind) {
        return true;
      }
    }
    return false;
  }

  private static boolean isKind(Token token) {
    return token.is(Sense.ORG) || token.is(Sense.NAME_PART) || token.is(Sense.GANG);
  }

  /** "on Zuzuchain", "to Zuzubit", "across Zuzuchain and Oakchain": where it happened or went. */
  static boolean isWhere(Sentence sentence, Name name) {
    for (int i = name.from() - 1; i >= name.from() - WHERE_REACH; i--) {
      Token token = sentence.at(i);
      boolean listed = token.isCapitalised() || token.isOneOf(",", "and", "the");
      if (!listed || i < 0) {
        return token.isOneOf("on", "via", "to", "through", "across", "into", "using", "onto");
      }
    }
    return false;
  }
}
