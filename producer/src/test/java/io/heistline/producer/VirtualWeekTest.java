package io.heistline.producer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.heistline.fetching.Alarm;
import io.heistline.fetching.FetchSettings;
import io.heistline.fetching.Web;
import io.heistline.model.Feed;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/**
 * Many feeds over a week, in minutes: the real classes and real sockets, and a clock that is moved
 * on as soon as nothing is under way. The feeds are lively and quiet, with dates and without, of
 * whole texts and of summaries; they edit items, lose them all for an hour, fail now and then, are
 * away for hours, move, and retire.
 *
 * <p>The full run: {@code -Dweek.feeds=5000 -Dweek.days=7}.
 */
class VirtualWeekTest {
  private static final int FEEDS = Integer.getInteger("week.feeds", 100);
  private static final int DAYS = Integer.getInteger("week.days", 2);
  private static final int FEEDS_A_HOST = 5;
  private static final int HELD = 20;
  private static final Instant START = Instant.parse("2024-03-04T00:00:00Z");
  private static final Instant END = START.plus(Duration.ofDays(DAYS));
  private static final Duration STEP = Duration.ofSeconds(60);

  /** The longest interval, and some more for a failure on the way. */
  private static final Duration MAY_TAKE = Duration.ofHours(5);

  private static final String WHOLE = "Nobody knows yet who took the coins, or how. ".repeat(40);

