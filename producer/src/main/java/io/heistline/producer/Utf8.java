package io.heistline.producer;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Decodes text strictly: what is no text is refused, not patched up. */
final class Utf8 {
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private Utf8() {}

  /**
   * The text, without byte order mark.
   *
   * @throws RefusalException if it is binary or not UTF-8
   */
  static String decode(byte[] bytes) {
    for (int at = 0; at < bytes.length; at++) {
      if (bytes[at] == 0) {
        throw new RefusalException("binary content (a NUL byte at %d)".formatted(at));
      }
    }
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(buffer).toString();
      return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new RefusalException(
          "invalid UTF-8 at byte %d; convert it to UTF-8".formatted(buffer.position()), e);
    }
  }
}
