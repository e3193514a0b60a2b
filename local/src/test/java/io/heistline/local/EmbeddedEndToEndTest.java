package io.heistline.local;

import io.heistline.producer.ProducerSettings;
import io.heistline.topics.ClusterSettings;
import java.util.Optional;

/** On the embedded stack: needs nothing but this JVM. */
class EmbeddedEndToEndTest extends EndToEnd {
  @Override
  RunningStack start() throws Exception {
    return new Embedded(
        EmbeddedStack.start(
            DataFolder.temporary(),
            new EmbeddedStack.Plan(
                0,
                Optional.of(0),
                PARTITIONS,
                Optional.of(ProducerSettings.DEFAULTS),
                Optional.empty())));
  }

  private record Embedded(EmbeddedStack stack) implements RunningStack {
    @Override
    public ClusterSettings settings() {
      return stack.settings();
    }

    @Override
    public void drain() throws InterruptedException {
      stack.awaitDrained(left -> {});
    }

    @Override
    public void close() {
      stack.close();
    }
  }
}
