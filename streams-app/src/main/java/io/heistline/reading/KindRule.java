package io.heistline.reading;

import io.heistline.model.Amount;
import io.heistline.model.AmountRole;
import io.heistline.model.Kind;
import java.util.List;

/** Theft, extortion or breach: by the words that go with the victim. */
final class KindRule {
  private KindRule() {}

  static Kind of(List<Statement> statements, List<Amount> amounts, String victim) {
    int extortion = 0;
    int theft = 0;
    int breach = 0;
    for (Statement statement : statements) {
      Sentence sentence = statement.facts().sentence();
      int weight = statement.mention().isPresent() ? 2 : 1;
      extortion += sentence.has(Sense.RANSOM) ? weight : 0;
      breach += sentence.has(Sense.DATA) ? weight : 0;
      theft += isMoneyTalk(sentence) ? weight : 0;
    }
    boolean loss = amounts.stream().anyMatch(a -> a.getRole() == AmountRole.LOSS);
    boolean demand = amounts.stream().anyMatch(a -> a.getRole() == AmountRole.DEMAND);
    if (extortion > 0 && (demand || extortion >= Math.max(theft, breach))) {
      return Kind.EXTORTION;
    }
    if (loss || theft > breach) {
      return Kind.THEFT;
    }
    return breach > 0 ? Kind.BREACH : Kind.THEFT;
  }

  static Kind ofSum(Statement statement) {
    return statement.facts().sentence().has(Sense.RANSOM) ? Kind.EXTORTION : Kind.THEFT;
  }

  private static boolean isMoneyTalk(Sentence sentence) {
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
            "$",
            "robbery",
            "rekt",
            "coins",
            "defi",
            "flash",
            "protocol" -> {
          return true;
        }
        default -> {}
      }
    }
    return false;
  }
}
