package io.heistline.local;

/** The stack cannot do what was asked; the message says why and what to do next. */
final class StackException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  StackException(String message) {
    super(message);
  }

  StackException(String message, Throwable cause) {
    super(message, cause);
  }
}
