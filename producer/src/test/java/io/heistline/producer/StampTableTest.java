package io.heistline.producer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.HashMap;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class StampTableTest {
  @Test
  void holdsWhatAMapHoldsThroughGrowthAndReplacement() {
    StampTable table = new StampTable();
    Map<String, StampTable.Row> expected = new HashMap<>();
    for (int i = 0; i < 30_000; i++) {
      String id = "article-" + i % 20_000;
      StampTable.Row row =
          new StampTable.Row(new VersionStamp(i - 10_000, i % 7 == 0, i, -i), i % 5 - 1);
      table.put(id, row);
      expected.put(id, row);
    }
    assertThat(table.size()).isEqualTo(20_000);
    assertThat(expected).allSatisfy((id, row) -> assertThat(table.get(id)).as(id).contains(row));
    assertThat(table.get("another")).isEmpty();
  }

  @Test
  void ratherThrowsThanForgets() {
    StampTable small = new StampTable(1);
    StampTable.Row row = new StampTable.Row(VersionStamp.withdrawnAt(1), 0);
    small.put("a", row);
    small.put("a", row);
    assertThatIllegalStateException()
        .isThrownBy(() -> small.put("b", row))
        .withMessageContaining("more than 1 articles");
  }

  @Property
  void aStampIsReadAsItWasWritten(@ForAll("stamps") VersionStamp stamp) {
    assertThat(VersionStamp.parse(stamp.toText())).contains(stamp);
  }

  @Test
  void whatIsNoStampIsNone() {
    assertThat(VersionStamp.parse("")).isEmpty();
    assertThat(VersionStamp.parse("1 version 2 xyz")).isEmpty();
    assertThat(VersionStamp.parse("99999999999999999999 version 2 0123456789abcdef")).isEmpty();
  }

  @Test
  void ofOneTimeTheLongerTextIsCurrentAndAWithdrawalBeforeBoth() {
    VersionStamp summary = VersionStamp.of(Articles.article("a", "Thieves took"));
    VersionStamp full = VersionStamp.of(Articles.article("a", "Thieves took $5 million."));
    VersionStamp withdrawal = VersionStamp.withdrawnAt(Articles.DAY.toEpochMilli());
    assertThat(summary.isOlderThan(full)).isTrue();
    assertThat(full.isOlderThan(withdrawal)).isTrue();
  }

  @Provide
  Arbitrary<VersionStamp> stamps() {
    return Combinators.combine(
            Arbitraries.longs().between(-3_000_000_000_000L, 300_000_000_000_000L),
            Arbitraries.of(true, false),
            Arbitraries.integers().between(0, 5_000_000),
            Arbitraries.longs())
        .as(VersionStamp::new);
  }
}
