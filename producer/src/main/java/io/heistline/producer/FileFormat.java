package io.heistline.producer;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** What kind of file it is, by the ending of its name. */
record FileFormat(Kind kind, boolean gzipped) {
  /** The endings, for people. */
  static final String ENDINGS = ".jsonl, .json, .txt, .html or .htm, each also with .gz";

  private static final String GZIP = ".gz";

  enum Kind {
    JSON_LINES,
    TEXT,
    HTML
  }

  static Optional<FileFormat> of(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    boolean gzipped = name.endsWith(GZIP);
    return kind(gzipped ? name.substring(0, name.length() - GZIP.length()) : name)
        .map(kind -> new FileFormat(kind, gzipped));
  }

  private static Optional<Kind> kind(String name) {
    return switch (name.substring(name.lastIndexOf('.') + 1)) {
      case "jsonl", "json" -> Optional.of(Kind.JSON_LINES);
      case "txt" -> Optional.of(Kind.TEXT);
      case "html", "htm" -> Optional.of(Kind.HTML);
      default -> Optional.empty();
    };
  }
}
