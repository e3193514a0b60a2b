package io.heistline.monitor;

/** An answer and what it is sent as, made for one version of the read model. */
@SuppressWarnings("ArrayRecordComponent") // nobody compares them
record Ready(long version, Answer answer, String etag, byte[] zipped) {
  static Ready of(long version, Answer answer) {
    return new Ready(
        version, answer, answer.etag(), answer.isWorthZipping() ? answer.zipped() : new byte[0]);
  }

  int bytes() {
    return answer.body().length + zipped.length;
  }
}
