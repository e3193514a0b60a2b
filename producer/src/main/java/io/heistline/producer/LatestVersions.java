package io.heistline.producer;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Decides which version of an article is the current one, whatever the order in which they come, by
 * their {@link VersionStamp}.
 *
 * <p>Keeps an id and a stamp an article, about 250 bytes. Beyond its limit it throws rather than
 * forgets: to forget would let an old version overwrite a new one.
 */
public final class LatestVersions {
  /** About 250 MB; more than a run over files is expected to hold. */
  public static final int MOST_ARTICLES = 1_000_000;

  private final int mostArticles;
  private final Map<String, VersionStamp> current = new HashMap<>();

  public LatestVersions() {
    this(MOST_ARTICLES);
  }

  public LatestVersions(int mostArticles) {
    this.mostArticles = mostArticles;
  }

  /**
   * Takes what a source handed in.
   *
   * @return what must be published: the same submission if it is newer than all before it, nothing
   *     if it is stale or known; a refusal always comes back, for it supersedes nothing
   * @throws IllegalStateException if there are more articles than the limit
   */
  public Optional<Submission> offer(Submission submission) {
    if (submission instanceof Submission.Version version) {
      return replaces(version.article().getId(), version.stamp())
          ? Optional.of(submission)
          : Optional.empty();
    }
    if (submission instanceof Submission.Withdrawal withdrawal) {
      return replaces(withdrawal.id(), VersionStamp.of(withdrawal))
          ? Optional.of(submission)
          : Optional.empty();
    }
    return Optional.of(submission);
  }

  private boolean replaces(String id, VersionStamp stamp) {
    VersionStamp known = current.get(id);
    if (known == null && current.size() >= mostArticles) {
      throw new IllegalStateException(
          "more than %d articles in one run; feed them in parts".formatted(mostArticles));
    }
    if (known != null && known.compareTo(stamp) >= 0) {
      return false;
    }
    current.put(id, stamp);
    return true;
  }
}
