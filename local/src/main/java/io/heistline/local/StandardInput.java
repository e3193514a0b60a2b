package io.heistline.local;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Standard input as a file, since files say by their names what they hold. */
final class StandardInput implements AutoCloseable {
  /** What the user writes for it. */
  static final String NAME = "-";

  /** Read into memory in one go; more than any sensible pipe of articles, in bytes. */
  private static final int MOST_BYTES = 256 * 1024 * 1024;

  private final Path folder;
  private final Path file;

  private StandardInput(Path folder, Path file) {
    this.folder = folder;
    this.file = file;
  }

  /**
   * Reads all of it: JSON lines if it begins with a brace, HTML if with an angle bracket, else
   * text.
   */
  static StandardInput read(InputStream in) throws IOException {
    byte[] bytes = in.readNBytes(MOST_BYTES + 1);
    if (bytes.length > MOST_BYTES) {
      throw new StackException(
          "standard input is larger than %d bytes; put it into a file".formatted(MOST_BYTES));
    }
    Path folder = Files.createTempDirectory("heistline-stdin-");
    Path file = folder.resolve("stdin" + suffix(bytes));
    Files.write(file, bytes);
    return new StandardInput(folder, file);
  }

  Path file() {
    return file;
  }

  /** A message about the file, in terms of what the user gave. */
  String inUsersTerms(String message) {
    return message.replace(file.toString(), "standard input");
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(file);
    Files.deleteIfExists(folder);
  }

  private static String suffix(byte[] bytes) {
    return switch (firstCharacter(bytes)) {
      case '{' -> ".jsonl";
      case '<' -> ".html";
      default -> ".txt";
    };
  }

  private static char firstCharacter(byte[] bytes) {
    for (byte each : bytes) {
      char c = (char) (each & 0xff);
      boolean mark = c == 0xef || c == 0xbb || c == 0xbf; // UTF-8's byte order mark
      if (!Character.isWhitespace(c) && !mark) {
        return c;
      }
    }
    return ' ';
  }
}
