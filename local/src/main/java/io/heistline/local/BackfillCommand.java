package io.heistline.local;

import io.heistline.producer.Backfill;
import io.heistline.producer.WarcSkip;
import io.heistline.topics.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "backfill",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    description = {
      "Publishes the pages of web archives (WARC, as Common Crawl's CC-NEWS) to the running stack.",
      "A run that was cut short is gone on with where it was: give the same command again."
    })
final class BackfillCommand implements Callable<Integer> {
  private static final double MEGABYTE = 1e6;

  private final Console console;

  @Mixin private ClusterOptions cluster = new ClusterOptions();

  @Option(names = "--again", description = "From the beginning, whatever earlier runs have done.")
  private boolean again;

  @Parameters(arity = "1..*", paramLabel = "FILE", description = ".warc or .warc.gz.")
  private List<Path> files = new ArrayList<>();

  BackfillCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws InterruptedException {
    Refusals refusals = new Refusals(console.err());
    Topics topics = cluster.topics();
    for (Path file : files) {
      try {
        backfill(topics, file, refusals);
      } catch (IOException e) {
        refusals.add(file.toString(), "cannot be read: " + e);
      }
    }
    return refusals.exitCode();
  }

  private void backfill(Topics topics, Path file, Refusals refusals)
      throws IOException, InterruptedException {
    long size = Files.size(file);
    ProgressBar bar = new ProgressBar(console.err(), console.errIsTerminal());
    try (Backfill backfill = new Backfill(topics, Clock.systemUTC(), file, again)) {
      long from = backfill.resumesAt();
      if (from >= size && size > 0) {
        console.out().println(name(file) + ": done by an earlier run; --again reads it anew");
        return;
      }
      if (from > 0) {
        console.say("%s: going on at byte %d of %d".formatted(name(file), from, size));
      }
      long startedAt = System.nanoTime();
      Backfill.Progress end =
          backfill.run(
              progress ->
                  bar.show(
                      line(progress, from, System.nanoTime() - startedAt),
                      progress.position(),
                      size),
              trouble -> {
                bar.clear();
                refusals.add("backfill", trouble);
              });
      bar.clear();
      console.out().println(name(file) + ": " + line(end, from, System.nanoTime() - startedAt));
    }
  }

  private static String name(Path file) {
    return TextTable.cleanLine(String.valueOf(file.getFileName()));
  }

  /** What was done, and how fast. */
  private static String line(Backfill.Progress progress, long from, long nanos) {
    double seconds = Math.max(nanos, 1) / 1e9;
    double megabytes = (progress.position() - from) / MEGABYTE;
    return String.format(
        Locale.ROOT,
        "%d records (%.0f/s, %.0f %% of the time waiting for pages), %.1f MB (%.1f MB/s),"
            + " %d articles, %d known, %d refused%s",
        progress.records(),
        progress.records() / seconds,
        progress.waited().toNanos() / (seconds * 1e7),
        megabytes,
        megabytes / seconds,
        progress.stored(),
        progress.known(),
        progress.refused(),
        skipped(progress.skipped()));
  }

  private static String skipped(Map<WarcSkip, Long> skipped) {
    return skipped.isEmpty()
        ? ""
        : new TreeMap<>(skipped)
            .entrySet().stream()
                .map(entry -> entry.getValue() + " " + entry.getKey())
                .collect(Collectors.joining(", ", ", skipped: ", ""));
  }
}
