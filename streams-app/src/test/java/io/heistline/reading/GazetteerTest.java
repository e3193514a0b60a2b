package io.heistline.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class GazetteerTest {

  @Test
  void takesTheLongestName() {
    assertThat(keys("Thieves at the Bluefish Exchange.")).containsExactly("bluefish exchange");
  }

  @Test
  void seesThroughMarksAndPossessives() {
    assertThat(keys("Thieves at Mango-Farm's gate, and Coral  Bridge."))
        .containsExactly("mango farm", "coral bridge");
  }

  @Test
  void leavesSmallWordsAlone() {
    assertThat(keys("A mango farm and a bluefish.")).isEmpty();
  }

  @Test
  void takesAnAliasInQuotes() {
    assertThat(keys("A thief called \"oakmart\" there.")).containsExactly("oakmart");
  }

  private static List<String> keys(String text) {
    return new Gazetteer(Given.KNOWLEDGE)
        .in(Given.sentence(text)).stream().map(Naming::key).toList();
  }
}
