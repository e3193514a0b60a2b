package io.heistline.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.heistline.fetching.FetchSettings;
import io.heistline.model.Feed;
import io.heistline.producer.ArticleId;
import io.heistline.producer.Feeds;
import io.heistline.producer.ProducerSettings;
import io.heistline.producer.TopicLog;
import io.heistline.topics.ClusterSettings;
import io.heistline.topics.TopicSetup;
import io.heistline.topics.Topics;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Producers, each a process of its own, are killed while they fetch: no article is lost, none comes
 * twice.
 *
 * <p>-Dcrash.kills says how often (default 3), -Dcrash.seed at which points.
 */
@Timeout(7200)
class CrashTest {
  private static final int KILLS = Integer.getInteger("crash.kills", 3);
  private static final long SEED = Long.getLong("crash.seed", 1);
  private static final int FEEDS = 16;
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  /** How long after a request a kill comes at most: the answer, its reading and its publishing. */
  private static final int MOST_MILLIS_TO_KILL = 700;

  @TempDir private Path folder;
  private EmbeddedBroker broker;
  private EmbeddedRegistry registry;
  private Topics topics;
  private FeedServer news;
  private final Map<String, ProducerProcess> producers = new TreeMap<>();

  @BeforeEach
  void start() throws Exception {
    broker = EmbeddedBroker.start(folder.resolve("kafka"), 0);
    registry =
        EmbeddedRegistry.start(folder.resolve("registry"), folder.resolve("registry.log"), 0);
    topics =
        new Topics(
            new ClusterSettings(
                broker.bootstrapServers(), registry.url(), "heistline", 4, (short) 1));
    new TopicSetup(topics).ensure();
    news = new FeedServer(new Random(SEED));
    try (Feeds feeds = new Feeds(topics)) {
      for (int number = 0; number < FEEDS; number++) {
        feeds.add(
            Feed.newBuilder()
                .setUrl(news.url(number))
                .setIntervalSeconds(1)
                .setLongestIntervalSeconds(1)
                .build());
      }
    }
  }

  @AfterEach
  void stop() {
    producers.values().forEach(producer -> producer.handle().destroyForcibly());
    news.close();
    registry.close();
    broker.close();
  }

  @Test
  void killedInTheMiddleOfAFetchNothingIsLostAndNothingComesTwice() throws Exception {
    Random random = new Random(SEED);
    startProducer("a");
    startProducer("b");
    for (int kill = 0; kill < KILLS; kill++) {
      List<String> working = awaitWorking();
      String victim = working.get(random.nextInt(working.size()));
      news.awaitRequest(victim, PATIENCE);
      Thread.sleep(random.nextInt(MOST_MILLIS_TO_KILL));
      kill(victim);
      startProducer(victim);
    }
    news.stop();
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofSeconds(2))
        .untilAsserted(() -> assertThat(published()).containsAll(news.articles()));
    Thread.sleep(5_000); // whatever would still come twice

