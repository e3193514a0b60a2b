package io.heistline.local;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.heistline.knowledge.Knowledge;
import io.heistline.model.Article;
import io.heistline.monitor.MonitorSettings;
import io.heistline.producer.ArticlePublisher;
import io.heistline.producer.Submission;
import io.heistline.reading.Reader;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLConnection;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/** The monitor with many listeners and requests, while articles are processed. */
public final class MonitorLoad {
  private static final int PARTITIONS = 2;
  private static final int REQUESTS_A_SECOND = 200;
  private static final long BETWEEN = 1_000_000_000L / REQUESTS_A_SECOND;
  private static final int ASKING = 10;
  private static final String REQUEST =
      "GET /api/events HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: text/event-stream\r\n\r\n";

  private final EmbeddedStack stack;
  private final String base;
  private final ConcurrentLinkedQueue<Long> nanos = new ConcurrentLinkedQueue<>();
  private final AtomicLong failures = new AtomicLong();
  private final AtomicLong heard = new AtomicLong();
  private volatile boolean listening = true;
  private volatile int open;

  private MonitorLoad(EmbeddedStack stack) {
    this.stack = stack;
    base = stack.address().orElseThrow();
  }

  /**
   * Measures and prints.
   *
   * @param articles files to make the articles of
   * @param count articles in each run
   * @param listeners clients that listen to events
   */
  public static void run(PrintStream out, Path articles, int count, int listeners)
      throws IOException, InterruptedException {
    BenchArticles source = BenchArticles.read(List.of(articles), new Reader(Knowledge.bundled()));
    try (EmbeddedStack stack =
        EmbeddedStack.start(
            DataFolder.temporary(),
            new EmbeddedStack.Plan(
                0,
                Optional.empty(),
                PARTITIONS,
                Optional.empty(),
                Optional.of(new MonitorSettings(MonitorSettings.LOOPBACK, 0, Optional.empty()))))) {
      MonitorLoad load = new MonitorLoad(stack);
      List<Article> all = IntStream.range(0, 4 * count).mapToObj(source::get).toList();
      load.feed(all.subList(0, count)); // warms up
      double alone = load.feed(all.subList(count, 2 * count));
      Thread listener = load.listen(listeners);
      List<Thread> asking = load.ask();
      load.feed(all.subList(2 * count, 3 * count)); // warms up the clients, too
      load.forget();
      double loaded = load.feed(all.subList(3 * count, 4 * count));
      load.listening = false;
      listener.join();
      for (Thread thread : asking) {
        thread.join();
      }
      load.report(out, count, alone, loaded);
    }
  }

  private void forget() {
    nanos.clear();
    failures.set(0);
    heard.set(0);
  }

  /** Seconds until all is processed. */
  private double feed(List<Article> articles) throws InterruptedException {
    long start = System.nanoTime();
    try (ArticlePublisher publisher = new ArticlePublisher(stack.topics())) {
      articles.forEach(article -> publisher.accept(new Submission.Version(article)));
      publisher.flush();
    }
    stack.awaitDrained(left -> {});
    return (System.nanoTime() - start) / 1e9;
  }

  private Thread listen(int listeners) throws IOException {
    Selector selector = Selector.open();
    InetSocketAddress address = new InetSocketAddress("127.0.0.1", URI.create(base).getPort());
    for (int i = 0; i < listeners; i++) {
      SocketChannel channel = SocketChannel.open(address);
      channel.write(ByteBuffer.wrap(REQUEST.getBytes(US_ASCII)));
      channel.configureBlocking(false);
      channel.register(selector, SelectionKey.OP_READ);
    }
    open = listeners;
    return started("load-listeners", () -> drain(selector));
  }

  private void drain(Selector selector) {
    ByteBuffer buffer = ByteBuffer.allocate(256 * 1024);
    try (selector) {
      while (listening) {
        selector.select(100);
        for (SelectionKey key : selector.selectedKeys()) {
          read(key, buffer);
        }
        selector.selectedKeys().clear();
      }
    } catch (IOException e) {
      throw new IllegalStateException("the listeners cannot be read from", e);
    }
  }

  private void read(SelectionKey key, ByteBuffer buffer) throws IOException {
    buffer.clear();
    int bytes = ((SocketChannel) key.channel()).read(buffer);
    if (bytes < 0) {
      key.cancel();
      open--;
    } else {
      heard.addAndGet(bytes);
    }
  }

  /** Asks from a few threads in turn, each over a connection of its own that it waits on. */
  private List<Thread> ask() {
    long start = System.nanoTime();
    return IntStream.range(0, ASKING)
        .mapToObj(i -> started("load-requests-" + i, () -> askOnAndOn(start + i * BETWEEN)))
        .toList();
  }

  private void askOnAndOn(long first) {
    byte[] buffer = new byte[64 * 1024];
    for (long due = first; listening; due += ASKING * BETWEEN) {
      LockSupport.parkNanos(due - System.nanoTime());
      try {
        answered(buffer);
        nanos.add(System.nanoTime() - due);
      } catch (IOException e) {
        failures.incrementAndGet();
      }
    }
  }

  private void answered(byte[] buffer) throws IOException {
    URLConnection asked = URI.create(base + "/api/actors").toURL().openConnection();
    try (InputStream answer = asked.getInputStream()) {
      while (answer.read(buffer) >= 0) {
        // read to its end, so that the connection is kept
      }
    }
  }

  private static Thread started(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  private void report(PrintStream out, int count, double alone, double loaded) {
    long[] times = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
    out.printf(
        Locale.ROOT,
        "%n%,d articles: %.1f a second alone, %.1f with %d listeners and %d requests a second%n",
        count,
        count / alone,
        count / loaded,
        open,
        REQUESTS_A_SECOND);
    out.printf(
        Locale.ROOT,
        "/api/actors: %,d answers, %d failures, median %.1f ms, 99 %% %.1f ms, slowest %.1f ms%n",
        times.length,
        failures.get(),
        at(times, 0.5),
        at(times, 0.99),
        at(times, 1));
    out.printf(Locale.ROOT, "events: %.1f MB to all listeners%n", heard.get() / 1e6);
  }

  private static double at(long[] sorted, double part) {
    return sorted.length == 0
        ? Double.NaN
        : sorted[(int) Math.min(sorted.length - 1, Math.floor(part * sorted.length))] / 1e6;
  }
}
