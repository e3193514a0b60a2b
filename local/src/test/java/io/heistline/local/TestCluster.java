package io.heistline.local;

import io.heistline.topics.ClusterSettings;
import io.heistline.topics.TopicSetup;
import io.heistline.topics.Topics;
import java.io.IOException;
import java.nio.file.Path;
import java.util.UUID;

/** A real broker with the topics of as many ledgers as are asked for, for tests of all packages. */
public final class TestCluster implements AutoCloseable {
  private final EmbeddedBroker broker;
  private final String registryUrl = "mock://" + UUID.randomUUID();

  public TestCluster(Path folder) throws IOException {
    this.broker = EmbeddedBroker.start(folder, 0);
  }

  /** Topics of their own, ready for use. */
  public Topics topics(String prefix, int partitions) {
    Topics topics =
        new Topics(
            new ClusterSettings(
                broker.bootstrapServers(), registryUrl, prefix, partitions, (short) 1));
    new TopicSetup(topics).ensure();
    return topics;
  }

  @Override
  public void close() {
    broker.close();
  }
}
