package io.heistline.local;

import io.heistline.app.StreamsApp;
import io.heistline.app.StreamsSettings;
import io.heistline.monitor.MonitorSettings;
import io.heistline.topics.ClusterSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;

/** Instances of the streams app, each a process of its own that can be killed. */
final class Instances implements AutoCloseable {
  private final ClusterSettings settings;
  private final Path folder;
  private final Map<String, Process> processes = new HashMap<>();

  /**
   * @param folder where each has its state and its log
   */
  Instances(ClusterSettings settings, Path folder) {
    this.settings = settings;
    this.folder = folder;
  }

  /** Starts an instance; on the state that an earlier one of the name has left, if any. */
  void start(String name) {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx400m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            RegistryProcess.class.getName(), // ends with this process
            StreamsApp.class.getName());
    Map<String, String> environment = builder.environment();
    environment.put(ClusterSettings.BOOTSTRAP_SERVERS, settings.bootstrapServers());
    environment.put(ClusterSettings.REGISTRY_URL, settings.registryUrl());
    environment.put(ClusterSettings.TOPIC_PREFIX, settings.topicPrefix());
    environment.put(ClusterSettings.PARTITIONS, Integer.toString(settings.partitions()));
    environment.put(StreamsSettings.STATE_DIRECTORY, state(name).toString());
    environment.put(StreamsSettings.THREADS, "1");
    environment.put(MonitorSettings.PORT, "0");
    try {
      processes.put(
          name,
          builder
              .redirectErrorStream(true)
              .redirectOutput(
                  ProcessBuilder.Redirect.appendTo(folder.resolve(name + ".log").toFile()))
              .start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What kill -9 does. */
  void kill(String name) {
    Process process = processes.remove(name);
    if (process == null || !process.isAlive()) {
      throw new AssertionError("instance " + name + " is not there to be killed");
    }
    process.destroyForcibly();
    process.onExit().join();
  }

  /** Deletes the state of an instance that is gone. */
  void wipe(String name) throws IOException {
    try (var all = Files.walk(state(name))) {
      all.sorted(Collections.reverseOrder()).forEach(path -> path.toFile().delete());
    }
  }

  long running() {
    return processes.values().stream().filter(Process::isAlive).count();
  }

  private Path state(String name) {
    return folder.resolve("state-" + name);
  }

  @Override
  public void close() {
    for (String name : Map.copyOf(processes).keySet()) {
      kill(name);
    }
  }
}
