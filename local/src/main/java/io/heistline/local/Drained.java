package io.heistline.local;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;

/**
 * Waits until the topology has processed every record that is there, by offsets.
 *
 * <p>One pass reads the offsets that the topology's group has committed on all its input
 * partitions, internal ones included, and <em>after that</em> the ends of these partitions. If no
 * committed offset is below its end, everything was processed at the time of the first reading: a
 * record waiting anywhere would lie at or behind a committed offset and before an end. Under
 * exactly-once, committing an input and writing what comes of it is one transaction, so there is no
 * moment at which a record counts as processed and its results are still to come. The ends include
 * the records of open transactions, so results on their way are waited for as well.
 *
 * <p>Whoever then reads results must read to that same end, at read_committed, as {@link Table}
 * does: a transaction's last marker may arrive a moment after its offsets.
 */
final class Drained {
  /** Time between two passes; a pass takes a few milliseconds, a commit comes every 50. */
  private static final Duration PAUSE = Duration.ofMillis(50);

  /**
   * How long nothing may move before waiting is given up. Starting, moving partitions and restoring
   * state take seconds; a crashed instance is noticed after 45 s.
   */
  static final Duration NO_PROGRESS = Duration.ofMinutes(2);

  private static final int LAGGARDS_NAMED = 3;

  private final Admin admin;
  private final String group;
  private final Set<String> inputTopics;
  private final Supplier<Optional<String>> failure;
  private final Duration patience;

  /**
   * @param admin client of the cluster
   * @param group the topology's consumer group
   * @param inputTopics every topic that the topology reads, internal ones included
   * @param failure why the topology will not go on; empty while it runs
   * @param patience how long nothing may move
   */
  Drained(
      Admin admin,
      String group,
      Set<String> inputTopics,
      Supplier<Optional<String>> failure,
      Duration patience) {
    this.admin = admin;
    this.group = group;
    this.inputTopics = inputTopics;
    this.failure = failure;
    this.patience = patience;
  }

  /**
   * Waits until all is processed.
   *
   * @param progress is told the number of records left, after each pass
   * @throws StackException if the topology has failed, or nothing moves for too long
   */
  void await(LongConsumer progress) throws InterruptedException {
    Map<TopicPartition, Long> before = Map.of();
    long movedAt = System.nanoTime();
    while (true) {
      failure
          .get()
          .ifPresent(
              reason -> {
                throw new StackException(
                    "the topology stopped before all was processed: " + reason);
              });
      Pass pass = pass();
      progress.accept(pass.left());
      if (pass.isDone()) {
        return;
      }
      if (!pass.committed().equals(before)) {
        before = pass.committed();
        movedAt = System.nanoTime();
      } else if (System.nanoTime() - movedAt > patience.toNanos()) {
        throw new StackException(
            "nothing has moved for %d s; waiting for %s"
                .formatted(patience.toSeconds(), pass.describe()));
      }
      Thread.sleep(PAUSE.toMillis());
    }
  }

  /** True if all that was there at the time of asking is processed. */
  boolean now() throws InterruptedException {
    return pass().isDone();
  }

  private Pass pass() throws InterruptedException {
    Map<TopicPartition, Long> committed = committed();
    Optional<Collection<TopicPartition>> partitions = partitions();
    if (partitions.isEmpty()) {
      return Pass.BEFORE_START;
    }
    Map<TopicPartition, Long> ends = offsets(partitions.get(), OffsetSpec.latest());
    Map<TopicPartition, Long> starts =
        offsets(
            partitions.get().stream()
                .filter(partition -> !committed.containsKey(partition))
                .toList(),
            OffsetSpec.earliest());
    Map<TopicPartition, Long> lagging = new HashMap<>();
    ends.forEach(
        (partition, end) -> {
          long reached = committed.getOrDefault(partition, starts.getOrDefault(partition, 0L));
          if (reached < end) {
            lagging.put(partition, end - reached);
          }
        });
    return new Pass(true, committed, lagging);
  }

  private Map<TopicPartition, Long> committed() throws InterruptedException {
    Map<TopicPartition, OffsetAndMetadata> offsets =
        get(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
    return offsets.entrySet().stream()
        .filter(entry -> entry.getValue() != null)
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().offset()));
  }

  /** All input partitions; empty until the topology has made its internal topics. */
  private Optional<Collection<TopicPartition>> partitions() throws InterruptedException {
    if (!get(admin.listTopics(new ListTopicsOptions().listInternal(true)).names())
        .containsAll(inputTopics)) {
      return Optional.empty();
    }
    List<TopicPartition> partitions = new ArrayList<>();
    get(admin.describeTopics(inputTopics).allTopicNames())
        .forEach(
            (name, topic) ->
                topic
                    .partitions()
                    .forEach(info -> partitions.add(new TopicPartition(name, info.partition()))));
    return Optional.of(partitions);
  }

  private Map<TopicPartition, Long> offsets(Collection<TopicPartition> partitions, OffsetSpec spec)
      throws InterruptedException {
    return get(
            admin
                .listOffsets(
                    partitions.stream().collect(Collectors.toMap(each -> each, each -> spec)),
                    new ListOffsetsOptions(IsolationLevel.READ_UNCOMMITTED))
                .all())
        .entrySet()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().offset()));
  }

  private static <T> T get(org.apache.kafka.common.KafkaFuture<T> future)
      throws InterruptedException {
    try {
      return future.get();
    } catch (ExecutionException e) {
      throw new StackException("Kafka does not say how far it is: " + e.getCause(), e);
    }
  }

  /**
   * What one look has shown.
   *
   * @param started whether all input topics are there
   * @param lagging records left, by partition; only where there are any
   */
  private record Pass(
      boolean started, Map<TopicPartition, Long> committed, Map<TopicPartition, Long> lagging) {
    static final Pass BEFORE_START = new Pass(false, Map.of(), Map.of());

    boolean isDone() {
      return started && lagging.isEmpty();
    }

    long left() {
      return lagging.values().stream().mapToLong(Long::longValue).sum();
    }

    String describe() {
      if (!started) {
        return "the topology to make its internal topics";
      }
      String worst =
          lagging.entrySet().stream()
              .sorted(
                  Map.Entry.<TopicPartition, Long>comparingByValue()
                      .reversed()
                      .thenComparing(entry -> entry.getKey().toString()))
              .limit(LAGGARDS_NAMED)
              .map(entry -> entry.getKey() + " (" + entry.getValue() + " behind)")
              .collect(Collectors.joining(", "));
      return worst + (lagging.size() > LAGGARDS_NAMED ? " and others" : "");
    }
  }
}
