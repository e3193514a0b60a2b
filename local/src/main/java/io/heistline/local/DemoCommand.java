package io.heistline.local;

import io.heistline.model.ActorTotals;
import io.heistline.model.Incident;
import io.heistline.producer.ArticleFiles;
import io.heistline.producer.ArticlePublisher;
import io.heistline.producer.FileDefaults;
import io.heistline.producer.LatestVersions;
import io.heistline.producer.ProducerSettings;
import io.heistline.producer.Submission;
import io.heistline.topics.ClusterSettings;
import io.heistline.topics.TopicTable;
import io.heistline.topics.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    description = {
      "Runs the whole stack and feeds it sample articles, with live totals.",
      "Stays up for your own consumers until Ctrl-C; its data is gone then."
    })
final class DemoCommand implements Callable<Integer> {
  private final Console console;

  /** Longest pause between two articles, in milliseconds. */
  private static final int LONGEST_PACE = 60_000;

  @Spec private @Nullable CommandSpec spec;

  @Mixin private PortOptions ports = new PortOptions();

  @Option(
      names = "--pace",
      paramLabel = "MILLIS",
      description = "Pause between two articles (default: ${DEFAULT-VALUE}).")
  private long paceMillis = 250;

  @Option(names = "--exit", description = "Leave when the figures are final.")
  private boolean exit;

  DemoCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    Range.require(spec, "--pace", paceMillis, 0, LONGEST_PACE);
    Path samples = Home.samples();
    if (!Files.isDirectory(samples)) {
      throw new StackException("no sample articles in " + samples + "; run ./heistline demo");
    }
    ports.requireFree();
    DataFolder folder = DataFolder.temporary();
    LogFile.open(folder.log());
    console.say("starting broker, schema registry and topology ...");
    try (EmbeddedStack stack =
        EmbeddedStack.start(
            folder,
            ports.plan(EmbeddedStack.Producers.one(ProducerSettings.DEFAULTS), List.of()))) {
      Refusals refusals = new Refusals(console.err());
      long articles = feed(stack, samples, refusals);
      printFinal(stack.settings(), articles);
      if (!exit) {
        console.out().println();
        stack.address().ifPresent(address -> console.out().println("Monitor: " + address));
        console.out().println("The stack stays up for you. Ctrl-C stops it.");
        new CountDownLatch(1).await();
      }
      return refusals.exitCode();
    }
  }

  /** Feeds the samples one by one; returns how many articles are current in the end. */
  private long feed(EmbeddedStack stack, Path samples, Refusals refusals)
      throws InterruptedException {
    LatestVersions versions = new LatestVersions();
    Set<String> current = new HashSet<>();
    try (LiveTotals live = LiveTotals.start(stack.settings(), console);
        ArticlePublisher publisher = new ArticlePublisher(stack.topics());
        Stream<Submission> submissions =
            new ArticleFiles().read(List.of(samples), FileDefaults.NONE)) {
      for (Submission submission : (Iterable<Submission>) submissions::iterator) {
        if (versions.offer(submission).isEmpty()) {
          continue;
        }
        publisher.accept(submission);
        publisher.flush();
        if (submission instanceof Submission.Version version) {
          current.add(version.article().getId());
          live.fed(version.article().getPublisher() + ": " + version.article().getTitle());
        } else if (submission instanceof Submission.Withdrawal withdrawal) {
          current.remove(withdrawal.id());
          live.fed("withdrawn: " + withdrawal.url());
        } else if (submission instanceof Submission.Refused refused) {
          refusals.add(refused);
        }
        Thread.sleep(paceMillis);
      }
      stack.awaitDrained(left -> {});
    }
    return current.size();
  }

  private void printFinal(ClusterSettings settings, long articles) {
    Topics topics = new Topics(settings);
    Collection<Incident> incidents = TopicTable.read(settings, topics.incidents()).values();
    Collection<ActorTotals> totals = TopicTable.read(settings, topics.actorTotals()).values();
    console.out().println("Settled. These figures are final:");
    console.out().println();
    console.print(LedgerText.ledger(articles, incidents, totals));
    console.out().println();
    console.print(TopicGuide.lines(settings));
  }
}
