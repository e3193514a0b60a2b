package io.heistline.topology;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.streams.processor.StreamPartitioner;

/**
 * Keys of the form parent/rest. A record lies in the partition that its parent's own key would
 * have, so that one task holds all there is of a parent, side by side in its stores.
 */
final class NestedKeys {
  private static final char SEPARATOR = '/';

  private NestedKeys() {}

  static String parent(String key) {
    int end = key.indexOf(SEPARATOR);
    return end < 0 ? key : key.substring(0, end);
  }

  static String rest(String key) {
    return key.substring(key.indexOf(SEPARATOR) + 1);
  }

  static String nested(String parent, String rest) {
    return parent + SEPARATOR + rest;
  }

  /** What all keys of a parent begin with, for a range scan. */
  static String prefix(String parent) {
    return parent + SEPARATOR;
  }

  /** Partitions by the parent alone, as Kafka's default partitioner does by a whole key. */
  static <V> StreamPartitioner<String, V> byParent() {
    return (topic, key, value, partitions) ->
        Optional.of(
            Set.of(
                Utils.toPositive(Utils.murmur2(parent(key).getBytes(StandardCharsets.UTF_8)))
                    % partitions));
  }
}
