package io.heistline.producer;

import java.time.Instant;
import java.util.Optional;

/**
 * What became of a submission.
 *
 * @param currentAt time of the version that is current, if this one is not newer
 */
public record Receipt(Submission submission, Verdict verdict, Optional<Instant> currentAt) {
  /** What became of it. */
  public enum Verdict {
    /** It is the current version now, or it is a refusal; and it is written. */
    STORED,
    /** It was the current version already. */
    KNOWN,
    /** A newer version is current; this one is not written. */
    STALE
  }
}