  static {
    // or each answer waits 40 ms for an acknowledgement
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private final VirtualTime time = new VirtualTime();
  private final ExecutorService pool = Executors.newFixedThreadPool(8);
  private final AtomicInteger underWay = new AtomicInteger();
  private final ExecutorService serverThreads = Executors.newFixedThreadPool(8);
  private final List<Source> sources = new ArrayList<>();
  private final AtomicLong requests = new AtomicLong();
  private final AtomicLong notModified = new AtomicLong();
  private final Map<String, AtomicInteger> atOnce = new ConcurrentHashMap<>();
  private final AtomicInteger mostAtOnce = new AtomicInteger();
  private final Set<Long> published = new HashSet<>();
  private final Map<String, Integer> stateBytes = new HashMap<>();
  private int duplicates;

  /** A clock that stands still until it is told to move. */
  private static final class VirtualTime extends Clock implements Alarm {
    private record Appointment(Instant at, Runnable work) {}

    private final PriorityQueue<Appointment> appointments =
        new PriorityQueue<>((one, other) -> one.at().compareTo(other.at()));
    private volatile Instant now = START;

    @Override
    public synchronized void at(Instant at, Runnable work) {
      appointments.add(new Appointment(at, work));
    }

    /** To the next appointment, but no further than a step. */
    void move() {
      Runnable work = () -> {};
      synchronized (this) {
        Instant next = now.plus(STEP);
        Appointment first = appointments.peek();
        if (first != null && !first.at().isAfter(next)) {
          appointments.remove();
          next = first.at().isAfter(now) ? first.at() : now;
          work = first.work();
        }
        now = next;
      }
      work.run();
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  /** A feed as its publisher keeps it. */
  private static final class Source {
    private final int number;
    private final List<Instant> items = new ArrayList<>();
    private final boolean dated;
    private final boolean whole;
    private final Optional<Instant> retiresAt;
    private final BitSet seen = new BitSet();
    private volatile Optional<Instant> firstReadAt = Optional.empty();

    Source(int number) {
      this.number = number;
      Random random = new Random(number);
      double aDay = number % 10 == 0 ? 20 : number % 3 == 0 ? 3 : 0.3;
      Instant at = START.minus(Duration.ofDays(3));
      while (at.isBefore(END)) {
        double days = -Math.log(1 - random.nextDouble()) / aDay;
        at = at.plusSeconds((long) (days * 86_400) + 1);
        items.add(at);
      }
      this.dated = number % 4 != 0;
      this.whole = number % 20 != 1;
      this.retiresAt =
          number % 100 == 7 ? Optional.of(START.plus(Duration.ofHours(30))) : Optional.empty();
    }

    String host() {
      return "host" + number / FEEDS_A_HOST + ".example";
    }

    boolean isAway(Instant now) {
      return number % 50 == 3
          && now.isAfter(START.plus(Duration.ofHours(6)))
          && now.isBefore(START.plus(Duration.ofHours(12)));
    }

    boolean isEmpty(Instant now) {
      return number % 25 == 5 && Duration.between(START, now).toHours() % 24 == 9;
    }

    /** As of now, newest first, an edited item as edited. */
    List<String> held(Instant now) {
      List<String> held = new ArrayList<>();
      for (int item = items.size() - 1; item >= 0 && held.size() < HELD; item--) {
        if (!items.get(item).isAfter(now)) {
          boolean edited = item % 20 == 0 && items.get(item).plusSeconds(7_200).isBefore(now);
          held.add(item + (edited ? " edited" : ""));
        }
      }
      return isEmpty(now) ? List.of() : held;
    }

    /**
     * Items that must have been published: all that the feed held when it was first read, and all
     * since, but for the last few hours.
     */
    BitSet due() {
      Instant first = firstReadAt.orElse(START);
      Instant until = retiresAt.orElse(END).minus(MAY_TAKE);
      long old = items.stream().filter(at -> !at.isAfter(first)).count() - HELD;
      BitSet due = new BitSet();
      for (int item = (int) Math.max(0, old); item < items.size(); item++) {
        due.set(item, items.get(item).isBefore(until));
      }
      return due;
    }

    String rss(List<String> held) {
      StringBuilder rss = new StringBuilder("<rss version='2.0'><channel><title>News</title>");
      for (String entry : held) {
        int item = Integer.parseInt(entry.split(" ", 2)[0]);
        rss.append("<item><title>Item ")
            .append(entry)
            .append("</title><link>/item/")
            .append(number)
            .append('/')
            .append(item)
            .append("?utm_source=")
            .append(held.size())
            .append("</link><guid>")
            .append(held.hashCode())
            .append(item)
            .append("</guid>");
        if (dated) {
          rss.append("<pubDate>")
              .append(
                  DateTimeFormatter.RFC_1123_DATE_TIME.format(
                      items.get(item).atOffset(ZoneOffset.UTC)))
              .append("</pubDate>");
        }
        rss.append("<description>").append(whole ? WHOLE : "Short").append("</description></item>");
      }
      return rss.append("</channel></rss>").toString();
    }
  }

  @Test
  void nothingIsMissedAndNothingComesTwice() throws Exception {
    for (int number = 0; number < FEEDS; number++) {
      sources.add(new Source(number));
    }
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
    server.setExecutor(serverThreads);
    server.createContext("/", this::serve);
    server.start();
    InetAddress here = InetAddress.getLoopbackAddress();
    FetchSettings settings =
        new FetchSettings(true, Optional.empty(), Duration.ofSeconds(2), Duration.ofSeconds(60));
    try (Web web = new Web(settings, host -> new InetAddress[] {here}, time, time, this::execute)) {
      FeedPoll poll =
          new FeedPoll(
              web,
              new FolderFeed(List.of()),
              new PollSchedule(new SplittableRandom(1)),
              this::execute,
              time);
      run(table(server.getAddress().getPort()), poll);
    } finally {
      server.stop(0);
      serverThreads.shutdownNow();
      pool.shutdownNow();
    }
    int due = 0;
    List<String> missed = new ArrayList<>();
    for (Source source : sources) {
      BitSet items = source.due();
      due += items.cardinality();
      items.andNot(source.seen);
      items.stream().forEach(item -> missed.add(source.number + "/" + item));
    }
    System.out.printf(
        "%d feeds, %d days: %d requests (%.1f a feed and day), %d of them unchanged; %d items due,"
            + " %d missed, %d versions published, %d twice; most at once of a host: %d%n",
        FEEDS,
        DAYS,
        requests.get(),
        requests.get() / (double) FEEDS / DAYS,
        notModified.get(),
        due,
        missed.size(),
        published.size(),
        duplicates,
        mostAtOnce.get());
    assertThat(missed).isEmpty();
    assertThat(duplicates).isZero();
    assertThat(mostAtOnce).hasValue(1);
  }

  private FeedTable table(int port) {
    Map<String, Feed> feeds = new HashMap<>();
    for (Source source : sources) {
      String url = "http://%s:%d/feed/%d".formatted(source.host(), port, source.number);
      feeds.put(url, TestFeeds.feed(url));
    }
    FeedTable table = new FeedTable();
    table.assign(0, feeds, Set.of(), Map.of());
    return table;
  }

  private void execute(Runnable work) {
    underWay.incrementAndGet();
    pool.execute(
        () -> {
          try {
            work.run();
          } finally {
            underWay.decrementAndGet();
          }
        });
  }

  private record Done(FeedTable.Row row, FeedPoll.Outcome outcome) {}

  /** As FeedSession does it, without Kafka. */
  private void run(FeedTable table, FeedPoll poll) throws InterruptedException, IOException {
    BlockingQueue<Done> done = new LinkedBlockingQueue<>();
    int reading = 0;
    Instant day = START;
    while (time.instant().isBefore(END)) {
      for (Done next = done.poll(); next != null; next = done.poll()) {
        reading--;
        assertThat(table.end(next.row())).isTrue();
        table.advance(next.row(), next.outcome().next());
        stateBytes.put(next.row().url(), next.outcome().next().toByteBuffer().remaining());
        next.outcome().submissions().forEach(this::publish);
      }
      for (FeedTable.Row row : table.due(time.instant())) {
        if (reading < FeedSession.MOST_POLLS) {
          reading++;
          table.begin(row);
          var unused =
              poll.poll(row.feed(), row.state())
                  .thenAccept(outcome -> done.add(new Done(row, outcome)));
        }
      }
      if (underWay.get() > 0) {
        Thread.sleep(2);
      } else if (done.isEmpty()) {
        time.move();
      }
      if (!time.instant().isBefore(day)) {
        report(day, table);
        day = day.plus(Duration.ofDays(1));
      }
    }
  }

  private void report(Instant day, FeedTable table) {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    System.out.printf(
        "%s: %d requests, %d MB in use, of them %d MB of states, %d threads, %s%n",
        day,
        requests.get(),
        (runtime.totalMemory() - runtime.freeMemory()) >> 20,
        stateBytes.values().stream().mapToLong(Integer::longValue).sum() >> 20,
        Thread.activeCount(),
        table.census());
  }

  private void publish(Submission submission) {
    assertThat(submission).isInstanceOf(Submission.Version.class);
    var article = ((Submission.Version) submission).article();
    String digest = Digest.ofVersion(article);
    if (!published.add(HexFormat.fromHexDigitsToLong(digest.substring(0, 16)))) {
      duplicates++;
    }
    String[] path = article.getUrl().split("/", -1);
    sources.get(Integer.parseInt(path[4])).seen.set(Integer.parseInt(path[5]));
  }

  private void serve(HttpExchange exchange) throws IOException {
    String host = exchange.getRequestHeaders().getFirst("Host");
    AtomicInteger now = atOnce.computeIfAbsent(host, name -> new AtomicInteger());
    mostAtOnce.accumulateAndGet(now.incrementAndGet(), Math::max);
    long request = requests.incrementAndGet();
    try (exchange) {
      byte[] answer = "".getBytes(UTF_8);
      int status = 404;
      String[] path = exchange.getRequestURI().getPath().split("/", -1);
      if (path[1].equals("item")) {
        status = 200;
        answer = ("<!DOCTYPE html><html><body><p>" + WHOLE + "</p></body></html>").getBytes(UTF_8);
      } else if (!path[1].equals("robots.txt")) {
        Source source = sources.get(Integer.parseInt(path[2]));
        List<String> held = source.held(time.instant());
        String etag = "\"" + held.hashCode() + "\"";
        boolean gone = source.retiresAt.filter(at -> !at.isAfter(time.instant())).isPresent();
        boolean moves = source.number % 40 == 9 && path[1].equals("feed");
        if (gone) {
          status = 410;
        } else if (source.isAway(time.instant()) || request % 50 == 0) {
          status = 503;
        } else if (moves) {
          status = 301;
          exchange.getResponseHeaders().add("Location", "/moved/" + source.number);
        } else if (etag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
          status = 304;
          notModified.incrementAndGet();
        } else {
          status = 200;
          exchange.getResponseHeaders().add("ETag", etag);
          answer = source.rss(held).getBytes(UTF_8);
          source.firstReadAt = source.firstReadAt.or(() -> Optional.of(time.instant()));
        }
      }
      now.decrementAndGet();
      exchange.sendResponseHeaders(status, answer.length == 0 ? -1 : answer.length);
      exchange.getResponseBody().write(answer);
    }
  }
}
