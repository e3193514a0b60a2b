package io.heistline.producer;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Decodes a page: by its byte order mark, else by the first of the server's charset, the page's own
 * and UTF-8 in which it makes sense, else as windows-1252, in which anything does.
 */
final class PageText {
  private static final Charset WESTERN = Charset.forName("windows-1252");

  /** Where a page names its charset, by the standard of HTML. */
  private static final int HEAD_BYTES = 1_024;

  private static final Pattern META =
      Pattern.compile(
          "<meta[^>]{0,500}?charset\\s*=\\s*[\"']?\\s*([\\w.:-]{1,40})", Pattern.CASE_INSENSITIVE);

  @SuppressWarnings("ArrayRecordComponent") // never changed nor compared
  private record Mark(Charset charset, byte... bytes) {}

  private static final List<Mark> MARKS =
      List.of(
          new Mark(StandardCharsets.UTF_8, (byte) 0xEF, (byte) 0xBB, (byte) 0xBF),
          new Mark(StandardCharsets.UTF_16BE, (byte) 0xFE, (byte) 0xFF),
          new Mark(StandardCharsets.UTF_16LE, (byte) 0xFF, (byte) 0xFE));

  private PageText() {}

  static String decode(byte[] bytes, Optional<String> server) {
    for (Mark mark : MARKS) {
      if (startsWith(bytes, mark.bytes())) {
        int length = mark.bytes().length;
        return new String(bytes, length, bytes.length - length, mark.charset());
      }
    }
    return Stream.of(
            server.flatMap(PageText::charset), meta(bytes), Optional.of(StandardCharsets.UTF_8))
        .flatMap(Optional::stream)
        .map(charset -> strictly(bytes, charset))
        .flatMap(Optional::stream)
        .findFirst()
        .orElseGet(() -> new String(bytes, WESTERN));
  }

  private static Optional<Charset> meta(byte[] bytes) {
    String head =
        new String(bytes, 0, Math.min(bytes.length, HEAD_BYTES), StandardCharsets.ISO_8859_1);
    Matcher meta = META.matcher(head);
    return meta.find() ? charset(meta.group(1)) : Optional.empty();
  }

  /** Browsers take Latin-1 for windows-1252; a page that can be read so is no UTF-16. */
  private static Optional<Charset> charset(String name) {
    try {
      Charset charset = Charset.forName(name.strip());
      if (charset.equals(StandardCharsets.ISO_8859_1)
          || charset.equals(StandardCharsets.US_ASCII)) {
        return Optional.of(WESTERN);
      }
      return Optional.of(charset).filter(Charset::canEncode);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> strictly(byte[] bytes, Charset charset) {
    try {
      return Optional.of(charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  private static boolean startsWith(byte[] bytes, byte... mark) {
    return bytes.length >= mark.length
        && java.util.Arrays.equals(bytes, 0, mark.length, mark, 0, mark.length);
  }
}
