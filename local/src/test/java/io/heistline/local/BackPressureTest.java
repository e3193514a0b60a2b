package io.heistline.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.heistline.fetching.FetchSettings;
import io.heistline.model.Feed;
import io.heistline.producer.Feeds;
import io.heistline.producer.ProducerApp;
import io.heistline.producer.ProducerSettings;
import io.heistline.producer.TopicLog;
import io.heistline.topics.ClusterSettings;
import io.heistline.topics.TopicSetup;
import io.heistline.topics.Topics;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Without a broker nothing is fetched; when it is back, everything goes on. */
@Timeout(600)
class BackPressureTest {
  private static final int FEEDS = 16;

  /** Polls under way at most; what is more was begun after the broker went. */
  private static final int MOST_POLLS = 48;

  private static final Duration PATIENCE = Duration.ofMinutes(3);

  @Test
  void anAbsentBrokerPausesFetchingAndLosesNothing(@TempDir Path folder) throws Exception {
    int port = Ports.free();
    EmbeddedBroker broker = EmbeddedBroker.start(folder.resolve("kafka"), port);
    Topics topics =
        new Topics(
            new ClusterSettings(
                broker.bootstrapServers(), "mock://" + UUID.randomUUID(), "calm", 2, (short) 1));
    new TopicSetup(topics).ensure();
    FeedServer news = new FeedServer(new Random(5));
    try (Feeds feeds = new Feeds(topics)) {
      for (int number = 0; number < FEEDS; number++) {
        feeds.add(
            Feed.newBuilder()
                .setUrl(news.url(number))
                .setIntervalSeconds(1)
                .setLongestIntervalSeconds(1)
                .build());
      }
    }
    ProducerApp producer = new ProducerApp(topics, settings(), Clock.systemUTC());
    try (news) {
      producer.start();
      await().atMost(PATIENCE).until(() -> news.requests() > 2 * FEEDS);
      broker.close();
      int atClose = news.requests();
      awaitStandstill(news);
      assertThat(news.requests() - atClose).isLessThanOrEqualTo(MOST_POLLS);

      int still = news.requests();
      broker = EmbeddedBroker.start(folder.resolve("kafka"), port);
      await().atMost(PATIENCE).until(() -> news.requests() > still + FEEDS);
      news.stop();
      await()
          .atMost(PATIENCE)
          .pollInterval(Duration.ofSeconds(1))
          .untilAsserted(
              () ->
                  assertThat(new HashSet<>(new TopicLog(topics).articles()))
                      .isEqualTo(news.articles()));
      assertThat(new TopicLog(topics).articles()).doesNotHaveDuplicates();
    } finally {
      producer.close();
      broker.close();
    }
  }

  /** Until nothing was asked for in ten intervals of every feed. */
  private static void awaitStandstill(FeedServer news) {
    int[] before = {-1};
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofSeconds(10))
        .until(
            () -> {
              boolean still = news.requests() == before[0];
              before[0] = news.requests();
              return still;
            });
  }

  private static ProducerSettings settings() {
    return new ProducerSettings(
        List.of(),
        new FetchSettings(
            true, Optional.empty(), Duration.ofMillis(100), FetchSettings.DEFAULTS.timeout()),
        Optional.of("calm"));
  }
}
