package io.heistline.producer;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Splits bytes into lines; of a line beyond the limit it holds only the beginning. */
final class LineReader {
  private final InputStream in;
  private final int mostBytes;
  private final byte[] buffer = new byte[64 * 1024];
  private int at;
  private int filled;
  private long number;

  LineReader(InputStream in, int mostBytes) {
    this.in = in;
    this.mostBytes = mostBytes;
  }

  /**
   * One line.
   *
   * @param number from 1
   * @param bytes without the line feed; the first {@link Original#MOST_BYTES} if it is too long
   * @param length all its bytes
   */
  @SuppressWarnings("ArrayRecordComponent") // handed over, never shared nor compared
  record Line(long number, byte[] bytes, long length, boolean tooLong) {}

  /** The next line; empty at the end. */
  Optional<Line> next() throws IOException {
    ByteArrayOutputStream kept = new ByteArrayOutputStream();
    long length = 0;
    while (at < filled || fill()) {
      int end = endOfLine();
      length += end - at;
      kept = keep(kept, end, length);
      boolean complete = end < filled;
      at = complete ? end + 1 : end;
      if (complete) {
        return Optional.of(line(kept, length));
      }
    }
    return length == 0 ? Optional.empty() : Optional.of(line(kept, length));
  }

  private boolean fill() throws IOException {
    at = 0;
    filled = Math.max(in.read(buffer), 0);
    return filled > 0;
  }

  private int endOfLine() {
    int end = at;
    while (end < filled && buffer[end] != '\n') {
      end++;
    }
    return end;
  }

  private ByteArrayOutputStream keep(ByteArrayOutputStream kept, int end, long length) {
    if (length <= mostBytes) {
      kept.write(buffer, at, end - at);
      return kept;
    }
    if (kept.size() <= Original.MOST_BYTES) {
      return kept;
    }
    ByteArrayOutputStream beginning = new ByteArrayOutputStream();
    beginning.write(kept.toByteArray(), 0, Original.MOST_BYTES);
    return beginning;
  }

  private Line line(ByteArrayOutputStream kept, long length) {
    number++;
    return new Line(number, kept.toByteArray(), length, length > mostBytes);
  }
}
