package io.heistline.topics;

import java.util.Map;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/**
 * One public topic. Keys are strings.
 *
 * @param name full name, prefix included
 * @param keys what the key is, for people
 * @param values serde of the values
 * @param schema Avro schema of the values; empty for raw bytes
 * @param config topic settings that the broker must hold, as the broker names them
 */
public record Topic<V>(
    String name,
    String keys,
    Serde<V> values,
    Optional<Schema> schema,
    Map<String, String> config) {

  public Serde<String> keySerde() {
    return Serdes.String();
  }

  /** The registry's subject of the values. */
  public String subject() {
    return name + "-value";
  }
}
