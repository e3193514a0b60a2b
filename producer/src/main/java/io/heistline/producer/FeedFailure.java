package io.heistline.producer;

/** A feed could not be read; the message says why, and what to do about it. */
final class FeedFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  FeedFailure(String message) {
    super(message);
  }

  FeedFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
