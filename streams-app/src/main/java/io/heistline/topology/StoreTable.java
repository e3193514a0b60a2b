package io.heistline.topology;

import io.heistline.resolving.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/** A store on disk as a table. */
final class StoreTable<V> implements Table<V> {
  private final KeyValueStore<String, V> store;

  StoreTable(KeyValueStore<String, V> store) {
    this.store = store;
  }

  @Override
  public Optional<V> get(String key) {
    return Optional.ofNullable(store.get(key));
  }

  @Override
  public void put(String key, V value) {
    store.put(key, value);
  }

  @Override
  public void remove(String key) {
    store.delete(key);
  }

  @Override
  public List<V> all(String prefix) {
    List<V> found = new ArrayList<>();
    try (KeyValueIterator<String, V> rows = store.prefixScan(prefix, new StringSerializer())) {
      rows.forEachRemaining(row -> found.add(row.value));
    }
    return found;
  }

  @Override
  public Optional<String> first(String from, String before) {
    try (KeyValueIterator<String, V> rows = store.range(from, before)) {
      return first(rows, before);
    }
  }

  @Override
  public Optional<String> last(String from, String before) {
    try (KeyValueIterator<String, V> rows = store.reverseRange(from, before)) {
      return first(rows, before);
    }
  }

  /** A store's range holds its end; a table's does not. */
  private static <V> Optional<String> first(KeyValueIterator<String, V> rows, String before) {
    while (rows.hasNext()) {
      String key = rows.next().key;
      if (!key.equals(before)) {
        return Optional.of(key);
      }
    }
    return Optional.empty();
  }
}
