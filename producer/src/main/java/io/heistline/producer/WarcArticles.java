package io.heistline.producer;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Makes articles of an archive's pages: on all cores, for that takes longest, while the archive is
 * read on, and in its order.
 */
final class WarcArticles implements Iterator<WarcArticles.Made>, AutoCloseable {
  /** Enough to keep the cores busy. */
  private static final int MOST_RECORDS = 64;

  /** Bytes of pages that are worked on at once; one page is always let through. */
  private static final long MOST_BYTES = 4L * 1_024 * 1_024;

  private final WarcFile warc;
  private final ExecutorService makers;
  private final Queue<Making> ahead = new ArrayDeque<>();
  private long bytesAhead;

  WarcArticles(WarcFile warc) {
    this.warc = warc;
    this.makers =
        Executors.newFixedThreadPool(
            Runtime.getRuntime().availableProcessors(),
            work -> {
              Thread thread = new Thread(work, "heistline-pages");
              thread.setDaemon(true); // a run that fails must end
              return thread;
            });
  }

  /**
   * A record, and what was made of it.
   *
   * @param submission the article, or the refusal of one; empty if the record is no page
   */
  record Made(WarcFile.Entry entry, Optional<Submission> submission) {
    private static Made of(WarcFile.Entry entry) {
      return new Made(entry, entry.page().map(WarcPage::submission));
    }
  }

  private record Making(CompletableFuture<Made> made, int bytes) {}

  @Override
  public boolean hasNext() {
    while (ahead.size() < MOST_RECORDS && bytesAhead < MOST_BYTES) {
      Optional<WarcFile.Entry> entry = warc.next();
      if (entry.isEmpty()) {
        break;
      }
      int bytes = entry.get().page().map(WarcPage::size).orElse(0);
      bytesAhead += bytes;
      ahead.add(
          new Making(CompletableFuture.supplyAsync(() -> Made.of(entry.get()), makers), bytes));
    }
    return !ahead.isEmpty();
  }

  @Override
  public Made next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    Making first = ahead.remove();
    Made made = first.made().join();
    bytesAhead -= first.bytes();
    return made;
  }

  @Override
  public void close() {
    makers.shutdownNow();
  }
}
