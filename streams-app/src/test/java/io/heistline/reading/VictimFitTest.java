package io.heistline.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class VictimFitTest {

  @Test
  void whatVictimsShowWeighsForAndWhatBystandersShowAgainst() {
    VictimFit fit = new VictimFit(Given.KNOWLEDGE);
    for (int i = 0; i < 12; i++) {
      fit.add(
          Given.article(
              "Thieves at work",
              "Zuzubit was hacked on Monday. According to Elmwatch, the thieves used malware."),
          Set.of("zuzubit"));
    }
    Map<String, Double> weights = fit.weights();

    assertThat(weights.get("told")).isPositive();
    assertThat(weights.get("governed:SAY-to")).isNegative();
    assertThat(fit.weights()).isEqualTo(weights);
  }
}
