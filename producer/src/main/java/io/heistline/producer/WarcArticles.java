package io.heistline.producer;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Queue;

/** Makes articles of an archive's pages: on all cores, for that takes longest, and in its order. */
final class WarcArticles implements Iterator<WarcArticles.Made> {
  /** Enough to keep the cores busy. */
  private static final int MOST_RECORDS = 64;

  /** Bytes of pages that are worked on at once; one page is always let through. */
  private static final long MOST_BYTES = 4L * 1_024 * 1_024;

  private final WarcFile warc;
  private final Queue<Made> made = new ArrayDeque<>();

  WarcArticles(WarcFile warc) {
    this.warc = warc;
  }

  /**
   * A record, and what was made of it.
   *
   * @param submission the article, or the refusal of one; empty if the record is no page
   */
  record Made(WarcFile.Entry entry, Optional<Submission> submission) {}

  @Override
  public boolean hasNext() {
    if (made.isEmpty()) {
      made.addAll(
          entries().parallelStream()
              .map(entry -> new Made(entry, entry.page().map(WarcPage::submission)))
              .toList());
    }
    return !made.isEmpty();
  }

  @Override
  public Made next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return made.remove();
  }

  private List<WarcFile.Entry> entries() {
    List<WarcFile.Entry> entries = new ArrayList<>();
    long bytes = 0;
    while (entries.size() < MOST_RECORDS && bytes < MOST_BYTES) {
      Optional<WarcFile.Entry> entry = warc.next();
      if (entry.isEmpty()) {
        break;
      }
      entries.add(entry.get());
      bytes += entry.get().page().map(WarcPage::size).orElse(0);
    }
    return entries;
  }
}
