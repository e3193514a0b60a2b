package io.heistline.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.heistline.knowledge.Knowledge;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every wording finds the victim of its own example. */
final class WordingTest {
  private static final Knowledge KNOWLEDGE =
      Knowledge.parse("[]", "- {id: zuzubit, name: Zuzubit}", "[]");

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NAMED")
  void findsTheVictimOfItsExample(Wording wording) {
    Sentence sentence = sentence(wording);
    List<Name> names =
        new ArticleNames(new Gazetteer(KNOWLEDGE), KNOWLEDGE, List.of(sentence)).in(sentence);
    assertThat(VictimPatterns.in(sentence, names, Set.of(), RoleRule.amounts(sentence)))
        .anySatisfy(
            mention -> {
              assertThat(mention.name().text()).isEqualTo("Zuzubit");
              assertThat(mention.wording()).isEqualTo(wording);
            });
  }

  /** Headlines are given as titles, the others as prose. */
  private static Sentence sentence(Wording wording) {
    boolean headline = wording == Wording.HEADLINE_TAG || wording == Wording.TELLING_NAME;
    return headline
        ? Sentences.of(MainText.of(Given.article(wording.example(), ""))).get(0)
        : Given.sentence(wording.example());
  }
}
