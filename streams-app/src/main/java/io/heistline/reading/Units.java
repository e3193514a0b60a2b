package io.heistline.reading;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Magnitudes and currencies, in one table each. */
final class Units {
  private static final Map<String, BigDecimal> MAGNITUDES =
      amounts(
          Map.of(
              "1000", "k thousand thousands grand",
              "100000", "lakh lakhs",
              "1000000", "m mm mn mln mil mill million millions",
              "10000000", "crore crores",
              "1000000000", "b bn bln bil billion billions",
              "1000000000000", "t tn trillion trillions"));

  /** Parts of a whole, by how many make it up. */
  private static final Map<String, BigDecimal> PARTS =
      amounts(
          Map.of(
              "3", "third thirds",
              "4", "quarter quarters",
              "5", "fifth fifths",
              "10", "tenth tenths"));

  private static final Map<String, BigDecimal> NUMBER_WORDS =
      amounts(
          Map.ofEntries(
              Map.entry("1", "one"),
              Map.entry("2", "two"),
              Map.entry("3", "three"),
              Map.entry("4", "four"),
              Map.entry("5", "five"),
              Map.entry("6", "six"),
              Map.entry("7", "seven"),
              Map.entry("8", "eight"),
              Map.entry("9", "nine"),
              Map.entry("10", "ten"),
              Map.entry("11", "eleven"),
              Map.entry("12", "twelve"),
              Map.entry("13", "thirteen"),
              Map.entry("14", "fourteen"),
              Map.entry("15", "fifteen"),
              Map.entry("16", "sixteen"),
              Map.entry("17", "seventeen"),
              Map.entry("18", "eighteen"),
              Map.entry("19", "nineteen"),
              Map.entry("20", "twenty"),
              Map.entry("30", "thirty"),
              Map.entry("40", "forty"),
              Map.entry("50", "fifty"),
              Map.entry("60", "sixty"),
              Map.entry("70", "seventy"),
              Map.entry("80", "eighty"),
              Map.entry("90", "ninety")));

  /** Signs that stand before a number, some with the letters that go before the sign. */
  private static final Map<String, String> SIGNS =
      currencies(
          """
          USD $ us$
          EUR \u20ac
          GBP \u00a3
          JPY \u00a5
          KRW \u20a9
          INR \u20b9
          RUB \u20bd
          BTC \u20bf
          NGN \u20a6
          UAH \u20b4
          ILS \u20aa
          AUD a$ au$
          CAD c$ ca$
          HKD hk$
          SGD s$
          NZD nz$
          TWD nt$
          BRL r$
          """);

  /** Words that stand before or behind a number. */
  static final String CURRENCIES =
      """
          USD usd dollar dollars bucks
          EUR eur euro euros
          GBP gbp pound pounds quid sterling
          JPY jpy yen
          KRW krw won
          CNY cny rmb yuan renminbi
          INR inr rupee rupees
          RUB rub rubles roubles ruble rouble
          BRL brl reais
          MXN mxn pesos
          CHF chf francs
          TWD twd
          HKD hkd
          SGD sgd
          AUD aud
          CAD cad
          NGN ngn naira
          ZAR zar rand
          VND vnd dong
          BDT bdt taka
          KES kes
          THB thb baht
          IDR idr rupiah
          MYR myr ringgit
          ILS ils shekel shekels
          ARS ars
          DKK dkk
          NOK nok
          AED aed dirham dirhams
          SAR riyal riyals
          TRY lira
          PLN pln zloty
          SEK sek kronor
          UAH uah hryvnia
          BTC btc bitcoin bitcoins
          BCH bch
          ETH eth ether ethers ethereum
          WETH weth
          WBTC wbtc
          USDC usdc
          USDT usdt tether
          DAI dai xdai
          BUSD busd
          TUSD tusd
          GUSD gusd
          USDP usdp
          FRAX frax
          LUSD lusd
          SUSD susd
          FDUSD fdusd
          PYUSD pyusd
          BNB bnb wbnb
          SOL sol
          XRP xrp ripple
          LTC ltc litecoin litecoins
          ETC etc
          ZEC zec zcash
          XMR xmr monero moneros
          DOGE doge dogecoin dogecoins
          TRX trx
          XEM xem nem
          XNO xrb
          ADA ada
          MATIC matic
          AVAX avax
          EOS eos
          ATOM atom
          """;

