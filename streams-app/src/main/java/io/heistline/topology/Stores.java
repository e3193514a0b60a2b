package io.heistline.topology;

import io.heistline.topics.AvroSerdes;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;

/** Makes the stores of the stages: on disk, logged to a changelog topic, in order of key. */
final class Stores {
  private final AvroSerdes serdes;

  Stores(AvroSerdes serdes) {
    this.serdes = serdes;
  }

  <V extends SpecificRecord> StoreBuilder<KeyValueStore<String, V>> table(String name) {
    return table(name, serdes.values());
  }

  /**
   * For few keys that change all the time and are read one by one: a change is logged once a
   * commit, not each time. A store that is scanned would have to merge what is not written yet.
   */
  <V extends SpecificRecord> StoreBuilder<KeyValueStore<String, V>> hotTable(String name) {
    return this.<V>table(name).withCachingEnabled();
  }

  <V> StoreBuilder<KeyValueStore<String, V>> table(String name, Serde<V> values) {
    return org.apache.kafka.streams.state.Stores.keyValueStoreBuilder(
            org.apache.kafka.streams.state.Stores.persistentKeyValueStore(name),
            Serdes.String(),
            values)
        .withLoggingEnabled(Map.of())
        .withCachingDisabled();
  }

  /** How a table of the DSL's is kept. */
  static <V> Materialized<String, V, KeyValueStore<Bytes, byte[]>> materialized(
      String name, Serde<V> values) {
    return Materialized.<String, V, KeyValueStore<Bytes, byte[]>>as(name)
        .withKeySerde(Serdes.String())
        .withValueSerde(values);
  }
}
