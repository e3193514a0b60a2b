package io.heistline.topics;

import java.util.List;

/** The topics or schemas of a cluster are not what this version needs; the message says why. */
public final class TopicSetupException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  TopicSetupException(List<String> problems) {
    super(String.join(System.lineSeparator(), problems));
  }

  TopicSetupException(String problem, Throwable cause) {
    super(problem, cause);
  }
}
