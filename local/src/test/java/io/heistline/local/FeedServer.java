package io.heistline.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.heistline.producer.ArticleId;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A server of feeds, each on a host of its own where the machine has so many loopback addresses. At
 * each request a feed has some items more, and keeps all that it had.
 */
final class FeedServer implements AutoCloseable {
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
