package io.heistline.producer;

/** A record could not be written to Kafka; the message names it. */
public final class PublishException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  PublishException(String what, String topic, Throwable cause) {
    super("cannot write %s to %s: %s".formatted(what, topic, cause.getMessage()), cause);
  }
}
