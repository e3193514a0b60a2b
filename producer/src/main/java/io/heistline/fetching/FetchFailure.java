package io.heistline.fetching;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A source could not be read; the message says why, and what to do about it. */
public final class FetchFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final FetchProblem problem;
  private final @Nullable Instant retryAt;

  public FetchFailure(FetchProblem problem, String message) {
    this(problem, message, Optional.empty());
  }

  /**
   * As an answer gives it.
   *
   * @param retryAt before which the server does not want to be asked again
   */
  public FetchFailure(FetchProblem problem, String message, Optional<Instant> retryAt) {
    super(message);
    this.problem = problem;
    this.retryAt = retryAt.orElse(null);
  }

  public FetchFailure(FetchProblem problem, String message, Throwable cause) {
    super(message, cause);
    this.problem = problem;
    this.retryAt = null;
  }

  public FetchProblem problem() {
    return problem;
  }

  public Optional<Instant> retryAt() {
    return Optional.ofNullable(retryAt);
  }

  /** Without what it says of the program: only the message is for people. */
  public String reason() {
    return String.valueOf(getMessage());
  }
}
