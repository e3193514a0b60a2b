package io.heistline.topics;

/** A topic cannot be read; the message names it and says why. */
public final class TopicReadException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  TopicReadException(String message) {
    super(message);
  }

  TopicReadException(String message, Throwable cause) {
    super(message, cause);
  }
}
