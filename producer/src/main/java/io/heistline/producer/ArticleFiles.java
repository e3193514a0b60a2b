package io.heistline.producer;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import java.util.zip.GZIPInputStream;

/**
 * Reads articles from files and folders: .jsonl and .json (one object on each line), .txt, .html
 * and .htm, each also as .gz. What cannot be read comes as a refusal, in its place.
 */
public final class ArticleFiles {
  private static final int GZIP_BUFFER = 64 * 1024;

  private final String urlPrefix;
  private final LongConsumer onBytesRead;

  public ArticleFiles() {
    this(bytes -> {});
  }

  /**
   * Reports progress.
   *
   * @param onBytesRead takes the bytes of the files as they are read, as they lie on disk; in the
   *     end they add up to {@link #totalBytes}
   */
  public ArticleFiles(LongConsumer onBytesRead) {
    this("", onBytesRead);
  }

  /** Reads files whose URLs, where they name none themselves, have this before their names. */
  ArticleFiles(String urlPrefix, LongConsumer onBytesRead) {
    this.urlPrefix = urlPrefix;
    this.onBytesRead = onBytesRead;
  }

  /**
   * Reads lazily: one file is open at a time, and one article in memory. Close the stream if it is
   * not read to its end.
   *
   * @param paths files, and folders with all below them, in the order of names
   */
  public Stream<Submission> read(List<Path> paths, FileDefaults defaults) {
    Reading reading = new Reading(paths, defaults);
    return StreamSupport.stream(
            Spliterators.spliteratorUnknownSize(reading, Spliterator.ORDERED | Spliterator.NONNULL),
            false)
        .onClose(reading::close);
  }

  /**
   * Reads JSON lines as they come; blocks while none does.
   *
   * @param origin what to call the input where a line is refused
   */
  public Stream<Submission> readLines(InputStream in, String origin, FileDefaults defaults) {
    JsonLines lines = new JsonLines(in, origin, defaults);
    return Stream.generate(lines::next)
        .takeWhile(Optional::isPresent)
        .flatMap(Optional::stream)
        .onClose(lines::close);
  }

  /** Size of all files that reading these paths would open, in bytes. */
  public static long totalBytes(List<Path> paths) {
    long total = 0;
    for (FileTree tree = new FileTree(paths); tree.hasNext(); ) {
      FileTree.Found found = tree.next();
      total += found.problem().isPresent() ? 0 : size(found.file());
    }
    return total;
  }

  /** 0 if it cannot be told: reading the file will say what is wrong with it. */
  private static long size(Path file) {
    try {
      return Files.isRegularFile(file) ? Files.size(file) : 0;
    } catch (IOException e) {
      return 0;
    }
  }

  private final class Reading implements Iterator<Submission> {
    private final FileTree tree;
    private final FileDefaults defaults;
    private final PageFile pages;
    private FileSubmissions open = FileSubmissions.none();
    private Optional<Submission> next = Optional.empty();

    Reading(List<Path> paths, FileDefaults defaults) {
      this.tree = new FileTree(paths);
      this.defaults = defaults;
      this.pages = new PageFile(new FileUrls(urlPrefix, paths), defaults);
    }

    @Override
    public boolean hasNext() {
      while (next.isEmpty()) {
        next = open.next();
        if (next.isEmpty()) {
          close();
          if (!tree.hasNext()) {
            return false;
          }
          open = open(tree.next());
        }
      }
      return true;
    }

    @Override
    public Submission next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      Submission submission = next.orElseThrow();
      next = Optional.empty();
      return submission;
    }

    void close() {
      open.close();
      open = FileSubmissions.none();
    }

    private FileSubmissions open(FileTree.Found found) {
      if (found.problem().isPresent()) {
        return refusal(found, found.problem().get());
      }
      FileFormat format = FileFormat.of(found.file()).orElseThrow();
      try {
        return format.kind() == FileFormat.Kind.JSON_LINES
            ? new JsonLines(input(found.file(), format), found.origin(), defaults)
            : page(found, format);
      } catch (IOException e) {
        return refusal(found, "cannot be read: " + e);
      }
    }

    private FileSubmissions page(FileTree.Found found, FileFormat format) throws IOException {
      try (InputStream in = input(found.file(), format)) {
        return FileSubmissions.of(pages.read(found, format.kind(), in));
      }
    }

    private FileSubmissions refusal(FileTree.Found found, String reason) {
      return FileSubmissions.of(new Submission.Refused(found.origin(), reason));
    }
  }

  private InputStream input(Path file, FileFormat format) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new IOException("not a regular file");
    }
    CountedFile counted = new CountedFile(file, onBytesRead);
    try {
      // an empty file is refused as empty, whatever its ending says
      return format.gzipped() && Files.size(file) > 0
          ? new GZIPInputStream(counted, GZIP_BUFFER)
          : counted;
    } catch (IOException e) {
      counted.close();
      throw e;
    }
  }
}
