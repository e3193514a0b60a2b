package io.heistline.reading;

import java.util.Locale;

/** Who paid, where it is nobody that the article names. */
final class PayerRule {
  /** Tokens before a verb within which its subject stands. */
  private static final int REACH = 7;

  /** Words from "an" to its noun: "an Oakland county hospital". */
  private static final int NOUN = 4;

  /** Days over which a wave is one event. */
  private static final int WAVE_DAYS = 60;

  private PayerRule() {}

  /** "The hospital paid $9,000" in an article about a city: not the victim. */
  static boolean isOfOtherKind(Sentence sentence, VictimFile focus) {
    int own = kindIn(focus.name());
    for (int i = 1; own != 0 && i < sentence.size(); i++) {
      Token verb = sentence.at(i);
      if (verb.is(Sense.PAY) && !verb.isOneOf("payment", "payments", "payout")) {
        int payer = kindOfSubject(sentence, i);
        if (payer != 0) {
          return payer != own && focus.aliases().stream().noneMatch(a -> kindIn(a) == payer);
        }
      }
    }
    return false;
  }

  private static int kindOfSubject(Sentence sentence, int verb) {
    for (int i = verb - 1; i >= Math.max(0, verb - REACH); i--) {
      if (sentence.at(i).isOneOf(",", ";", "that", "which", "to")) {
        break;
      }
      int kind = kind(sentence.at(i).lower());
      if (kind != 0) {
        return sentence.hasWord("the", i - NOUN, i) ? kind : 0;
      }
    }
    return 0;
  }

  private static int kindIn(String name) {
    for (String word : name.toLowerCase(Locale.ROOT).split(" ", -1)) {
      if (kind(word) != 0) {
        return kind(word);
      }
    }
    return 0;
  }

  /** What kinds of victims call themselves; none for a word that tells no kind. */
  private static int kind(String word) {
    return switch (word) {
      case "hospital", "health", "clinic", "medical" -> 1;
      case "city", "town", "county", "village", "municipality" -> 2;
      case "university", "college", "school", "district" -> 3;
      case "department", "agency", "ministry" -> 4;
      case "bank" -> 5;
      default -> 0;
    };
  }

  /** "A Freedonian hospital paid $9,000", "another exchange lost $8 million": not the victim. */
  static boolean isUnnamed(Sentence sentence) {
    for (int i = 1; i < sentence.size(); i++) {
      Token verb = sentence.at(i);
      boolean paid = verb.is(Sense.PAY) && !verb.isOneOf("payment", "payments", "payout");
      if ((paid || verb.is("lost")) && hasUnnamedSubject(sentence, i, paid)) {
        return true;
      }
    }
    return false;
  }

  /** "a Freedonian college paying $9,000", beside victims that have names. */
  static boolean isPaidByUnnamed(Sentence sentence, Money money) {
    for (int i = money.from() - 1; i > money.from() - REACH; i--) {
      if (sentence.at(i).isOneOf("paid", "paying", "pays")) {
        return hasUnnamedSubject(sentence, i, true);
      }
    }
    return false;
  }

  private static boolean hasUnnamedSubject(Sentence sentence, int verb, boolean paid) {
    for (int i = verb - 1; i >= Math.max(0, verb - REACH); i--) {
      Token token = sentence.at(i);
      if (token.isOneOf(",", ";", "the", "its", "that", "which")) {
        return false;
      }
      if (token.is(Sense.ORG) || kind(token.lower()) != 0) {
        return isAnother(sentence, i, paid);
      }
    }
    return false;
  }

  private static boolean isAnother(Sentence sentence, int noun, boolean paid) {
    for (int i = noun - 1; i >= Math.max(0, noun - NOUN); i--) {
      Token token = sentence.at(i);
      if (token.is("another") || (paid && token.isOneOf("a", "an", "one"))) {
        return true;
      }
      if (!token.isWord() || token.is(Sense.PREPOSITION)) {
        return false;
      }
    }
    return false;
  }

  /** "Victims have paid it $90,000 so far": what one wave brought in, and not what years did. */
  static boolean isPaidToOneWave(Statement statement) {
    Sentence sentence = statement.facts().sentence();
    return !statement.money().isEmpty()
        && (sentence.has(Sense.PAY) || sentence.has(Sense.RANSOM))
        && statement.facts().dates().stream().noneMatch(PayerRule::isLong);
  }

  private static boolean isLong(DateMention date) {
    return date.isYear() || date.last().isAfter(date.first().plusDays(WAVE_DAYS));
  }
}
