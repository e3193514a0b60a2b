package io.heistline.local;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;

/**
 * A real Kafka broker in this process, its own controller, reachable from this machine only. The
 * folder holds everything: a broker started on it again goes on where the last one stopped.
 */
final class EmbeddedBroker implements AutoCloseable {
  private static final String SETTINGS_FILE = "server.properties";
  private static final String LOG_FOLDER = "log";

  /** Kafka's own mark of a folder that is prepared. */
  private static final String FORMATTED = "meta.properties";

  /** Memory of the log cleaner, in bytes; the default of 128 MiB is for big topics. */
  private static final String CLEANER_BYTES = Integer.toString(8 * 1024 * 1024);

  /** Partitions of the broker's own topics; its default of 50 is for many groups. */
  private static final String OWN_TOPIC_PARTITIONS = "4";

  /**
   * Ten years: webhooks and feeds go on where they were left off, however long the stack was down.
   */
  private static final String POSITIONS_KEPT_MINUTES = "5256000";

  private final KafkaRaftServer server;
  private final String bootstrapServers;

  private EmbeddedBroker(KafkaRaftServer server, String bootstrapServers) {
    this.server = server;
    this.bootstrapServers = bootstrapServers;
  }

  /**
   * Starts a broker; returns when it takes requests.
   *
   * @param folder where it keeps its data
   * @param port loopback port to listen on; 0 for any free one
   * @throws IOException if the folder cannot be written
   */
  static EmbeddedBroker start(Path folder, int port) throws IOException {
    int clientPort = port == 0 ? Ports.free() : port;
    Properties settings = settings(folder.resolve(LOG_FOLDER), clientPort, Ports.free());
    format(folder, settings);
    KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(settings, false), Time.SYSTEM);
    server.startup();
    return new EmbeddedBroker(server, Ports.LOOPBACK + ":" + clientPort);
  }

  String bootstrapServers() {
    return bootstrapServers;
  }

  @Override
  public void close() {
    server.shutdown();
    server.awaitShutdown();
  }

  private static Properties settings(Path logs, int clientPort, int controllerPort) {
    String client = "CLIENT://" + Ports.LOOPBACK + ":" + clientPort;
    String controller = "CONTROLLER://" + Ports.LOOPBACK + ":" + controllerPort;
    Properties settings = new Properties();
    settings.setProperty("process.roles", "broker,controller");
    settings.setProperty("node.id", "1");
    settings.setProperty("controller.quorum.voters", "1@" + Ports.LOOPBACK + ":" + controllerPort);
    settings.setProperty("controller.listener.names", "CONTROLLER");
    settings.setProperty("inter.broker.listener.name", "CLIENT");
    settings.setProperty("listener.security.protocol.map", "CLIENT:PLAINTEXT,CONTROLLER:PLAINTEXT");
    settings.setProperty("listeners", client + "," + controller);
    settings.setProperty("advertised.listeners", client);
    settings.setProperty("log.dirs", logs.toString());
    settings.setProperty("auto.create.topics.enable", "false");
    settings.setProperty("default.replication.factor", "1");
    settings.setProperty("min.insync.replicas", "1");
    settings.setProperty("offsets.topic.replication.factor", "1");
    settings.setProperty("offsets.topic.num.partitions", OWN_TOPIC_PARTITIONS);
    settings.setProperty("offsets.retention.minutes", POSITIONS_KEPT_MINUTES);
    settings.setProperty("transaction.state.log.replication.factor", "1");
    settings.setProperty("transaction.state.log.min.isr", "1");
    settings.setProperty("transaction.state.log.num.partitions", OWN_TOPIC_PARTITIONS);
    settings.setProperty("share.coordinator.state.topic.replication.factor", "1");
    settings.setProperty("share.coordinator.state.topic.min.isr", "1");
    settings.setProperty("share.coordinator.state.topic.num.partitions", OWN_TOPIC_PARTITIONS);
    settings.setProperty("group.initial.rebalance.delay.ms", "0");
    settings.setProperty("log.cleaner.dedupe.buffer.size", CLEANER_BYTES);
    settings.setProperty("log.cleaner.threads", "1");
    settings.setProperty("num.network.threads", "2");
    settings.setProperty("num.io.threads", "2");
    settings.setProperty("background.threads", "2");
    return settings;
  }

  /** Makes an empty folder a broker's; does nothing to one that is a broker's already. */
  private static void format(Path folder, Properties settings) throws IOException {
    if (Files.exists(folder.resolve(LOG_FOLDER).resolve(FORMATTED))) {
      return;
    }
    Files.createDirectories(folder);
    Path file = folder.resolve(SETTINGS_FILE);
    try (var out = Files.newBufferedWriter(file)) {
      settings.store(out, "what this folder was prepared with; edits have no effect");
    }
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    int status =
        StorageTool.execute(
            new String[] {
              "format", "--cluster-id", Uuid.randomUuid().toString(), "--config", file.toString()
            },
            new PrintStream(said, true, StandardCharsets.UTF_8));
    if (status != 0) {
      throw new IOException(
          "cannot prepare "
              + folder
              + " for Kafka; use an empty folder or one that Heistline made: "
              + said.toString(StandardCharsets.UTF_8).strip());
    }
  }
}
