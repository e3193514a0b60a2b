package io.heistline.producer;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The first bytes of something that was refused, for the dead-letter topic. */
public final class Original {
  /** Enough to see what it was, little enough to keep a thousand in memory. */
  public static final int MOST_BYTES = 64 * 1024;

  public static final Original NONE = new Original(new byte[0]);

  private final byte[] bytes;

  private Original(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Keeps the first {@link #MOST_BYTES} of these. */
  public static Original of(byte[] bytes) {
    return new Original(Arrays.copyOf(bytes, Math.min(bytes.length, MOST_BYTES)));
  }

  /** Keeps the first {@link #MOST_BYTES} of a text in UTF-8. */
  public static Original of(String text) {
    String start = text.substring(0, Math.min(text.length(), MOST_BYTES));
    return of(start.getBytes(StandardCharsets.UTF_8));
  }

  public byte[] bytes() {
    return bytes.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Original original && Arrays.equals(bytes, original.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return bytes.length + " bytes";
  }
}
