package io.heistline.producer;

import java.io.FilterInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.LongConsumer;

/**
 * The bytes of a file, reported as they are read. On closing, what was not read is reported too, so
 * that the reports add up to the size of the file however little of it was wanted.
 */
final class CountedFile extends FilterInputStream {
  private final LongConsumer onBytesRead;
  private final long size;
  private long read;

  CountedFile(Path file, LongConsumer onBytesRead) throws IOException {
    super(Files.newInputStream(file));
    this.onBytesRead = onBytesRead;
    this.size = Files.size(file);
  }

  @Override
  public int read() throws IOException {
    int value = super.read();
    count(value < 0 ? 0 : 1);
    return value;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int count = super.read(bytes, offset, length);
    count(Math.max(count, 0));
    return count;
  }

  @Override
  public void close() throws IOException {
    count(Math.max(size - read, 0));
    super.close();
  }

  private void count(long bytes) {
    if (bytes > 0) {
      read += bytes;
      onBytesRead.accept(bytes);
    }
  }
}
