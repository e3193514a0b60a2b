package io.heistline.local;

import io.heistline.logging.LogFormat;
import io.heistline.producer.EndpointSettings;
import io.heistline.producer.ProducerApp;
import io.heistline.producer.ProducerSettings;
import io.heistline.topics.ClusterSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** A producer in a process of its own, which may be killed; it ends with its parent. */
final class ProducerProcess implements AutoCloseable {
  /** Heap of the process: what its readers may hold, and the versions of a million articles. */
  private static final String HEAP = "-Xmx400m";

  /** It ends its transaction and leaves its group in well under a second. */
  private static final Duration STOP_TIMEOUT = Duration.ofSeconds(20);

  /** As the service logs; this program's own configuration is for a terminal. */
  private static final String LOGGING = "producer-process.xml";

  private final String name;
  private final ChildProcess process;
  private final Path log;

  private ProducerProcess(String name, ChildProcess process, Path log) {
    this.name = name;
    this.process = process;
    this.log = log;
  }

  /**
   * Starts one.
   *
   * @param settings among them its name, which no other running one may have
   * @param endpoint where it takes articles over HTTP; empty for nowhere
   * @param format of what it says
   * @param log file for what it says
   */
  static ProducerProcess start(
      ClusterSettings cluster,
      ProducerSettings settings,
      Optional<EndpointSettings> endpoint,
      LogFormat format,
      Path log)
      throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            ChildProcess.java(),
            HEAP,
            "-XX:+UseSerialGC",
            "-Dlogback.configurationFile=" + LOGGING,
            "-cp",
            System.getProperty("java.class.path"),
            RegistryProcess.class.getName(),
            ProducerApp.class.getName());
    Map<String, String> environment = builder.environment();
    environment.keySet().removeIf(variable -> variable.startsWith("HEISTLINE_ARTICLES_"));
    environment.putAll(cluster.toEnvironment());
    environment.putAll(settings.toEnvironment());
    environment.put(LogFormat.VARIABLE, format.word());
    endpoint.ifPresent(known -> environment.putAll(known.toEnvironment()));
    return new ProducerProcess(
        settings.instance().orElse("producer"),
        ChildProcess.start(builder, log, STOP_TIMEOUT),
        log);
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** The process, to be killed by. */
  ProcessHandle handle() {
    return process.handle();
  }

  /** For people. */
  @Override
  public String toString() {
    return "producer %s (process %d, log %s)".formatted(name, process.handle().pid(), log);
  }

  @Override
  public void close() {
    process.stop();
  }
}
