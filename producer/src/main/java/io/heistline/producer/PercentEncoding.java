package io.heistline.producer;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HexFormat;

/** One spelling for each path and query: encoded where it must be, plain where it may be. */
final class PercentEncoding {
  private static final String UNRESERVED_SIGNS = "-._~";
  private static final String RESERVED = "!$&'()*+,;=:@/";
  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  private PercentEncoding() {}

  /** A percent sign that begins no code stands for itself, as browsers take it. */
  static String normal(String text) {
    byte[] bytes = Normalizer.normalize(text, Normalizer.Form.NFC).getBytes(StandardCharsets.UTF_8);
    StringBuilder normal = new StringBuilder(bytes.length);
    for (int at = 0; at < bytes.length; at++) {
      if (isCode(bytes, at)) {
        int high = HexFormat.fromHexDigit(bytes[at + 1]);
        append(normal, (byte) (high << 4 | HexFormat.fromHexDigit(bytes[at + 2])), false);
        at += 2;
      } else {
        append(normal, bytes[at], true);
      }
    }
    return normal.toString();
  }

  private static boolean isCode(byte[] bytes, int at) {
    return bytes[at] == '%'
        && at + 2 < bytes.length
        && HexFormat.isHexDigit(bytes[at + 1])
        && HexFormat.isHexDigit(bytes[at + 2]);
  }

  private static void append(StringBuilder normal, byte value, boolean reservedStaysPlain) {
    if (isUnreserved(value) || (reservedStaysPlain && RESERVED.indexOf(value) >= 0)) {
      normal.append((char) value);
    } else {
      normal.append('%').append(HEX.toHexDigits(value));
    }
  }

  private static boolean isUnreserved(byte value) {
    return (value >= 'a' && value <= 'z')
        || (value >= 'A' && value <= 'Z')
        || (value >= '0' && value <= '9')
        || UNRESERVED_SIGNS.indexOf(value) >= 0;
  }
}
