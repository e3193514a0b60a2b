package io.heistline.fetching;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;
import org.brotli.dec.BrotliInputStream;

/** Unpacks and takes a body, and breaks off when it grows beyond its limits. */
final class Body {
  /** Text packs to a tenth, a list of the same line to a fiftieth; a bomb to a thousandth. */
  static final int MOST_RATIO = 100;

  /** Up to here a body may be packed as tightly as it likes. */
  static final int UNSUSPECTED_BYTES = 1024 * 1024;

  /** Packed twice is odd but seen; more is an attack. */
  private static final int MOST_LAYERS = 2;

  /**
   * Bytes read at once. Twice as many may be read ahead and count as sent; they must not make a
   * bomb look like an answer that is large only.
   */
  private static final int CHUNK = 8 * 1024;

  private static final int GZIP_FIRST = 0x1f;
  private static final int GZIP_SECOND = 0x8b;

  private Body() {}

  /** Is told when a body grows large, before it is held in memory. */
  interface Growth {
    void beyondUnsuspected() throws IOException;
  }

  /**
   * Takes all of it.
   *
   * @param encoding the header Content-Encoding, empty for none
   * @throws FetchFailure TOO_LARGE, BOMB or ENCODING
   * @throws IOException as the connection throws it
   */
  static byte[] read(InputStream raw, String encoding, int mostBytes, Growth growth)
      throws IOException {
    Counted sent = new Counted(raw);
    try (InputStream in = unpacked(sent, encoding)) {
      return take(in, sent, mostBytes, growth);
    } catch (ZipException e) {
      throw broken(e);
    }
  }

  private static byte[] take(InputStream in, Counted sent, int mostBytes, Growth growth)
      throws IOException {
    ByteArrayOutputStream taken = new ByteArrayOutputStream();
    byte[] chunk = new byte[CHUNK];
    boolean grown = false;
    for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
      if (taken.size() + count > UNSUSPECTED_BYTES) {
        check(taken.size() + count, sent.bytes, mostBytes);
        if (!grown) {
          growth.beyondUnsuspected();
          grown = true;
        }
      }
      check(taken.size() + count, Long.MAX_VALUE / MOST_RATIO, mostBytes);
      taken.write(chunk, 0, count);
    }
    return taken.toByteArray();
  }

  private static void check(long size, long sent, int mostBytes) {
    if (size > sent * MOST_RATIO) {
      throw new FetchFailure(
          FetchProblem.BOMB,
          "%d bytes unpack to more than %d, over %d times as much"
              .formatted(sent, size, MOST_RATIO));
    }
    if (size > mostBytes) {
      throw new FetchFailure(
          FetchProblem.TOO_LARGE, "the answer is larger than %d bytes".formatted(mostBytes));
    }
  }

  private static InputStream unpacked(InputStream raw, String encoding) throws IOException {
    String[] layers = encoding.toLowerCase(Locale.ROOT).split(",", -1);
    if (layers.length > MOST_LAYERS) {
      throw new FetchFailure(
          FetchProblem.ENCODING, "the answer is packed more than %d times".formatted(MOST_LAYERS));
    }
    InputStream in = raw;
    for (int layer = layers.length - 1; layer >= 0; layer--) {
      in = unpackedOnce(in, layers[layer].strip());
    }
    return in;
  }

  private static InputStream unpackedOnce(InputStream in, String encoding) throws IOException {
    return switch (encoding) {
      case "", "identity", "none", "gzip", "x-gzip" -> gunzipped(in);
      case "deflate" -> inflated(in);
      case "br" -> new Brotli(in);
      default ->
          throw new FetchFailure(
              FetchProblem.ENCODING,
              "the answer is packed as '%s', which was not asked for"
                  .formatted(encoding.replaceAll("[^a-z0-9-]", "?")));
    };
  }

  /** By what it is, not by what it says: servers forget to say, and say it of plain text. */
  private static InputStream gunzipped(InputStream in) throws IOException {
    BufferedInputStream buffered = new BufferedInputStream(in, CHUNK);
    buffered.mark(2);
    boolean packed = buffered.read() == GZIP_FIRST && buffered.read() == GZIP_SECOND;
    buffered.reset();
    return packed ? new GZIPInputStream(buffered, CHUNK) : buffered;
  }

  /** With zlib's header, as the standard says, or without, as some servers do. */
  private static InputStream inflated(InputStream in) throws IOException {
    BufferedInputStream buffered = new BufferedInputStream(in, CHUNK);
    buffered.mark(2);
    int first = buffered.read();
    int second = buffered.read();
    buffered.reset();
    boolean zlib = (first & 0x0f) == 8 && (first << 8 | second) % 31 == 0;
    return new Inflated(buffered, new Inflater(!zlib));
  }

  private static FetchFailure broken(IOException cause) {
    return new FetchFailure(
        FetchProblem.ENCODING, "the answer cannot be unpacked: " + cause.getMessage(), cause);
  }

  /** Frees the memory that an inflater given from outside would keep. */
  private static final class Inflated extends InflaterInputStream {
    Inflated(InputStream in, Inflater inflater) {
      super(in, inflater, CHUNK);
    }

    @Override
    public void close() throws IOException {
      super.close();
      inf.end();
    }
  }

  /** The decoder tells broken data and a broken connection apart by nothing but the cause. */
  private static final class Brotli extends FilterInputStream {
    Brotli(InputStream in) throws IOException {
      super(opened(in));
    }

    private static InputStream opened(InputStream in) throws IOException {
      try {
        return new BrotliInputStream(in, CHUNK);
      } catch (IOException e) {
        throw asBroken(e);
      }
    }

    @Override
    public int read(byte[] into, int from, int count) throws IOException {
      try {
        return super.read(into, from, count);
      } catch (IOException e) {
        throw asBroken(e);
      }
    }

    private static IOException asBroken(IOException e) {
      if (e.getCause() instanceof IOException connection
          && connection.getCause() instanceof IOException deeper) {
        return deeper;
      }
      if (e.getMessage() != null && e.getMessage().contains("decoding failed")) {
        throw broken(e);
      }
      return e;
    }
  }

  /** Counts what comes over the wire. Is never closed: the connection would wait for the rest. */
  private static final class Counted extends FilterInputStream {
    private long bytes;

    Counted(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int next = super.read();
      bytes += next < 0 ? 0 : 1;
      return next;
    }

    @Override
    public int read(byte[] into, int from, int count) throws IOException {
      int taken = super.read(into, from, count);
      bytes += Math.max(taken, 0);
      return taken;
    }

    @Override
    public void close() {}
  }
}
