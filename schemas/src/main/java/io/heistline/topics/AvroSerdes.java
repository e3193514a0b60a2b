package io.heistline.topics;

import io.confluent.kafka.serializers.KafkaAvroDeserializer;
import io.confluent.kafka.serializers.KafkaAvroSerializer;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;

/** Makes serdes for the generated classes, in Confluent's wire format. */
public final class AvroSerdes {
  private final Map<String, Object> config;

  /** Makes serdes of the registry at a base URL, or of mock://scope. */
  public AvroSerdes(String registryUrl) {
    ModelClasses.trust();
    config =
        Map.of(
            "schema.registry.url", registryUrl,
            "specific.avro.reader", true,
            "auto.register.schemas", true,
            "avro.remove.java.properties", true);
  }

  /** A serde for values; the subject is the name of the topic, by TopicNameStrategy. */
  @SuppressWarnings("unchecked") // specific.avro.reader yields the class that the schema names
  public <T extends SpecificRecord> Serde<T> values() {
    Serializer<?> serializer = new KafkaAvroSerializer();
    serializer.configure(config, false);
    Deserializer<?> deserializer = new KafkaAvroDeserializer();
    deserializer.configure(config, false);
    return Serdes.serdeFrom((Serializer<T>) serializer, (Deserializer<T>) deserializer);
  }
}
