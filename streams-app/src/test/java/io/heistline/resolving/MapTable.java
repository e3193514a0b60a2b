package io.heistline.resolving;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** A table in memory, in the order of a store's. */
final class MapTable<V> implements Table<V> {
  private final NavigableMap<String, V> rows =
      new TreeMap<>(
          (one, other) ->
              Arrays.compareUnsigned(
                  one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8)));

  private long reads;
  private long writes;

  @Override
  public Optional<V> get(String key) {
    reads++;
    return Optional.ofNullable(rows.get(key));
  }

  @Override
  public void put(String key, V value) {
    writes++;
    rows.put(key, value);
  }

  @Override
  public void remove(String key) {
    writes++;
    rows.remove(key);
  }

  @Override
  public List<V> all(String prefix) {
    List<V> found = List.copyOf(rows.subMap(prefix, true, Table.behind(prefix), false).values());
    reads += found.size();
    return found;
  }

  @Override
  public Optional<String> first(String from, String before) {
    reads++;
    return rows.subMap(from, true, before, false).keySet().stream().findFirst();
  }

  @Override
  public Optional<String> last(String from, String before) {
    reads++;
    return rows.subMap(from, true, before, false).descendingMap().keySet().stream().findFirst();
  }

  NavigableMap<String, V> rows() {
    return rows;
  }

  void startCounting() {
    reads = 0;
    writes = 0;
  }

  /** Rows that were read. */
  long reads() {
    return reads;
  }

  long writes() {
    return writes;
  }
}
