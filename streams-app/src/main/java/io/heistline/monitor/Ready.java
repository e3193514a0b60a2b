package io.heistline.monitor;

/** An answer and what it is sent as, made for one version of the read model. */
final class Ready {
  private static final byte[] NOTHING = {};

  private final long version;
  private final Answer answer;
  private final String etag;
  private byte[] zipped = NOTHING;

  private Ready(long version, Answer answer) {
    this.version = version;
    this.answer = answer;
    this.etag = answer.etag();
  }

  static Ready of(long version, Answer answer) {
    return new Ready(version, answer);
  }

  long version() {
    return version;
  }

  Answer answer() {
    return answer;
  }

  String etag() {
    return etag;
  }

  /**
   * Compressed, for the first who asks for that and all after; empty if that is not worth while.
   */
  synchronized byte[] zipped() {
    if (zipped.length == 0 && answer.isWorthZipping()) {
      zipped = answer.zipped();
    }
    return zipped;
  }

  /** At most: as it is, and compressed. */
  int bytes() {
    return 2 * answer.body().length;
  }
}
