package io.heistline.fetching;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A web server that does whatever it is told, on bare sockets, so that it can misbehave in every
 * way. One request a connection, unless a behaviour keeps it open.
 */
public final class RoughServer implements AutoCloseable {
  private final ServerSocket server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Map<String, Behaviour> behaviours = new ConcurrentHashMap<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final AtomicInteger atOnce = new AtomicInteger();
  private final AtomicInteger mostAtOnce = new AtomicInteger();

  /** What is done about a request. */
  public interface Behaviour {
    void answer(Exchange exchange) throws Exception;
  }

  /** A request, and where the answer goes. */
  public record Exchange(String path, Map<String, String> headers, OutputStream out) {
    public void send(String text) throws IOException {
      send(text.getBytes(ISO_8859_1));
    }

    public void send(byte[] bytes) throws IOException {
      out.write(bytes);
      out.flush();
    }

    /** A whole answer; headers as lines. */
    public void answer(String status, byte[] body, String... headers) throws IOException {
      StringBuilder head = new StringBuilder("HTTP/1.1 " + status + "\r\n");
      for (String header : headers) {
        head.append(header).append("\r\n");
      }
      send(head + "Content-Length: " + body.length + "\r\nConnection: close\r\n\r\n");
      send(body);
    }

    public void answer(String status, String body, String... headers) throws IOException {
      answer(status, body.getBytes(UTF_8), headers);
    }
  }

  /** On any free port, of all of the machine's own addresses 127.x.y.z. */
  public RoughServer() throws IOException {
    this(new ServerSocket(0, 200, InetAddress.getByName("0.0.0.0")));
  }

  public RoughServer(ServerSocket server) {
    this.server = server;
    threads.execute(this::accept);
  }

  /** From now on, a path is answered so. Whatever has no behaviour is 404. */
  public void on(String path, Behaviour behaviour) {
    behaviours.put(path, behaviour);
  }

  public String url(String path) {
    return "http://127.0.0.1:" + port() + path;
  }

  public int port() {
    return server.getLocalPort();
  }

  /** Paths in the order in which they were asked for. */
  public List<String> asked() {
    return List.copyOf(asked);
  }

  /** Most requests that were being answered at the same time. */
  public int mostAtOnce() {
    return mostAtOnce.get();
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        open.add(socket);
        threads.execute(() -> serve(socket));
      } catch (IOException e) {
        return; // closed
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      BufferedReader in =
          new BufferedReader(new InputStreamReader(socket.getInputStream(), ISO_8859_1));
      List<String> lines = new ArrayList<>();
      for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
        lines.add(line);
      }
      if (!lines.isEmpty()) {
        mostAtOnce.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
        try {
          answer(lines, socket.getOutputStream());
        } finally {
          atOnce.decrementAndGet();
        }
      }
    } catch (Exception e) {
      // the client has had enough, as it should
    } finally {
      open.remove(socket);
    }
  }

  private void answer(List<String> lines, OutputStream out) throws Exception {
    String path = lines.get(0).split(" ", 3)[1];
    Map<String, String> headers = new TreeMap<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] parts = line.split(":", 2);
      headers.put(parts[0].strip().toLowerCase(Locale.ROOT), parts[1].strip());
    }
    asked.add(path);
    behaviours
        .getOrDefault(path, exchange -> exchange.answer("404 Not Found", ""))
        .answer(new Exchange(path, headers, out));
  }

  @Override
  public void close() throws IOException {
    server.close();
    threads.shutdownNow();
    for (Socket socket : open) {
      socket.close();
    }
  }
}
