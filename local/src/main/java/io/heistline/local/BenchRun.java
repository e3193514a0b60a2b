package io.heistline.local;

import io.heistline.model.Article;
import io.heistline.producer.ArticlePublisher;
import io.heistline.reading.Reader;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/**
 * The measurements of one run, one after the other, on one broker. What is fed lies in the topic
 * before the clock starts, so that no measurement waits for its articles.
 */
final class BenchRun implements AutoCloseable {
  /** Articles read before the clock starts, for the compiler to have done its work. */
  private static final int WARM_UP = 2_000;

  private static final int CORES = Runtime.getRuntime().availableProcessors();

  private final BenchArticles articles;
  private final int count;
  private final Reader reader;
  private final ProgressBar bar;
  private final EmbeddedStack stack;

  /**
   * @param count how many articles to feed
   * @param folder where the stack keeps its data; closed with it
   */
  BenchRun(BenchArticles articles, int count, Reader reader, DataFolder folder, ProgressBar bar)
      throws InterruptedException {
    this.articles = articles;
    this.count = count;
    this.reader = reader;
    this.bar = bar;
    bar.say("starting broker and topology");
    stack = EmbeddedStack.start(folder, EmbeddedStack.Plan.secluded(CORES));
  }

  BenchResult measure() throws InterruptedException {
    stack.awaitDrained(left -> {});
    bar.say("reading alone");
    read(Math.min(count, WARM_UP));
    BenchResult.Speed reading = read(count);
    BenchResult.Speed ceiling = passThrough();
    BenchResult.Speed whole = whole();
    double load = whole.articlesPerSecond() / 2;
    bar.say("measuring latency");
    BenchResult.Latency latency = new BenchLatency(stack, articles, count, load).measure();
    return new BenchResult(
        count,
        CORES,
        ceiling,
        reading,
        whole,
        BenchResult.rounded(whole.articlesPerSecond() / reading.articlesPerSecond()),
        latency);
  }

  private BenchResult.Speed read(int howMany) throws InterruptedException {
    List<Article> all = IntStream.range(0, howMany).mapToObj(articles::get).toList();
    AtomicInteger next = new AtomicInteger();
    ExecutorService cores = Executors.newFixedThreadPool(CORES);
    try {
      long start = System.nanoTime();
      List<Future<?>> work =
          IntStream.range(0, CORES)
              .<Future<?>>mapToObj(core -> cores.submit(() -> readOn(all, next)))
              .toList();
      for (Future<?> each : work) {
        each.get();
      }
      return BenchResult.Speed.of(howMany, System.nanoTime() - start);
    } catch (ExecutionException e) {
      throw new IllegalStateException("an article cannot be read", e.getCause());
    } finally {
      cores.shutdown();
    }
  }

  private void readOn(List<Article> all, AtomicInteger next) {
    for (int i = next.getAndIncrement(); i < all.size(); i = next.getAndIncrement()) {
      reader.reading(all.get(i));
    }
  }

  /** Leaves the articles in their topic, with the stack's own topology still held. */
  private BenchResult.Speed passThrough() throws InterruptedException {
    bar.say("feeding");
    try (PassThrough pass =
        new PassThrough(stack.settings(), stack.folder().path().resolve("bench-state"))) {
      pass.start();
      pass.awaitDrained();
      pass.pause();
      stack.pause();
      try (ArticlePublisher publisher = new ArticlePublisher(stack.topics())) {
        IntStream.range(0, count).mapToObj(articles::get).forEach(publisher::publish);
      }
      bar.say("passing through");
      long start = System.nanoTime();
      pass.resume();
      pass.awaitDrained();
      return BenchResult.Speed.of(count, System.nanoTime() - start);
    }
  }

  private BenchResult.Speed whole() throws InterruptedException {
    AtomicLong most = new AtomicLong(1);
    long start = System.nanoTime();
    stack.resume();
    stack.awaitDrained(
        left -> {
          long whole = most.accumulateAndGet(left, Math::max);
          bar.show("whole topology", whole - left, whole);
        });
    return BenchResult.Speed.of(count, System.nanoTime() - start);
  }

  @Override
  public void close() {
    stack.close();
  }
}
