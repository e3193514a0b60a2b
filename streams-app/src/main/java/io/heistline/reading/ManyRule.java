package io.heistline.reading;

/** Whether a sentence speaks of many who lost: "from more than 100 banks", "its victims". */
final class ManyRule {
  /** Tokens from a link to those robbed: "to more than 200 large and small banks". */
  private static final int REACH = 6;

  private ManyRule() {}

  /** "from banks and exchanges", "to victims worldwide", "from more than 100 banks". */
  static boolean isRobbed(Sentence sentence) {
    for (int i = 0; i < sentence.size(); i++) {
      Token token = sentence.at(i);
      if (!token.is(Sense.MANY)) {
        continue;
      }
      boolean all = token.isOneOf("globally", "worldwide", "globe");
      boolean several =
          token.is("victims")
              || token.is("world")
              || isPlainlyMany(sentence, i)
              || isCounted(sentence, i)
              || isListed(sentence, i);
      if (all || (several && isLinked(sentence, i)) || isOfEvents(sentence, i)) {
        return true;
      }
    }
    return false;
  }

  /** "from banks", "from small businesses": no one of them is meant. */
  private static boolean isPlainlyMany(Sentence sentence, int many) {
    Token before = sentence.at(many - 1);
    boolean these = before.is(Sense.DETERMINER) || before.isPossessive() || before.isCapitalised();
    return !these
        && sentence
            .at(many)
            .isOneOf(
                "banks",
                "exchanges",
                "companies",
                "businesses",
                "firms",
                "institutions",
                "organizations",
                "organisations",
                "hospitals",
                "schools");
  }

  /** "Freedonians lost $9 billion", "Consumers lost $9 million": a people, or all of a kind. */
  static boolean isPeopleLosing(Sentence sentence) {
    for (int i = 0; i + 1 < sentence.size(); i++) {
      boolean all = i == 0 || sentence.at(i - 1).isOneOf(",", "that", "and", "u.s.", "american");
      if (all && sentence.at(i).is(Sense.PERSONAL) && sentence.at(i + 1).isOneOf("lost", "lose")) {
        return true;
      }
    }
    return false;
  }

  /** "Hackers stole $9 billion in 2022", of all whom they robbed; not "from an exchange". */
  static boolean isThieving(Sentence sentence) {
    boolean thieves =
        sentence.tokens().stream()
            .anyMatch(t -> t.isOneOf("hackers", "criminals", "cybercriminals", "regime"));
    if (!thieves || !sentence.has(Sense.TAKE)) {
      return false;
    }
    for (int i = 0; i < sentence.size(); i++) {
      if (sentence.at(i).isOneOf("from", "at", "of")
          && sentence.at(i + 1).isOneOf("a", "an", "one", "the")) {
        return false;
      }
    }
    return true;
  }

  private static boolean isLinked(Sentence sentence, int many) {
    for (int i = many - 1; i >= Math.max(0, many - REACH); i--) {
      if (sentence.at(i).isOneOf("from", "against", "costing", "cost", "to", "across", "by")) {
        return true;
      }
    }
    return false;
  }

  /** "100 banks", "hundreds of banks", "several exchanges"; of one bank customers are many too. */
  private static boolean isCounted(Sentence sentence, int many) {
    Token before = sentence.at(many - 1);
    Token second = sentence.at(many - 2);
    boolean number = before.isNumber() || second.isNumber();
    boolean words =
        before.isOneOf("several", "multiple", "many", "numerous", "dozens", "hundreds")
            || (before.is("of") && second.isOneOf("dozens", "hundreds", "thousands", "scores"));
    return !sentence.at(many).is(Sense.PERSONAL) && (number || words);
  }

  /** "banks, merchants and consumers": kinds of victims. */
  private static boolean isListed(Sentence sentence, int many) {
    boolean and = sentence.at(many + 1).isOneOf(",", "and", "or");
    return and && sentence.has(Sense.MANY, many + 2, many + 5);
  }

  /** "losses from the attacks", "in various scams". */
  private static boolean isOfEvents(Sentence sentence, int many) {
    return sentence
            .at(many)
            .isOneOf(
                "attacks",
                "incidents",
                "heists",
                "thefts",
                "hacks",
                "raids",
                "scams",
                "frauds",
                "crimes")
        && sentence
            .at(many - 1)
            .isOneOf(
                "the", "these", "those", "such", "various", "many", "several", "multiple", "past")
        && (sentence.at(many - 2).isOneOf("from", "in", "of", "across", "through")
            || (sentence.at(many - 1).is("such") && sentence.has(Sense.LOSE)));
  }

  /** "earned $9 million from their victims", "$9 million in losses to various entities". */
  static boolean isOfItsVictims(Sentence sentence) {
    for (int i = 2; i < sentence.size(); i++) {
      boolean many = sentence.at(i).isOneOf("victims", "entities", "attacks", "targets");
      boolean all = sentence.at(i - 1).isOneOf("their", "its", "various", "those", "many");
      if (many && all && sentence.at(i - 2).isOneOf("from", "to", "across")) {
        return true;
      }
    }
    return false;
  }

  /** "More than 9,000 shoppers lost $9 million", "30 residents had been scammed out of it". */
  static boolean isPeopleRobbed(Sentence sentence) {
    for (int i = 1; i < sentence.size(); i++) {
      boolean people =
          sentence.at(i).is(Sense.PERSONAL) || sentence.at(i).isOneOf("residents", "investors");
      if (people && sentence.at(i - 1).isNumber() && isRobbedNear(sentence, i + 1)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isRobbedNear(Sentence sentence, int from) {
    for (int i = from; i < from + REACH; i++) {
      if (sentence.at(i).isOneOf("lost", "scammed", "duped", "conned", "swindled", "defrauded")) {
        return true;
      }
    }
    return false;
  }

  /** "received $9 million from just 233 victims" of ransomware. */
  static boolean isCountedVictims(Sentence sentence) {
    for (int i = 1; sentence.has(Sense.RANSOM) && i < sentence.size(); i++) {
      if (sentence.at(i).is("victims")
          && sentence.at(i - 1).isNumber()
          && sentence.hasWord("from", i - 4, i)) {
        return true;
      }
    }
    return false;
  }

  /** "infected more than 4 million computers": who lost are as many. */
  static boolean isInfected(Sentence sentence) {
    for (int i = 1; i < sentence.size(); i++) {
      boolean machines =
          sentence.at(i).isOneOf("computers", "machines", "pcs", "devices", "systems", "phones");
      Token before = sentence.at(i - 1);
      if (machines && (before.isNumber() || Units.magnitude(before).isPresent())) {
        return true;
      }
    }
    return false;
  }
}
