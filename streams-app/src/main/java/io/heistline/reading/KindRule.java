package io.heistline.reading;

import io.heistline.model.Amount;
import io.heistline.model.AmountRole;
import io.heistline.model.Kind;
import java.util.List;

/** Theft, extortion or breach: by the words that go with the victim. */
final class KindRule {
  /** What a headline of a ransom weighs more: it says what the article is about. */
  private static final int TITLE = 4;

  /** Sentences that make a subject; fewer are asides. */
  private static final int FEW = 3;

  private KindRule() {}

  /**
   * The kind of what a victim suffered.
   *
   * @param ofArticle what the article is about, for victims of which little is said
   */
  static Kind of(
      List<Statement> statements, List<Amount> amounts, Statement evidence, Kind ofArticle) {
    int extortion = 0;
    int theft = 0;
    int breach = 0;
    for (Statement statement : statements) {
      Sentence sentence = statement.facts().sentence();
      int weight = statement.mention().isPresent() ? 2 : 1;
      boolean ransom = sentence.has(Sense.RANSOM) && !isOfSource(statement);
      extortion += ransom ? weight + (statement.isTitle() ? TITLE : 0) : 0;
      breach += sentence.has(Sense.DATA) ? weight : 0;
      theft += isMoneyTalk(statement) ? weight : 0;
    }
    if (isRansomPaid(evidence)) {
      return Kind.EXTORTION;
    }
    boolean loss = amounts.stream().anyMatch(a -> a.getRole() == AmountRole.LOSS);
    boolean demand = amounts.stream().anyMatch(a -> a.getRole() == AmountRole.DEMAND);
    if (extortion > 0 && (demand || extortion >= Math.max(theft, breach))) {
      return Kind.EXTORTION;
    }
    if (demand && !loss) {
      return Kind.EXTORTION;
    }
    if (loss || theft > breach) {
      return Kind.THEFT;
    }
    if (theft + breach + extortion == 0) {
      return statements.stream().anyMatch(KindRule::isOfSource) ? Kind.BREACH : ofArticle;
    }
    return theft == 0 || breach > 0 ? Kind.BREACH : Kind.THEFT;
  }

  /**
   * What most of an article is about: "Ransomware hits hospitals" tells what befell each of the
   * hospitals that it names.
   */
  static Kind ofArticle(List<Facts> sentences) {
    int ransom = 0;
    int data = 0;
    for (Facts facts : sentences) {
      ransom += facts.sentence().has(Sense.RANSOM) ? 1 : 0;
      data += facts.sentence().has(Sense.DATA) ? 1 : 0;
    }
    boolean titled = sentences.get(0).sentence().has(Sense.RANSOM);
    return titled || (ransom >= FEW && ransom > data) ? Kind.EXTORTION : Kind.BREACH;
  }

  /** "The worm uses a tool that was stolen from the agency": nobody holds an agency to ransom. */
  private static boolean isOfSource(Statement statement) {
    return statement.mention().filter(mention -> mention.name().source().isPresent()).isPresent();
  }

  /** Whether an incident is told of as one of money, rather than of a ransom or of data. */
  static boolean isOfMoney(List<Statement> statements) {
    int balance = 0;
    for (Statement statement : statements) {
      Sentence sentence = statement.facts().sentence();
      if (sentence.has(Sense.RANSOM)) {
        return false;
      }
      balance += (isLoot(sentence) ? 1 : 0) - (sentence.has(Sense.DATA) ? 1 : 0);
    }
    return balance > 0;
  }

  /** "X paid a ransom of $9 million": whatever else the article tells of coins and wallets. */
  private static boolean isRansomPaid(Statement evidence) {
    Sentence sentence = evidence.facts().sentence();
    boolean loss = evidence.money().stream().anyMatch(m -> m.role() == AmountRole.LOSS);
    return loss && (isRansom(sentence) || isPaidToThieves(sentence));
  }

  private static boolean isRansom(Sentence sentence) {
    return sentence.has(Sense.PAY)
        && (sentence.has(Sense.UNLOCK)
            || isPaidForFiles(sentence)
            || sentence.tokens().stream().anyMatch(t -> t.isOneOf("ransom", "ransoms")));
  }

  /** "paid $9,000 to get its files back", "paid $9,000 in bitcoin". */
  private static boolean isPaidForFiles(Sentence sentence) {
    for (int i = 0; i < sentence.size(); i++) {
      boolean paid = sentence.at(i).isOneOf("paid", "pays", "paying");
      if (paid && (RansomRule.isForFiles(sentence, i) || RansomRule.isInCoins(sentence, i))) {
        return true;
      }
    }
    return false;
  }

  /** "X pays $9,000 to hackers", "X paid the extortionists". */
  private static boolean isPaidToThieves(Sentence sentence) {
    for (int i = 0; i < sentence.size(); i++) {
      if (sentence.at(i).isOneOf("paid", "pays", "paying")
          && sentence.has(Sense.GANG, i + 1, i + 9)
          && sentence.tokens().stream().noneMatch(t -> t.isOneOf("scammers", "fraudsters"))) {
        return true;
      }
    }
    return false;
  }

  static Kind ofSum(Statement statement) {
    return statement.facts().sentence().has(Sense.RANSOM) ? Kind.EXTORTION : Kind.THEFT;
  }

  /** Whether a statement speaks of money that was lost; what an attack could cost is none. */
  private static boolean isMoneyTalk(Statement statement) {
    return isLoot(statement.facts().sentence())
        || statement.money().stream().anyMatch(m -> m.role() == AmountRole.LOSS && !m.damage());
  }

  /** Whether a sentence speaks of what thieves of money take. */
  static boolean isLoot(Sentence sentence) {
    for (int i = 0; i < sentence.size(); i++) {
      switch (sentence.at(i).lower()) {
        case "funds",
            "bitcoin",
            "bitcoins",
            "crypto",
            "cryptocurrency",
            "ether",
            "tokens",
            "heist",
            "wallet",
            "wallets",
            "robbery",
            "rekt",
            "coins",
            "defi",
            "flash",
            "protocol",
            "money",
            "cash",
            "atm",
            "atms",
            "fraudulent" -> {
          return true;
        }
        default -> {}
      }
    }
    return false;
  }
}
