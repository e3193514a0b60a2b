package io.heistline.producer;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.function.ToIntFunction;

/**
 * Reads a source in a thread of its own, ahead of who takes from it but never far: when what was
 * read is not taken, reading stands still. So a slow broker slows the source, and memory is bounded
 * whatever the source holds.
 */
public final class ReadAhead<T> implements AutoCloseable {
  /** Most that is read ahead, and most that is taken at once. */
  private static final int MOST_ITEMS = 500;

  /** Most that is read ahead, in 1,024 characters; one item is always let through. */
  private static final int MOST_KILO_CHARACTERS = 16 * 1_024;

  private static final int KILO = 1_024;

  private final Iterator<T> source;
  private final ToIntFunction<T> characters;
  private final BlockingQueue<Item<T>> queue = new ArrayBlockingQueue<>(MOST_ITEMS);
  private final Semaphore free = new Semaphore(MOST_KILO_CHARACTERS);
  private final Thread reader;
  private boolean ended;

  /** What was read; empty at the end, or with what ended it before. */
  private record Item<T>(Optional<T> value, Optional<Throwable> failure, int weight) {}

  /**
   * Begins to read.
   *
   * @param characters about how many an item takes in memory
   * @param name of the thread
   */
  public ReadAhead(Iterator<T> source, ToIntFunction<T> characters, String name) {
    this.source = source;
    this.characters = characters;
    this.reader = new Thread(this::read, name);
    reader.setDaemon(true); // reading a pipe cannot be interrupted
    reader.start();
  }

  /**
   * Takes all that is there, and waits if nothing is.
   *
   * @return in their order; nothing at the end
   * @throws IllegalStateException with what ended the source before its end
   */
  public List<T> next() throws InterruptedException {
    List<T> taken = new ArrayList<>();
    if (ended) {
      return taken;
    }
    List<Item<T>> items = new ArrayList<>(List.of(queue.take()));
    queue.drainTo(items);
    for (Item<T> item : items) {
      free.release(item.weight());
      item.value().ifPresent(taken::add);
      ended = item.value().isEmpty();
      if (item.failure().isPresent() && taken.isEmpty()) {
        throw new IllegalStateException(
            String.valueOf(item.failure().get().getMessage()), item.failure().get());
      }
      if (item.failure().isPresent()) {
        ended = false; // what was read before it counts; the failure comes next
        queue.add(item);
      }
    }
    return taken;
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
