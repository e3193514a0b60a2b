package io.heistline.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where names begin and end. */
final class ArticleNamesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "They robbed the Elm Savings and Loans Commission last week. | Elm Savings and Loans Commission",
        "They robbed the Elm and Birch Foundation Trust last week. | Elm and Birch Foundation Trust",
        "They robbed the Association of Elm Agents last week. | Association of Elm Agents",
        "They robbed the Association of Freedonian Agents. | Association of Freedonian Agents",
        "They robbed the Elm Institute of Technology last week. | Elm Institute of Technology",
        "They robbed Elm Systems & Suppliers last week. | Elm Systems & Suppliers",
        "They robbed Elmcoin and Birchcoin Holdings last week. | Elmcoin",
        "They robbed Elmcoin and Federal Birch Commission. | Elmcoin"
      })
  void aNameGoesOnWhereAnInstitutionsDoes(String text, String name) {
    Sentence sentence = Given.sentence(text);

    assertThat(Given.names(sentence)).extracting(Name::text).contains(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Let us talk about it.",
        "Crime pays there.",
        "Ransom demands rose there.",
        "Industry leaders spoke of it."
      })
  void aWordThatOpensASentenceIsNoName(String text) {
    assertThat(Given.names(Given.sentence(text))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "They robbed Pinemart Stores Inc last week. | Pinemart",
        "They robbed Pinemart Elm in May. | Pinemart"
      })
  void whatGoesOnBehindAKnownNameIsNoOtherName(String text, String name) {
    Sentence sentence = Given.sentence(text);

    assertThat(Given.names(sentence)).extracting(Name::text).containsExactly(name);
  }
}
