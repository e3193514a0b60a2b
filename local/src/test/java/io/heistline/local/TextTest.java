package io.heistline.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextTest {
  @Test
  void columnsAreAlignedAndNumbersStandToTheRight() {
    TextTable table =
        new TextTable(List.of(TextTable.Column.left("WHO"), TextTable.Column.right("LOSS")))
            .add(List.of("Lazarus Group", "$625,000,000"))
            .add(List.of("REvil", "$5"));

    assertThat(table.lines())
        .containsExactly(
            "WHO                    LOSS", //
            "Lazarus Group  $625,000,000",
            "REvil                    $5");
  }

  @Test
  void textCannotSteerTheTerminal() {
    assertThat(TextTable.clean("\u001b[2Jgone\nand\u202eback")).isEqualTo("?[2Jgone?and?back");
  }

  @Test
  void longCellsAreCutBetweenCharacters() {
    String cut = TextTable.clean("\ud83d\udcb0".repeat(100));

    assertThat(cut.codePointCount(0, cut.length())).isEqualTo(60);
    assertThat(cut).endsWith("\ud83d\udcb0…");
  }

  @Test
  void moneyHasCentsOnlyWhereThereAreAny() {
    assertThat(Money.of(62_500_000_000L)).isEqualTo("$625,000,000");
    assertThat(Money.of(0)).isEqualTo("$0");
    assertThat(Money.of(1_234_505)).isEqualTo("$12,345.05");
    assertThat(Money.of(-150)).isEqualTo("-$1.50");
  }
}
