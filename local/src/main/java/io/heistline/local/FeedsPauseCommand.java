package io.heistline.local;

import io.heistline.producer.Feeds;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Lets a feed rest, or go on. */
abstract class FeedsPauseCommand implements Runnable {
  private final Console console;
  private final boolean paused;

  @Mixin private ClusterOptions cluster = new ClusterOptions();

  @Parameters(paramLabel = "URL")
  private String url = "";

  private FeedsPauseCommand(Console console, boolean paused) {
    this.console = console;
    this.paused = paused;
  }

  @Override
  public void run() {
    try (Feeds feeds = new Feeds(cluster.topics())) {
      if (!feeds.setPaused(url, paused)) {
        throw new StackException("no feed '" + url + "'; feeds list shows them");
      }
    }
    console.out().println((paused ? "paused " : "resumed ") + TextTable.cleanLine(url));
  }

  @Command(
      name = "pause",
      mixinStandardHelpOptions = true,
      versionProvider = Main.Version.class,
      description = "Lets a feed rest; its articles stay.")
  static final class Pause extends FeedsPauseCommand {
    Pause(Console console) {
      super(console, true);
    }
  }

  @Command(
      name = "resume",
      mixinStandardHelpOptions = true,
      versionProvider = Main.Version.class,
      description = "Lets a paused feed go on; it is read at once.")
  static final class Resume extends FeedsPauseCommand {
    Resume(Console console) {
      super(console, false);
    }
  }
}
