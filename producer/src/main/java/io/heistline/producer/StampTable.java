package io.heistline.producer;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The stamps of very many articles: 36 bytes a slot in plain arrays, which are between three and
 * six eighths full, so 48 to 96 bytes an article. Ids are held as 64 bits of their SHA-256: among
 * ten million, two meet by chance once in 370,000 such tables.
 */
final class StampTable {
  /** Some 700 MB: the heap has to be raised long before. */
  static final int MOST_ARTICLES = 10_000_000;

  private static final int FIRST_SLOTS = 1 << 12;

  private final int mostArticles;
  private long[] keys = new long[FIRST_SLOTS];
  private long[] times = new long[FIRST_SLOTS];
  private int[] lengths = new int[FIRST_SLOTS];
  private long[] digests = new long[FIRST_SLOTS];
  private long[] offsets = new long[FIRST_SLOTS];
  private int size;

  StampTable() {
    this(MOST_ARTICLES);
  }

  StampTable(int mostArticles) {
    this.mostArticles = mostArticles;
  }

  /**
   * A row.
   *
   * @param offset where the version lies in its partition; negative if that is not known
   */
  record Row(VersionStamp stamp, long offset) {}

  Optional<Row> get(String id) {
    int slot = slot(key(id));
    return keys[slot] == 0 ? Optional.empty() : Optional.of(row(slot));
  }

  /**
   * Sets the row of an article.
   *
   * @throws IllegalStateException if there are more articles than the limit: to forget one would
   *     let an old version overwrite a new one
   */
  void put(String id, Row row) {
    long key = key(id);
    int slot = slot(key);
    if (keys[slot] == 0) {
      if (size >= mostArticles) {
        throw new IllegalStateException(
            "more than %d articles; begin another ledger under another HEISTLINE_TOPIC_PREFIX"
                .formatted(mostArticles));
      }
      size++;
      if (size > keys.length / 4 * 3) {
        grow();
        slot = slot(key);
      }
    }
    set(slot, key, row);
  }

  int size() {
    return size;
  }

  private void set(int slot, long key, Row row) {
    keys[slot] = key;
    times[slot] = row.stamp().at() * 2 + (row.stamp().withdrawn() ? 1 : 0);
    lengths[slot] = row.stamp().length();
    digests[slot] = row.stamp().digest();
    offsets[slot] = row.offset();
  }

  private Row row(int slot) {
    return new Row(
        new VersionStamp(times[slot] >> 1, (times[slot] & 1) == 1, lengths[slot], digests[slot]),
        offsets[slot]);
  }

  /** The slot of a key, or the empty one that is for it. */
  private int slot(long key) {
    int mask = keys.length - 1;
    int slot = (int) key & mask;
    while (keys[slot] != 0 && keys[slot] != key) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    long[] oldKeys = keys;
    long[] oldTimes = times;
    int[] oldLengths = lengths;
    long[] oldDigests = digests;
    long[] oldOffsets = offsets;
    int slots = oldKeys.length * 2;
    keys = new long[slots];
    times = new long[slots];
    lengths = new int[slots];
    digests = new long[slots];
    offsets = new long[slots];
    for (int old = 0; old < oldKeys.length; old++) {
      if (oldKeys[old] != 0) {
        int slot = slot(oldKeys[old]);
        keys[slot] = oldKeys[old];
        times[slot] = oldTimes[old];
        lengths[slot] = oldLengths[old];
        digests[slot] = oldDigests[old];
        offsets[slot] = oldOffsets[old];
      }
    }
  }

  /** Never 0, which marks an empty slot. */
  private static long key(String id) {
    long key =
        ByteBuffer.wrap(Digest.sha256().digest(id.getBytes(StandardCharsets.UTF_8))).getLong();
    return key == 0 ? 1 : key;
  }
}
