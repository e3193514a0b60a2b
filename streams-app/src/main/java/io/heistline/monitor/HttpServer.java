package io.heistline.monitor;

import java.io.IOException;
import java.net.BindException;
import java.nio.ByteBuffer;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The HTTP server. Few threads serve many connections: no client holds one while it waits. */
final class HttpServer implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(HttpServer.class);

  /** An answer takes a thread for milliseconds; more would only take the topology's time. */
  private static final int MOST_THREADS = 16;

  private static final int LEAST_THREADS = 4;

  /** Open at the same time: listeners, and some that ask. */
  private static final int MOST_CONNECTIONS = EventHub.MOST_CLIENTS + 500;

  /** Without a byte either way, in milliseconds; events have a ping every 15 seconds. */
  private static final int IDLE_MS = 60_000;

  private static final int MOST_HEADER_BYTES = 8 * 1024;
  private static final int WAITING_CONNECTIONS = 1_024;

  private final Server server;
  private final ServerConnector connector;

  HttpServer(MonitorSettings settings, Handler handler) {
    QueuedThreadPool threads = new QueuedThreadPool(MOST_THREADS, LEAST_THREADS);
    threads.setName("monitor-http");
    threads.setDaemon(true);
    server = new Server(threads);
    HttpConfiguration http = new HttpConfiguration();
    http.setSendServerVersion(false);
    http.setRequestHeaderSize(MOST_HEADER_BYTES);
    connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
    connector.setHost(settings.host());
    connector.setPort(settings.port());
    connector.setIdleTimeout(IDLE_MS);
    connector.setAcceptQueueSize(WAITING_CONNECTIONS);
    server.addConnector(connector);
    server.addBean(new NetworkConnectionLimit(MOST_CONNECTIONS, server));
    server.setErrorHandler(
        (request, response, callback) -> {
          Answer problem =
              ProblemException.problem(
                  response.getStatus(),
                  "The request makes no sense",
                  "it is no HTTP request that can be read; /openapi.json tells what can be asked");
          response.getHeaders().put("Content-Type", problem.type());
          response.write(true, ByteBuffer.wrap(problem.body()), callback);
          return true;
        });
    server.setHandler(handler);
  }

  /**
   * @throws IllegalStateException if the address cannot be listened on
   */
  void start() {
    try {
      server.start();
    } catch (IOException e) {
      throw new IllegalStateException(
          "cannot listen on %s port %d: %s; set %s or %s to another"
              .formatted(
                  connector.getHost(),
                  connector.getPort(),
                  e instanceof BindException ? "it is taken" : e.getMessage(),
                  MonitorSettings.PORT,
                  MonitorSettings.HOST),
          e);
    } catch (Exception e) {
      throw new IllegalStateException("the monitor's HTTP server does not start", e);
    }
  }

  /** The port that it listens on. */
  int port() {
    return connector.getLocalPort();
  }

  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception e) {
      log.warn("the monitor's HTTP server did not stop cleanly", e);
    }
  }
}
