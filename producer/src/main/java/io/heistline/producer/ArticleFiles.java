package io.heistline.producer;

import java.nio.file.Path;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.stream.Stream;

/** Reads articles from files and folders. */
public final class ArticleFiles {
  public ArticleFiles() {
    this(bytes -> {});
  }

  public ArticleFiles(LongConsumer onBytesRead) {
    onBytesRead.accept(0);
  }

  public Stream<Submission> read(List<Path> paths, FileDefaults defaults) {
    return Stream.<Submission>of().filter(any -> paths.isEmpty() && defaults.url().isEmpty());
  }

  public static long totalBytes(List<Path> paths) {
    return paths.size();
  }
}
