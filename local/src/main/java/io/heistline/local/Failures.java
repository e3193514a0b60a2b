package io.heistline.local;

import io.heistline.knowledge.KnowledgeException;
import io.heistline.producer.PublishException;
import io.heistline.topics.TopicReadException;
import io.heistline.topics.TopicSetupException;

/** Errors whose message says enough for a person: no stack trace is wanted. */
final class Failures {
  private Failures() {}

  static boolean areExplained(Exception e) {
    return e instanceof StackException
        || e instanceof TopicReadException
        || e instanceof TopicSetupException
        || e instanceof PublishException
        || e instanceof KnowledgeException;
  }
}
