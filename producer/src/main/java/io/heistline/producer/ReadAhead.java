package io.heistline.producer;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.ToIntFunction;

/**
 * Reads a source in a thread of its own, ahead of who takes from it but never far: when what was
 * read is not taken, reading stands still. So a slow broker slows the source, and memory is bounded
 * whatever the source holds.
 */
public final class ReadAhead<T> implements AutoCloseable {
  /** Most that wait to be taken, and most that are taken at once. */
  private static final int MOST_ITEMS = 500;

  /** Most that wait and that were taken last, in 1,024 characters; one is always let through. */
  private static final int MOST_KILO_CHARACTERS = 16 * 1_024;

  private static final int KILO = 1_024;

  private final Iterator<T> source;
  private final ToIntFunction<T> characters;
  private final BlockingQueue<Item<T>> queue = new ArrayBlockingQueue<>(MOST_ITEMS);
  private final Semaphore free = new Semaphore(MOST_KILO_CHARACTERS);
  private final Thread reader;
  private final Duration gathering;

  /** Weight of what was taken last; it is in use until more is asked for. */
  private int held;

  /** What came last, once it has come. */
  private Optional<Item<T>> end = Optional.empty();

  /** What was read; empty at the end, or with what ended it before. */
  private record Item<T>(Optional<T> value, Optional<Throwable> failure, int weight) {}

  /**
   * Begins to read.
   *
   * @param characters about how many an item takes in memory
   * @param gathering how long to wait for more, once there is something: longer makes larger parts,
   *     which cost less each
   * @param name of the thread
   */
  public ReadAhead(
      Iterator<T> source, ToIntFunction<T> characters, Duration gathering, String name) {
    this.source = source;
    this.characters = characters;
    this.gathering = gathering;
    this.reader = new Thread(this::read, name);
    reader.setDaemon(true); // reading a pipe cannot be interrupted
    reader.start();
  }

  /**
   * Takes what is there, and waits if nothing is. What was taken before counts as done.
   *
   * @return in their order; nothing at the end
   * @throws IllegalStateException with what ended the source before its end
   */
  public List<T> next() throws InterruptedException {
    free.release(held);
    held = 0;
    List<T> taken = new ArrayList<>();
    long until = System.nanoTime() + gathering.toNanos();
    while (end.isEmpty() && taken.size() < MOST_ITEMS) {
      Optional<Item<T>> item = taken.isEmpty() ? Optional.of(queue.take()) : poll(until);
      if (item.isEmpty()) {
        break;
      }
      held += item.get().weight();
      item.get().value().ifPresentOrElse(taken::add, () -> end = item);
    }
    if (taken.isEmpty()) {
      end.flatMap(Item::failure)
          .ifPresent(
              failure -> {
                throw new IllegalStateException(String.valueOf(failure.getMessage()), failure);
              });
    }
    return taken;
  }

  private Optional<Item<T>> poll(long until) throws InterruptedException {
    long left = Math.max(until - System.nanoTime(), 0);
    return Optional.ofNullable(queue.poll(left, TimeUnit.NANOSECONDS));
  }

  private void read() {
    try {
      while (source.hasNext()) {
        T value = source.next();
        int weight = Math.min(characters.applyAsInt(value) / KILO + 1, MOST_KILO_CHARACTERS);
        free.acquire(weight);
        queue.put(new Item<>(Optional.of(value), Optional.empty(), weight));
      }
      queue.put(new Item<>(Optional.empty(), Optional.empty(), 0));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // closed: nobody takes any more
    } catch (RuntimeException | Error e) {
      end(e);
    }
  }

  private void end(Throwable failure) {
    try {
      queue.put(new Item<>(Optional.empty(), Optional.of(failure), 0));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Ends the reading; the source is its owner's to close. */
  @Override
  public void close() {
    reader.interrupt();
  }
}
