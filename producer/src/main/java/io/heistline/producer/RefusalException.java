package io.heistline.producer;

/** Something cannot be taken as an article; becomes a {@link Submission.Refused}. */
final class RefusalException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** The reason tells a person what is wrong and what to do. */
  RefusalException(String reason) {
    super(reason);
  }

  RefusalException(Exception cause) {
    super(cause.getMessage(), cause);
  }

  RefusalException(String reason, Exception cause) {
    super(reason, cause);
  }

  String reason() {
    return String.valueOf(getMessage());
  }
}
