package io.heistline.producer;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcTruncationReason;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads a WARC file as a stream, from any of its records on; each record may be a gzip member of
 * its own. What is broken is told of, and reading goes on at the next record that can be found.
 */
final class WarcFile implements AutoCloseable {
  /** A larger page cannot be an article. */
  static final int MOST_PAGE_BYTES = ArticleDraft.MOST_BODY_BYTES;

  private static final Logger log = LoggerFactory.getLogger(WarcFile.class);
  private static final int OK = 200;
  private static final int SCAN_BYTES = 64 * 1024;
  private static final byte[] GZIP_MAGIC = {0x1f, (byte) 0x8b, 8};
  private static final byte[] LINE_END = {'\r', '\n'};
  private static final byte[] WARC = "WARC/".getBytes(StandardCharsets.US_ASCII);

  private final Path file;
  private final FileChannel channel;
  private final long size;
  private final boolean gzipped;
  private Optional<WarcReader> reader = Optional.empty();

  /** The record that the reader stands at. */
  private Optional<WarcRecord> record = Optional.empty();

  /** Where the next record begins. */
  private long at;

  /**
   * Opens a file.
   *
   * @param from where a record begins
   * @throws IOException if it cannot be read
   */
  WarcFile(Path file, long from) throws IOException {
    this.file = file;
    this.channel = FileChannel.open(file);
    this.size = channel.size();
    this.gzipped = startsWith(bytes(0, GZIP_MAGIC.length), 0, GZIP_MAGIC);
    this.at = from;
  }

  /**
   * What became of one record.
   *
   * @param page a page that may be an article
   * @param skip why there is none
   * @param problem what is broken, for people; empty if nothing is
   * @param begin where it begins in the file
   * @param end where the next one begins
   */
  record Entry(
      Optional<WarcPage> page,
      Optional<WarcSkip> skip,
      Optional<String> problem,
      long begin,
      long end) {
    private static Entry of(WarcPage page, long begin) {
      return new Entry(Optional.of(page), Optional.empty(), Optional.empty(), begin, begin);
    }

    private static Entry skipped(WarcSkip skip, long begin) {
      return new Entry(Optional.empty(), Optional.of(skip), Optional.empty(), begin, begin);
    }

    private Entry with(String trouble) {
      return new Entry(page, skip, Optional.of(trouble), begin, end);
    }

    private Entry upTo(long end) {
      return new Entry(page, skip, problem, begin, end);
    }
  }

  long size() {
    return size;
  }

  /**
   * The next record; empty at the end.
   *
   * @throws UncheckedIOException if the disk fails
   */
  Optional<Entry> next() {
    try {
      if (record.isEmpty() && at < size) {
        try {
          record = open(at).next();
        } catch (IOException | RuntimeException e) {
          return Optional.of(broken(e));
        }
      }
      return record.isEmpty() ? Optional.empty() : Optional.of(read(record.get()));
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be read any further: " + e.getMessage(), e);
    }
  }

  private WarcReader open(long position) throws IOException {
    channel.position(position);
    WarcReader opened = new WarcReader(channel);
    reader = Optional.of(opened);
    return opened;
  }

  private Entry read(WarcRecord current) throws IOException {
    long begin = at;
    Entry entry;
    try {
      entry = entry(current, begin);
    } catch (IOException | RuntimeException e) {
      return broken(e);
    }
    WarcReader open = reader.orElseThrow();
    try {
      record = open.next();
      at = record.isPresent() ? open.position() : size;
    } catch (IOException | RuntimeException e) {
      if (open.position() > begin) {
        skipTo(open.position()); // the next one is broken, and is told of when its turn comes
      } else {
        skipTo(find(begin + 1));
        return entry.upTo(at).with(problem(begin, e));
      }
    }
    return entry.upTo(at);
  }

  private Entry broken(Exception e) throws IOException {
    long begin = at;
    skipTo(find(begin + 1));
    return Entry.skipped(WarcSkip.BROKEN, begin).upTo(at).with(problem(begin, e));
  }

  private String problem(long begin, Exception e) {
    return "%s: the record at byte %d is broken (%s); %s"
        .formatted(
            file,
            begin,
            e.getMessage() == null ? e : e.getMessage(),
            at < size ? "going on at byte " + at : "nothing can be found after it");
  }

  private void skipTo(long position) {
    reader = Optional.empty();
    record = Optional.empty();
    at = position;
  }

  private Entry entry(WarcRecord current, long begin) throws IOException {
    if (!(current instanceof WarcResponse response)) {
      return Entry.skipped(WarcSkip.OTHER_RECORD, begin);
    }
    if (!response.contentType().base().equals(MediaType.HTTP)) {
      return Entry.skipped(WarcSkip.NOT_HTTP, begin);
    }
    HttpResponse http = response.http();
    Optional<WarcSkip> skip = skip(response, http);
    if (skip.isPresent()) {
      return Entry.skipped(skip.get(), begin);
    }
    byte[] page;
    try (InputStream body = http.bodyDecoded().stream()) {
      page = body.readNBytes(MOST_PAGE_BYTES + 1);
    } catch (IOException e) {
      log.info("{}: the page at byte {} cannot be decoded: {}", file, begin, e.toString());
      return Entry.skipped(WarcSkip.NOT_DECODABLE, begin);
    }
    if (page.length > MOST_PAGE_BYTES) {
      return Entry.skipped(WarcSkip.TOO_LARGE, begin);
    }
    return Entry.of(
        new WarcPage(
            response.target(),
            response.date(),
            page,
            http.headers().first("Content-Type"),
            file + ":" + begin),
        begin);
  }

  private static Optional<WarcSkip> skip(WarcResponse response, HttpResponse http)
      throws IOException {
    if (http.status() != OK) {
      return Optional.of(WarcSkip.STATUS);
    }
    MediaType type = http.contentType().base();
    if (!type.equals(MediaType.HTML) && !type.equals(MediaType.XHTML)) {
      return Optional.of(WarcSkip.NOT_HTML);
    }
    return response.truncated() == WarcTruncationReason.NOT_TRUNCATED
        ? Optional.empty()
        : Optional.of(WarcSkip.CUT_SHORT);
  }

  /** Where the first record at or after a position begins; the size if there is none. */
  private long find(long from) throws IOException {
    byte[] sign = gzipped ? GZIP_MAGIC : WARC;
    for (long position = from; position < size; position += SCAN_BYTES) {
      byte[] block = bytes(position, SCAN_BYTES + sign.length - 1);
      for (int i = 0; i <= block.length - sign.length; i++) {
        if (startsWith(block, i, sign) && isRecord(position + i)) {
          return position + i;
        }
      }
    }
    return size;
  }

  private boolean isRecord(long position) throws IOException {
    if (!gzipped) {
      return position >= 2 && startsWith(bytes(position - 2, 2), 0, LINE_END);
    }
    try (InputStream member =
        new GZIPInputStream(new ByteArrayInputStream(bytes(position, SCAN_BYTES)))) {
      return startsWith(member.readNBytes(WARC.length), 0, WARC);
    } catch (IOException e) {
      return false; // two bytes of something else
    }
  }

  private byte[] bytes(long position, int most) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate((int) Math.min(most, Math.max(size - position, 0)));
    while (buffer.hasRemaining() && channel.read(buffer, position + buffer.position()) >= 0) {
      // reads on
    }
    return Arrays.copyOf(buffer.array(), buffer.position());
  }

  private static boolean startsWith(byte[] bytes, int at, byte... sign) {
    return bytes.length - at >= sign.length
        && Arrays.equals(bytes, at, at + sign.length, sign, 0, sign.length);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
