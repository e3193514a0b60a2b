package io.heistline.resolving;

import java.util.List;
import java.util.Optional;

/** A table that stands in order of its keys (by their UTF-8 bytes), as a store on disk does. */
public interface Table<V> {
  Optional<V> get(String key);

  void put(String key, V value);

  void remove(String key);

  /** The values whose keys begin with a prefix, in order of key. */
  List<V> all(String prefix);

  /** The first key from one on, and before another. */
  Optional<String> first(String from, String before);

  /** The last key from one on, and before another. */
  Optional<String> last(String from, String before);

  /** The first key that could come behind all that begin with a prefix; it ends in a mark. */
  static String behind(String prefix) {
    int end = prefix.length() - 1;
    return prefix.substring(0, end) + (char) (prefix.charAt(end) + 1);
  }
}
