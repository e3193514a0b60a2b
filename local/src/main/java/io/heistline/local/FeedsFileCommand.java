package io.heistline.local;

import io.heistline.model.Feed;
import io.heistline.producer.FeedListFile;
import io.heistline.producer.Feeds;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Takes lists of feeds in, and gives them out. */
final class FeedsFileCommand {
  private FeedsFileCommand() {}

  @Command(
      name = "import",
      mixinStandardHelpOptions = true,
      versionProvider = Main.Version.class,
      description = {
        "Adds the feeds of a list: OPML, as feed readers export it, or YAML, as feeds export does.",
        "Of feeds that are there already it changes what the list says of them."
      })
  static final class Import implements Callable<Integer> {
    private final Console console;

    @Spec private @Nullable CommandSpec spec;
    @Mixin private ClusterOptions cluster = new ClusterOptions();

    @Option(
        names = "--defaults",
        description = "Public feeds of security, finance and crypto news that come with Heistline.")
    private boolean defaults;

    @Parameters(arity = "0..1", paramLabel = "FILE", description = ".opml, .xml, .yaml or .yml.")
    private @Nullable Path file;

    Import(Console console) {
      this.console = console;
    }

    @Override
    public Integer call() {
      if (defaults == (file != null) && spec != null) {
        throw new ParameterException(spec.commandLine(), "give a FILE, or --defaults");
      }
      FeedListFile list = file == null ? FeedListFile.defaults() : read(file);
      Refusals refusals = new Refusals(console.err());
      list.problems().forEach(problem -> refusals.add(String.valueOf(file), problem));
      try (Feeds feeds = new Feeds(cluster.topics())) {
        Feeds.Imported done = feeds.add(list);
        console
            .out()
            .printf(
                "%d feeds added, %d changed, %d unchanged, %d bad%n",
                done.added(), done.changed(), done.unchanged(), list.problems().size());
      }
      return refusals.exitCode();
    }

    private static FeedListFile read(Path file) {
      try {
        return FeedListFile.read(file);
      } catch (NoSuchFileException e) {
        throw new StackException("no file '" + file + "'", e);
      } catch (IOException e) {
        throw new StackException(file + " cannot be read: " + e.getMessage(), e);
      }
    }
  }

  @Command(
      name = "export",
      mixinStandardHelpOptions = true,
      versionProvider = Main.Version.class,
      description = "Prints the list of feeds as a file that feeds import takes.")
  static final class Export implements Runnable {
    private final Console console;

    @Mixin private ClusterOptions cluster = new ClusterOptions();

    @Option(names = "--opml", description = "For other feed readers, too (default: YAML).")
    private boolean opml;

    @Option(names = "--yaml", description = "As YAML, which is the default.")
    private boolean yaml;

    Export(Console console) {
      this.console = console;
    }

    @Override
    public void run() {
      try (Feeds feeds = new Feeds(cluster.topics())) {
        List<Feed> list = feeds.list();
        console.out().print(opml && !yaml ? FeedListFile.opml(list) : FeedListFile.yaml(list));
      }
    }
  }
}
