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
  /** Articles that go before the clock starts, for the compiler to have done its work. */
  private static final int MOST_WARM_UP = 5_000;

  /** A short run is for a first look, and shall be over before one gives up on it. */
  private static final int MOST_WARM_UP_A_MEASURED = 2;

  private static final int CORES = Runtime.getRuntime().availableProcessors();

  private final BenchArticles articles;
  private final int count;
  private final int warmUp;
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
    this.warmUp = (int) Math.min(MOST_WARM_UP, (long) count * MOST_WARM_UP_A_MEASURED);
    this.reader = reader;
    this.bar = bar;
    bar.say("starting broker and topology");
    stack = EmbeddedStack.start(folder, EmbeddedStack.Plan.secluded(CORES));
  }

  BenchResult measure() throws InterruptedException {
    bar.say("warming up");
    feed(count, warmUp);
    stack.awaitDrained(left -> {});
    bar.say("reading alone");
    read(Math.min(count, warmUp));
    BenchResult.Speed reading = read(count);
    BenchResult.Speed ceiling = passThrough();
    BenchResult.Speed whole = whole();
    double load = whole.articlesPerSecond() / 2;
    bar.say("measuring latency");
    BenchResult.Latency latency = new BenchLatency(stack, articles, count + warmUp, load).measure();
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
      BenchResult.Watch watch = new BenchResult.Watch();
      List<Future<?>> work =
          IntStream.range(0, CORES)
              .<Future<?>>mapToObj(core -> cores.submit(() -> readOn(all, next)))
              .toList();
      for (Future<?> each : work) {
        each.get();
      }
      return watch.stop(howMany);
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

  private void feed(int from, int howMany) {
    try (ArticlePublisher publisher = new ArticlePublisher(stack.topics())) {
      IntStream.range(from, from + howMany).mapToObj(articles::get).forEach(publisher::publish);
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
      feed(0, count);
      bar.say("passing through");
      BenchResult.Watch watch = new BenchResult.Watch();
      pass.resume();
      pass.awaitDrained();
      return watch.stop(count);
    }
  }

  private BenchResult.Speed whole() throws InterruptedException {
    AtomicLong most = new AtomicLong(1);
    BenchResult.Watch watch = new BenchResult.Watch();
    stack.resume();
    stack.awaitDrained(
        left -> {
          long whole = most.accumulateAndGet(left, Math::max);
          bar.show("whole topology", whole - left, whole);
        });
    return watch.stop(count);
  }

  @Override
  public void close() {
    stack.close();
  }
}