  private static final Map<String, String> CURRENCY_WORDS = currencies(CURRENCIES);

  private static final WordTable<String> CURRENCY_OF_WORD = table(CURRENCY_WORDS);
  private static final WordTable<BigDecimal> MAGNITUDE_OF_WORD = table(MAGNITUDES);

  /** Tokens that are worth a dollar: so many of them are so many dollars. */
  private static final Set<String> STABLE =
      Set.of(
          "USDC", "USDT", "DAI", "BUSD", "TUSD", "GUSD", "USDP", "FRAX", "LUSD", "SUSD", "FDUSD",
          "PYUSD");

  /** Letters that may stick to a number and are no magnitude: "6th". */
  private static final Set<String> ORDINALS = Set.of("st", "nd", "rd", "th", "s", "am", "pm", "x");

  private Units() {}

  /** Letters that may stick to a number and are a token of their own: "44m", "6th", "75BTC". */
  static boolean isUnit(String lower) {
    return ORDINALS.contains(lower)
        || MAGNITUDES.containsKey(lower)
        || CURRENCY_WORDS.containsKey(lower);
  }

  private static <V> WordTable<V> table(Map<String, V> values) {
    WordTable<V> table = new WordTable<>();
    values.forEach(table::put);
    return table;
  }

  static Optional<BigDecimal> magnitude(Token token) {
    return Optional.ofNullable(MAGNITUDE_OF_WORD.get(token));
  }

  /** Whether a token is a currency's sign or word: no amount does without one. */
  static boolean isCurrency(Token token) {
    return token.form() == Token.Form.MARK
        ? isCurrencySign(token.text().charAt(0))
        : CURRENCY_OF_WORD.get(token) != null;
  }

  /** The currency of a sign, or of a sign with its letters: "$", "us$". */
  static Optional<String> ofSign(String lower) {
    return Optional.ofNullable(SIGNS.get(lower));
  }

  private static boolean isCurrencySign(char mark) {
    return mark == '$' || mark >= '\u00a3';
  }

  static Optional<String> ofWord(Token token) {
    return Optional.ofNullable(CURRENCY_OF_WORD.get(token));
  }

  static Optional<BigDecimal> numberWord(String lower) {
    return Optional.ofNullable(NUMBER_WORDS.get(lower));
  }

  /** How many of a part make up the whole: three thirds. */
  static Optional<BigDecimal> part(String lower) {
    return Optional.ofNullable(PARTS.get(lower));
  }

  /** Whether a token is made to be worth a dollar, and was. */
  static boolean isWorthADollar(String currency) {
    return STABLE.contains(currency);
  }

  /** A table of words by the amount that they mean. */
  private static Map<String, BigDecimal> amounts(Map<String, String> wordsByAmount) {
    Map<String, BigDecimal> table = new HashMap<>();
    wordsByAmount.forEach(
        (amount, words) -> {
          for (String word : words.split(" ", -1)) {
            table.put(word, new BigDecimal(amount));
          }
        });
    return Collections.unmodifiableMap(table);
  }

  /** A table of currencies by word, from lines of a currency and its words. */
  private static Map<String, String> currencies(String lines) {
    Map<String, String> table = new HashMap<>();
    lines
        .lines()
        .map(line -> line.split(" ", -1))
        .forEach(
            words -> {
              for (int i = 1; i < words.length; i++) {
                table.put(words[i], words[0]);
              }
            });
    return Collections.unmodifiableMap(table);
  }
}
