package io.heistline.monitor;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** A request that is not answered as asked; the message says why and what to do next. */
final class ProblemException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What went wrong, by its HTTP status. */
  enum Kind {
    BAD_REQUEST(400, "The request makes no sense"),
    UNAUTHORIZED(401, "The request brings no valid token"),
    FORBIDDEN(403, "This is not allowed"),
    NOT_FOUND(404, "There is no such thing"),
    METHOD_NOT_ALLOWED(405, "This cannot be done here"),
    CONFLICT(409, "The ledger says otherwise"),
    LENGTH_REQUIRED(411, "The request does not say how long it is"),
    TOO_LARGE(413, "The request is too large"),
    INTERNAL(500, "Something is wrong here"),
    UNAVAILABLE(503, "This cannot be answered now");

    private final int status;
    private final String title;

    Kind(int status, String title) {
      this.status = status;
      this.title = title;
    }

    int status() {
      return status;
    }

    String title() {
      return title;
    }
  }

  private final Kind kind;

  ProblemException(Kind kind, String detail) {
    super(detail);
    this.kind = kind;
  }

  static ProblemException badRequest(String detail) {
    return new ProblemException(Kind.BAD_REQUEST, detail);
  }

  static ProblemException notFound(String detail) {
    return new ProblemException(Kind.NOT_FOUND, detail);
  }

  static ProblemException unavailable(String detail) {
    return new ProblemException(Kind.UNAVAILABLE, detail);
  }

  int status() {
    return kind.status();
  }

  /** As RFC 9457 has it. */
  Answer answer() {
    return problem(kind.status(), kind.title(), String.valueOf(getMessage()));
  }

  static Answer problem(int status, String title, String detail) {
    ObjectNode problem = Json.object();
    problem.put("type", "about:blank").put("title", title).put("status", status);
    problem.put("detail", detail);
    return Answer.of(status, Answer.PROBLEM, Json.bytes(problem));
  }
}
