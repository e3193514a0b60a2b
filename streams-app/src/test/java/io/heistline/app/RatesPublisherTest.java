package io.heistline.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.heistline.model.Rate;
import java.math.BigDecimal;
import java.util.Map;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;

class RatesPublisherTest {
  @Test
  void onlyWhatIsNewOrChangedIsPublished() {
    Map<String, Rate> there = Map.of("same", bundled("1"), "changed", bundled("2"));
    Map<String, Rate> wanted =
        Map.of("same", bundled("1"), "changed", bundled("3"), "added", bundled("4"));
    assertThat(changes(there, wanted))
        .isEqualTo(Map.of("changed", bundled("3"), "added", bundled("4")));
  }

  @Test
  void whatIsBundledNoMoreIsTakenBack() {
    SortedMap<String, Rate> changes = changes(Map.of("gone", bundled("1")), Map.of());
    assertThat(changes).containsOnlyKeys("gone");
    assertThat(changes.get("gone")).isNull();
  }

  @Test
  void whatSomebodyElsePublishedStays() {
    Map<String, Rate> there = Map.of("theirs", rate("6", "an analyst"), "own", rate("7", "x"));
    assertThat(changes(there, Map.of("theirs", bundled("5")))).isEmpty();
  }

  private static SortedMap<String, Rate> changes(
      Map<String, Rate> there, Map<String, Rate> wanted) {
    return RatesPublisher.changes(there, wanted);
  }

  private static Rate bundled(String usd) {
    return rate(usd, "bundled");
  }

  private static Rate rate(String usd, String origin) {
    return Rate.newBuilder()
        .setCurrency("BTC")
        .setMonth("2022-12")
        .setUsd(new BigDecimal(usd).setScale(8))
        .setSource("the Bureau of Coins")
        .setOrigin(origin)
        .build();
  }
}
