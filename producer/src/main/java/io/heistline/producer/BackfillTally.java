package io.heistline.producer;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Counts what became of the records of a WARC file. */
final class BackfillTally {
  private final Map<WarcSkip, Long> skipped = new EnumMap<>(WarcSkip.class);
  private long records;
  private long position;
  private long stored;
  private long known;
  private long refused;
  private Duration waited = Duration.ZERO;

  BackfillTally(long position) {
    this.position = position;
  }

  /**
   * Counts a batch.
   *
   * @param receipts of its submissions, in their order
   * @param trouble is told what is broken or refused
   */
  void add(List<WarcArticles.Made> batch, List<Receipt> receipts, Consumer<String> trouble) {
    for (WarcArticles.Made made : batch) {
      WarcFile.Entry entry = made.entry();
      records++;
      position = entry.end();
      entry.skip().ifPresent(reason -> skipped.merge(reason, 1L, Long::sum));
      entry.problem().ifPresent(trouble);
    }
    for (Receipt receipt : receipts) {
      if (receipt.submission() instanceof Submission.Refused page) {
        refused++;
        trouble.accept(page.origin() + ": " + page.reason());
      } else if (receipt.verdict() == Receipt.Verdict.STORED) {
        stored++;
      } else {
        known++;
      }
    }
  }

  /** Adds to the time in which there was no page to publish. */
  void waited(Duration time) {
    waited = waited.plus(time);
  }

  Backfill.Progress progress() {
    return new Backfill.Progress(records, position, stored, known, refused, skipped, waited);
  }
}
