package io.heistline.producer;

import java.util.Map;

/** A request that cannot be met: what the client is told, and what it can do. */
final class ProblemException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final String title;
  private final transient Map<String, String> headers;

  ProblemException(int status, String title, String detail, Map<String, String> headers) {
    super(detail);
    this.status = status;
    this.title = title;
    this.headers = Map.copyOf(headers);
  }

  ProblemException(int status, String title, String detail) {
    this(status, title, detail, Map.of());
  }

  /** Kafka is away, or there is more to do than can be done: the same request, a little later. */
  static ProblemException tryAgain(String detail) {
    return new ProblemException(
        503, "Not now", detail, Map.of("Retry-After", Integer.toString(RETRY_AFTER_SECONDS)));
  }

  private static final int RETRY_AFTER_SECONDS = 5;

  int status() {
    return status;
  }

  String title() {
    return title;
  }

  String detail() {
    return String.valueOf(getMessage());
  }

  Map<String, String> headers() {
    return headers;
  }
}
