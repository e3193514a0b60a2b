package io.heistline.monitor;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The page's files, out of the class path. */
final class Site {
  private static final String FOLDER = "/monitor/";
  private static final String INDEX = "index.html";

  /** Media types by the end of the name; what ends otherwise is not served. */
  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "svg", "image/svg+xml",
          "png", "image/png",
          "ico", "image/x-icon",
          "woff2", "font/woff2",
          "webmanifest", "application/manifest+json");

  private final Map<String, Answer> files = new ConcurrentHashMap<>();

  /** The file at a path; empty if there is none. */
  Optional<Answer> find(String path) {
    String name = path.equals("/") ? INDEX : path.substring(1);
    if (!name.matches("[A-Za-z0-9_-]+(?:[./][A-Za-z0-9_-]+)*")) {
      return Optional.empty();
    }
    return Optional.ofNullable(files.get(name)).or(() -> load(name));
  }

  private Optional<Answer> load(String name) {
    String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
    if (type == null) {
      return Optional.empty();
    }
    try (InputStream in = Site.class.getResourceAsStream(FOLDER + name)) {
      if (in == null) {
        return Optional.empty();
      }
      Answer file = Answer.of(200, type, in.readAllBytes()).with("Cache-Control", "no-cache");
      files.put(name, file);
      return Optional.of(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
