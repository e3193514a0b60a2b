package io.heistline.producer;

import io.heistline.topics.Topics;
import java.time.Clock;
import java.time.Duration;
import java.util.function.IntConsumer;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes articles over HTTP: POST /articles, PUT and DELETE /articles/ID. An answer of 202 means
 * that Kafka has it.
 */
final class ArticlesEndpoint implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(ArticlesEndpoint.class);

  private static final int MOST_CONNECTIONS = 256;

  /** One for each connection, and some that accept: no request waits, unanswered, for a thread. */
  private static final int THREADS = MOST_CONNECTIONS + 16;

  /** Without a byte from the client. */
  static final Duration IDLE = Duration.ofSeconds(10);

  /** For a whole body: 16 MB at 4 Mbit/s. */
  private static final Duration WHOLE_BODY = Duration.ofSeconds(30);

  private final EndpointSettings settings;
  private final Server server = new Server(new QueuedThreadPool(THREADS));
  private final ServerConnector connector;
  private final ArticleDesk desk;
  private final ArticleQueue queue;

  /**
   * An endpoint, not listening yet.
   *
   * @param answered is told the status of each answer
   */
  ArticlesEndpoint(
      EndpointSettings settings,
      Topics topics,
      Clock clock,
      CurrentArticles current,
      IntConsumer answered) {
    this(settings, topics, clock, current, answered, IDLE, WHOLE_BODY);
  }

  ArticlesEndpoint(
      EndpointSettings settings,
      Topics topics,
      Clock clock,
      CurrentArticles current,
      IntConsumer answered,
      Duration idle,
      Duration wholeBody) {
    this.settings = settings;
    this.desk = new ArticleDesk(topics, clock, current);
    this.queue = new ArticleQueue(desk);
    HttpConfiguration http = new HttpConfiguration();
    http.setSendServerVersion(false);
    http.setSendDateHeader(false);
    connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
    connector.setHost(settings.host());
    connector.setPort(settings.port());
    connector.setIdleTimeout(idle.toMillis());
    server.addConnector(connector);
    server.addBean(new NetworkConnectionLimit(MOST_CONNECTIONS, connector));
    ArticlesHandler handler =
        new ArticlesHandler(
            new ArticleRequests(desk, queue),
            new RequestBodies(wholeBody),
            settings.token(),
            answered);
    server.setHandler(handler);
    server.setErrorHandler(
        (request, response, callback) -> {
          handler.explain(
              new ProblemException(
                  response.getStatus(), "Bad request", "the request cannot be understood"),
              response,
              callback);
          return true;
        });
  }

  /**
   * Listens.
   *
   * @throws IllegalArgumentException if it cannot; the message says where and why
   */
  void start() {
    try {
      server.start();
    } catch (Exception e) {
      close();
      throw new IllegalArgumentException(
          "cannot take articles at %s: %s; set %s to a free port"
              .formatted(settings, e, EndpointSettings.PORT),
          e);
    }
    log.info("articles are taken at http://{}:{}/articles", settings.host(), port());
  }

  int port() {
    return connector.getLocalPort();
  }

  @Override
  public void close() {
    try (desk;
        queue) {
      server.stop();
    } catch (Exception e) {
      log.warn("the endpoint for articles did not stop cleanly", e);
    }
  }
}
