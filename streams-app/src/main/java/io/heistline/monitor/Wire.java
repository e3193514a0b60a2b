package io.heistline.monitor;

import java.nio.ByteBuffer;

/** The connection of one client, written to without waiting. */
interface Wire {
  /** What comes of a write. */
  interface Outcome {
    void written();

    void failed();
  }

  /** Starts to write; no other write is started until the outcome is told. */
  void write(ByteBuffer bytes, Outcome outcome);

  /** Ends the connection. */
  void drop();
}
