package io.heistline.topics;

import io.confluent.kafka.schemaregistry.avro.AvroSchemaProvider;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClientFactory;
import io.confluent.kafka.serializers.KafkaAvroDeserializer;
import io.confluent.kafka.serializers.KafkaAvroSerializer;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;

/** Makes serdes for the generated classes, in Confluent's wire format. */
public final class AvroSerdes {
  /** Schemas that a client remembers; every topic, internal ones included, needs one or two. */
  private static final int MOST_SCHEMAS = 1_000;

  private final SchemaRegistryClient registry;
  private final Map<String, Object> config;

  /** Makes serdes of the registry at a base URL, or of mock://scope. */
  public AvroSerdes(String registryUrl) {
    ModelClasses.trust();
    registry =
        SchemaRegistryClientFactory.newClient(
            List.of(registryUrl),
            MOST_SCHEMAS,
            List.of(new AvroSchemaProvider()),
            Map.of(),
            Map.of());
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
    Serializer<?> serializer = new KafkaAvroSerializer(registry);
    serializer.configure(config, false);
    Deserializer<?> deserializer = new KafkaAvroDeserializer(registry);
    deserializer.configure(config, false);
    return Serdes.serdeFrom((Serializer<T>) serializer, (Deserializer<T>) deserializer);
  }

  /** Whether it failed because the registry does not answer: later it may go well. */
  public static boolean isUnreachable(Throwable error) {
    for (Throwable cause = error; cause != null; cause = cause.getCause()) {
      if (cause instanceof SocketException
          || cause instanceof SocketTimeoutException
          || cause instanceof UnknownHostException) {
        return true;
      }
    }
    return false;
  }

  SchemaRegistryClient registry() {
    return registry;
  }
}
