package io.heistline.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class NameGroupsTest {

  @Test
  void aNameInBracketsIsShortForTheOneBefore() {
    assertThat(groups("The Elm Police Bureau (EPB) was hit. On Monday EPB said so."))
        .containsExactly(List.of("Elm Police Bureau", "EPB"));
  }

  @Test
  void anotherNameInBracketsIsAnother() {
    assertThat(groups("They robbed Zuzubit (Zorland) last week. Later Zorland was asked."))
        .containsExactly(List.of("Zuzubit"), List.of("Zorland"));
  }

  @Test
  void aFormerNameIsTheSameVictims() {
    assertThat(groups("They robbed Elmcoin (formerly Zuzubit) last week. Later Zuzubit paid."))
        .containsExactly(List.of("Elmcoin", "Zuzubit"));
  }

  @Test
  void aVictimIsCalledByANameThatIsNoCommonWord() {
    NameGroup group = new NameGroup(Name.unknown(0, 1, "Reserve"));
    group.add(Name.unknown(0, 4, "Reserve Bank of Zorland"));

    assertThat(group.name()).isEqualTo("Reserve Bank of Zorland");
    assertThat(group.aliases()).containsExactly("Reserve");
  }

  @Test
  void theLongerNameIsTheSameVictims() {
    assertThat(groups("They robbed Zuzubit Holdings last week. Later Zuzubit paid."))
        .containsExactly(List.of("Zuzubit Holdings", "Zuzubit"));
  }

  /** The names of a text, those of one victim together, in order. */
  private static List<List<String>> groups(String text) {
    List<Sentence> sentences = Sentences.of(MainText.of(Given.article("", text)));
    ArticleNames articleNames =
        new ArticleNames(new Gazetteer(Given.KNOWLEDGE), Given.KNOWLEDGE, sentences);
    List<List<Name>> names = sentences.stream().map(articleNames::in).toList();
    NameGroups groups = new NameGroups(sentences, names);
    Map<Integer, List<String>> found = new LinkedHashMap<>();
    names.forEach(
        list ->
            list.forEach(
                name -> {
                  int group = groups.add(name).orElseThrow();
                  found.put(group, groups.group(group).all());
                }));
    return new ArrayList<>(found.values());
  }
}
