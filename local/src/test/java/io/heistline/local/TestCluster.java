package io.heistline.local;

import io.heistline.topics.ClusterSettings;
import io.heistline.topics.TopicSetup;
import io.heistline.topics.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;

/** A real broker with the topics of as many ledgers as are asked for, for tests of all packages. */
public final class TestCluster implements AutoCloseable {
  private final EmbeddedBroker broker;
  private final Optional<DataFolder> temporary;
  private final String registryUrl = "mock://" + UUID.randomUUID();

  private TestCluster(Path folder, Optional<DataFolder> temporary) throws IOException {
    this.temporary = temporary;
    this.broker = EmbeddedBroker.start(folder, 0);
  }

  public TestCluster(Path folder) throws IOException {
    this(folder, Optional.empty());
  }

  /** In a folder that goes with it. */
  public static TestCluster temporary() throws IOException {
    DataFolder folder = DataFolder.temporary();
    return new TestCluster(folder.broker(), Optional.of(folder));
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
    try {
      if (temporary.isPresent()) {
        temporary.get().close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
