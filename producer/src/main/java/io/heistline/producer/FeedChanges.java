package io.heistline.producer;

import io.heistline.fetching.FetchFailure;
import io.heistline.fetching.FetchProblem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What of a feed is new or changed since it was last read.
 *
 * @param submissions what to publish, in the order of the feed
 * @param versions what the feed holds, once that is published: article id to digest, followed by +
 *     if the page behind it was published; empty if nothing of it was yet. Refusals stand in it
 *     too, as ! and their origin, so that an item that stays bad is refused once
 * @param complete false if more has changed than is published at once
 */
record FeedChanges(List<Submission> submissions, Map<String, String> versions, boolean complete) {
  /** A feed's state must fit into a record: some 60 bytes an item, 3 MB in all. */
  static final int MOST_ITEMS = 50_000;

  /** What is published at once must fit into memory, several times. */
  static final int MOST_SUBMISSIONS = 1_000;

  static final long MOST_CHARACTERS = 4L * 1024 * 1024;

  private static final String WHOLE = "+";

  private static final int MOST_ORIGIN_CHARACTERS = 300;

  long articles() {
    return submissions.stream().filter(Submission.Version.class::isInstance).count();
  }

  /** Whether the page behind an item was published when it had this version. */
  static boolean isWhole(String version) {
    return version.endsWith(WHOLE);
  }

  private static boolean isSame(String digest, String version) {
    return version.startsWith(digest);
  }

  /** Whether the feed must be read whole again, for something that it holds was never published. */
  boolean isOpen() {
    return versions.containsValue("");
  }

  /**
   * The same with other submissions, some left out.
   *
   * @param left ids of articles for the next poll, which is due at once
   * @param later ids of articles for the next poll, when that is due
   * @param whole ids of articles with the page behind them
   */
  FeedChanges leaving(
      Set<String> left,
      Set<String> later,
      Set<String> whole,
      Map<String, String> published,
      List<Submission> others) {
    Map<String, String> unpublished = new TreeMap<>(versions);
    Stream.concat(left.stream(), later.stream())
        .forEach(id -> unpublished.put(id, published.getOrDefault(id, "")));
    whole.forEach(id -> unpublished.merge(id, WHOLE, String::concat));
    return new FeedChanges(others, unpublished, complete && left.isEmpty());
  }

  /**
   * Compares a feed with what was published of it.
   *
   * @throws FetchFailure TOO_MANY_ITEMS if the feed holds too much
   */
  static FeedChanges between(Map<String, String> published, Stream<Submission> feed) {
    Collector collector = new Collector(published);
    feed.forEach(collector::take);
    return collector.changes();
  }

  private static final class Collector {
    private final Map<String, String> published;
    private final LatestVersions latest = new LatestVersions(MOST_ITEMS);
    private final Map<String, Submission> changed = new LinkedHashMap<>();
    private final Map<String, String> versions = new TreeMap<>();
    private long characters;
    private boolean complete = true;

    Collector(Map<String, String> published) {
      this.published = published;
    }

    void take(Submission submission) {
      String key = key(submission);
      if (!versions.containsKey(key) && versions.size() >= MOST_ITEMS) {
        throw new FetchFailure(
            FetchProblem.TOO_MANY_ITEMS,
            "the feed holds more than %d articles; split it into several".formatted(MOST_ITEMS));
      }
      latest.offer(submission).ifPresent(current -> compare(key, current));
    }

    private void compare(String key, Submission current) {
      String digest = digest(current);
      Submission superseded = changed.remove(key);
      if (superseded != null) {
        characters -= size(superseded);
      }
      String known = published.getOrDefault(key, "");
      if (isSame(digest, known)) {
        versions.put(key, known);
      } else if (changed.size() < MOST_SUBMISSIONS && characters < MOST_CHARACTERS) {
        characters += size(current);
        changed.put(key, current);
        versions.put(key, digest);
      } else {
        complete = false;
        versions.put(key, known);
      }
    }

    FeedChanges changes() {
      return new FeedChanges(new ArrayList<>(changed.values()), versions, complete);
    }

    private static String key(Submission submission) {
      if (submission instanceof Submission.Version version) {
        return version.article().getId();
      }
      if (submission instanceof Submission.Withdrawal withdrawal) {
        return withdrawal.id();
      }
      String origin = ((Submission.Refused) submission).origin();
      return "!" + origin.substring(0, Math.min(origin.length(), MOST_ORIGIN_CHARACTERS));
    }

    private static String digest(Submission submission) {
      if (submission instanceof Submission.Version version) {
        return Digest.ofVersion(version.article());
      }
      if (submission instanceof Submission.Withdrawal withdrawal) {
        return "withdrawn " + withdrawal.at();
      }
      return Digest.ofRefusal((Submission.Refused) submission);
    }

    private static long size(Submission submission) {
      return submission instanceof Submission.Version version
          ? version.article().getBody().length()
          : Original.MOST_BYTES;
    }
  }
}
