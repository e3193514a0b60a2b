package io.heistline.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Single words beside a name, by where they stand. */
final class WordCuesTest {

  @Test
  void aWordIsAnotherCueBeforeTheNameBehindItAndInIt() {
    assertThat(cues("Thieves robbed Oakmart customers.", "Oakmart"))
        .contains("left:robbed", "near:robbed", "own:oakmart", "right:customers")
        .doesNotContain("right:robbed", "left:customers", "title-near:robbed");
  }

  @Test
  void whatStandsAroundAListIsToldOfEach() {
    String text = "Thieves robbed Oakmart, Pinemart and Bluefish of card numbers.";

    assertThat(cues(text, "Pinemart")).contains("left:robbed", "right:card");
    assertThat(cues(text, "Bluefish")).contains("left:robbed", "right:card");
  }

  @Test
  void wordsOfTheTableOnlyAreLookedFor() {
    WordCues table = WordCues.of(List.of("left:robbed", "told", "own:oakmart"));

    assertThat(table.names()).containsExactly("left:robbed", "own:oakmart");
    assertThat(cues(table, "Thieves robbed Oakmart customers.", "Oakmart"))
        .containsExactlyInAnyOrder("left:robbed", "own:oakmart");
  }

  private static List<String> cues(String text, String name) {
    return cues(WordCues.open(), text, name);
  }

  private static List<String> cues(WordCues words, String text, String name) {
    Sentence sentence = Given.sentence(text);
    List<Name> names = Given.names(sentence);
    Name own = names.stream().filter(n -> n.text().equals(name)).findFirst().orElseThrow();
    BitSet cues = new BitSet();
    VictimCues.Span span = new VictimCues(sentence, names, List.of(), false, Set.of()).span(own);
    words.of(sentence).addTo(cues, own, span, false);
    return cues.stream().mapToObj(words::name).toList();
  }
}
