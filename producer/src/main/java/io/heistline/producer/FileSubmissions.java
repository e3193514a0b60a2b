package io.heistline.producer;

import java.util.Optional;

/** The submissions of one open file. */
interface FileSubmissions extends AutoCloseable {

  /** The next one; empty at the end. */
  Optional<Submission> next();

  @Override
  void close();

  /** A file that holds nothing. */
  static FileSubmissions none() {
    return just(Optional.empty());
  }

  /** A file that holds nothing but this. */
  static FileSubmissions of(Submission submission) {
    return just(Optional.of(submission));
  }

  private static FileSubmissions just(Optional<Submission> submission) {
    return new FileSubmissions() {
      private Optional<Submission> rest = submission;

      @Override
      public Optional<Submission> next() {
        Optional<Submission> next = rest;
        rest = Optional.empty();
        return next;
      }

      @Override
      public void close() {}
    };
  }
}
