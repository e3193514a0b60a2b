package io.heistline.fetching;

import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** What a server answers. */
public final class Answer {
  private final URI address;
  private final int status;
  private final Map<String, String> headers;
  private final byte[] body;

  /**
   * An answer.
   *
   * @param address that gave it, after all redirects
   * @param headers by name in lower case; several of one name are joined by commas
   * @param body unpacked
   */
  Answer(URI address, int status, Map<String, String> headers, byte[] body) {
    this.address = address;
    this.status = status;
    this.headers = Map.copyOf(headers);
    this.body = body;
  }

  public URI address() {
    return address;
  }

  public int status() {
    return status;
  }

  /** The value of a header, by its name in lower case. */
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }

  /** Not a copy: it may be large, and the answer is its only owner. */
  public byte[] body() {
    return body;
  }
}
