package io.heistline.local;

import io.heistline.topics.ClusterSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "topics",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    description = "Says where each topic of the running stack can be consumed from.")
final class TopicsCommand implements Runnable {
  private final Console console;

  @Mixin private ClusterOptions cluster = new ClusterOptions();

  TopicsCommand(Console console) {
    this.console = console;
  }

  @Override
  public void run() {
    ClusterSettings settings = cluster.settings();
    console.print(TopicGuide.lines(settings));
  }
}
