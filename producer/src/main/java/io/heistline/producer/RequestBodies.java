package io.heistline.producer;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.MimeTypes;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;

/** Reads the bodies of requests, each within a limit and a time, and all within a limit. */
final class RequestBodies {
  /** Longest body: an article at its limit, the most of its characters unescaped. */
  static final int MOST_BYTES = 16 * 1024 * 1024;

  /** All that are read at the same time; some times as much stands in memory then. */
  private static final int MOST_KIB_AT_ONCE = 64 * 1024;

  private static final int KIB = 1024;
  private static final int BUFFER_BYTES = 64 * KIB;

  private final Duration deadline;
  private final Semaphore free = new Semaphore(MOST_KIB_AT_ONCE);

  /**
   * Makes a reader.
   *
   * @param deadline for all of a body, however it trickles
   */
  RequestBodies(Duration deadline) {
    this.deadline = deadline;
  }

  /**
   * Reads a body.
   *
   * @throws ProblemException if it is not JSON in UTF-8, too large or too slow
   */
  String read(Request request) {
    requireJson(request);
    if (request.getLength() > MOST_BYTES) {
      throw tooLarge();
    }
    int kib = (int) ((request.getLength() < 0 ? MOST_BYTES : request.getLength()) / KIB + 1);
    if (!free.tryAcquire(kib)) {
      throw ProblemException.tryAgain("too much is being sent at the same time; send it again");
    }
    try {
      return Utf8.decode(bytes(request));
    } catch (RefusalException e) {
      throw new ProblemException(400, "No article", e.reason());
    } finally {
      free.release(kib);
    }
  }

  private byte[] bytes(Request request) {
    long until = System.nanoTime() + deadline.toNanos();
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    byte[] buffer = new byte[BUFFER_BYTES];
    try (InputStream in = Content.Source.asInputStream(request)) {
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        body.write(buffer, 0, count);
        if (body.size() > MOST_BYTES) {
          throw tooLarge();
        }
        if (System.nanoTime() - until > 0) {
          throw tooSlow("it is not here after " + deadline);
        }
      }
      return body.toByteArray();
    } catch (IOException e) {
      throw tooSlow("it broke off: " + e.getMessage());
    }
  }

  private static void requireJson(Request request) {
    String type = request.getHeaders().get(HttpHeader.CONTENT_TYPE);
    String charset = type == null ? null : MimeTypes.getCharsetFromContentType(type);
    boolean json =
        type != null
            && type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT).equals("application/json");
    if (!json || (charset != null && !charset.equalsIgnoreCase(StandardCharsets.UTF_8.name()))) {
      throw unsupported("the Content-Type is '%s'; send application/json in UTF-8".formatted(type));
    }
    String encoding = request.getHeaders().get(HttpHeader.CONTENT_ENCODING);
    if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
      throw unsupported("the Content-Encoding is '%s'; send it as it is".formatted(encoding));
    }
  }

  private static ProblemException unsupported(String detail) {
    return new ProblemException(415, "Not in this form", detail);
  }

  private static ProblemException tooLarge() {
    return new ProblemException(
        413, "Too large", "the body is larger than %d bytes, the limit".formatted(MOST_BYTES));
  }

  private static ProblemException tooSlow(String detail) {
    return new ProblemException(408, "Too slow", detail);
  }
}
