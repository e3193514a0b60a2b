package io.heistline.fetching;

import java.net.URI;
import java.util.Map;

/**
 * A request for a document.
 *
 * @param headers more than the usual ones
 * @param mostBytes largest body that is taken, unpacked
 */
public record Request(URI address, Map<String, String> headers, int mostBytes) {
  public Request {
    headers = Map.copyOf(headers);
  }

  Request at(URI other) {
    return new Request(other, headers, mostBytes);
  }
}
