package io.heistline.producer;

import io.heistline.model.Feed;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * A list of feeds in a file: OPML, as feed readers write it, or YAML, as {@code feeds export} does.
 *
 * @param entries those that can be read, in the file's order
 * @param problems what is wrong with the others, each with where it stands
 */
public record FeedListFile(List<FeedEntry> entries, List<String> problems) {
  /** A list of 50,000 feeds has some 10 MB. */
  private static final int MOST_BYTES = 32 * 1024 * 1024;

  private static final String DEFAULTS = "/feeds/defaults.yaml";

  public FeedListFile {
    entries = List.copyOf(entries);
    problems = List.copyOf(problems);
  }

  /**
   * Reads a file, by the ending of its name or, if that tells nothing, by its first character.
   *
   * @throws IOException if it cannot be read at all, or is too large
   */
  public static FeedListFile read(Path file) throws IOException {
    byte[] bytes;
    try (InputStream in = Files.newInputStream(file)) {
      bytes = in.readNBytes(MOST_BYTES + 1);
    }
    if (bytes.length > MOST_BYTES) {
      throw new IOException("larger than %d bytes; split it".formatted(MOST_BYTES));
    }
    return isXml(file, bytes)
        ? FeedOpml.read(bytes)
        : FeedYaml.read(new String(bytes, StandardCharsets.UTF_8));
  }

  /** Public feeds of security, finance and crypto news. */
  public static FeedListFile defaults() {
    try (InputStream in = FeedListFile.class.getResourceAsStream(DEFAULTS)) {
      if (in == null) {
        throw new IllegalStateException(DEFAULTS + " is missing in the jar; build it again");
      }
      return FeedYaml.read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new IllegalStateException(DEFAULTS + " cannot be read; build it again", e);
    }
  }

  /** The list as OPML. */
  public static String opml(List<Feed> feeds) {
    return FeedOpml.write(feeds);
  }

  /** The list as YAML. */
  public static String yaml(List<Feed> feeds) {
    return FeedYaml.write(feeds);
  }

  private static boolean isXml(Path file, byte[] bytes) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    if (name.endsWith(".yaml") || name.endsWith(".yml")) {
      return false;
    }
    return name.endsWith(".opml")
        || name.endsWith(".xml")
        || new String(bytes, 0, Math.min(bytes.length, 100), StandardCharsets.UTF_8)
            .stripLeading()
            .replace("\uFEFF", "")
            .startsWith("<");
  }
}
