package io.heistline.local;

import io.heistline.knowledge.MispCluster;
import io.heistline.knowledge.MispImport;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    description = {
      "Adds the actors of a MISP galaxy cluster, and their synonyms to the known ones.",
      "The same file again changes nothing. Claims already seen are linked anew."
    })
final class KnowledgeImportCommand implements Callable<Integer> {
  /** The largest cluster that MISP publishes has some 10 MB. */
  private static final long MOST_BYTES = 64L * 1024 * 1024;

  private static final List<TextTable.Column> LEFT_OUT =
      List.of(
          TextTable.Column.left("LEFT OUT"),
          TextTable.Column.left("OF"),
          TextTable.Column.left("WHY"));

  private final Console console;

  @Mixin private ClusterOptions cluster = new ClusterOptions();

  @Option(
      names = "--misp",
      required = true,
      paramLabel = "FILE",
      description = "A cluster of actors, as in https://github.com/MISP/misp-galaxy (JSON).")
  private Path file = Path.of("");

  @Option(names = "--dry-run", description = "Only say what would come of it.")
  private boolean dryRun;

  KnowledgeImportCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    MispCluster read = MispCluster.parse(file.toString(), text());
    Refusals refusals = new Refusals(console.err());
    read.refused().forEach(refused -> refusals.add(refused.place(), refused.reason()));
    KnowledgeStore store = KnowledgeStore.open(cluster);
    MispImport.Report report =
        MispImport.run(read, store.book(), store.bundled(), store.ordinary());
    if (!dryRun) {
      store.publish();
    }
    print(read, report);
    return refusals.exitCode();
  }

  private String text() {
    try {
      if (Files.isRegularFile(file) && Files.size(file) > MOST_BYTES) {
        throw new StackException("%s is larger than %d bytes".formatted(file, MOST_BYTES));
      }
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (NoSuchFileException e) {
      throw new StackException("no file " + file + "; give a MISP galaxy cluster", e);
    } catch (MalformedInputException e) {
      throw new StackException(file + " is not UTF-8; give a MISP galaxy cluster, in JSON", e);
    } catch (IOException e) {
      throw new StackException("cannot read " + file + ": " + e.getMessage(), e);
    }
  }

  private void print(MispCluster read, MispImport.Report report) {
    say("%s, version %s: %,d entries", read.type(), read.version(), read.actors().size());
    say("%,8d actors new", report.fresh());
    say("%,8d actors extended", report.extended());
    say("%,8d actors unchanged", report.unchanged());
    say("%,8d aliases added", report.aliases());
    say("%,8d of the names count only where the text calls them a gang", report.ambiguous());
    say("%,8d new actors of known country serve no state that is said", report.originOnly());
    say("%,8d names left out", report.leftOut().size());
    if (!report.leftOut().isEmpty()) {
      TextTable table = new TextTable(LEFT_OUT);
      report
          .leftOut()
          .forEach(each -> table.add(List.of(each.name(), each.entry(), each.reason())));
      console.out().println();
      console.print(table.lines());
    }
    if (dryRun) {
      console.say("nothing was published: --dry-run");
    }
  }

  private void say(String format, Object... values) {
    console.out().println(TextTable.cleanLine(String.format(Locale.ROOT, format, values)));
  }
}
