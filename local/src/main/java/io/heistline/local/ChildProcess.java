package io.heistline.local;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A process of ours beside this one, and the file that holds what it says. */
final class ChildProcess {
  private final Process process;
  private final Duration stopTimeout;

  private ChildProcess(Process process, Duration stopTimeout) {
    this.process = process;
    this.stopTimeout = stopTimeout;
  }

  /**
   * Starts a process.
   *
   * @param log file that what it says is appended to
   * @param stopTimeout after this it is killed when it is to stop
   */
  static ChildProcess start(ProcessBuilder builder, Path log, Duration stopTimeout)
      throws IOException {
    return new ChildProcess(
        builder
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .start(),
        stopTimeout);
  }

  /** The Java that this program runs on. */
  static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** For its memory, and to kill it by. */
  ProcessHandle handle() {
    return process.toHandle();
  }

  /** Asks it to end, and waits until it has. */
  void stop() {
    process.destroy();
    try {
      if (!process.waitFor(stopTimeout.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
