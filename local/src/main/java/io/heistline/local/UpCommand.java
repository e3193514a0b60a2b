package io.heistline.local;

import io.heistline.producer.ProducerSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "up",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    description = {
      "Runs the whole stack, kept on disk, until it is stopped.",
      "Started again on the same folder, it goes on where it was."
    })
final class UpCommand implements Callable<Integer> {
  /** Time between two looks at whether all parts still run. */
  private static final Duration LOOK = Duration.ofMillis(500);

  /** Name of the only producer: it takes up its own unfinished transaction after a crash. */
  private static final String PRODUCER = "up";

  private final Console console;

  @Mixin private PortOptions ports = new PortOptions();

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Folder that keeps everything (default: data, in Heistline's own folder).")
  private @Nullable Path data;

  @Option(
      names = "--feed-folder",
      paramLabel = "DIR",
      description =
          "Folder below which file: feeds may lie; may be repeated (also: $HEISTLINE_FEED_FOLDERS).")
  private List<Path> feedFolders = new ArrayList<>();

  UpCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    ports.requireFree();
    DataFolder folder = DataFolder.at(data == null ? Home.folder().resolve("data") : data);
    LogFile.open(folder.log());
    console.say("starting broker, schema registry and topology ...");
    try (EmbeddedStack stack = EmbeddedStack.start(folder, ports.plan(producer()))) {
      console.print(TopicGuide.lines(stack.settings()));
      console.out().println();
      stack.address().ifPresent(address -> console.out().println("Monitor: " + address));
      console.out().println("Data and logs are in " + folder.path());
      console.out().println("Heistline is up. Ctrl-C stops it; nothing is lost.");
      return untilItFails(stack);
    }
  }

  private ProducerSettings producer() {
    List<Path> folders =
        new ArrayList<>(ProducerSettings.fromEnvironment(System.getenv()).feedFolders());
    feedFolders.forEach(folder -> folders.add(folder.toAbsolutePath()));
    return new ProducerSettings(folders, Optional.of(PRODUCER));
  }

  private int untilItFails(EmbeddedStack stack) throws InterruptedException {
    Optional<String> failure = stack.failure();
    while (failure.isEmpty()) {
      Thread.sleep(LOOK.toMillis());
      failure = stack.failure();
    }
    console.say("heistline: stopped by itself: " + failure.get());
    return 1;
  }
}
