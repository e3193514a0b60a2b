package io.heistline.local;

import io.heistline.producer.ArticleDesk;
import io.heistline.producer.ArticleFiles;
import io.heistline.producer.FileDefaults;
import io.heistline.producer.ReadAhead;
import io.heistline.producer.Receipt;
import io.heistline.producer.Submission;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "publish",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    description = {
      "Hands articles to the running stack: files, folders, or standard input, line by line as it comes.",
      "Of each article only what is newer than what is there counts, so to do it again does no harm."
    })
final class PublishCommand implements Callable<Integer> {
  private final Console console;

  @Spec private @Nullable CommandSpec spec;
  @Mixin private ClusterOptions cluster = new ClusterOptions();
  @Mixin private FileOptions options = new FileOptions();

  @Parameters(
      arity = "1..*",
      paramLabel = "PATH",
      description =
          "Files or folders: .jsonl, .txt, .html, also gzipped; or - alone, for JSON lines on"
              + " standard input.")
  private List<Path> paths = new ArrayList<>();

  PublishCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws InterruptedException {
    boolean piped = paths.contains(Path.of(StandardInput.NAME));
    if (piped && paths.size() > 1 && spec != null) {
      throw new ParameterException(
          spec.commandLine(),
          "- stands alone; publish files and folders by a command of their own");
    }
    FileDefaults defaults =
        options.defaults(!piped && paths.size() == 1 && Files.isRegularFile(paths.get(0)));
    Refusals refusals = new Refusals(console.err());
    Map<Receipt.Verdict, Long> counts = new EnumMap<>(Receipt.Verdict.class);
    ArticleFiles files = new ArticleFiles();
    try (ArticleDesk desk = new ArticleDesk(cluster.topics(), Clock.systemUTC());
        Stream<Submission> submissions =
            piped
                ? files.readLines(System.in, "standard input", defaults)
                : files.read(paths, defaults);
        ReadAhead<Submission> ahead =
            new ReadAhead<>(
                submissions.iterator(), PublishCommand::characters, Duration.ZERO, "reader")) {
      PatientDesk patient = new PatientDesk(desk, console);
      for (List<Submission> batch = ahead.next(); !batch.isEmpty(); batch = ahead.next()) {
        patient.accept(batch).forEach(receipt -> count(receipt, counts, refusals));
      }
    }
    console.say(
        "published %d, known %d, outdated %d, refused %d"
            .formatted(
                counts.getOrDefault(Receipt.Verdict.STORED, 0L),
                counts.getOrDefault(Receipt.Verdict.KNOWN, 0L),
                counts.getOrDefault(Receipt.Verdict.STALE, 0L),
                refusals.count()));
    return refusals.exitCode();
  }

  private static void count(Receipt receipt, Map<Receipt.Verdict, Long> counts, Refusals refusals) {
    if (receipt.submission() instanceof Submission.Refused refused) {
      refusals.add(refused);
    } else {
      counts.merge(receipt.verdict(), 1L, Long::sum);
    }
  }

  private static int characters(Submission submission) {
    return submission instanceof Submission.Version version
        ? version.article().getBody().length()
        : 0;
  }
}
