package io.heistline.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackOffTest {
  @ParameterizedTest
  @CsvSource({
    "1,  ,       PT0.5S, PT1S",
    "2,  ,       PT1S,   PT2S",
    "5,  ,       PT8S,   PT16S",
    "40, ,       PT5M,   PT10M",
    "2147483647, , PT5M, PT10M",
    "1,  PT2M,   PT2M,   PT2M",
    "1,  PT0S,   PT0.5S, PT1S",
    "1,  PT-5S,  PT0.5S, PT1S",
    "1,  PT24H,  PT1H,   PT1H",
    "40, PT1S,   PT5M,   PT10M",
  })
  void waitsLongerEachTimeWithinLimitsAndAsTheReceiverAsks(
      int failures, Duration asked, Duration least, Duration most) {
    SplittableRandom random = new SplittableRandom(1);

    for (int attempt = 0; attempt < 1_000; attempt++) {
      assertThat(BackOff.USUAL.after(failures, Optional.ofNullable(asked), random))
          .isBetween(least, most);
    }
  }
}
