package io.heistline.syndication;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text from bytes whose encoding is told wrongly as often as rightly. A byte order mark is never
 * wrong; text that is valid UTF-8 beyond ASCII is never anything else; after that the server's word
 * counts, then the document's own.
 */
public final class Decoded {
  private static final Pattern CHARSET_OF_TYPE =
      Pattern.compile("(?i)charset\\s*=\\s*[\"']?([A-Za-z0-9._:-]+)");

  private static final Pattern CHARSET_OF_DOCUMENT =
      Pattern.compile(
          "(?is)^[^<]{0,100}<\\?xml[^>]{0,200}encoding\\s*=\\s*[\"']([A-Za-z0-9._:-]+)"
              + "|<meta[^>]{0,200}charset\\s*=\\s*[\"']?([A-Za-z0-9._:-]+)");

  /** As far as a declaration may stand from the beginning. */
  private static final int HEAD_BYTES = 2_048;

  /** What browsers take text for whose encoding nobody knows, or that is said to be Latin-1. */
  private static final Charset WESTERN = Charset.forName("windows-1252");

  private static final int LONGEST_BEGINNING = 4;

  /** Stands for what was no letter; a text may also hold it by itself. */
  private static final char REPLACEMENT = '\ufffd';

  private Decoded() {}

  /**
   * How text begins, and which encoding that tells.
   *
   * @param digits of the first bytes, in hex
   * @param mark bytes that are no text
   */
  private record Beginning(String digits, String charset, int mark) {}

  /** What is longer stands first. */
  private static final List<Beginning> BEGINNINGS =
      List.of(
          new Beginning("0000feff", "UTF-32BE", 4),
          new Beginning("fffe0000", "UTF-32LE", 4),
          new Beginning("efbbbf", "UTF-8", 3),
          new Beginning("feff", "UTF-16BE", 2),
          new Beginning("fffe", "UTF-16LE", 2),
          new Beginning("0000003c", "UTF-32BE", 0),
          new Beginning("3c000000", "UTF-32LE", 0),
          new Beginning("003c00", "UTF-16BE", 0),
          new Beginning("3c00", "UTF-16LE", 0),
          new Beginning("4c6fa794", "IBM037", 0));

  /**
   * The text, without byte order mark.
   *
   * @param contentType as the server gave it
   */
  public static String text(byte[] bytes, Optional<String> contentType) {
    String start = HexFormat.of().formatHex(bytes, 0, Math.min(bytes.length, LONGEST_BEGINNING));
    for (Beginning beginning : BEGINNINGS) {
      if (start.startsWith(beginning.digits()) && Charset.isSupported(beginning.charset())) {
        byte[] rest = Arrays.copyOfRange(bytes, beginning.mark(), bytes.length);
        return lenient(rest, Charset.forName(beginning.charset()));
      }
    }
    for (Charset candidate : candidates(bytes, contentType)) {
      Optional<String> text = strict(bytes, candidate);
      if (text.isPresent()) {
        return text.get();
      }
    }
    return lenient(bytes, isNearlyUtf8(bytes) ? StandardCharsets.UTF_8 : WESTERN);
  }

  private static List<Charset> candidates(byte[] bytes, Optional<String> contentType) {
    List<Charset> candidates = new ArrayList<>();
    candidates.add(StandardCharsets.UTF_8);
    contentType.flatMap(type -> named(CHARSET_OF_TYPE, type)).ifPresent(candidates::add);
    String head =
        new String(bytes, 0, Math.min(bytes.length, HEAD_BYTES), StandardCharsets.ISO_8859_1);
    named(CHARSET_OF_DOCUMENT, head).ifPresent(candidates::add);
    // ASCII alone says nothing: ISO-2022-JP and UTF-7 are made of it
    if (isAscii(bytes)) {
      candidates.remove(0);
      candidates.add(StandardCharsets.UTF_8);
    }
    return candidates;
  }

  private static Optional<Charset> named(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    if (!matcher.find()) {
      return Optional.empty();
    }
    String first = matcher.group(1);
    return charset(first == null ? matcher.group(2) : first);
  }

  private static Optional<Charset> charset(String name) {
    String known = name.toLowerCase(Locale.ROOT);
    if (known.equals("iso-8859-1") || known.equals("latin1") || known.equals("us-ascii")) {
      return Optional.of(WESTERN);
    }
    // the bytes were not UTF-16 by how they begin
    if (known.startsWith("utf-16") || known.startsWith("utf-32") || known.startsWith("ucs-")) {
      return Optional.empty();
    }
    try {
      return Optional.of(Charset.forName(known));
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return Optional.empty();
    }
  }

  private static boolean isAscii(byte[] bytes) {
    for (byte unit : bytes) {
      if (unit < 0) {
        return false;
      }
    }
    return true;
  }

  /** A few broken letters in much good text: cut off in the middle of one, or pasted together. */
  private static boolean isNearlyUtf8(byte[] bytes) {
    String text = lenient(bytes, StandardCharsets.UTF_8);
    long broken = text.chars().filter(character -> character == REPLACEMENT).count();
    long letters = text.chars().filter(character -> character > 0x7f).count();
    return broken * 5 < letters;
  }

  private static Optional<String> strict(byte[] bytes, Charset charset) {
    if (charset.equals(StandardCharsets.UTF_8)) {
      String text = lenient(bytes, charset); // several times as fast; a broken letter leaves a mark
      if (text.indexOf(REPLACEMENT) < 0) {
        return Optional.of(text);
      }
    }
    try {
      return Optional.of(
          charset
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes))
              .toString());
    } catch (CharacterCodingException | UnsupportedOperationException e) {
      return Optional.empty();
    }
  }

  private static String lenient(byte[] bytes, Charset charset) {
    return new String(bytes, charset);
  }
}
