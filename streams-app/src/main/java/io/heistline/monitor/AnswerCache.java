package io.heistline.monitor;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;

/** Keeps answers for as long as they are true. */
final class AnswerCache {
  /** Kept answers, in bytes. */
  private static final long MOST_BYTES = 32L * 1024 * 1024;

  /** What an answer takes beside its bytes. */
  private static final int ENTRY_BYTES = 500;

  private final Cache<String, Ready> answers =
      Caffeine.newBuilder()
          .maximumWeight(MOST_BYTES)
          .<String, Ready>weigher((question, ready) -> ready.bytes() + ENTRY_BYTES)
          .build();

  /** Answers that are being made, each with its lock. */
  private final ConcurrentMap<String, Object> turns = new ConcurrentHashMap<>();

  /**
   * The answer to a question at this version or a later one. Of many who ask the same at once, one
   * makes it, and the others wait for that one.
   */
  Ready get(String question, long version, Supplier<Answer> make) {
    Ready known = answers.getIfPresent(question);
    if (known != null && known.version() >= version) {
      return known;
    }
    Object turn = turns.computeIfAbsent(question, key -> new Object());
    synchronized (turn) {
      try {
        Ready meanwhile = answers.getIfPresent(question);
        if (meanwhile != null && meanwhile.version() >= version) {
          return meanwhile;
        }
        Ready ready = Ready.of(version, make.get());
        answers.put(question, ready);
        return ready;
      } finally {
        turns.remove(question, turn);
      }
    }
  }
}
