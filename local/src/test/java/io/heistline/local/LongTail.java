package io.heistline.local;

import io.heistline.model.Amount;
import io.heistline.model.AmountRole;
import io.heistline.model.Bound;
import io.heistline.model.Claim;
import io.heistline.model.EntityRef;
import io.heistline.model.Evidence;
import io.heistline.model.Kind;
import io.heistline.model.LinkedClaim;
import io.heistline.model.Period;
import io.heistline.model.Precision;
import io.heistline.model.Scope;
import io.heistline.topics.Topic;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.Utils;

/**
 * Resolving and totalling under many claims: over many victims, and all about one. The claims are
 * written to heistline.linked-claims, so that neither reading nor linking is measured with them.
 */
public final class LongTail {
  /** Articles in one measurement of what some more cost. */
  private static final int SOME_MORE = 500;

  /** What the articles about one victim differ in: they make some 200 signatures. */
  private static final int FIGURES = 10;

  private static final int DAYS = 5;
  private static final int PUBLISHERS = 300;
  private static final int PARTITIONS = 2;

  private final PrintStream out;
  private final EmbeddedStack stack;

  private LongTail(PrintStream out, EmbeddedStack stack) {
    this.out = out;
    this.stack = stack;
  }

  /**
   * Measures and prints.
   *
   * @param claims claims over
   * @param victims so many victims
   * @param few articles about one victim, to compare with
   * @param many articles about it
   */
  public static void run(PrintStream out, int claims, int victims, int few, int many)
      throws IOException, InterruptedException {
    try (EmbeddedStack stack =
        EmbeddedStack.start(DataFolder.temporary(), EmbeddedStack.Plan.secluded(PARTITIONS))) {
      stack.awaitDrained(left -> {});
      LongTail tail = new LongTail(out, stack);
      tail.oneVictim(few, many);
      tail.manyVictims(claims, victims);
    }
  }

  private void oneVictim(int few, int many) throws IOException, InterruptedException {
    feed(0, few, i -> claim("hot", i));
    double before = costOfMore(few);
    feed(few + SOME_MORE, many - SOME_MORE, i -> claim("hot", i));
    double after = costOfMore(many);
    out.printf(
        Locale.ROOT,
        "%none more article about one victim: %.3f ms at %,d, %.3f ms at %,d: %.2f times%n",
        before,
        few,
        after,
        many,
        after / before);
    out.printf(
        Locale.ROOT, "state of stores: %.1f MB per 100,000 articles%n", megabytes() * 1e5 / many);
  }

  /** Milliseconds of processor time for one, of all stream threads together. */
  private double costOfMore(int from) throws InterruptedException {
    long start = processorNanos();
    feed(from, from + SOME_MORE, i -> claim("hot", i));
    return (processorNanos() - start) / 1e6 / SOME_MORE;
  }

  private void manyVictims(int claims, int victims) throws IOException, InterruptedException {
    double before = megabytes();
    long start = System.nanoTime();
    feed(0, claims, i -> claim("victim-" + i % victims, i));
    double seconds = (System.nanoTime() - start) / 1e9;
    out.printf(
        Locale.ROOT,
        "%n%,d claims over %,d victims: %.0f s, %,.0f claims/s; state of stores: %.0f MB, %.1f MB per"
            + " 100,000%n",
        claims,
        victims,
        seconds,
        claims / seconds,
        megabytes() - before,
        (megabytes() - before) * 1e5 / claims);
  }

  private void feed(int from, int to, IntFunction<LinkedClaim> claims) throws InterruptedException {
    Topic<LinkedClaim> topic = stack.topics().linkedClaims();
    Map<String, Object> config = new HashMap<>(stack.settings().clientConfig());
    config.put("compression.type", "lz4");
    config.put("linger.ms", 20);
    try (KafkaProducer<String, LinkedClaim> producer =
        new KafkaProducer<>(config, new StringSerializer(), topic.values().serializer())) {
      IntStream.range(from, to)
          .mapToObj(claims)
          .forEach(
              claim -> {
                String victim = claim.getVictim().orElseThrow().getId();
                int partition =
                    Utils.toPositive(Utils.murmur2(victim.getBytes(StandardCharsets.UTF_8)))
                        % PARTITIONS;
                String key = victim + "/" + claim.getClaim().getId();
                producer.send(new ProducerRecord<>(topic.name(), partition, key, claim));
              });
    }
    stack.awaitDrained(left -> {});
  }

  private static LinkedClaim claim(String victim, int number) {
    LocalDate day = LocalDate.of(2022, 3, 1).plusDays(number % DAYS);
    long millions = 600 + 5 * (number / DAYS % FIGURES);
    String publisher = "publisher-" + number % PUBLISHERS;
    String sentence = "Thieves took $" + millions + " million from " + victim + ".";
    Claim claim =
        Claim.newBuilder()
            .setId("article-" + number + "-" + victim)
            .setArticleId("article-" + number)
            .setUrl("https://" + publisher + ".example/" + number)
            .setPublisher(publisher)
            .setPublishedAt(day.plusDays(number % 21).atStartOfDay(ZoneOffset.UTC).toInstant())
            .setScope(Scope.INCIDENT)
            .setKind(Kind.THEFT)
            .setVictim(victim)
            .setAmounts(
                List.of(
                    Amount.newBuilder()
                        .setRole(AmountRole.LOSS)
                        .setBound(Bound.ABOUT)
                        .setText("$" + millions + " million")
                        .setValue(BigDecimal.valueOf(millions * 1_000_000).setScale(8))
                        .setCurrency("USD")
                        .setUsdCents(millions * 100_000_000L)
                        .build()))
            .setPeriod(new Period(day, day, Precision.DAY))
            .setEvidence(new Evidence(sentence, 0, sentence.length()))
            .build();
    return LinkedClaim.newBuilder()
        .setClaim(claim)
        .setVictim(new EntityRef(victim, victim))
        .build();
  }

  private static long processorNanos() {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    return Stream.of(threads.getThreadInfo(threads.getAllThreadIds()))
        .filter(info -> info != null && info.getThreadName().contains("StreamThread"))
        .mapToLong(ThreadInfo::getThreadId)
        .map(threads::getThreadCpuTime)
        .sum();
  }

  private double megabytes() throws IOException {
    Path state = stack.folder().state();
    try (Stream<Path> files = Files.walk(state)) {
      return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum()
          / 1e6;
    }
  }
}
