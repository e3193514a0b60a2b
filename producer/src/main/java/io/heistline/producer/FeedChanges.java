package io.heistline.producer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What of a feed is new or changed since it was last read.
 *
 * @param submissions what to publish, in the order of the feed
 * @param versions what the feed holds, once that is published: article id to digest. Refusals stand
 *     in it too, as ! and their origin, so that an item that stays bad is refused once
 * @param complete false if more has changed than is published at once
 */
record FeedChanges(List<Submission> submissions, Map<String, String> versions, boolean complete) {
  /** A feed's state must fit into a record: some 60 bytes an item, 3 MB in all. */
  static final int MOST_ITEMS = 50_000;

  /** What is published at once must fit into memory, several times. */
  static final int MOST_SUBMISSIONS = 1_000;

  static final long MOST_CHARACTERS = 16L * 1024 * 1024;

  private static final int MOST_ORIGIN_CHARACTERS = 300;

  long articles() {
    return submissions.stream().filter(Submission.Version.class::isInstance).count();
  }

  /**
   * Compares a feed with what was published of it.
   *
   * @throws FeedFailure if the feed holds too much
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
        throw new FeedFailure(
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
      if (digest.equals(published.get(key))) {
        versions.put(key, digest);
      } else if (changed.size() < MOST_SUBMISSIONS && characters < MOST_CHARACTERS) {
        characters += size(current);
        changed.put(key, current);
        versions.put(key, digest);
      } else {
        complete = false;
        versions.put(key, published.getOrDefault(key, ""));
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
