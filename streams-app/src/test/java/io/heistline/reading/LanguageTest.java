package io.heistline.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.heistline.model.Article;
import io.heistline.reading.Reading.Skipped;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LanguageTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Unbekannte haben bei der Börse Zuzubit 40 Millionen Dollar gestohlen und sind geflohen.",
        "Des pirates ont dérobé 40 millions de dollars à la plateforme Zuzubit, selon la police.",
        "Los clientes de Oakmart recuperarán su dinero, dijo un portavoz de la cadena el martes.",
        "Alcuni ladri hanno rubato circa 40 milioni di dollari dalla borsa Zuzubit, ha detto.",
        "Hackers hebben voor 40 miljoen dollar aan bitcoins gestolen bij de beurs Zuzubit.",
        "Os clientes da Oakmart não foram afetados pelo ataque, segundo a empresa.",
        "Hackare har stulit pengar från börsen Zuzubit och polisen misstänker en grupp.",
        "Hackere har stjålet bitcoin for 40 millioner dollar fra børsen Zuzubit, og den er stengt.",
        "Hakerzy ukradli z giełdy Zuzubit bitcoiny, a spółka nie potwierdziła ataku.",
        "Saldırganlar Zuzubit borsasından 40 milyon dolar çaldı ve bir sözcü bunu doğruladı.",
        "Data pelanggan Oakmart yang bocor di internet tidak termasuk kata sandi dan alamat.",
        "Tin tặc đã đánh cắp 40 triệu đô la từ sàn giao dịch Zuzubit.",
        "Хакеры похитили с криптобиржи Zuzubit 40 миллионов долларов.",
        "Χάκερ έκλεψαν περίπου 40 εκατομμύρια δολάρια από την πλατφόρμα Zuzubit.",
        "黑客从交易所Zuzubit盗走了价值约4000万美元的比特币。该公司周二证实了这次攻击，并暂停了所有提款。",
        "ハッカーが取引所Zuzubitから約4000万ドル相当のビットコインを盗んだ。同社は攻撃を認めた。",
        "해커들이 거래소 Zuzubit에서 약 4천만 달러 상당의 비트코인을 훔쳤다.",
        "سرق قراصنة ما يقرب من 40 مليون دولار من منصة Zuzubit."
      })
  void recognisesOthers(String text) {
    assertThat(isEnglish(text)).isFalse();
  }

  /** No table knows Malagasy; prose without one English small word is not English. */
  @Test
  void recognisesOneThatItHasNoWordsOf() {
    assertThat(isEnglish("Ny fonosana izay tefeny mitovy tarehy sy fihetsika. ".repeat(6)))
        .isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Hackers Steal $40 Million From Zuzubit",
        "Zuzubit hacked. Withdrawals suspended.",
        "El Zuzu Inglés and Banco de la Costa said hackers from Los Lobos stole 3 million euros"
            + " from customers in São Zuzu, Rio de Oro and Ciudad de Zuzu.",
        "Zuzu Bahn, Die Woche and Das Blatt were named with Stadtwerke Züzen as victims.",
        "The bank said hackers had taken $10 million. \"Los delincuentes lograron transferir el"
            + " dinero a cuentas en Hong Kong, pero no los fondos de los clientes\", it said.",
        "A post offered the data for sale: \"Продам базу данных клиентов\". Oakmart has not"
            + " commented on the claim.",
        "Zuzubit lost $40 million, the company said. Newsletter abonnieren und keine Meldung mehr"
            + " verpassen."
      })
  void leavesEnglishInPeace(String text) {
    assertThat(isEnglish(text)).isTrue();
  }

  @Test
  void ofAnArticleIsWhatMostOfItIsIn() {
    String english = "Thieves stole $3 million from Oakmart in May, the police said. ";
    String french = "Des pirates ont dérobé 3 millions de dollars à la chaîne en mai. ";

    assertThat(reading(french.repeat(9) + english).skipped()).contains(Skipped.NOT_ENGLISH);
    assertThat(reading(french.repeat(9) + english).claims()).isEmpty();
    assertThat(reading(french + english).skipped()).isEmpty();
    assertThat(reading(french + english).claims()).hasSize(1);
  }

  private static Reading reading(String body) {
    return Given.READER.reading(article(body));
  }

  private static boolean isEnglish(String body) {
    return Language.isEnglish(Sentences.of(MainText.of(article(body))));
  }

  private static Article article(String body) {
    return Given.article("", body);
  }
}
