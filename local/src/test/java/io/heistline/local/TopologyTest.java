package io.heistline.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The topology as it is shown to people. */
class TopologyTest {
  private static final int SCREEN_LINES = 50;
  private static final int SCREEN_COLUMNS = 100;

  @Test
  void theTextFitsOnOneScreenAndNamesWhatIsThere() {
    String text = Command.run("topology").out();
    assertThat(text.lines().count()).isLessThanOrEqualTo(SCREEN_LINES);
    assertThat(text.lines()).allMatch(line -> line.length() <= SCREEN_COLUMNS);
    assertThat(text)
        .containsSubsequence(
            "reading    heistline.articles --> heistline.claims",
            "read [articles-read]",
            "mention [claims-mentioned]",
            "--> heistline.linked-claims",
            "resolving  heistline.linked-claims",
            "--> heistline.incidents",
            "share [incidents-shared]",
            "totalling  heistline.linked-claims, (shares-repartition) --> heistline.actor-totals",
            "total [actor-contributions, actor-landmarks, actor-reports, actor-sums]");
  }

  @Test
  void thePictureInTheDocsIsThatOfTheTopology(@TempDir Path folder) throws Exception {
    Path drawn = folder.resolve("topology.svg");
    assertThat(Command.run("topology", "--svg", drawn.toString()).status()).isZero();
    assertThat(Home.folder().resolve("docs/topology.svg"))
        .as("draw it anew: ./heistline topology --svg docs/topology.svg")
        .hasSameTextualContentAs(drawn);
    assertThat(Files.readString(drawn)).contains("actor-sums", "heistline.claims");
  }
}
