package io.heistline.local;

import io.heistline.producer.ArticleFiles;
import io.heistline.producer.ArticlePublisher;
import io.heistline.producer.FileDefaults;
import io.heistline.producer.LatestVersions;
import io.heistline.producer.Submission;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Feeds files through a stack and waits until they are processed. */
final class Replay {
  private final EmbeddedStack stack;
  private final Refusals refusals;
  private final ProgressBar bar;

  Replay(EmbeddedStack stack, Refusals refusals, ProgressBar bar) {
    this.stack = stack;
    this.refusals = refusals;
    this.bar = bar;
  }

  /**
   * Publishes what the files hold; of each article only versions that are newer than what came
   * before.
   *
   * @param seed shuffles what the files hold, which is then kept in memory; empty for their order
   * @return the number of articles that are current in the end
   */
  long feed(List<Path> paths, FileDefaults defaults, OptionalLong seed) {
    LatestVersions versions = new LatestVersions();
    Set<String> current = new HashSet<>();
    try (ArticlePublisher publisher = new ArticlePublisher(stack.topics());
        Stream<Submission> submissions = submissions(paths, defaults, seed)) {
      submissions
          .flatMap(submission -> versions.offer(submission).stream())
          .forEach(
              submission -> {
                track(submission, current);
                publisher.accept(submission);
              });
      publisher.flush();
    }
    return current.size();
  }

  /** Waits until all is processed, and tells of what the topology could not read or process. */
  void await() throws InterruptedException {
    AtomicLong most = new AtomicLong(1);
    stack.awaitDrained(
        left -> {
          long whole = most.accumulateAndGet(left, Math::max);
          bar.show("processing", whole - left, whole);
        });
    bar.clear();
    DeadLetterReader.read(stack.settings()).stream()
        .filter(letter -> !letter.stage().equals(DeadLetterReader.PRODUCER_STAGE))
        .forEach(letter -> refusals.add(letter.origin(), letter.reason()));
  }

  private Stream<Submission> submissions(
      List<Path> paths, FileDefaults defaults, OptionalLong seed) {
    long whole = ArticleFiles.totalBytes(paths);
    AtomicLong read = new AtomicLong();
    ArticleFiles files =
        new ArticleFiles(bytes -> bar.show("feeding   ", read.addAndGet(bytes), whole));
    Stream<Submission> inOrder = files.read(paths, defaults);
    return seed.isEmpty() ? inOrder : shuffled(inOrder, seed.getAsLong());
  }

  private static Stream<Submission> shuffled(Stream<Submission> inOrder, long seed) {
    try (inOrder) {
      List<Submission> all = inOrder.collect(Collectors.toCollection(ArrayList::new));
      Collections.shuffle(all, new Random(seed));
      return all.stream();
    }
  }

  private void track(Submission submission, Set<String> current) {
    if (submission instanceof Submission.Version version) {
      current.add(version.article().getId());
    } else if (submission instanceof Submission.Withdrawal withdrawal) {
      current.remove(withdrawal.id());
    } else if (submission instanceof Submission.Refused refused) {
      bar.clear();
      refusals.add(refused);
    }
  }
}
