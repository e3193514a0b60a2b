package io.heistline.producer;

import java.util.Optional;
import java.util.stream.Stream;

/** What reading a feed yields. */
sealed interface FeedReading extends AutoCloseable {

  @Override
  default void close() {}

  /** The server says that it is as it was. */
  record Unchanged() implements FeedReading {}

  /**
   * What the feed holds now.
   *
   * @param submissions read as they are taken; to be closed
   * @param etag validator for the next request
   * @param lastModified validator for the next request
   */
  record Items(Stream<Submission> submissions, Optional<String> etag, Optional<String> lastModified)
      implements FeedReading {
    @Override
    public void close() {
      submissions.close();
    }
  }
}
