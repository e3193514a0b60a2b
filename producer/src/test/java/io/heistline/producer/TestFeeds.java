package io.heistline.producer;

import io.heistline.model.Feed;

/** Feeds for tests. */
final class TestFeeds {
  private TestFeeds() {}

  static Feed feed(String url) {
    return feed(url, 900);
  }

  static Feed feed(String url, int intervalSeconds) {
    return Feed.newBuilder().setUrl(url).setIntervalSeconds(intervalSeconds).build();
  }
}
