package io.heistline.reading;

import java.lang.Character.UnicodeScript;
import java.util.List;

/**
 * Tells English from other languages by the small words that no sentence does without.
 *
 * <p>In doubt a text is English: names are not counted against it, and a quotation in another
 * language does not outweigh the English around it.
 */
final class Language {
  /** Words from the beginning of an article that are looked at; more change no verdict. */
  private static final int MAX_WORDS = 250;

  /** Fewer small words of other languages are a name's: "Banco de la Costa". */
  private static final int MIN_FOREIGN = 3;

  /** So many times must they outnumber the English ones: half a text may be a quotation. */
  private static final int OUTWEIGHS = 3;

  /** English prose of this length has small words, whatever it is about. */
  private static final int MIN_PROSE = 40;

  /** The least share of them in prose; the barest list of product names has 7 %. */
  private static final double LEAST_ENGLISH = 0.03;

  /** Letters of another script that make a word: not all scripts part words by spaces. */
  private static final int LETTERS_A_WORD = 8;

  /** "\u00C0"; the letters before it are English. */
  private static final char FIRST_ACCENTED = '\u00C0';

  /** Greek; the letters before it are Latin. */
  private static final char FIRST_OTHER_SCRIPT = '\u0370';

  static final String ENGLISH =
      """
          the of and to that with from by for which their has been this it its they
          said after were would more into than other also you your but when his our
          had not how what there could between before because these those about she
          according while where during
          """;

  /** Small words that English does not have; a line a language or a family of them. */
  static final String FOREIGN =
      """
          der das und ist nicht mit von für auf eine einen einer dem den des im zu bei wurde sich
              auch sind haben nach über wie aus zum
          le la les des du une et est dans pour que qui sur par avec sont au aux ce cette ont pas
              été il elle ses
          el los las que y una del se por con para su más al como lo es fue han según sus de
          il di che gli della dei delle degli nel una sono è ha più dal con ed anche alla è stato
              hanno dalla nella dei
          het een van en te dat niet zijn op met voor bij naar ook aan werd wordt uit maar heeft
              hebben volgens om door
          da dos das em um uma com não na os ao foi mais pela pelo são seu às à
          els amb les dels és aquest ha han
          och att det som är av för med till på har inte om ett från vid efter eller sig ska
          og er af til ikke fra som ved blev ble blevet være har den det
          w z na nie się że jest przez oraz dla po od są ze został jak za nad
          se je ve nebo pro jsou není byl bylo aby jako ale alebo sú pre ako zo podľa podle
          u su koji što ili nije od za iz te pri ki tudi v po
          ve bir bu için ile olarak de da çok daha olan göre gibi kadar tüm
          yang dan di dari untuk pada dengan ini itu tidak akan oleh dalam adalah telah tersebut
              juga atau karena ke
          și în din cu pe care nu sunt pentru este un fost către
          az és hogy nem egy meg csak vagy szerint volt
          ja ei että ovat oli myös mutta mukaan kun joka jos ole kui oma
          và của là các có cho được trong một những không này với người đã khi từ số
          ir iš kad yra su už nuo buvo un ar par uz ka lai
          ng ang mga sa ay mula wa ya kwa katika ni eta bat dhe të në për
          """;

  /** The small words, and whether they are English. */
  private static final WordTable<Boolean> SMALL_WORDS = table();

  private Language() {}

  private static WordTable<Boolean> table() {
    WordTable<Boolean> table = new WordTable<>();
    Text.words(FOREIGN).forEach(word -> table.put(word, false));
    Text.words(ENGLISH).forEach(word -> table.put(word, true));
    return table;
  }

  /** Whether sentences are English, or too few to tell. */
  static boolean isEnglish(List<Sentence> sentences) {
    int words = 0;
    int english = 0;
    int foreign = 0;
    for (Sentence sentence : sentences) {
      for (Token token : sentence.tokens()) {
        int inOtherScript = token.isKnown() ? 0 : wordsInOtherScript(token.text());
        if (inOtherScript > 0) {
          words += inOtherScript;
          foreign += inOtherScript;
        } else if (token.isWord()) {
          words++;
          Boolean small = SMALL_WORDS.get(token);
          if (Boolean.TRUE.equals(small)) {
            english++;
          } else if (isForeign(token, small != null)) {
            foreign++;
          }
        }
      }
      if (words >= MAX_WORDS) {
        break;
      }
    }
    boolean outweighed = foreign >= MIN_FOREIGN && foreign > OUTWEIGHS * english;
    boolean bare = words >= MIN_PROSE && english < LEAST_ENGLISH * words;
    return !outweighed && !bare;
  }

  /** A small word of another language, or one with a letter that English does not have. */
  private static boolean isForeign(Token token, boolean small) {
    String word = token.text();
    if (Character.isUpperCase(word.charAt(0))) {
      return false; // of a name: "Banco de la Costa", "Société Générale"
    }
    for (int i = 0; i < word.length(); i++) {
      if (word.charAt(i) >= FIRST_ACCENTED && Character.isLetter(word.charAt(i))) {
        return true;
      }
    }
    return small;
  }

  /** How many words a token makes that is written in other than Latin letters. */
  private static int wordsInOtherScript(String token) {
    char first = token.charAt(0);
    boolean latin =
        first < FIRST_OTHER_SCRIPT
            || !Character.isLetter(first)
            || UnicodeScript.of(first) == UnicodeScript.LATIN;
    return latin ? 0 : (token.length() + LETTERS_A_WORD - 1) / LETTERS_A_WORD;
  }
}
