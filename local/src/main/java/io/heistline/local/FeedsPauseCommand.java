package io.heistline.local;

import io.heistline.producer.Feeds;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Lets a feed rest, or go on. */
final class FeedsPauseCommand {
  private FeedsPauseCommand() {}

  @Command(
      name = "pause",
      mixinStandardHelpOptions = true,
      versionProvider = Main.Version.class,
      description = "Lets a feed rest; its articles stay.")
  static final class Pause implements Runnable {
    private final Console console;

    @Mixin private ClusterOptions cluster = new ClusterOptions();

    @Parameters(paramLabel = "URL")
    private String url = "";

    Pause(Console console) {
      this.console = console;
    }

    @Override
    public void run() {
      set(cluster, url, true);
      console.out().println("paused " + TextTable.cleanLine(url));
    }
  }

  @Command(
      name = "resume",
      mixinStandardHelpOptions = true,
      versionProvider = Main.Version.class,
      description = "Lets a paused feed go on; it is read at once.")
  static final class Resume implements Runnable {
    private final Console console;

    @Mixin private ClusterOptions cluster = new ClusterOptions();

    @Parameters(paramLabel = "URL")
    private String url = "";

    Resume(Console console) {
      this.console = console;
    }

    @Override
    public void run() {
      set(cluster, url, false);
      console.out().println("resumed " + TextTable.cleanLine(url));
    }
  }

  private static void set(ClusterOptions cluster, String url, boolean paused) {
    try (Feeds feeds = new Feeds(cluster.topics())) {
      if (!feeds.setPaused(url, paused)) {
        throw new StackException("no feed '" + url + "'; feeds list shows them");
      }
    }
  }
}