    List<String> records = new TopicLog(topics).articles();
    Map<String, Long> counts =
        records.stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    Set<String> twice =
        counts.entrySet().stream()
            .filter(entry -> entry.getValue() > 1)
            .map(Map.Entry::getKey)
            .collect(Collectors.toSet());
    report(
        "%d kills, %d requests, %d articles served, %d in the topic, %d lost, %d twice"
            .formatted(
                KILLS,
                news.requests(),
                news.articles().size(),
                counts.size(),
                news.articles().stream().filter(id -> !counts.containsKey(id)).count(),
                twice.size()));
    assertThat(twice).isEmpty();
    assertThat(counts.keySet()).isEqualTo(news.articles());
  }

  /** One of three is killed: the others read its feeds within the session's time-out, and more. */
  @Test
  void theOthersTakeTheFeedsOfOneThatIsKilledOver() throws Exception {
    for (String name : List.of("a", "b", "c")) {
      startProducer(name);
    }
    await().atMost(PATIENCE).until(() -> news.read(Instant.EPOCH).size() == FEEDS);
    kill("b");
    Instant killedAt = Instant.now();
    await().atMost(PATIENCE).until(() -> news.read(killedAt).size() == FEEDS);
    long seconds = Duration.between(killedAt, Instant.now()).toSeconds();
    report(
        "all %d feeds are read again %d s after a producer of three was killed"
            .formatted(FEEDS, seconds));
    assertThat(producers)
        .hasSize(2)
        .allSatisfy((name, producer) -> assertThat(producer.isAlive()).isTrue());
  }

  /** The producers that have read a feed since they were started; at least one. */
  private List<String> awaitWorking() {
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(20))
        .until(() -> producers.keySet().stream().anyMatch(news::hasRequestOf));
    return producers.keySet().stream().filter(news::hasRequestOf).toList();
  }

  private Set<String> published() {
    return new HashSet<>(new TopicLog(topics).articles());
  }

  /** The server tells producers apart by their contact. */
  private static FetchSettings fetching(String name) {
    return new FetchSettings(
        true,
        Optional.of(FeedServer.CONTACT + name),
        Duration.ofMillis(100),
        FetchSettings.DEFAULTS.timeout());
  }

  private void startProducer(String name) throws IOException {
    news.forget(name);
    producers.put(
        name,
        ProducerProcess.start(
            topics.settings(),
            new ProducerSettings(List.of(), fetching(name), Optional.of(name)),
            Optional.empty(),
            folder.resolve(name + ".log")));
  }

  private void kill(String name) {
    ProducerProcess producer = producers.remove(name);
    assertThat(producer.isAlive()).as(producer.toString()).isTrue();
    producer.handle().destroyForcibly();
    producer.handle().onExit().join();
  }

  private static void report(String line) throws IOException {
    try (PrintStream report =
        new PrintStream(
            Files.newOutputStream(
                Path.of("target", "crash.txt"),
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND),
            true,
            StandardCharsets.UTF_8)) {
      report.println(line);
    }
  }

  /**
   * A server of feeds, each on a host of its own where the machine has so many loopback addresses.
   * At each request a feed has some items more, and keeps all that it had.
   */
  private static final class FeedServer implements AutoCloseable {
    static final String CONTACT = "producer-";
    private static final Pattern PRODUCER = Pattern.compile(".*" + CONTACT + "(\\w+).*");
    private static final int MOST_NEW_ITEMS = 3;
    private static final int MOST_DELAY_MILLIS = 300;

    private final HttpServer server;
    private final Random random;
    private final boolean manyHosts = hasManyLoopbackAddresses();
    private final Map<Integer, List<String>> items = new TreeMap<>();
    private final Map<Integer, Instant> readAt = new ConcurrentHashMap<>();
    private final AtomicInteger requests = new AtomicInteger();
    private final Map<String, Integer> requestsOf = new HashMap<>();
    private boolean stopped;

    FeedServer(Random random) throws IOException {
      this.random = random;
      server = HttpServer.create(new InetSocketAddress("0.0.0.0", 0), 0);
      server.createContext("/feed/", this::serve);
      server.createContext("/", FeedServer::refuse);
      server.setExecutor(Executors.newCachedThreadPool());
      server.start();
    }

    String url(int number) {
      String host = manyHosts ? "127.0.1." + (number + 1) : "127.0.0.1";
      return "http://%s:%d/feed/%d".formatted(host, server.getAddress().getPort(), number);
    }

    int requests() {
      return requests.get();
    }

    /** Ids of all articles that were ever served. */
    synchronized Set<String> articles() {
      return items.values().stream()
          .flatMap(List::stream)
          .map(ArticleId::of)
          .collect(Collectors.toCollection(HashSet::new));
    }

    /** Feeds that were read since. */
    Set<Integer> read(Instant since) {
      return readAt.entrySet().stream()
          .filter(entry -> entry.getValue().isAfter(since))
          .map(Map.Entry::getKey)
          .collect(Collectors.toSet());
    }

    /** A new process of the name begins. */
    synchronized void forget(String producer) {
      requestsOf.remove(producer);
    }

    synchronized boolean hasRequestOf(String producer) {
      return requestsOf.containsKey(producer);
    }

    /** Waits for the next request of a producer; returns as it comes in. */
    synchronized void awaitRequest(String producer, Duration patience) throws InterruptedException {
      int before = requestsOf.getOrDefault(producer, 0);
      long until = System.nanoTime() + patience.toNanos();
      while (requestsOf.getOrDefault(producer, 0) == before) {
        assertThat(System.nanoTime()).as("no request of " + producer).isLessThan(until);
        wait(100);
      }
    }

    private synchronized void count(HttpExchange exchange) {
      String agent = exchange.getRequestHeaders().getFirst("User-Agent");
      Matcher producer = PRODUCER.matcher(String.valueOf(agent));
      if (producer.matches()) {
        requestsOf.merge(producer.group(1), 1, Integer::sum);
        notifyAll();
      }
    }

    /** No more news. */
    synchronized void stop() {
      stopped = true;
    }

    private void serve(HttpExchange exchange) throws IOException {
      requests.incrementAndGet();
      count(exchange);
      int number = Integer.parseInt(exchange.getRequestURI().getPath().replaceFirst(".*/", ""));
      byte[] feed = feed(number).getBytes(StandardCharsets.UTF_8);
      try (exchange) {
        Thread.sleep(delay());
        exchange.getResponseHeaders().set("Content-Type", "application/rss+xml");
        exchange.sendResponseHeaders(200, feed.length);
        exchange.getResponseBody().write(feed);
        readAt.put(number, Instant.now());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    /** Neither robots.txt nor pages. */
    private static void refuse(HttpExchange exchange) throws IOException {
      try (exchange) {
        exchange.sendResponseHeaders(404, -1);
      }
    }

    private synchronized int delay() {
      return random.nextInt(MOST_DELAY_MILLIS);
    }

    private synchronized String feed(int number) {
      List<String> links = items.computeIfAbsent(number, key -> new ArrayList<>());
      int more = stopped ? 0 : random.nextInt(MOST_NEW_ITEMS + 1);
      for (int i = 0; i < more; i++) {
        links.add("https://news.example/%d/%d".formatted(number, links.size()));
      }
      StringBuilder rss = new StringBuilder("<rss version=\"2.0\"><channel><title>News</title>");
      for (String link : links) {
        rss.append(
            "<item><title>News %s</title><link>%s</link><description>%s</description></item>"
                .formatted(link, link, "Nothing was stolen today. ".repeat(40)));
      }
      return rss.append("</channel></rss>").toString();
    }

    private static boolean hasManyLoopbackAddresses() {
      try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.1.9"))) {
        return socket.isBound();
      } catch (IOException e) {
        return false;
      }
    }

    @Override
    public void close() {
      server.stop(0);
    }
  }
}
