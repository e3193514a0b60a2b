package io.heistline.monitor;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells clients what has changed. Changes are collected and sent once a tick, each entry as it is
 * then: what changes ten times between two ticks is sent once. Nobody waits for a client.
 */
final class EventHub {
  private static final Logger log = LoggerFactory.getLogger(EventHub.class);

  /** Open at the same time; each takes a socket and some 20 KB. */
  static final int MOST_CLIENTS = 2_000;

  /** Waiting for one client, in bytes. */
  private static final int MOST_WAITING = 1024 * 1024;

  /** Events that can be sent again. */
  private static final int MOST_RECENT = 2_000;

  /** What they may take, in bytes. */
  private static final long MOST_RECENT_BYTES = 8L * 1024 * 1024;

  /** Changes that wait for a tick. With more, a client does better to read all anew. */
  private static final int MOST_PENDING = 20_000;

  /**
   * Written to all clients together in a tick, in bytes: what this machine sends without strain.
   */
  private static final int TICK_BYTES = 4 * 1024 * 1024;

  /** Written to one client in a tick, in bytes, however many there are and however few. */
  private static final int LEAST_BYTES = 8 * 1024;

  private static final int MOST_BYTES = 256 * 1024;

  /**
   * Clients written to without a break: writing to all of them keeps a processor for tens of
   * milliseconds, in which others would wait for their answers.
   */
  private static final int AT_ONCE = 50;

  /** The break; with the most clients they sum up to less than a tick. */
  private static final Duration BREATH = Duration.ofMillis(4);

  /** Ids of a new process lie above those of the one before. */
  private static final int IDS_A_MILLISECOND = 1_000;

  private static final byte[] PING = ": ping\n\n".getBytes(UTF_8);

  /** An event as it is sent. */
  @SuppressWarnings("ArrayRecordComponent") // nobody compares events
  private record Event(long id, Change.Type type, byte[] frame) {}

  private final Function<Change, String> data;
  private final Set<Change> pending = new LinkedHashSet<>();
  private final Deque<Event> recent = new ArrayDeque<>();
  private final Set<EventClient> clients = ConcurrentHashMap.newKeySet();
  private final AtomicLong dropped = new AtomicLong();
  private final AtomicLong sent = new AtomicLong();
  private long lastId;
  private long forgotten;
  private long recentBytes;

  /**
   * @param data what to tell of a change, as JSON in one line
   * @param startedAt milliseconds since 1970
   */
  EventHub(Function<Change, String> data, long startedAt) {
    this.data = data;
    lastId = startedAt * IDS_A_MILLISECOND;
    forgotten = lastId;
  }

  /** Something has changed; it is told at the next tick. */
  synchronized void changed(Change change) {
    pending.add(change);
    if (pending.size() > MOST_PENDING) {
      log.warn("{} changes wait to be told; clients are told to read anew", pending.size());
      pending.clear();
      recent.clear();
      recentBytes = 0;
      lastId++;
      forgotten = lastId;
      clients.forEach(client -> client.offer(reset()));
    }
  }

  /**
   * Lets a client listen. What it missed comes first; if that is no longer known, it is told to
   * read all anew.
   *
   * @param lastSeen id of the last event that it has seen; empty if it has seen none
   * @throws ProblemException if there are too many
   */
  synchronized EventClient open(Set<Change.Type> types, OptionalLong lastSeen, Wire wire) {
    if (clients.size() >= MOST_CLIENTS) {
      throw ProblemException.unavailable(
          "%d clients listen already; try again later".formatted(MOST_CLIENTS));
    }
    EventClient client = client(types, wire);
    clients.add(client);
    client.offer("retry: 2000\n\n".getBytes(UTF_8));
    client.offer(
        lastSeen.isPresent()
            ? missed(types, lastSeen.getAsLong())
            : ("id: " + lastId + "\n\n").getBytes(UTF_8));
    return client;
  }

  private EventClient client(Set<Change.Type> types, Wire wire) {
    EventClient[] self = new EventClient[1];
    EventClient client = new EventClient(types, wire, MOST_WAITING, () -> clients.remove(self[0]));
    self[0] = client;
    return client;
  }

  private byte[] missed(Set<Change.Type> types, long lastSeen) {
    if (lastSeen < forgotten || lastSeen > lastId) {
      return reset();
    }
    return joined(recent.stream().filter(event -> event.id() > lastSeen).toList(), types);
  }

  private byte[] reset() {
    return ("id: " + lastId + "\nevent: reset\ndata: {}\n\n").getBytes(UTF_8);
  }

  /** Tells what has changed since the last tick, as far as clients can take it. */
  void tick() {
    Map<Set<Change.Type>, byte[]> frames = new HashMap<>();
    List<EventClient> listening;
    List<Event> events;
    synchronized (this) {
      events = nextEvents();
      listening = events.isEmpty() ? List.of() : List.copyOf(clients);
    }
    int written = 0;
    for (EventClient client : listening) {
      byte[] frame = frames.computeIfAbsent(client.types(), types -> joined(events, types));
      sent.incrementAndGet();
      if (!client.offer(frame)) {
        dropped.incrementAndGet();
      }
      written++;
      if (written % AT_ONCE == 0) {
        LockSupport.parkNanos(BREATH.toNanos());
      }
    }
  }

  private List<Event> nextEvents() {
    int budget =
        Math.min(MOST_BYTES, Math.max(LEAST_BYTES, TICK_BYTES / Math.max(1, clients.size())));
    List<Event> events = new ArrayList<>();
    int bytes = 0;
    for (var changes = pending.iterator(); changes.hasNext() && bytes < budget; ) {
      Event event = event(changes.next());
      changes.remove();
      remember(event);
      events.add(event);
      bytes += event.frame().length;
    }
    return events;
  }

  private Event event(Change change) {
    lastId++;
    String frame =
        "id: %d\nevent: %s\ndata: %s\n\n"
            .formatted(lastId, change.type().word(), data.apply(change));
    return new Event(lastId, change.type(), frame.getBytes(UTF_8));
  }

  private void remember(Event event) {
    recent.add(event);
    recentBytes += event.frame().length;
    while (recent.size() > MOST_RECENT || recentBytes > MOST_RECENT_BYTES) {
      Event oldest = recent.remove();
      recentBytes -= oldest.frame().length;
      forgotten = oldest.id();
    }
  }

  private static byte[] joined(List<Event> events, Set<Change.Type> types) {
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    events.stream()
        .filter(event -> types.contains(event.type()))
        .forEach(event -> joined.writeBytes(event.frame()));
    return joined.toByteArray();
  }

  /** Keeps connections open through whatever lies between, and finds those that are gone. */
  void ping() {
    clients.forEach(client -> client.offer(PING));
  }

  /** Ends all connections. */
  void close() {
    clients.forEach(EventClient::close);
  }

  int clients() {
    return clients.size();
  }

  /** Clients that were too slow. */
  long dropped() {
    return dropped.get();
  }

  /** Messages handed to clients. */
  long sent() {
    return sent.get();
  }

  /** Changes that wait for a tick. */
  synchronized int pending() {
    return pending.size();
  }

  static Set<Change.Type> allTypes() {
    return EnumSet.allOf(Change.Type.class);
  }
}
