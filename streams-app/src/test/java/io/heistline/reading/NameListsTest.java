package io.heistline.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NameListsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Its victims include Zuzubit, Oakmart and Pinemart. | [[Zuzubit, Oakmart, Pinemart]]",
        "They hit Zuzubit, the bank Oakmart, as well as Pinemart. | [[Zuzubit, Oakmart, Pinemart]]",
        "They hit Zuzubit before Oakmart lost money. | []",
        "Later Zuzubit - 57 million accounts, Oakmart - 4 million accounts. | [[Zuzubit, Oakmart]]",
        "They hit Zuzubit and Oakmart when Pinemart and Bluefish slept."
            + " | [[Zuzubit, Oakmart], [Pinemart, Bluefish]]"
      })
  void namesThatOnlyACommaOrConjunctionPartsAreAList(String text, String lists) {
    Sentence sentence = Given.sentence(text);
    List<List<String>> found =
        NameLists.in(sentence, Given.names(sentence)).stream()
            .map(list -> list.stream().map(Name::text).toList())
            .toList();
    assertThat(found).hasToString(lists);
  }
}
