package io.heistline.reading;

/**
 * Names beside an amount that say what was taken and not from whom: the coin or the pool ("$9
 * million in ZUZU tokens", "12 million ZUZU", "the ZUZU pool").
 */
final class CoinRule {
  /** Tokens before a name within which its amount stands: "$9 million worth of the ZUZU". */
  private static final int REACH = 4;

  private CoinRule() {}

  /** Whether a name is here that of a coin or a pool. */
  static boolean isCoin(Sentence sentence, Name name) {
    if (isPool(sentence, name)) {
      return true;
    }
    boolean called =
        sentence
            .at(name.to())
            .isOneOf("token", "tokens", "coin", "coins", "stablecoin", "stablecoins");
    return (called || isTicker(sentence, name)) && isCounted(sentence, name);
  }

  /** "drained its ZUZU pool", "the ZUZU and OAK vaults"; not "the Zuzubit pool". */
  private static boolean isPool(Sentence sentence, Name name) {
    return isTicker(sentence, name)
        && sentence
            .at(name.to())
            .isOneOf("pool", "pools", "omnipool", "omnipools", "vault", "vaults");
  }

  /** "12 million ZUZU", "$9 million in ZUZU", "$9 million worth of ZUZU". */
  private static boolean isCounted(Sentence sentence, Name name) {
    if (sentence.at(name.to()).is(Sense.PERSONAL) || sentence.at(name.to()).isPossessive()) {
      return false; // "12 million Zuzubit users"
    }
    for (int i = name.from() - 1; i >= name.from() - REACH; i--) {
      Token token = sentence.at(i);
      if (token.isNumber() || Units.magnitude(token).isPresent()) {
        return true;
      }
      if (!token.isOneOf("in", "of", "worth", "the", "its", "and", "about", "~")) {
        return false;
      }
    }
    return false;
  }

  /** "ZUZU", "zuUSD", "aZUZUb": capitals, but for a letter or two of whose it is. */
  private static boolean isTicker(Sentence sentence, Name name) {
    if (name.to() - name.from() != 1) {
      return false;
    }
    String text = sentence.at(name.from()).text();
    int capitals = 0;
    for (int i = 0; i < text.length(); i++) {
      capitals += Character.isUpperCase(text.charAt(i)) ? 1 : 0;
    }
    return capitals > 1 && Character.isUpperCase(text.charAt(text.length() - 2));
  }
}
