package io.heistline.producer;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;

/** The submissions of a file with one JSON object on each line. A bad line spoils no other. */
final class JsonLines implements FileSubmissions {
  /** Longest line, in bytes: a body at its limit, each character written as \\u1234. */
  static final int MOST_LINE_BYTES = 32 * 1024 * 1024;

  private final InputStream in;
  private final LineReader lines;
  private final String origin;
  private final FileDefaults defaults;
  private final ArticleJson json = new ArticleJson();
  private boolean empty = true;
  private boolean ended;

  JsonLines(InputStream in, String origin, FileDefaults defaults) {
    this.in = in;
    this.lines = new LineReader(in, MOST_LINE_BYTES);
    this.origin = origin;
    this.defaults = defaults;
  }

  @Override
  public Optional<Submission> next() {
    while (!ended) {
      Optional<Submission> submission = readLine();
      if (submission.isPresent()) {
        empty = false;
        return submission;
      }
    }
    if (empty) {
      empty = false;
      return Optional.of(new Submission.Refused(origin, "the file is empty"));
    }
    return Optional.empty();
  }

  /** The submission of the next line; empty if the line is blank or there is none. */
  private Optional<Submission> readLine() {
    try {
      Optional<LineReader.Line> line = lines.next();
      ended = line.isEmpty();
      return line.flatMap(this::submission);
    } catch (IOException e) {
      ended = true;
      return Optional.of(
          new Submission.Refused(origin, "cannot be read any further: " + e.getMessage()));
    }
  }

  private Optional<Submission> submission(LineReader.Line line) {
    String at = origin + ":" + line.number();
    try {
      if (line.tooLong()) {
        throw new RefusalException(
            "the line has %d bytes; the limit is %d".formatted(line.length(), MOST_LINE_BYTES));
      }
      String text = Utf8.decode(line.bytes());
      return text.isBlank() ? Optional.empty() : Optional.of(json.read(text, at, defaults));
    } catch (RefusalException e) {
      return Optional.of(new Submission.Refused(at, e.reason(), Original.of(line.bytes())));
    }
  }

  @Override
  public void close() {
    try {
      in.close();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot close " + origin, e);
    }
  }
}
