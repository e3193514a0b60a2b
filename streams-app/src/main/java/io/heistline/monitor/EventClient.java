package io.heistline.monitor;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.Set;

/**
 * One who listens to events. What cannot be written yet waits, up to a limit; who is slower than
 * that is dropped, and comes back with the last id it has seen.
 */
final class EventClient implements Wire.Outcome {
  private final Set<Change.Type> types;
  private final Wire wire;
  private final int mostWaiting;
  private final Runnable gone;
  private final Queue<byte[]> waiting = new ArrayDeque<>();
  private int waitingBytes;
  private boolean writing;
  private boolean dropped;

  /**
   * @param types what it wants to hear of
   * @param mostWaiting bytes that may wait
   * @param gone is told once it is
   */
  EventClient(Set<Change.Type> types, Wire wire, int mostWaiting, Runnable gone) {
    this.types = types;
    this.wire = wire;
    this.mostWaiting = mostWaiting;
    this.gone = gone;
  }

  Set<Change.Type> types() {
    return types;
  }

  /** Takes bytes to be written in their turn; never waits. False if it is too slow and dropped. */
  boolean offer(byte[] bytes) {
    synchronized (this) {
      if (dropped || bytes.length == 0) {
        return !dropped;
      }
      if (writing && waitingBytes + bytes.length > mostWaiting) {
        dropped = true;
      } else if (writing) {
        waiting.add(bytes);
        waitingBytes += bytes.length;
        return true;
      } else {
        writing = true;
      }
    }
    if (isDropped()) {
      wire.drop();
      gone.run();
      return false;
    }
    wire.write(ByteBuffer.wrap(bytes), this);
    return true;
  }

  @Override
  public void written() {
    ByteBuffer next;
    synchronized (this) {
      if (waiting.isEmpty() || dropped) {
        writing = false;
        return;
      }
      next = ByteBuffer.allocate(waitingBytes);
      waiting.forEach(next::put);
      waiting.clear();
      waitingBytes = 0;
    }
    wire.write(next.flip(), this);
  }

  @Override
  public void failed() {
    close();
  }

  /** Ends the connection. */
  void close() {
    synchronized (this) {
      if (dropped) {
        return;
      }
      dropped = true;
      waiting.clear();
    }
    wire.drop();
    gone.run();
  }

  private synchronized boolean isDropped() {
    return dropped;
  }
}
