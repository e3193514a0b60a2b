package io.heistline.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class SenseTest {

  @Test
  void eachSenseHasABitOfItsOwn() {
    assertThat(Sense.values()).hasSizeLessThanOrEqualTo(2 * Long.SIZE);
  }
}
